using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Meetings;

/// <summary>Two meetings in the past and one to come, told by hand; today is 1 October 2025.</summary>
public sealed class BriefedArchive : IAsyncLifetime
{
    internal static readonly DateOnly Today = new(2025, 10, 1);
    private static readonly DateOnly July = new(2025, 7, 24);
    private static readonly Party Chunhyang = new("성춘향", "대표", "가나클라우드");
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["과학기술정보통신부"], []);

    private readonly TemporaryFolder _folder = new();

    internal SqliteArchive Archive { get; private set; } = null!;

    internal static Organisations Organisations { get; } = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));

    internal static IReadOnlyList<ReadRecord> Records { get; } =
    [
        Power("july", July.AddDays(1)),
        Power("july-again", July.AddDays(2)),
        new Told("august", "인허가 현장", new(2025, 8, 6))
            .At("인허가 현장 간담회", new(2025, 8, 5), "세움관", MeetingStatus.Held, Chunhyang, new Party("변학도", "회장", "바사협회"))
            .Says(StatementKind.Request, "인허가 절차를 줄여 달라", Person("성춘향 가나클라우드 대표"), "permits")
            .Says(StatementKind.Commitment, "9월까지 인허가 지침을 고치겠다", Ministry, "permits", ReplyStrength.WillPursue, new("9월까지", new(2025, 9, 30)), 0)
            .Says(StatementKind.Commitment, "연내 인허가 창구를 만들겠다", Ministry, "permits", ReplyStrength.WillPursue, new("연내", new(2025, 12, 31)), 0)
            .Says(StatementKind.Concern, "수수료가 부담스럽다", Person("변학도 바사협회 회장"), "finance")
            .Read(),
        new Told("elsewhere", "다른 자리", new(2025, 8, 21))
            .At("창업 간담회", new(2025, 8, 20), "두리센터", MeetingStatus.Held, new Party("성춘향", "이사", "아자소프트"))
            .Says(StatementKind.Concern, "창업 자금이 모자란다", Person("성춘향 아자소프트 이사"), "finance")
            .Read(),
        new Told("hidden", "비공개 면담", new(2025, 9, 2), grade: Grade.Classified)
            .At("가나클라우드 비공개 면담", new(2025, 9, 1), "한빛홀", MeetingStatus.Held, Chunhyang)
            .Says(StatementKind.Concern, "해외 서버 이전을 고민한다", Person("성춘향 가나클라우드 대표"), "cloud")
            .Read(),
        new Told("coming", "후속 간담회 안내", new(2025, 9, 20))
            .At("데이터센터 후속 간담회", new(2025, 10, 20), "새빛홀", MeetingStatus.Upcoming, Chunhyang, new Party(null, null, "다라전자"), new Party(null, null, "처음온회사"), new Party(null, "장관", "과학기술정보통신부"))
            .Read(),
        new Told("nobody", "인재 간담회 안내", new(2025, 9, 21))
            .At("보안 인재 간담회", new(2025, 11, 3), "온누리관", MeetingStatus.Upcoming)
            .Read(),
        new Told("lonely", "자문 안내", new(2025, 9, 22))
            .At("자문 회의", new(2025, 11, 10), "온누리관", MeetingStatus.Upcoming, new Party("변학도", "위원", null), new Party("성춘향", null, null))
            .Read(),
    ];

    internal async Task<Brief> BriefAsync(string meeting, Grade clearance = Grade.Open, DateOnly? today = null)
    {
        var choice = await FindAsync(meeting, clearance, today);
        Assert.NotNull(choice);
        return await new BriefComposer(Archive, Organisations, Topics.Load(ShippedCatalogues.Topics)).ComposeAsync(choice.Meeting, today ?? Today, clearance, TestContext.Current.CancellationToken);
    }

    internal Task<MeetingChoice?> FindAsync(string words, Grade clearance = Grade.Open, DateOnly? today = null) =>
        new MeetingFinder(Archive).FindAsync(words, today ?? Today, clearance, TestContext.Current.CancellationToken);

    internal static string Text(Brief brief, Language language = Language.Korean) => new BriefText(new Phrases(language)).Whole(brief);

    public async ValueTask InitializeAsync()
    {
        Archive = SqliteArchive.Open(_folder.Path, Organisations, TimeProvider.System);
        await Archive.PutAsync(Records, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        _folder.Dispose();
    }

    private static Attribution Person(string name) => new(AttributionLevel.Person, [name], []);

    private static ReadRecord Power(string id, DateOnly published) => new Told(id, "데이터센터 업계의 7월", published)
        .At("데이터센터 업계 간담회", July, "한빛홀", MeetingStatus.Held, Chunhyang, new Party(null, null, "다라전자"))
        .Says(StatementKind.Request, "전력 공급을 늘려 달라", new(AttributionLevel.Participants, ["참석자들"], ["가나클라우드", "다라전자"]), "power")
        .Says(StatementKind.Concern, "냉각수가 모자란다", new(AttributionLevel.Organisation, ["가나클라우드"], []), "environment")
        .Says(StatementKind.Reply, "전력 공급 방안을 검토하겠다", Ministry, "power", ReplyStrength.WillReview, null, 0)
        .Read();
}
