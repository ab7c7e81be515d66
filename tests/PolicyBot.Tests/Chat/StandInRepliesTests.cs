using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Chat;

/// <summary>Who is told that the store is away, and how often.</summary>
public sealed class StandInRepliesTests
{
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHandler _handler = new();
    private readonly JournalPlatform _platform;
    private readonly StandInReplies _replies;

    public StandInRepliesTests()
    {
        _platform = new(_time);
        _replies = new(_handler, new([_platform]), _handler, _time, NullLogger<StandInReplies>.Instance);
    }

    private IEnumerable<string> Told => _platform.Journal.Select(p => p.Key);

    [Fact]
    public async Task One_user_is_told_once_a_minute_and_another_all_the_same()
    {
        await TellAsync(ChatSamples.Question("1"));
        await TellAsync(ChatSamples.Question("2"));
        await TellAsync(ChatSamples.Question("3", user: "U2"));
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(ChatSamples.Question("1"));
        await TellAsync(ChatSamples.Question("4"));

        Assert.Equal(["test/C1/m-1/stand-in", "test/C1/m-3/stand-in", "test/C1/m-4/stand-in"], Told);
    }

    [Fact]
    public async Task A_line_that_needs_no_notice_takes_none_from_the_question_behind_it()
    {
        await TellAsync(ChatSamples.Question("1") with { IsAddressed = false });
        await TellAsync(ChatSamples.Question("2"));

        Assert.Equal(["test/C1/m-2/stand-in"], Told);
    }

    [Fact]
    public async Task Nobody_is_told_while_the_platform_wants_to_be_left_alone()
    {
        _platform.Script = _ => new(new SendOutcome.Later(TimeSpan.FromSeconds(30), "429"));
        await TellAsync(ChatSamples.Question("1"));
        _platform.Script = _ => null;
        await TellAsync(ChatSamples.Question("2", user: "U2"));
        Assert.Empty(Told);
        _time.Advance(TimeSpan.FromSeconds(30));
        await TellAsync(ChatSamples.Question("2", user: "U2"));

        Assert.Equal(["test/C1/m-2/stand-in"], Told);
        Assert.Empty(_platform.Faults);
    }

    private Task TellAsync(ChatMessage message) => _replies.TellAsync(message, TestContext.Current.CancellationToken);
}
