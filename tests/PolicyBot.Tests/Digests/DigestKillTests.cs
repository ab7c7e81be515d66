using System.Diagnostics;
using System.Globalization;
using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Hosting.Workers;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Digests;

/// <summary>
/// Real workers killed around the slots of their digests, the next one started at once; the fake Slack is the judge.
/// Each life has slots of its own a minute on, so that it makes up for what the one before left and meets its own besides.
/// <c>POLICYBOT_KILLS</c> sets how many die at a random moment (20).
/// </summary>
public sealed class DigestKillTests : IAsyncLifetime
{
    /// <summary>Channels due in the same minute.</summary>
    private const int Together = 3;

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("POLICYBOT_KILLS") ?? "20", CultureInfo.InvariantCulture);
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeSlackServer _slack = new() { Latency = TimeSpan.FromMilliseconds(60) };
    private readonly Random _random = new();
    private readonly Dictionary<string, int> _found = [];
    private TimeSpan _start = TimeSpan.FromSeconds(1);
    private int _lives;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        await _slack.StartAsync();
        var record = _folder.Write(
            "power.md",
            """
            ---
            title: 예시부, 전력 간담회 개최
            published: 2026-03-01
            grade: open
            ---
            예시부는 2월 27일 세종에서 전력 간담회를 열었다고 밝혔다.

            홍길동 A사 대표는 “설비에 쓸 전력이 부족하다”고 말했다. 이몽룡 B사 이사는 “부지의 인허가를 서둘러 달라”고 요청했다.

            예시부 관계자는 “제도 개선을 검토하겠다”고 답했다.

            """);
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(["import", record, "--data", Data], TextWriter.Null, error, Clock(Begin.AddMinutes(-10)), Token);
        Assert.True(exit == 0, error.ToString());
    }

    [Fact]
    public async Task Workers_killed_at_random_moments_miss_no_slot_and_double_none()
    {
        await SubscribeAsync(Kills + 2);
        await LiveToTheEndAsync();
        for (var n = 0; n < Kills; n++) await DieAroundTheSlotAsync();
        await LiveToTheEndAsync();

        TestContext.Current.SendDiagnosticMessage($"{Kills} kills, {_lives * Together} slots, each posted once; the slot of the hour was found {string.Join(", ", _found.Select(f => $"{f.Value} × {f.Key}"))}");
    }

    [Fact]
    public async Task Workers_killed_at_each_step_in_turn_miss_no_slot_and_double_none()
    {
        string[] steps = [.. Enum.GetNames<DigestStep>(), nameof(ChatStep.Sending), nameof(ChatStep.Sent), nameof(ChatStep.Settled)];
        await SubscribeAsync(steps.Length + 1);
        foreach (var step in steps)
        {
            using var worker = Begins(step);
            var exit = worker.WaitForExitAsync(Token);
            Assert.True(await Task.WhenAny(exit, Task.Delay(Longest, Token)) == exit, $"It lives on and on, past {step}. {worker.Log}");
            var code = await exit;
            Assert.True(worker.Log.Contains($"dies at {step}", StringComparison.Ordinal), $"It did not die at {step} but ended with {code}. {worker.Log}");
        }

        await LiveToTheEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _folder.Dispose();
    }

    private static ShiftedTime Clock(DateTimeOffset now) => new(now - TimeProvider.System.GetUtcNow());

    private static DateTimeOffset SlotOf(int life) => Begin.AddMinutes(life);

    private async Task SubscribeAsync(int slots)
    {
        await using var store = SqliteChatStore.Open(Data, Clock(Begin.AddMinutes(-10)));
        var orders = from slot in Enumerable.Range(0, slots)
                     from n in Enumerable.Range(0, Together)
                     let at = TimeOnly.FromDateTime(SlotOf(slot).UtcDateTime)
                     select new Subscription { Zone = "Etc/UTC", At = at, Cadence = Cadence.Daily }.Order(new("slack", "T1", Channel(slot, n), null, ConversationKind.Public), "U1");
        await store.SaveOrdersAsync([.. orders], Token);
    }

    private static string Channel(int slot, int n) => string.Create(CultureInfo.InvariantCulture, $"C{slot}X{n}");

    /// <summary>The next life, whose clock reaches its slots about when it has started.</summary>
    private WorkerProcess Begins(string? step = null)
    {
        var clock = Clock(SlotOf(_lives++) - _start);
        return step is null ? WorkerProcess.Run(Data, _slack, clock.Shift) : WorkerProcess.RunTo(step, Data, _slack, clock.Shift);
    }

    private async Task DieAroundTheSlotAsync()
    {
        using var worker = Begins();
        var (slot, sockets, posts) = (SlotOf(_lives - 1), _slack.Of("socket").Count(), _slack.Of("chat.postMessage").Count());
        switch (_random.Next(4))
        {
            case 0:
                await Task.Delay(_random.NextDouble() * _start, Token);
                break;
            case 1:
                await ConnectedAsync(worker, sockets);
                await Task.Delay(_random.Next(1_000), Token);
                break;
            default:
                await ConnectedAsync(worker, sockets);
                await DoAsync(worker, _slack.WaitForAsync("chat.postMessage", posts + _random.Next(1, 7)));
                await Task.Delay(_random.Next(120), Token);
                break;
        }

        if (worker.HasExited) Assert.Fail($"It ended by itself with {await worker.WaitForExitAsync(Token)}. {worker.Log}");
        worker.Kill();
        await worker.WaitForExitAsync(Token);
        await using var store = SqliteChatStore.Open(Data, Clock(slot));
        var state = await store.ListSlotsAsync(slot, Token) is [var first, ..] ? first.State.ToString().ToLowerInvariant() : "unclaimed";
        _found[state] = _found.GetValueOrDefault(state) + 1;
    }

    /// <summary>The next life is to be up when its slots are due.</summary>
    private async Task ConnectedAsync(WorkerProcess worker, int sockets)
    {
        var begun = Stopwatch.StartNew();
        await DoAsync(worker, _slack.WaitForAsync("socket", sockets + 1));
        _start = begun.Elapsed;
    }

    /// <summary>One that is left alone, until all that was ever due stands there; then nothing may stand there twice.</summary>
    private async Task LiveToTheEndAsync()
    {
        using var worker = Begins();
        await ConnectedAsync(worker, _slack.Of("socket").Count());
        var channels = Enumerable.Range(0, _lives).SelectMany(s => Enumerable.Range(0, Together).Select(n => Channel(s, n))).Order(StringComparer.Ordinal).ToList();
        await using var store = SqliteChatStore.Open(Data, Clock(SlotOf(_lives)));
        await AllSentAsync(worker, store, channels);

        Assert.Equal(0, await worker.StopAsync(Token));
        var first = Posts(channels[0]).ToList();
        Assert.Distinct(first);
        Assert.Equal(channels, _slack.Workspace.Messages.Select(m => (string)m["channel"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(channels, channel => Assert.Equal(first, Posts(channel)));
        Assert.Equal(0, (await store.MeasureAsync(Token)).Dead);
        Assert.Empty(_slack.Violations);
    }

    /// <summary>Fails when nothing has happened for too long: how long it all takes depends on how much was left.</summary>
    private async Task AllSentAsync(WorkerProcess worker, SqliteChatStore store, List<string> channels)
    {
        var (still, seen) = (Stopwatch.StartNew(), 0);
        while (true)
        {
            var posted = _slack.Workspace.Messages.Select(m => (string)m["channel"]!).ToHashSet(StringComparer.Ordinal);
            var left = (await store.MeasureAsync(Token)).ToSend;
            if (left == 0 && channels.TrueForAll(posted.Contains)) return;
            if (_slack.Journal.Count is var now && now > seen) still.Restart();
            seen = now;
            var isLate = still.Elapsed > Longest;
            if (worker.HasExited || isLate)
                Assert.Fail($"{(isLate ? "Nothing happens any more" : $"It ended by itself with {await worker.WaitForExitAsync(Token)}")}; {left} pieces are to be sent; nothing came to {string.Join(", ", channels.Where(c => !posted.Contains(c)))}. {worker.Log}");
            await Task.Delay(20, Token);
        }
    }

    /// <summary>What is read there; of the chart its title.</summary>
    private IEnumerable<string> Posts(string channel) => _slack.Workspace.Messages.Where(m => (string)m["channel"]! == channel).Select(m => (m["files"] ?? m["blocks"])!.ToJsonString());

    /// <summary>What a test waits for does not come when its worker is gone.</summary>
    private static async Task DoAsync(WorkerProcess worker, Task awaited)
    {
        var exit = worker.WaitForExitAsync(Token);
        if (await Task.WhenAny(awaited, exit) == exit) Assert.Fail($"It ended by itself with {await exit}. {worker.Log}");
        try
        {
            await awaited;
        }
        catch (TimeoutException late)
        {
            Assert.Fail($"{late.Message} {worker.Log}");
        }
    }
}
