using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Chat;

public sealed class ChatRatesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void The_first_beyond_the_limit_is_told_the_rest_met_with_silence_and_a_minute_later_all_is_well()
    {
        var rates = new ChatRates(new(2, 0), _time);

        Assert.Equal([RateVerdict.Within, RateVerdict.Within, RateVerdict.Told, RateVerdict.Beyond, RateVerdict.Beyond], Enumerable.Range(0, 5).Select(n => rates.Take(ChatSamples.Question($"{n}"))));
        Assert.Equal(RateVerdict.Within, rates.Take(ChatSamples.Question("9", user: "other")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RateVerdict.Within, rates.Take(ChatSamples.Question("10")));
    }

    [Fact]
    public void A_channel_has_its_own_limit_and_one_who_floods_does_not_use_it_up()
    {
        var rates = new ChatRates(new(2, 4), _time);

        for (var n = 0; n < 10; n++) rates.Take(ChatSamples.Question($"f{n}", user: "flood"));

        Assert.Equal([RateVerdict.Within, RateVerdict.Within, RateVerdict.Told], Enumerable.Range(0, 3).Select(n => rates.Take(ChatSamples.Question($"{n}", user: $"u{n}"))));
    }

    [Fact]
    public void Without_limits_everything_is_within()
    {
        var rates = new ChatRates(RateLimits.None, _time);

        Assert.All(Enumerable.Range(0, 1000), n => Assert.Equal(RateVerdict.Within, rates.Take(ChatSamples.Question($"{n}"))));
    }
}
