using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;

namespace PolicyBot.Evaluation;

public sealed class TopicEvaluationTests
{
    [Fact]
    public void The_surest_topic_of_the_labelled_words_is_the_labels() => Measure(SharedData.Path("attribution-examples.dev.jsonl"), 0.83);

    [Fact]
    public void The_surest_topic_of_our_own_held_out_words_is_the_labels() =>
        Measure(Path.Combine(SharedData.Config, "..", "tests", "PolicyBot.Evaluation", "attribution-examples.own.jsonl"), 0.65);

    private static void Measure(string file, double least)
    {
        var topics = Topics.Load(Path.Combine(SharedData.Config, "topics.yaml"));
        var rows = GoldFile.Read(file)
            .SelectMany(e => e.Statements.Where(s => s.Topic is not null).Select(s => (Label: s.Topic!, Words: s.Span.Of(e.Text), Read: topics.Classify(s.Span.Of(e.Text), e.Text))))
            .ToList();

        var output = TestContext.Current.TestOutputHelper;
        foreach (var row in rows.Where(r => r.Read[0] != r.Label)) output?.WriteLine($"{row.Label,-16} {string.Join(", ", row.Read),-32} {row.Words}");
        var share = (double)rows.Count(r => r.Read[0] == r.Label) / rows.Count;
        output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"topic accuracy {share:F3} of {rows.Count}"));
        Assert.InRange(share, least, 1);
    }
}
