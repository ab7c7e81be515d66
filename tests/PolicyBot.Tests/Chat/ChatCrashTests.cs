using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Chat;

/// <summary>The worker killed between a message and its answer; judged by the platform's journal.</summary>
public sealed class ChatCrashTests : IDisposable
{
    private const int Questions = 40;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHandler _handler = new();
    private readonly JournalPlatform _platform;

    public ChatCrashTests() => _platform = new(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Steps { get; } = [.. from step in Enum.GetNames<ChatStep>() from times in (int[])[1, 7] select (step, times)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_at_a_step_nothing_is_lost_and_nothing_doubled(string at, int times)
    {
        var (step, left) = (Enum.Parse<ChatStep>(at), times);
        await using (var first = new ChatProcess(_folder.Path, _platform, _handler, _time, passed => passed == step && Interlocked.Decrement(ref left) == 0))
        {
            for (var n = 0; n < Questions; n++) await first.Store.TakeInAsync(Question(n), null, Token);
            await first.StartAsync(Token);
            await first.Killed.Task.WaitAsync(Clockwork.Longest, Token);
        }

        await using var second = new ChatProcess(_folder.Path, _platform, _handler, _time);
        for (var n = 0; n < Questions; n++) Assert.False(await second.Store.TakeInAsync(Question(n), null, Token));
        await second.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Shown.Count(IsAnswer) >= Questions && second.Store.MeasureAsync(Token).Result is { ToSend: 0, Waiting: 0 });

        Assert.Equal(Enumerable.Range(0, Questions).Select(Answer).Order(StringComparer.Ordinal), _platform.Shown.Order(StringComparer.Ordinal));
        Assert.Equal(Questions, _platform.Journal.Count(p => IsAnswer(p.Body)));
    }

    [Fact]
    public async Task A_sender_that_did_not_look_before_it_sent_again_would_be_caught()
    {
        await using (var first = new ChatProcess(_folder.Path, _platform, _handler, _time, passed => passed == ChatStep.Sent))
        {
            await first.Store.TakeInAsync(Question(0), null, Token);
            await first.StartAsync(Token);
            await first.Killed.Task.WaitAsync(Clockwork.Longest, Token);
            // The notice, or the answer where that was there first.
            var underWay = Assert.IsType<OutboxEntry>(await first.Store.FindHeadAsync("test/C0", Token));
            await first.Store.SettleAsync(underWay.Id, new SendOutcome.Later(TimeSpan.Zero, "looked at nothing"), null, Token);
        }

        await using var second = new ChatProcess(_folder.Path, _platform, _handler, _time);
        await second.StartAsync(Token);
        await _time.UntilAsync(() => _platform.Shown.Any(IsAnswer) && second.Store.MeasureAsync(Token).Result is { ToSend: 0, Waiting: 0 });

        Assert.Equal(2, _platform.Shown.Count);
    }

    public void Dispose() => _folder.Dispose();

    private static ChatMessage Question(int n) => ChatSamples.Question(n.ToString(CultureInfo.InvariantCulture), $"{n}번", user: $"U{n % 9}", channel: $"C{n % 5}");

    private static string Answer(int n) => $"답: {n}번";

    private static bool IsAnswer(string body) => body.StartsWith("답: ", StringComparison.Ordinal);
}
