using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Records;

namespace PolicyBot.Evaluation;

public sealed class HeldOutEvaluationTests
{
    // Only the table is printed: a set whose misses are read row by row is soon tuned on.
    private const double MostFalseAttributions = 0.05;

    [Fact]
    public void Statements_of_the_held_out_examples_are_not_misattributed()
    {
        var gold = Path.Combine(SharedData.Root, "tests", "PolicyBot.Evaluation", "attribution-examples.own.jsonl");
        var evaluation = new AttributionEvaluation(
            Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml")), Topics.Load(Path.Combine(SharedData.Config, "topics.yaml")));

        var scores = evaluation.Evaluate(gold, TestContext.Current.CancellationToken).Scores;

        TestContext.Current.TestOutputHelper?.WriteLine(AttributionTable.Of(scores));
        Assert.InRange(scores.FalseAttributionShare ?? 0, 0, MostFalseAttributions);
    }
}
