using System.Diagnostics;

namespace PolicyBot.Retrieval.Evaluation;

/// <summary>Indexes a labelled corpus in a folder of its own, asks every labelled question, and scores what comes back.</summary>
public sealed class RetrievalEvaluation(TimeProvider time)
{
    private const int Depth = 10;

    /// <summary>Throws <see cref="LabelledDataException"/> for a fault in the files.</summary>
    public async Task<RetrievalScores> ScoreAsync(string corpusPath, string queriesPath, string qrelsPath, CancellationToken cancellationToken)
    {
        var set = LabelledSet.Read(corpusPath, queriesPath, qrelsPath);
        var folder = Directory.CreateTempSubdirectory("policybot-eval-");
        try
        {
            return await ScoreAsync(set, folder.FullName, cancellationToken);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    /// <param name="folder">An empty folder for the index; the caller deletes it.</param>
    public async Task<RetrievalScores> ScoreAsync(LabelledSet set, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var index = PassageIndex.Open(folder);
        var started = time.GetTimestamp();
        foreach (var passage in set.Corpus)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Replace(passage.RecordId, [passage]);
        }

        index.Commit(1);
        var indexed = time.GetElapsedTime(started).TotalSeconds;
        var outcomes = await AskAsync(set, index, cancellationToken);
        return Scores(outcomes, indexed);
    }

    /// <summary>What became of each question that has a relevant passage, in the order of the file.</summary>
    public async Task<IReadOnlyList<QuestionOutcome>> AskAsync(LabelledSet set, IRetriever retriever, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(retriever);
        var outcomes = new List<QuestionOutcome>();
        foreach (var question in set.Questions)
        {
            if (!set.Relevant.TryGetValue(question.Id, out var relevant) || relevant.Count == 0) continue;
            var started = time.GetTimestamp();
            var found = await retriever.FindPassagesAsync(new() { Text = question.Text, Top = Depth }, cancellationToken);
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            outcomes.Add(new(question, [.. found.Select(f => relevant.GetValueOrDefault(f.Passage.Id.Value))], [.. relevant.Values], elapsed));
        }

        return outcomes;
    }

    public static RetrievalScores Scores(IReadOnlyList<QuestionOutcome> outcomes, double indexSeconds)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        using var process = Process.GetCurrentProcess();
        var times = outcomes.Select(o => o.Milliseconds).Order().ToArray();
        return new(
            outcomes.Count,
            Mean(outcomes, o => o.RecallAt(1)),
            Mean(outcomes, o => o.RecallAt(5)),
            Mean(outcomes, o => o.RecallAt(10)),
            Mean(outcomes, o => o.ReciprocalRank),
            Mean(outcomes, o => o.Ndcg),
            indexSeconds,
            Percentile(times, 0.50),
            Percentile(times, 0.95),
            process.PeakWorkingSet64 / 1048576.0);
    }

    private static double Mean(IReadOnlyList<QuestionOutcome> outcomes, Func<QuestionOutcome, double> of) =>
        outcomes.Count == 0 ? 0 : outcomes.Average(of);

    private static double Percentile(double[] ordered, double share) =>
        ordered.Length == 0 ? 0 : ordered[Math.Min(ordered.Length - 1, (int)(ordered.Length * share))];
}

/// <param name="Gains">Of the passages found, best first; 0 for one that does not answer.</param>
/// <param name="Relevant">The gains of all passages that answer.</param>
public sealed record QuestionOutcome(LabelledQuestion Question, IReadOnlyList<double> Gains, IReadOnlyList<double> Relevant, double Milliseconds)
{
    public double RecallAt(int depth) => Gains.Take(depth).Count(g => g > 0) / (double)Relevant.Count;

    public double ReciprocalRank
    {
        get
        {
            var rank = Gains.Take(10).TakeWhile(g => g <= 0).Count();
            return rank < Math.Min(10, Gains.Count) ? 1.0 / (rank + 1) : 0;
        }
    }

    public double Ndcg => Discounted(Gains.Take(10)) / Discounted(Relevant.OrderDescending().Take(10));

    private static double Discounted(IEnumerable<double> gains) => gains.Select((gain, i) => gain / Math.Log2(i + 2)).Sum();
}
