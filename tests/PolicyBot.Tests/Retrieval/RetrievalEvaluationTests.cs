using PolicyBot.Retrieval;
using PolicyBot.Retrieval.Evaluation;

namespace PolicyBot.Tests.Retrieval;

public sealed class RetrievalEvaluationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-labelled-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_question_whose_passage_comes_first_scores_one()
    {
        var scores = await Score(
            """
            {"id": "a", "text": "전력 공급이 부족하다"}
            {"id": "b", "title": "세제", "text": "투자 세액 공제를 늘려 달라"}
            """,
            """
            {"id": "q1", "text": "전력은 누가 걱정했나?"}
            {"id": "q2", "text": "세액 공제를 말한 곳은?"}
            {"id": "unlabelled", "text": "무엇이 남았나?"}
            """,
            "query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t1\n");

        Assert.Equal((2, 1.0, 1.0, 1.0, 1.0, 1.0), (scores.Queries, scores.RecallAt1, scores.RecallAt5, scores.RecallAt10, scores.MrrAt10, scores.NdcgAt10));
        Assert.True(scores.PeakMb > 1 && scores.P95Ms >= scores.P50Ms);
    }

    [Fact]
    public void The_second_place_counts_by_its_rank()
    {
        var outcome = new QuestionOutcome(new("q", "?"), [0, 1, 0], [1, 1], 3);

        var scores = RetrievalEvaluation.Scores([outcome], 0);

        Assert.Equal((0, 0.5, 0.5), (scores.RecallAt1, scores.RecallAt5, scores.MrrAt10));
        Assert.Equal(1 / Math.Log2(3) / (1 + 1 / Math.Log2(3)), scores.NdcgAt10, 6);
    }

    [Theory]
    [InlineData("{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": 3}", "{}", "", "corpus.jsonl:2:")]
    [InlineData("not json", "{}", "", "corpus.jsonl:1:")]
    [InlineData("{\"id\": \"a\", \"text\": \"x\"}", "[]", "", "queries.jsonl:1:")]
    [InlineData("{\"id\": \"a\", \"text\": \"x\"}", "{\"id\": \"q\", \"text\": \"x\"}", "q a 1", "qrels.tsv:1:")]
    [InlineData("{\"id\": \"a\", \"text\": \"x\"}", "{\"id\": \"q\", \"text\": \"x\"}", "q\ta\t1\nq\ta\tmuch", "qrels.tsv:2:")]
    public async Task A_fault_is_named_by_file_and_line(string corpus, string queries, string qrels, string place)
    {
        var fault = await Assert.ThrowsAsync<LabelledDataException>(() => Score(corpus, queries, qrels));

        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }

    private Task<RetrievalScores> Score(string corpus, string queries, string qrels) =>
        new RetrievalEvaluation(TimeProvider.System).ScoreAsync(
            Write("corpus.jsonl", corpus), Write("queries.jsonl", queries), Write("qrels.tsv", qrels), TestContext.Current.CancellationToken);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
