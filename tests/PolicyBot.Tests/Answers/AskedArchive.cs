using Microsoft.Extensions.Time.Testing;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;
using PolicyBot.Text;

namespace PolicyBot.Tests.Answers;

/// <summary>An archive of records told by hand, asked on 1 October 2025 in Seoul.</summary>
public sealed class AskedArchive : IAsyncLifetime
{
    private readonly IReadOnlyList<ReadRecord> _records;

    private static readonly DateOnly July = new(2025, 7, 24);
    private static readonly Party[] Guests = [new(null, null, "가나클라우드"), new(null, null, "다라전자"), new(null, null, "마바데이터")];
    private static readonly Attribution Together = new(AttributionLevel.Participants, ["참석자들"], ["가나클라우드", "다라전자", "마바데이터"]);
    private static readonly Attribution Ministry = new(AttributionLevel.Organisation, ["과학기술정보통신부"], []);
    private static readonly Attribution Chunhyang = new(AttributionLevel.Person, ["성춘향 가나클라우드 대표"], []);

    private readonly TemporaryFolder _folder = new();
    private SqliteArchive? _archive;
    private PassageIndex? _index;

    internal static QuestionReader Reader { get; } = new(Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml")), Topics.Load(Path.Combine(SharedData.Config, "topics.yaml")));

    internal static IReadOnlyList<ReadRecord> Records { get; } =
    [
        new Told("july", "데이터센터 업계의 7월", July.AddDays(1))
            .At("데이터센터 업계 간담회", July, "한빛홀", MeetingStatus.Held, Guests)
            .Says(StatementKind.Request, "전력 공급을 늘려 달라", Together, "power")
            .Says(StatementKind.Concern, "주민 민원이 사업을 막는다", Together, "local-complaints")
            .Says(StatementKind.Reply, "전력 공급 방안을 검토하겠다", Ministry, "power", ReplyStrength.WillReview, null, 0)
            .At("인공지능 인재 간담회", July, "두리센터", MeetingStatus.Held, new Party("이몽룡", "교수", "라마대학교"))
            .Says(StatementKind.Request, "대학원 정원을 늘려 달라", new(AttributionLevel.Person, ["이몽룡 라마대학교 교수"], []), "talent")
            .Read(),
        new Told("july-again", "같은 자리의 다른 기록", July.AddDays(2))
            .At("데이터센터 업계 간담회", July, "한빛홀", MeetingStatus.Held, Guests)
            .Says(StatementKind.Request, "전력 공급을 늘려 달라", Together, "power")
            .Read(),
        new Told("august", "인허가 현장", new(2025, 8, 6))
            .At("인허가 현장 간담회", new(2025, 8, 5), "세움관", MeetingStatus.Held, new Party("성춘향", "대표", "가나클라우드"))
            .Says(StatementKind.Request, "인허가 절차를 줄여 달라", Chunhyang, "permits")
            .Says(StatementKind.Commitment, "9월까지 인허가 지침을 고치겠다", Ministry, "permits", ReplyStrength.WillPursue, new("9월까지", new(2025, 9, 30)), 0)
            .Says(StatementKind.Commitment, "연내 인허가 창구를 만들겠다", Ministry, "permits", ReplyStrength.WillPursue, new("연내", new(2025, 12, 31)), 0)
            .Read(),
        new Told("september", "Tax roundtable", new(2025, 9, 3), Language.English)
            .At("Robot tax roundtable", new(2025, 9, 2), "Example Hall", MeetingStatus.Held, new Party("Mary Major", "president", "Example Robotics"), new Party(null, null, "Credit Makers"))
            .Says(StatementKind.Request, "tax credits for robot makers", new(AttributionLevel.Person, ["Mary Major, president of Example Robotics"], []), "tax")
            .Read(),
        new Told("coming", "인재 간담회 안내", new(2025, 9, 20))
            .At("보안 인재 간담회", new(2025, 10, 20), "새빛홀", MeetingStatus.Upcoming)
            .Read(),
    ];

    public AskedArchive() : this(Records)
    {
    }

    internal AskedArchive(IReadOnlyList<ReadRecord> records) => _records = records;

    internal IArchive Archive => _archive!;

    internal IRetriever Retriever => _index!;

    internal async Task<Answer> AskAsync(string question, Grade clearance = Grade.Open, DateTimeOffset? now = null)
    {
        var seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
        var time = new FakeTimeProvider(now ?? new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
        return await new ExtractiveAnswerer(_archive!, _index!, Reader, time, seoul).AnswerAsync(question, clearance, TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync()
    {
        var organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));
        _archive = SqliteArchive.Open(_folder.Path, organisations, TimeProvider.System);
        await _archive.PutAsync(_records, CancellationToken.None);
        _index = PassageIndex.Open(Path.Combine(_folder.Path, "index"));
        await new IndexFollower(_archive, _index, new PassageCutter(organisations)).FollowAsync(null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _index?.Dispose();
        if (_archive is not null) await _archive.DisposeAsync();
        _folder.Dispose();
    }
}
