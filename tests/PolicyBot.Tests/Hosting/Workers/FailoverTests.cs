using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Slack;
using PolicyBot.Storage.Postgres;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Slack;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Storage.Postgres;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>
/// Two real workers on a real PostgreSQL, one of them hurt while both send; the fake Slack's journal is the judge.
/// <c>POLICYBOT_SLOTS</c> sets how many slots each fault meets (20), <c>POLICYBOT_FAULT_SECONDS</c> how long a pause or a cut lasts (14),
/// <c>POLICYBOT_TAKEOVER_SECONDS</c> within how long the other must have sent all (60: a busy machine is no fault).
/// </summary>
public sealed class FailoverTests : IAsyncLifetime
{
    private static readonly int Slots = Option("POLICYBOT_SLOTS", 20);
    private static readonly TimeSpan Fault = TimeSpan.FromSeconds(Option("POLICYBOT_FAULT_SECONDS", 14));
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestTakeover = TimeSpan.FromSeconds(Option("POLICYBOT_TAKEOVER_SECONDS", 60));

    private readonly TemporaryFolder _folder = new();
    private readonly FakeSlackServer _slack = new() { Latency = TimeSpan.FromMilliseconds(150) };
    private readonly List<WorkerProcess> _workers = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private PostgresChatStore _store = null!;
    private SlackPlatform _platform = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _slack.StartAsync();

    [Fact]
    public async Task A_worker_that_is_killed_is_replaced_and_nothing_is_lost_or_doubled()
    {
        await BeginAsync(PostgresCluster.Shared.NewDatabase());
        await SendingAsync();
        _workers[0].Kill();
        await QueueAsync(Slots / 2, Slots - (Slots / 2));

        await AllPostedOnceAsync(Slots, LongestTakeover);
    }

    [Fact]
    public async Task A_worker_that_is_killed_with_its_digests_claimed_is_replaced_and_each_is_posted_once()
    {
        var connection = PostgresCluster.Shared.NewDatabase();
        await SubscribeAsync(connection);
        await using (var held = await HoldStatementsAsync(connection))
        {
            _workers.Add(Worker("1", connection, 0));
            // Claimed, and not yet put together: that needs the statements.
            await UntilAsync(() => _store.ListSlotsAsync(DateTimeOffset.UnixEpoch, Token).Result.Count(s => s.State == SlotState.Claimed) == Slots);
            _workers.Add(Worker("2", connection, 0));
            await UntilAsync(() => _workers[1].Log.Contains("Registered as worker", StringComparison.Ordinal));
            Assert.Empty(Posts());
            _workers[0].Kill();
        }

        await AllPostedOnceAsync(Slots, LongestTakeover);

        Assert.All(await _store.ListSlotsAsync(DateTimeOffset.UnixEpoch, Token), s => Assert.Equal(SlotState.Delivered, s.State));
    }

    [Fact]
    public async Task A_worker_that_sleeps_is_replaced_and_posts_nothing_when_it_wakes()
    {
        await BeginAsync(PostgresCluster.Shared.NewDatabase());
        await SendingAsync();
        _workers[0].Pause();
        var begun = _clock.Elapsed;
        await QueueAsync(Slots / 2, Slots - (Slots / 2));
        await AllPostedOnceAsync(Slots, LongestTakeover);
        await UntilAsync(() => _clock.Elapsed - begun > Fault);
        var calls = Posts().Count;

        _workers[0].Wake();

        await UntilAsync(() => _workers[0].Log.Split("Registered as worker").Length > 2);
        Assert.Equal(calls, Posts().Count);
        await QueueAsync(Slots, 4);
        await AllPostedOnceAsync(Slots + 4, Longest);
    }

    [Fact]
    public async Task A_worker_whose_cable_to_the_database_is_cut_is_replaced()
    {
        var connection = PostgresCluster.Shared.NewDatabase();
        using var cable = new CutCable(PostgresCluster.Shared.Port);
        await BeginAsync(connection, connection.Replace($"Port={PostgresCluster.Shared.Port}", $"Port={cable.Port}", StringComparison.Ordinal));
        await SendingAsync();
        cable.Cut();
        var begun = _clock.Elapsed;
        await QueueAsync(Slots / 2, Slots - (Slots / 2));
        await AllPostedOnceAsync(Slots, LongestTakeover);
        await UntilAsync(() => _clock.Elapsed - begun > Fault);

        cable.Mend();

        await UntilAsync(() => _workers[0].Log.Split("Registered as worker").Length > 2);
        await QueueAsync(Slots, 4);
        await AllPostedOnceAsync(Slots + 4, Longest);
    }

    [Fact]
    public async Task A_database_that_is_started_anew_in_the_middle_costs_nothing()
    {
        using var cluster = PostgresCluster.Begin();
        await BeginAsync(cluster.NewDatabase());
        await SendingAsync();
        cluster.Stop();
        await Task.Delay(TimeSpan.FromSeconds(2), Token);
        cluster.Start();
        await QueueAsync(Slots / 2, Slots - (Slots / 2));

        await AllPostedOnceAsync(Slots, Longest);
    }

    [Fact]
    public async Task A_worker_that_starts_before_its_database_says_so_and_waits_for_it()
    {
        using var cluster = PostgresCluster.Begin();
        var connection = cluster.NewDatabase();
        cluster.Stop();
        _workers.Add(Worker("1", connection, 0));
        await UntilAsync(() => _workers[0].Log.Contains("Not ready: PostgreSQL on", StringComparison.Ordinal));

        cluster.Start();

        await UntilAsync(() => _workers[0].Log.Contains("Registered as worker", StringComparison.Ordinal) && !_slack.Sockets.IsEmpty);
        Assert.Equal(0, await _workers[0].StopAsync(Token));
    }

