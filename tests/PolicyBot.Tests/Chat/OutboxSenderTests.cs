using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Chat;

public sealed class OutboxSenderTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly JournalPlatform _platform;
    private readonly ChatProcess _process;

    public OutboxSenderTests()
    {
        _platform = new(_time);
        _process = new(_folder.Path, _platform, new(), _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_three_of_ten_sends_put_off_nothing_is_lost_the_order_stays_and_nothing_is_sent_within_a_penalty()
    {
#pragma warning disable CA5394 // Predictable on purpose.
        var random = new Random(7);
        _platform.Script = _ => random.Next(10) < 3 ? new(new SendOutcome.Later(TimeSpan.FromSeconds(random.Next(1, 5)), "429")) : null;
#pragma warning restore CA5394
        await QueueAsync(Enumerable.Range(0, 400).Select(n => ChatSamples.Piece($"{n:D3}", $"C{n % 8}")));

        await _process.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Journal.Count == 400, TimeSpan.FromSeconds(1));

        Assert.Empty(_platform.Faults);
        Assert.NotEmpty(_platform.Penalties);
        Assert.All(_platform.Journal.GroupBy(p => p.Lane), lane => Assert.Equal(lane.Select(p => p.Key).Order(StringComparer.Ordinal), lane.Select(p => p.Key)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_that_is_lost_two_hundred_times_loses_and_doubles_nothing(bool applied)
    {
        var doubted = new HashSet<string>();
        _platform.Script = piece => doubted.Add(piece.Key) ? new(new SendOutcome.InDoubt("reset"), applied) : null;
        await QueueAsync(Enumerable.Range(0, 200).Select(n => ChatSamples.Piece($"{n:D3}", $"C{n % 4}")));

        await _process.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Journal.Count >= 200 && ToSend() == 0, TimeSpan.FromSeconds(1));

        Assert.Equal(200, doubted.Count);
        Assert.Equal(doubted.Order(StringComparer.Ordinal), _platform.Journal.Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_nobody_can_tell_is_not_sent_twice_but_shown_to_an_operator()
    {
        _platform.TellsWhatArrived = false;
        _platform.Script = piece => piece.Key == "a" ? new(new SendOutcome.InDoubt("reset"), Applied: true) : null;
        await QueueAsync([ChatSamples.Piece("a"), ChatSamples.Piece("b")]);

        await _process.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Journal.Count == 2, TimeSpan.FromSeconds(10));

        Assert.Equal(["a", "b"], _platform.Journal.Select(p => p.Key));
        Assert.Equal(Enumerable.Range(1, 7), _platform.Looks);
        Assert.Contains("may have arrived", Assert.Single((await _process.Store.MeasureAsync(Token)).DeadLetters).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lane_that_waits_holds_up_no_other()
    {
        _platform.Script = piece => piece.Delivery.Conversation.Channel == "C1" ? new(new SendOutcome.Later(TimeSpan.FromHours(1), "429")) : null;
        await QueueAsync([ChatSamples.Piece("a"), ChatSamples.Piece("b", "C2")]);

        await _process.StartAsync(Token);

        await _time.UntilAsync(() => _platform.Journal is [{ Key: "b" }]);
    }

    [Fact]
    public async Task Tries_end_and_the_lane_goes_on()
    {
        _platform.Script = piece => piece.Key == "a" ? new(new SendOutcome.Later(TimeSpan.Zero, "busy")) : null;
        await QueueAsync([ChatSamples.Piece("a"), ChatSamples.Piece("b") with { Body = "b" }]);

        await _process.StartAsync(Token);
        await _time.UntilAsync(() => ToSend() == 0, TimeSpan.FromMinutes(20));

        Assert.Contains((await _process.Store.MeasureAsync(Token)).DeadLetters, d => d.Key == "a");
    }

    [Fact]
    public async Task Yesterdays_answers_are_not_sent_but_told_of_in_one_line()
    {
        await QueueAsync(Enumerable.Range(0, 5).Select(n => ChatSamples.Piece($"old{n}")));
        _time.Advance(TimeSpan.FromDays(1.1));
        await QueueAsync([ChatSamples.Piece("new", body: "새 답")]);

        await _process.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Journal.Count == 2);

        Assert.Equal("새 답", _platform.Journal[0].Body);
        Assert.Contains("5 answers were not delivered in time", _platform.Journal[1].Body, StringComparison.Ordinal);
        Assert.Equal(5, (await _process.Store.MeasureAsync(Token)).Dead);
    }

    [Fact]
    public async Task When_the_message_to_edit_is_gone_the_answer_is_posted_anew()
    {
        await QueueAsync([ChatSamples.Chained("w", PiecePart.Working, "s")]);
        await _process.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Journal.Count == 1);
        _platform.Script = piece => piece.Replaces is null ? null : new(new SendOutcome.Refused("message_not_found"));

        await QueueAsync([ChatSamples.Chained("a", PiecePart.Answer, "s") with { Body = "답" }]);

        await _time.UntilAsync(() => _platform.Shown is ["…", "답"]);
    }

    [Fact]
    public async Task A_platform_that_throws_is_asked_what_arrived()
    {
        var thrown = false;
        _platform.Script = _ => thrown ? null : throw new InvalidOperationException((thrown = true).ToString());
        await QueueAsync([ChatSamples.Piece("a")]);

        await _process.StartAsync(Token);

        await _time.UntilAsync(() => _platform.Journal is [{ Key: "a" }]);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_platform_that_refused_for_good()
    {
        _platform.State = new(ConnectionPhase.Failed, "token", _time.GetUtcNow());
        await QueueAsync([ChatSamples.Piece("a")]);
        await _process.StartAsync(Token);
        for (var n = 0; n < 20; n++) await _time.UntilAsync(() => true);
        Assert.Empty(_platform.Journal);

        _platform.State = new(ConnectionPhase.Connected, null, _time.GetUtcNow());

        await _time.UntilAsync(() => _platform.Journal.Count == 1, TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private Task QueueAsync(IEnumerable<QueuedPiece> pieces) => _process.Store.QueueAsync([.. pieces], Token);

    private int ToSend() => _process.Store.MeasureAsync(Token).Result.ToSend;
}
