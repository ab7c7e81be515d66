using Microsoft.Extensions.Time.Testing;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Commands;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Digests;

public sealed class BriefSlotsTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero));
    private readonly SqliteArchive _archive;
    private readonly JournalPlatform _platform;
    private DigestProcess _process;

    public BriefSlotsTests()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);
        _platform = new(_time) { Rendered = reply => [TalkingBot.TextOf(reply)] };
        _process = new(_folder.Path, _archive, _platform, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Briefs => [.. _platform.Journal.Where(p => p.Key.StartsWith("brief/", StringComparison.Ordinal) && p.Key.EndsWith("/0", StringComparison.Ordinal)).Select(p => $"{p.Lane} {p.At:dd HH:mm}")];

    [Fact]
    public async Task A_meeting_is_briefed_on_once_in_each_channel_that_wishes_it_so_many_hours_ahead()
    {
        await ImportAsync(MeetingStatus.Upcoming);
        await SubscribeAsync("C1", 24);
        await SubscribeAsync("C2", 48);
        await SubscribeAsync("C3", null);
        // The meeting is on the 20th, and begins at nine in Seoul when no hour is told.
        for (var hour = 0; hour < 24 * 14; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            if (hour % 50 == 0) await RestartAsync();
            await _process.TurnAsync();
        }

        Assert.Equal(["test/C2 18 00:00", "test/C1 19 00:00"], Briefs);
        Assert.Contains(_platform.Journal, p => p.Body.Contains("전력 공급을 늘려 달라", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_was_called_off_is_not_briefed_on()
    {
        await ImportAsync(MeetingStatus.Cancelled);
        await SubscribeAsync("C1", 24);
        _time.AdjustTime(new(2026, 1, 19, 12, 0, 0, TimeSpan.Zero));
        await _process.TurnAsync();

        Assert.Empty(Briefs);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private async Task RestartAsync()
    {
        await _process.DisposeAsync();
        _process = new(_folder.Path, _archive, _platform, _time);
    }

    private Task SubscribeAsync(string channel, int? hours) => _process.Store.SaveOrdersAsync(
        [new Subscription { Zone = "Asia/Seoul", At = new(8, 30), Cadence = Cadence.Weekly, BriefHours = hours }.Order(ChatSamples.Channel(channel), "U1")], Token);

    private Task<IReadOnlyList<PutResult>> ImportAsync(MeetingStatus status) => _archive.PutAsync(
        [
            new Told("before", "before", new(2025, 12, 1)).At("전력 간담회", new(2025, 11, 30), "세움관", MeetingStatus.Held, new Party("성춘향", "대표", "가나클라우드"))
                .Says(StatementKind.Request, "전력 공급을 늘려 달라", new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []), "power").Read(),
            new Told("coming", "coming", new(2026, 1, 5)).At("신년 간담회", new(2026, 1, 20), "새빛홀", status, new Party("성춘향", "대표", "가나클라우드")).Read(),
        ], Token);
}
