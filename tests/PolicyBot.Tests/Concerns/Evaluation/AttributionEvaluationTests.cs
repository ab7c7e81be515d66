using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Concerns.Evaluation;

public sealed class AttributionEvaluationTests
{
    private const string Text = "홍길동 A사 대표는 부지가 없다고 했다. 참석자들은 세금을 낮춰 달라고 했다. 차관은 세금 문제를 검토하겠다고 했다.";

    private static readonly GoldStatement Concern = Label(StatementKind.Concern, "부지가 없다", AttributionLevel.Person, "홍길동 A사 대표");
    private static readonly GoldStatement Request = Label(StatementKind.Request, "세금을 낮춰 달라", AttributionLevel.Participants, "참석자들");
    private static readonly GoldStatement Reply = Label(StatementKind.Reply, "세금 문제를 검토하겠다", AttributionLevel.Person, "차관") with
    {
        Strength = ReplyStrength.WillReview,
        RepliesTo = [1],
    };

    [Fact]
    public void What_equals_the_labels_scores_full_marks()
    {
        var report = Score([Concern, Request, Reply], Copy(Concern), Copy(Request), Copy(Reply));

        Assert.Empty(report.Misses);
        Assert.Equal(1, report.Scores.Statements.F1);
        Assert.Equal(1, report.Scores.LevelAccuracy);
        Assert.Equal(1, report.Scores.NameAccuracy);
        Assert.Equal(1, report.Scores.ReplyLinks.F1);
        Assert.Equal(0, report.Scores.FalseAttributions);
    }

    [Fact]
    public void Half_of_the_union_is_found_and_less_is_missed()
    {
        var whole = new SourceSpan(0, 10);
        Assert.Equal([0], SpanPairing.Pair([whole], [new(0, 5)], (_, _) => true));
        Assert.Equal([-1], SpanPairing.Pair([whole], [new(0, 4)], (_, _) => true));
        Assert.Equal([-1], SpanPairing.Pair([whole], [new(0, 21)], (_, _) => true));
    }

    [Fact]
    public void One_found_stretch_answers_for_one_label_only_the_one_it_fits_best()
    {
        Assert.Equal([-1, 0], SpanPairing.Pair([new(0, 10), new(0, 8)], [new(0, 8)], (_, _) => true));
    }

    [Fact]
    public void Another_kind_is_not_found_and_is_told_as_such()
    {
        var report = Score([Concern], Copy(Concern) with { Kind = StatementKind.Position });

        Assert.Equal(0, report.Scores.Statements.F1);
        Assert.Equal(1, report.Scores.Kind["concern"].Labelled);
        Assert.Equal(1, report.Scores.Kind["position"].Found);
        Assert.Equal("kind", Assert.Single(report.Misses).What);
    }

    [Theory]
    [InlineData(AttributionLevel.Organisation, "A사")]
    [InlineData(AttributionLevel.Person, "차관")]
    public void Naming_somebody_for_what_all_said_is_false_even_under_another_kind(AttributionLevel level, string name)
    {
        var report = Score([Request], Copy(Request) with { Kind = StatementKind.Concern, Attribution = new(level, [name], []) });

        Assert.Equal(1, report.Scores.FalseAttributions);
        Assert.Equal(1, report.Scores.FalseAttributionShare);
    }

    [Theory]
    [InlineData(AttributionLevel.Person, "홍 대표", 0)]
    [InlineData(AttributionLevel.Organisation, "A사", 0)]
    [InlineData(AttributionLevel.Person, "성춘향 B사 이사", 1)]
    [InlineData(AttributionLevel.Organisation, "B사", 1)]
    [InlineData(AttributionLevel.Participants, "참석자들", 0)]
    public void A_name_is_false_when_it_means_somebody_else(AttributionLevel level, string name, int falsely) =>
        Assert.Equal(falsely, Score([Concern], Copy(Concern) with { Attribution = new(level, [name], []) }).Scores.FalseAttributions);

    [Fact]
    public void A_fragment_of_labelled_words_under_a_false_name_is_false_and_not_invented()
    {
        var start = Text.IndexOf("낮춰 달라", StringComparison.Ordinal);
        var scores = Score([Request], Copy(Request) with { Span = new(start, start + 3), Attribution = new(AttributionLevel.Organisation, ["A사"], []) }).Scores;

        Assert.Equal((1, 0), (scores.FalseAttributions, scores.Inventions));
    }

