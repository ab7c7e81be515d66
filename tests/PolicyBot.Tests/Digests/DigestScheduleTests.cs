using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Digests;

/// <summary>Due slots against what arrived, over real SQLite and a clock that goes where the test wants.</summary>
public sealed class DigestScheduleTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Zones = ["Asia/Seoul", "America/New_York", "Europe/Berlin"];

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly SqliteArchive _archive;
    private readonly JournalPlatform _platform;
    private DigestProcess _process;

    public DigestScheduleTests()
    {
        _time.AdjustTime(Begin);
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
        _platform = new(_time);
        _process = New();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What people see, by channel: the days of the digests that stand there.</summary>
    private ILookup<string, string> Days => _platform.Journal.Where(p => p.Key.StartsWith("digest/", StringComparison.Ordinal) && p.Key.EndsWith("/0", StringComparison.Ordinal)).ToLookup(p => p.Lane, p => p.Key.Split('/')[^2]);

    [Fact]
    public async Task In_24_months_of_three_zones_with_restarts_and_clocks_set_back_each_day_comes_once()
    {
        foreach (var (n, zone) in Zones.Index()) await SubscribeAsync($"C{n}", new() { Zone = zone, At = new(2, 30), Cadence = Cadence.Daily });
        var (until, random) = (Begin.AddMonths(24), new Random(24));
        while (_time.GetUtcNow() < until)
        {
            _time.AdjustTime(_time.GetUtcNow().AddMinutes(random.Next(60, 700)));
            // Clocks that are set back say nothing twice.
            if (random.Next(20) == 0) _time.AdjustTime(_time.GetUtcNow().AddMinutes(-random.Next(1, 300)));
            if (random.Next(10) == 0) await RestartAsync();
            await _process.TurnAsync();
        }

        foreach (var n in Enumerable.Range(0, Zones.Length))
        {
            var days = Days[$"test/C{n}"].ToList();
            Assert.Equal(days.Distinct().Order(StringComparer.Ordinal), days);
            var first = DateOnly.Parse(days[0], CultureInfo.InvariantCulture);
            Assert.Equal(Enumerable.Range(0, days.Count).Select(d => Written(first.AddDays(d))), days);
            Assert.InRange(days.Count, 729, 731);
        }

        Assert.Empty(await _process.AlarmAsync());
    }

    [Fact]
    public async Task After_downtime_the_newest_slot_alone_is_made_up_for_and_the_others_raise_the_alarm()
    {
        await SubscribeAsync("C1", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        await TurnAtAsync(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
        await RestartAsync();
        await TurnAtAsync(new(2026, 1, 5, 19, 0, 0, TimeSpan.Zero));

        Assert.Equal(["2026-01-01", "2026-01-05"], Days["test/C1"]);
        Assert.Equal([new DateOnly(2026, 1, 2), new(2026, 1, 3), new(2026, 1, 4)], (await ReportAsync()).Gaps.Select(g => g.Day));
    }

    [Fact]
    public async Task A_slot_that_is_older_than_its_limit_is_not_sent_but_missed()
    {
        await SubscribeAsync("C1", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        await TurnAtAsync(new(2026, 1, 1, 20, 1, 0, TimeSpan.Zero));

        Assert.Empty(Days["test/C1"]);
        var gap = Assert.Single(await _process.AlarmAsync());
        Assert.Equal((new DateOnly(2026, 1, 1), "the bot was down when it was due"), (gap.Day, gap.Reason));
    }

    [Fact]
    public async Task A_slot_removed_by_hand_raises_the_alarm_and_what_it_sent_is_not_sent_again()
    {
        await SubscribeAsync("C1", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        await TurnAtAsync(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
        await TurnAtAsync(new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero));
        Assert.Empty((await ReportAsync()).Gaps);

        await _process.Store.Writer.WriteAsync(db => db.Execute("DELETE FROM slots WHERE slot = '2026-01-01'"), Token);
        await TurnAtAsync(new(2026, 1, 2, 8, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 1, 1), Assert.Single((await ReportAsync()).Gaps).Day);
        await _process.Store.Writer.WriteAsync(db => db.Execute("DELETE FROM slots"), Token);
        await RestartAsync();
        await TurnAtAsync(new(2026, 1, 2, 8, 31, 0, TimeSpan.Zero));

        Assert.Equal(["2026-01-01", "2026-01-02"], Days["test/C1"]);
    }

    [Fact]
    public async Task A_changed_zone_repeats_no_day_and_a_pause_owes_nothing()
    {
        await SubscribeAsync("C1", new() { Zone = "Asia/Seoul", At = new(8, 0), Cadence = Cadence.Daily });
        await TurnAtAsync(new(2026, 1, 1, 23, 0, 0, TimeSpan.Zero));
        await SubscribeAsync("C1", new() { Zone = "America/New_York", At = new(8, 0), Cadence = Cadence.Daily });
        await TurnAtAsync(new(2026, 1, 2, 13, 0, 0, TimeSpan.Zero));
        await TurnAtAsync(new(2026, 1, 3, 13, 0, 0, TimeSpan.Zero));
        await SubscribeAsync("C1", new() { Zone = "America/New_York", At = new(8, 0), Cadence = Cadence.Daily }, OrderState.Paused);
        await TurnAtAsync(new(2026, 1, 6, 13, 0, 0, TimeSpan.Zero));
        await SubscribeAsync("C1", new() { Zone = "America/New_York", At = new(8, 0), Cadence = Cadence.Daily });
        await TurnAtAsync(new(2026, 1, 7, 13, 0, 0, TimeSpan.Zero));

        Assert.Equal(["2026-01-02", "2026-01-03", "2026-01-07"], Days["test/C1"]);
        Assert.Empty((await ReportAsync()).Gaps);
    }

    [Fact]
    public async Task Only_what_came_in_since_the_last_delivered_digest_is_told()
    {
        await SubscribeAsync("C1", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        await ImportAsync("first", "수수료가 부담스럽다");
        await TurnAtAsync(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
        // Nothing was delivered on the second: the third tells of both days.
        await ImportAsync("second", "심사가 느리다");
        _time.AdjustTime(new(2026, 1, 2, 23, 0, 0, TimeSpan.Zero));
        await RestartAsync();
        await _process.TurnAsync();
        await ImportAsync("third", "서류가 많다");
        await TurnAtAsync(new(2026, 1, 3, 8, 0, 0, TimeSpan.Zero));

        var told = _platform.Journal.Where(p => p.Key.StartsWith("digest/", StringComparison.Ordinal)).ToLookup(p => p.Key.Split('/')[^2], p => p.Body);
        Assert.Contains(told["2026-01-01"], b => b.Contains("수수료가 부담스럽다", StringComparison.Ordinal));
        Assert.Empty(told["2026-01-02"]);
        Assert.DoesNotContain(told["2026-01-03"], b => b.Contains("수수료가", StringComparison.Ordinal));
        Assert.Contains(told["2026-01-03"], b => b.Contains("심사가 느리다", StringComparison.Ordinal) && b.Contains("서류가 많다", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_nothing_is_new_one_line_says_so_or_nothing_is_said()
    {
        await SubscribeAsync("C1", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        await SubscribeAsync("C2", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily, IsSilentWhenQuiet = true });
        await TurnAtAsync(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal("2026-01-01(목) 새로 나온 것이 없습니다.", Assert.Single(_platform.Journal).Body);
        Assert.Empty((await ReportAsync()).Gaps);
    }

    [Fact]
    public async Task Hundreds_due_in_the_same_minute_are_all_sent_in_one_turn()
    {
        await _process.Store.SaveOrdersAsync([.. Enumerable.Range(0, 250).Select(n => new Subscription { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily }.Order(ChatSamples.Channel($"C{n}"), "U1"))], Token);
        await TurnAtAsync(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal(250, _platform.Journal.Select(p => p.Lane).Distinct().Count());
        Assert.Equal(250, _platform.Journal.Count);
    }

    [Fact]
    public async Task A_lost_channel_pauses_its_subscription_and_its_owner_is_told_once()
    {
        await SubscribeAsync("C1", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        _platform.Script = piece => piece.Delivery.Conversation.Channel == "C1" ? new(new SendOutcome.Refused("is_archived", ConversationLost: true)) : null;
        for (var day = 1; day <= 3; day++) await TurnAtAsync(new(2026, 1, day, 8, 0, 0, TimeSpan.Zero));

        var told = Assert.Single(_platform.Journal);
        Assert.Equal("test/U1", told.Lane);
        Assert.Contains("is_archived", told.Body, StringComparison.Ordinal);
        Assert.Equal(OrderState.Lost, (await _process.Store.FindOrderAsync("digest/test/C1", Token))!.State);
    }

    [Theory]
    [InlineData("Noticed")]
    [InlineData("Claimed")]
    [InlineData("Composed")]
    [InlineData("Queued")]
    [InlineData("Sending")]
    [InlineData("Sent")]
    [InlineData("Settled")]
    public async Task Killed_at_a_step_no_slot_is_missed_and_none_doubled(string step)
    {
        for (var n = 0; n < 5; n++) await SubscribeAsync($"C{n}", new() { Zone = "Etc/UTC", At = new(8, 0), Cadence = Cadence.Daily });
        await ImportAsync("first", "수수료가 부담스럽다");
        for (var times = 1; times <= 3; times++)
        {
            _time.AdjustTime(new DateTimeOffset(2026, 1, times, 8, 0, 0, TimeSpan.Zero));
            var left = times;
            await RestartAsync(passed => passed == step && --left == 0);
            await _process.TurnAsync();
            await RestartAsync();
            await _process.TurnAsync();
        }

        for (var n = 0; n < 5; n++) Assert.Equal(["2026-01-01", "2026-01-02", "2026-01-03"], Days[$"test/C{n}"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DigestProcess New(Func<string, bool>? killAt = null) => new(_folder.Path, _archive, _platform, _time, killAt);

    private async Task RestartAsync(Func<string, bool>? killAt = null)
    {
        await _process.DisposeAsync();
        _process = New(killAt);
    }

    private Task SubscribeAsync(string channel, Subscription subscription, OrderState state = OrderState.Active) =>
        _process.Store.SaveOrdersAsync([subscription.Order(ChatSamples.Channel(channel), "U1", state)], Token);

    private async Task TurnAtAsync(DateTimeOffset moment)
    {
        _time.AdjustTime(moment);
        await _process.TurnAsync();
    }

    private async Task<DigestReport> ReportAsync() => new DigestWatch(KoreanHolidays.ByRule).Read(
        await _process.Store.ListOrdersAsync(null, Token), await _process.Store.ListSlotsAsync(_time.GetUtcNow() - DigestWatch.LooksBack, Token), _time.GetUtcNow().AddMinutes(20));

    private Task<IReadOnlyList<PutResult>> ImportAsync(string id, string words) => _archive.PutAsync(
        [new Told(id, id, new(2026, 1, 1)).At($"{id} 간담회", new(2025, 12, 30), "세움관", MeetingStatus.Held).Says(StatementKind.Concern, words, new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []), "finance").Read()], Token);
}
