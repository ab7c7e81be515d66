using System.Globalization;
using PolicyBot.Retrieval;
using PolicyBot.Retrieval.Evaluation;

namespace PolicyBot.Evaluation;

/// <summary>Known questions find their passage: three Korean sets, alone and competing in one index. One configuration for all.</summary>
public sealed class RetrievalEvaluationTests(ITestOutputHelper output)
{
    // Plain BM25 on character pairs gives 0.920, 0.877, 0.880 and 0.860. What is asked for below is what was reached, less what one question in a hundred moves.
    [Theory]
    [InlineData("ko_boolq", 0.93)]
    [InlineData("ko_petitions", 0.89)]
    [InlineData("ko_korquad", 0.918)]
    [InlineData("ko_boolq ko_petitions ko_korquad", 0.90)]
    public async Task A_question_finds_its_passage_first(string names, double least)
    {
        var set = LabelledSet.Merge([.. names.Split(' ').Select(Read)]);
        var evaluation = new RetrievalEvaluation(TimeProvider.System);
        using var folder = new TemporaryFolder();
        using var index = PassageIndex.Open(folder.Path);
        foreach (var passage in set.Corpus) index.Replace(passage.RecordId, [passage]);
        index.Commit(1);

        var outcomes = await evaluation.AskAsync(set, index, TestContext.Current.CancellationToken);

        var scores = RetrievalEvaluation.Scores(outcomes, 0);
        output.WriteLine($"{"set",-36}{"R@1",7}{"half 0",7}{"half 1",7}{"R@5",7}{"R@10",7}{"MRR",7}{"nDCG",7}{"p50",7}{"p95",7}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names,-36}{scores.RecallAt1,7:F3}{Half(outcomes, 0),7:F3}{Half(outcomes, 1),7:F3}{scores.RecallAt5,7:F3}{scores.RecallAt10,7:F3}{scores.MrrAt10,7:F3}{scores.NdcgAt10,7:F3}{scores.P50Ms,7:F1}{scores.P95Ms,7:F1}"));
        Assert.True(scores.RecallAt1 >= least, $"R@1 of {names} fell to {scores.RecallAt1:F4}.");
    }

    private static LabelledSet Read(string name) => LabelledSet.Read(
        SharedData.Path($"{name}/corpus.jsonl.gz"), SharedData.Path($"{name}/queries.jsonl"), SharedData.Path($"{name}/qrels.tsv"));

    // Weights were chosen with both halves in view: a change that helps one alone is likely chance.
    private static double Half(IEnumerable<QuestionOutcome> outcomes, uint half) =>
        outcomes.Where(o => QuestionHalves.Of(o.Question.Id) == half).Average(o => o.RecallAt(1));
}

/// <summary>Splits questions by a hash of their id (FNV-1a), so that the halves stay the same on every machine.</summary>
internal static class QuestionHalves
{
    public static uint Of(string id)
    {
        var hash = id.Aggregate(2166136261u, (h, c) => unchecked((h ^ c) * 16777619));
        return (hash ^ (hash >> 15)) % 2;
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policybot-evaluation-").FullName;

    public void Dispose() => Directory.Delete(Path, true);
}
