using Microsoft.Extensions.Time.Testing;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;
using Topics = PolicyBot.Concerns.Topics;

namespace PolicyBot.Tests.Access;

/// <summary>A closed record and the open one that repeats it are linked: digest and brief follow the link only where both may be seen.</summary>
public sealed class RepeatedRecordsTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2025, 10, 6);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly Clearance Cleared = new(Grade.Classified, "budget");
    private static readonly Organisations Organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(At(Monday));
    private SqliteArchive _archive = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_two_are_linked_where_both_may_be_seen()
    {
        Assert.Contains((await _archive.FindRecordAsync(new("shown"), Cleared, Token))!.Repeats, r => r.Id.Value == "hidden");
        Assert.Empty((await _archive.FindRecordAsync(new("shown"), Grade.Open, Token))!.Repeats);
    }

    [Fact]
    public async Task What_a_closed_record_told_the_day_before_is_news_to_a_place_that_does_not_see_it()
    {
        var (open, cleared) = (await DigestAsync(Tuesday, Grade.Open), await DigestAsync(Tuesday, Cleared));

        Assert.Equal(20, open.NewConcerns.Count);
        Assert.Single(open.NewReplies);
        Assert.Empty(cleared.NewConcerns);
        Assert.Empty(cleared.NewReplies);
    }

    [Fact]
    public async Task A_digest_tells_nothing_of_the_closed_one()
    {
        var open = await DigestAsync(Tuesday, Grade.Open);

        // To whom only the open one is shown, nothing had come in by then.
        var before = await DigestAsync(Monday, Grade.Open);
        Assert.Equal((true, 0), (before.Basis.ByPublication, before.NewConcerns.Count));
        Assert.All(before.Meetings, m => Assert.DoesNotContain(new("hidden"), m.RecordIds));
        Assert.DoesNotContain("숨은", Text(before), StringComparison.Ordinal);
        Assert.DoesNotContain("숨은", Text(open), StringComparison.Ordinal);
        Assert.Contains("숨은", Text(await DigestAsync(Monday, Cleared)), StringComparison.Ordinal);
        Assert.All(open.NewConcerns, c => Assert.Empty(c.AlsoTold));
        Assert.All(open.NewConcerns, c => Assert.Equal(1, c.Entry.Raised.Raised?.Times));
        Assert.All(open.Meetings, m => Assert.DoesNotContain(new("hidden"), m.RecordIds));
        Assert.Equal(20, open.Weeks.Sum(w => w.Counts.Sum()));
    }

    [Fact]
    public async Task A_brief_tells_nothing_of_the_closed_one()
    {
        var (open, cleared) = (await BriefAsync(Grade.Open), await BriefAsync(Cleared));

        Assert.DoesNotContain("숨은", Text(open), StringComparison.Ordinal);
        Assert.Contains("숨은", Text(cleared), StringComparison.Ordinal);
        Assert.Equal(["shown"], open.Sources.Select(s => s.Id.Value));
        Assert.Equal(["hidden", "shown"], cleared.Sources.Select(s => s.Id.Value).Order());
        Assert.All(open.Invited.SelectMany(i => i.Concerns), c => Assert.Empty(c.AlsoTold));
        Assert.All(cleared.Invited.SelectMany(i => i.Concerns).Where(c => !c.Entry.Raised.Text.Contains("숨은", StringComparison.Ordinal)), c => Assert.Single(c.AlsoTold));
    }

    public async ValueTask InitializeAsync()
    {
        _archive = SqliteArchive.Open(_folder.Path, Organisations, _time);
        await _archive.PutAsync([Report("hidden", "숨은 보고", Grade.Classified, "budget", "숨은회사", "숨은 부담이 크다")], CancellationToken.None);
        _time.AdjustTime(At(Tuesday));
        await _archive.PutAsync([Report("shown", "간담회 보고", Grade.Open, null)], CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private static ReadRecord Report(string id, string title, Grade grade, string? group, string? guest = null, string? more = null)
    {
        var speaker = new Party("성춘향", "대표", "가나클라우드");
        var told = new Told(id, title, new(2025, 10, 5), grade: grade)
            .At("데이터센터 후속 간담회", new(2025, 10, 10), "새빛홀", MeetingStatus.Upcoming, [speaker, .. guest is null ? [] : (Party[])[new(null, null, guest)]])
            .At("인허가 현장 간담회", new(2025, 10, 4), "세움관", MeetingStatus.Held, speaker);
        for (var n = 0; n < 20; n++) told = told.Says(StatementKind.Concern, $"{n + 1}번 사업장은 전력이 {n * 7}만큼 부족하고 인허가가 {n + 2}달이나 걸린다", new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []), "power");
        told = told.Says(StatementKind.Reply, "전력 공급 방안을 검토하겠다", new(AttributionLevel.Organisation, ["과학기술정보통신부"], []), "power", ReplyStrength.WillReview, null, 0);
        if (more is not null) told = told.Says(StatementKind.Concern, more, new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []), "finance");
        var read = told.Read();
        return read with { Record = read.Record with { Group = group } };
    }

    private async Task<Brief> BriefAsync(Clearance clearance)
    {
        var choice = await new MeetingFinder(_archive).FindAsync("데이터센터 후속 간담회", Tuesday, clearance, Token);
        return await new BriefComposer(_archive, Organisations, Topics.Empty).ComposeAsync(choice!.Meeting, Tuesday, clearance, Token);
    }

    private Task<Digest> DigestAsync(DateOnly day, Clearance clearance) => new DigestComposer(_archive).ComposeAsync(DigestRequest.OfDay(day, Seoul, clearance), Token);

    private static string Text(Digest digest) => new DigestText(Language.Korean, Topics.Empty).Whole(digest);

    private static string Text(Brief brief) => new BriefText(new Phrases(Language.Korean)).Whole(brief);

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new(10, 0)), TimeSpan.FromHours(9));
}
