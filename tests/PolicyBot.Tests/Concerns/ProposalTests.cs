using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Tests.Records;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Concerns;

/// <summary>What a second reader may add to what the rules read. The records are invented.</summary>
public sealed class ProposalTests
{
    private const string Told =
        "예시부는 24일 세종에서 데이터센터 업계 간담회를 열었다. 이날 간담회에는 가나클라우드, 다라전자가 참석했다.\n\n"
        + "홍길동 A사 대표는 전력 공급을 늘려 달라고 요청했다. 냉각수 확보도 갈수록 벅차다는 게 현장의 사정이다. 임대료 걱정은 사실이 아니다.\n";

    private static readonly Organisations Organisations = Organisations.Load(ShippedCatalogues.Organisations);
    private static readonly StatementReader Reader = new(Organisations, Topics.Load(ShippedCatalogues.Topics));

    private readonly Record _record = RecordReader.ReadText(Told, "r", new(2025, 7, 25), Language.Korean).Record!;

    [Fact]
    public void Words_that_the_rules_missed_are_taken_of_nobody()
    {
        var read = Read(new ProposedStatement("냉각수 확보도 갈수록 벅차다", StatementKind.Concern, AttributionLevel.Unattributed, ""));

        var added = Assert.Single(read.Statements, s => s.Span.Of(Told).Contains("냉각수", StringComparison.Ordinal));
        Assert.Equal((StatementKind.Concern, AttributionLevel.Unattributed), (added.Kind, added.Attribution.Level));
        Assert.NotNull(added.MeetingId);
        Assert.Empty(read.Disagreements);
    }

    [Theory]
    [InlineData("냉각수 확보도 매우 벅차다", AttributionLevel.Unattributed, "")]
    [InlineData("냉각수 확보도 갈수록 벅차다", AttributionLevel.Person, "이몽룡 대표")]
    [InlineData("냉각", AttributionLevel.Unattributed, "")]
    [InlineData("", AttributionLevel.Unattributed, "")]
    public void Words_and_names_that_do_not_stand_in_the_record_fall(string quote, AttributionLevel level, string speaker)
    {
        var read = Read(new ProposedStatement(quote, StatementKind.Concern, level, speaker));

        Assert.Equal(Ids(Read()), Ids(read));
        Assert.Empty(read.Disagreements);
    }

    [Theory]
    [InlineData("냉각수 확보도 갈수록 벅차다", StatementKind.Concern, AttributionLevel.Organisation, "가나클라우드")]
    [InlineData("냉각수 확보도 갈수록 벅차다", StatementKind.Concern, AttributionLevel.Participants, "")]
    [InlineData("냉각수 확보도 갈수록 벅차다", StatementKind.Reply, AttributionLevel.Unattributed, "")]
    [InlineData("임대료 걱정", StatementKind.Concern, AttributionLevel.Unattributed, "")]
    public void More_than_the_rules_support_goes_to_a_person_and_changes_nothing(string quote, StatementKind kind, AttributionLevel level, string speaker)
    {
        var read = Read(new ProposedStatement(quote, kind, level, speaker));

        Assert.Equal(Ids(Read()), Ids(read));
        Assert.Null(Assert.Single(read.Disagreements).Ruled);
    }

    [Fact]
    public void Another_speaker_for_what_the_rules_read_goes_to_a_person_and_the_rules_stand()
    {
        var read = Read(new ProposedStatement("전력 공급을 늘려 달라", StatementKind.Request, AttributionLevel.Organisation, "가나클라우드"));

        var disagreement = Assert.Single(read.Disagreements);
        Assert.Equal(["가나클라우드"], disagreement.Proposed.Names);
        Assert.Equal(AttributionLevel.Person, disagreement.Ruled!.Level);
        Assert.Equal(Ids(Read()), Ids(read));
    }

    [Fact]
    public void A_proposal_that_agrees_with_the_rules_changes_nothing()
    {
        var read = Read(new ProposedStatement("전력 공급을 늘려 달라", StatementKind.Request, AttributionLevel.Person, "홍길동"));

        Assert.Equal(Ids(Read()), Ids(read));
        Assert.Empty(read.Disagreements);
    }

    private ReadStatements Read(params ProposedStatement[] proposed) => Reader.Read(_record, new MeetingReader(Organisations).Read(_record), proposed);

    private static IEnumerable<(string, AttributionLevel, string)> Ids(ReadStatements read) => read.Statements.Select(s => (s.Span.Of(Told), s.Attribution.Level, string.Join('|', s.Attribution.Names)));
}
