using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Records;

namespace PolicyBot.Evaluation;

public sealed class AttributionEvaluationTests
{
    [Fact]
    public void Statements_of_the_labelled_examples_are_found_and_not_misattributed()
    {
        var gold = SharedData.Path("attribution-examples.dev.jsonl");
        var config = SharedData.Config;
        var evaluation = new AttributionEvaluation(
            Organisations.Load(Path.Combine(config, "organisations.yaml")), Topics.Load(Path.Combine(config, "topics.yaml")));

        var scores = evaluation.Evaluate(gold, TestContext.Current.CancellationToken).Scores;

        TestContext.Current.TestOutputHelper?.WriteLine(AttributionTable.Of(scores));
        Assert.InRange(scores.FalseAttributionShare ?? 0, 0, 0.01);
        Assert.InRange(scores.Statements.F1, 0.85, 1);
        Assert.InRange(scores.LevelAccuracy ?? 0, 0.95, 1);
        Assert.InRange(scores.TopicAccuracy ?? 0, 0.83, 1);
    }
}
