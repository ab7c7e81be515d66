using Microsoft.Extensions.Time.Testing;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;
using Topics = PolicyBot.Concerns.Topics;

namespace PolicyBot.Tests.Digests;

public sealed class DigestComposerTests : IAsyncDisposable
{
    private static readonly DateOnly Monday = new(2025, 10, 6);
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["과학기술정보통신부"], []);
    private static readonly Attribution Speaker = new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start(Monday));
    private readonly SqliteArchive _archive;

    public DigestComposerTests() => _archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, _time);

    [Fact]
    public async Task What_came_in_on_the_day_is_new_that_day_alone()
    {
        await ImportAsync(Monday, Permits("first"));

        Assert.Equal("인허가 절차를 줄여 달라", Assert.Single((await DigestAsync(Monday)).NewConcerns).Entry.Raised.Text);
        Assert.Equal("연내 지침을 고치겠다", Assert.Single((await DigestAsync(Monday)).NewReplies).Text);
        Assert.True((await DigestAsync(Monday.AddDays(1))).IsQuiet);
        Assert.True((await DigestAsync(Monday.AddDays(-1))).IsQuiet);
    }

    [Fact]
    public async Task The_day_is_the_local_one()
    {
        _time.AdjustTime(new DateTimeOffset(2025, 10, 6, 23, 59, 0, TimeSpan.FromHours(9)));
        await _archive.PutAsync([Permits("first")], CancellationToken.None);

        Assert.Single((await DigestAsync(Monday)).NewConcerns);
        Assert.Empty((await DigestAsync(Monday.AddDays(1))).NewConcerns);
    }

    [Fact]
    public async Task A_second_report_of_the_same_words_at_the_same_meeting_is_no_news()
    {
        await ImportAsync(Monday, Permits("first"));
        await ImportAsync(Monday.AddDays(1), Permits("second"));
        var digest = await DigestAsync(Monday.AddDays(1));

        Assert.Empty(digest.NewConcerns);
        Assert.Empty(digest.NewReplies);
    }

    [Fact]
    public async Task Of_a_changed_record_only_its_new_words_are_new()
    {
        await ImportAsync(Monday, Permits("first"));
        await ImportAsync(Monday.AddDays(1), Permits("first", more: "수수료가 부담스럽다"));

        Assert.Equal("수수료가 부담스럽다", Assert.Single((await DigestAsync(Monday.AddDays(1))).NewConcerns).Entry.Raised.Text);
    }

    [Theory]
    [InlineData("2025-12-24", 0)]
    [InlineData("2025-12-25", 1)]
    [InlineData("2025-12-31", 1)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-01-02", 0)]
    public async Task A_commitment_is_told_in_the_week_before_its_day_and_once_when_it_is_past(string day, int told)
    {
        await ImportAsync(Monday, Permits("first"));

        Assert.Equal(told, (await DigestAsync(Day(day))).FreshlyDue.Count());
    }

    [Fact]
    public async Task A_concern_without_reply_is_told_once_when_it_has_waited_too_long()
    {
        await ImportAsync(Monday, Permits("first", more: "수수료가 부담스럽다"));
        var grown = Monday.AddDays(30);

        Assert.Empty((await DigestAsync(grown.AddDays(-1))).FreshlyUnanswered);
        Assert.Equal("수수료가 부담스럽다", Assert.Single((await DigestAsync(grown)).FreshlyUnanswered).Entry.Raised.Text);
        Assert.Empty((await DigestAsync(grown.AddDays(1))).FreshlyUnanswered);
        Assert.Single((await DigestAsync(grown.AddDays(1))).Unanswered);
    }

    [Fact]
    public async Task Meetings_of_the_day_and_of_the_six_days_after_are_told()
    {
        await ImportAsync(Monday, new Told("coming", "안내", Monday).At("인재 간담회", Monday.AddDays(7), "두리센터", MeetingStatus.Upcoming).Read());

        Assert.Empty((await DigestAsync(Monday)).Meetings);
        Assert.Single((await DigestAsync(Monday.AddDays(1))).Meetings);
        Assert.Contains("• 오늘 2025-10-13 인재 간담회", Text(await DigestAsync(Monday.AddDays(7))), StringComparison.Ordinal);
        Assert.Empty((await DigestAsync(Monday.AddDays(8))).Meetings);
    }

    [Fact]
    public async Task What_the_clearance_hides_is_neither_told_nor_counted()
    {
        await ImportAsync(Monday, Permits("hidden", grade: Grade.Classified));

        Assert.True((await DigestAsync(Monday)).IsQuiet);
        Assert.False((await DigestAsync(Monday, Grade.Classified)).IsQuiet);
    }

    [Fact]
    public async Task A_filter_leaves_what_was_raised_on_the_topic_and_its_replies()
    {
        await ImportAsync(Monday, Permits("first"));
        var request = DigestRequest.OfDay(Monday, Seoul, Grade.Open);
        var composer = new DigestComposer(_archive);

        Assert.True((await composer.ComposeAsync(request with { Topics = ["power"] }, CancellationToken.None)).IsQuiet);
        Assert.Single((await composer.ComposeAsync(request with { Topics = ["permits"] }, CancellationToken.None)).NewReplies);
        Assert.Empty((await composer.ComposeAsync(request with { Organisations = ["다라전자"] }, CancellationToken.None)).NewReplies);
    }

    [Fact]
    public async Task The_post_begins_with_the_counts_and_says_when_nothing_is_new()
    {
        await ImportAsync(Monday, Permits("first"));

        Assert.StartsWith("2025-10-06(월) 새 우려·요청 1건, 새 답변·약속 1건\n• permits 1건: 성춘향 가나클라우드 대표\n", Text(await DigestAsync(Monday)), StringComparison.Ordinal);
        Assert.Equal("2025-10-07(화) 새로 나온 것이 없습니다.", Text(await DigestAsync(Monday.AddDays(1))));
        Assert.StartsWith("2025-10-06 (Monday) 1 new concern, 1 new reply", Text(await DigestAsync(Monday), Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_anything_came_in_is_told_by_the_days_of_publication_and_says_so()
    {
        var undated = Permits("undated");
        await ImportAsync(Monday.AddDays(90), Permits("first"));
        await ImportAsync(Monday.AddDays(90), undated with { Record = undated.Record with { Published = null } });
        await ImportAsync(Monday.AddDays(90), Permits("later", "전력이 모자란다", published: Monday.AddDays(3)));

        var day = await DigestAsync(Monday);
        Assert.Equal("인허가 절차를 줄여 달라", Assert.Single(day.NewConcerns).Entry.Raised.Text);
        Assert.Equal(new(ByPublication: true, LeftOut: 1), day.Basis);
        Assert.Contains("발행일이 없는 기록 1건은 빠졌습니다.", Text(day).Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("this looks back by the days of publication, without 1 record that has none.", Text(day, Language.English).Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal("전력이 모자란다", Assert.Single((await DigestAsync(Monday.AddDays(3))).NewConcerns).Entry.Raised.Text);
        Assert.True((await DigestAsync(Monday.AddDays(1))).IsQuiet);
        Assert.True((await DigestAsync(Monday.AddDays(-1))).IsQuiet);
        Assert.Contains("발행일", Text(await DigestAsync(Monday.AddDays(1))), StringComparison.Ordinal);
        Assert.Contains("발행일", string.Concat(new DigestReply(Topics.Empty, null).Compose(day, Language.Korean).Select(r => r.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_by_the_days_of_publication_a_meeting_is_what_was_known_of_it_then()
    {
        var meeting = Permits("first").Meetings[0] with { Date = MeetingDate.Of(Monday.AddDays(4)), Status = MeetingStatus.Upcoming };
        var (announced, reported) = (Permits("announced"), Permits("reported", published: Monday.AddDays(5)));
        await ImportAsync(Monday.AddDays(90), announced with { Meetings = [meeting], Statements = [] });
        await ImportAsync(Monday.AddDays(90), reported with { Meetings = [meeting with { Id = new("r"), Status = MeetingStatus.Held }], Statements = [] });

        Assert.Equal((MeetingStatus.Upcoming, 1), (await DigestAsync(Monday)).Meetings.Select(m => (m.Status, m.RecordIds.Count)).Single());
        Assert.Equal((MeetingStatus.Held, 2), (await _archive.FindMeetingsAsync(new(), CancellationToken.None)).Select(m => (m.Status, m.RecordIds.Count)).Single());
    }

    [Fact]
    public async Task A_day_on_which_something_had_come_in_goes_by_that_and_tells_what_came_later()
    {
        await ImportAsync(Monday, Permits("first"));
        await ImportAsync(Monday.AddDays(90), Permits("late", "전력이 모자란다"));

        var day = await DigestAsync(Monday);
        Assert.Single(day.NewConcerns);
        Assert.Equal(new(ByPublication: false, LeftOut: 1), day.Basis);
        Assert.Contains("이 날까지 발행됐지만 나중에 들어온 기록 1건은 들어 있지 않습니다.", Text(day), StringComparison.Ordinal);
        Assert.Contains("1 published by then came in later and is left out.", Text(day, Language.English), StringComparison.Ordinal);
        Assert.Equal(new(ByPublication: false, LeftOut: 0), (await DigestAsync(Monday.AddDays(90))).Basis);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Asia/Beirut", "2026-03-29", 23)]
    public void A_day_of_changed_clocks_is_covered_whole(string zone, string day, int hours)
    {
        var request = DigestRequest.OfDay(Day(day), TimeZoneInfo.FindSystemTimeZoneById(zone), Grade.Open);

        Assert.Equal(TimeSpan.FromHours(hours), request.Until - request.Since);
        Assert.Equal(request.Since, DigestRequest.OfDay(Day(day).AddDays(-1), TimeZoneInfo.FindSystemTimeZoneById(zone), Grade.Open).Until);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(new(10, 0)), TimeSpan.FromHours(9));

    private static string Text(Digest digest, Language language = Language.Korean) => new DigestText(language, Topics.Empty).Whole(digest);

    private async Task ImportAsync(DateOnly day, ReadRecord record)
    {
        _time.AdjustTime(Start(day));
        await _archive.PutAsync([record], CancellationToken.None);
    }

    private Task<Digest> DigestAsync(DateOnly day, Grade clearance = Grade.Open) =>
        new DigestComposer(_archive).ComposeAsync(DigestRequest.OfDay(day, Seoul, clearance), CancellationToken.None);

    private static ReadRecord Permits(string id, string? more = null, Grade grade = Grade.Open, DateOnly? published = null)
    {
        var told = new Told(id, id, published ?? Monday, grade: grade)
            .At("인허가 간담회", Monday.AddDays(-1), "세움관", MeetingStatus.Held, new Party("성춘향", "대표", "가나클라우드"))
            .Says(StatementKind.Request, "인허가 절차를 줄여 달라", Speaker, "permits")
            .Says(StatementKind.Commitment, "연내 지침을 고치겠다", Ministry, "permits", ReplyStrength.WillPursue, new("연내", new(2025, 12, 31)), 0);
        return (more is null ? told : told.Says(StatementKind.Concern, more, Speaker, "finance")).Read();
    }
}