    [Fact]
    public void Anything_read_from_an_example_without_statements_is_invented()
    {
        Assert.Equal(1, Score([], Copy(Request)).Scores.Inventions);
        Assert.Equal(0, Score([Concern], Copy(Request)).Scores.Inventions);
        Assert.Equal(1, Score([Request], Copy(Concern)).Scores.Inventions);
    }

    [Theory]
    [InlineData(ReplyStrength.WillReview, ReplyStrength.WillPursue, 1)]
    [InlineData(ReplyStrength.WillReview, ReplyStrength.Heard, 0)]
    [InlineData(ReplyStrength.Declined, ReplyStrength.WillReview, 1)]
    [InlineData(ReplyStrength.Declined, ReplyStrength.Heard, 0)]
    [InlineData(ReplyStrength.WillReview, ReplyStrength.Explained, 0)]
    public void A_stronger_answer_than_labelled_is_an_upgrade_whatever_its_kind(ReplyStrength label, ReplyStrength read, int upgrades)
    {
        var scores = Score([Reply with { Strength = label, RepliesTo = [] }], Copy(Reply) with { Kind = StatementKind.Commitment, Strength = read }).Scores;
        Assert.Equal(upgrades, scores.StrengthUpgrades);
    }

    [Fact]
    public void Links_due_dates_and_topics_are_judged_apart()
    {
        var due = new Due("연내", new(2025, 12, 31));
        GoldStatement[] labels = [Concern with { Topic = "permits" }, Request with { Topic = "tax" }, Reply with { Due = due }];
        var scores = Score(labels,
            Copy(Concern) with { Topics = ["permits", "tax"] },
            Copy(Request) with { Topics = ["finance", "tax"] },
            Copy(Reply) with { RepliesTo = [IdOf(Concern)], Due = due with { By = null } }).Scores;

        Assert.Equal(0.5, scores.TopicAccuracy);
        Assert.Equal(0, scores.DueAccuracy);
        Assert.Equal(new FoundShare(1, 1, 0), scores.ReplyLinks);
    }

    [Fact]
    public void Figures_are_given_for_each_trap_and_language()
    {
        GoldExample[] examples = [Example([Concern]) with { Trap = "attendance" }, Example([Request]) with { Id = "b", Trap = "negation", Language = Language.English }];
        var scores = new AttributionEvaluation(Organisations.Empty, Topics.Empty)
            .Evaluate(examples, e => e.Id == "b" ? [] : [Copy(Concern)], TestContext.Current.CancellationToken).Scores;

        Assert.Equal((1.0, 0.0), (scores.BySlice["attendance"].F1, scores.BySlice["negation"].F1));
        Assert.Equal((1.0, 0.0), (scores.ByLanguage["ko"].F1, scores.ByLanguage["en"].F1));
        Assert.Contains("attendance", AttributionTable.Of(scores), StringComparison.Ordinal);
    }

    private static AttributionReport Score(GoldStatement[] labels, params Statement[] found) =>
        new AttributionEvaluation(Organisations.Empty, Topics.Empty).Evaluate([Example(labels)], _ => found, TestContext.Current.CancellationToken);

    private static GoldExample Example(GoldStatement[] labels) => new("a", Language.Korean, "plain", new(2025, 7, 25), Text, labels);

    private static GoldStatement Label(StatementKind kind, string words, AttributionLevel level, string name)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new(kind, new(start, start + words.Length), level, [name], null, null, [], null);
    }

    private static StatementId IdOf(GoldStatement label) => new(label.Span.ToString());

    private static Statement Copy(GoldStatement label) => new()
    {
        Id = IdOf(label),
        Kind = label.Kind,
        Span = label.Span,
        RecordId = new("a"),
        Attribution = new(label.Level, label.Names, []),
        Topics = [label.Topic ?? Topics.General],
        Strength = label.Strength,
        RepliesTo = label.RepliesTo.Count > 0 ? [IdOf(Request)] : [],
    };
}