    [Theory]
    [InlineData(300, -300)]
    [InlineData(3600, -3600)]
    public async Task Wrong_clocks_change_nothing_and_are_told(int one, int other)
    {
        await BeginAsync(PostgresCluster.Shared.NewDatabase(), shifts: (one, other));
        await QueueAsync(0, Slots);

        await AllPostedOnceAsync(Slots, Longest);

        Assert.All(_workers, w => Assert.Contains("This machine's clock differs from the database's", w.Log, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers) worker.Dispose();
        _platform?.Dispose();
        if (_store is not null) await _store.DisposeAsync();
        await _slack.DisposeAsync();
        _folder.Dispose();
    }

    private static int Option(string name, int otherwise) => int.Parse(Environment.GetEnvironmentVariable(name) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private WorkerProcess Worker(string name, string connection, int clockShift) => WorkerProcess.Run(
        Path.Combine(_folder.Path, name), _slack, TimeSpan.FromSeconds(clockShift), "--Store:Provider", "Postgres", "--Store:ConnectionString", connection);

    private async Task BeginAsync(string connection, string? first = null, (int One, int Other) shifts = default)
    {
        _store = PostgresChatStore.Open(connection, TimeProvider.System);
        _platform = new(new(FakeSlackServer.BotToken, FakeSlackServer.AppToken, "", false, _slack.Base), SlackBench.Catalogue, _store, TimeProvider.System, NullLogger<SlackPlatform>.Instance);
        _workers.Add(Worker("1", first ?? connection, shifts.One));
        _workers.Add(Worker("2", connection, shifts.Other));
        await UntilAsync(() => _workers.All(w => w.Log.Contains("Registered as worker", StringComparison.Ordinal)) && _slack.Sockets.Count >= 2);
    }

    /// <summary>One piece a channel, stored as a slot's are: whichever worker gets to it first sends it.</summary>
    private Task QueueAsync(int from, int count) => _store.QueueAsync(
        [
            .. Enumerable.Range(from, count).Select(n =>
            {
                var to = new Delivery { Conversation = new("slack", "T1", $"C{n}", null, ConversationKind.Public) };
                return new QueuedPiece($"digest/{n}", PiecePart.Answer, to, _platform.Render(ChatSamples.Reply($"{n}번 소식"), to)[0]);
            }),
        ],
        Token);

    /// <summary>A digest for each channel, due five minutes ago and ordered long before.</summary>
    private async Task SubscribeAsync(string connection)
    {
        var now = DateTimeOffset.UtcNow;
        var daily = new Subscription { Zone = "Etc/UTC", At = TimeOnly.FromTimeSpan(now.AddMinutes(-5).TimeOfDay), Cadence = Cadence.Daily };
        await using (var earlier = PostgresChatStore.Open(connection, new FakeTimeProvider(now.AddHours(-2))))
            await earlier.SaveOrdersAsync([.. Enumerable.Range(0, Slots).Select(n => daily.Order(new("slack", "T1", $"C{n}", null, ConversationKind.Public), "U1"))], Token);
        _store = PostgresChatStore.Open(connection, TimeProvider.System);
    }

    /// <summary>Nobody reads a statement until this is let go.</summary>
    private static async Task<NpgsqlConnection> HoldStatementsAsync(string connection)
    {
        await using (PostgresArchive.Open(connection, Organisations.Empty, TimeProvider.System))
        {
            // Its tables are there now.
        }

        var held = new NpgsqlConnection(connection + ";Pooling=false");
        await held.OpenAsync(Token);
        await held.BeginTransactionAsync(Token);
        await using var command = new NpgsqlCommand($"LOCK TABLE {PostgresArchive.Schema}.statements IN ACCESS EXCLUSIVE MODE", held);
        await command.ExecuteNonQueryAsync(Token);
        return held;
    }

    private List<string> Posts() => [.. _slack.Of("chat.postMessage").Select(j => j.Body.GetProperty("channel").GetString()!)];

    /// <summary>Half of the slots; the fault that follows falls into their sending, the other half comes after it.</summary>
    private async Task SendingAsync()
    {
        await QueueAsync(0, Slots / 2);
        await UntilAsync(() => Posts().Count > 0);
    }

    private async Task AllPostedOnceAsync(int slots, TimeSpan within)
    {
        var begun = _clock.Elapsed;
        await UntilAsync(() => _store.MeasureAsync(Token).Result is { ToSend: 0 } && _slack.Workspace.Messages.Count >= slots);
        var took = _clock.Elapsed - begun;

        var posted = _slack.Workspace.Messages.Select(m => (string)m["channel"]!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(0, slots).Select(n => $"C{n}").Order(StringComparer.Ordinal), posted);
        Assert.Equal(slots, Posts().Count);
        Assert.Equal(0, (await _store.MeasureAsync(Token)).Dead);
        Assert.True(took < within, $"It took {took}.");
        TestContext.Current.SendDiagnosticMessage($"{slots} slots, each posted once, {took.TotalSeconds:0.0} s after the fault");
    }

    private async Task UntilAsync(Func<bool> isSo)
    {
        var limit = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (isSo()) return;
            }
            catch (AggregateException fault) when (fault.InnerException is PolicyBot.Storage.ArchiveException)
            {
                // The server is being started anew.
            }

            Assert.True(limit.Elapsed < Longest, $"It never was so. Posts: {string.Join(' ', Posts())} {string.Join("\n---\n", _workers.Select(w => w.Log))}");
            await Task.Delay(20, Token);
        }
    }
}
