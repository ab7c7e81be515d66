using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>What one run found out: the figures, and every difference behind them.</summary>
public sealed record AttributionReport(AttributionScores Scores, IReadOnlyList<Miss> Misses);

/// <summary>Scores the reading of statements against a labelled file, each example read as a document of its own.</summary>
public sealed class AttributionEvaluation(Organisations organisations, Topics topics)
{
    public AttributionReport Evaluate(string goldPath, CancellationToken cancellationToken) =>
        Evaluate(GoldFile.Read(goldPath), cancellationToken);

    public AttributionReport Evaluate(IReadOnlyList<GoldExample> examples, CancellationToken cancellationToken)
    {
        var (meetings, statements) = (new MeetingReader(organisations), new StatementReader(organisations, topics));
        return Evaluate(examples, Read, cancellationToken);

        IReadOnlyList<Statement> Read(GoldExample example)
        {
            return ToRecord(example) is { } record ? statements.Read(record, meetings.Read(record)) : [];
        }
    }

    internal AttributionReport Evaluate(
        IReadOnlyList<GoldExample> examples, Func<GoldExample, IReadOnlyList<Statement>> read, CancellationToken cancellationToken)
    {
        var (all, names) = (new AttributionTally(), new SpeakerNames(organisations));
        SortedDictionary<string, AttributionTally> slices = new(StringComparer.Ordinal), languages = new(StringComparer.Ordinal);
        List<Miss> misses = [];
        foreach (var example in examples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = ExampleScore.Of(example, read(example), names);
            misses.AddRange(score.Misses);
            foreach (var tally in (AttributionTally[])[all, In(slices, example.Trap), In(languages, example.Language.Code())]) tally.Add(score.Tally);
        }

        return new(all.Scores(Scores(slices), Scores(languages)), misses);
    }

    private static AttributionTally In(SortedDictionary<string, AttributionTally> tallies, string key) =>
        tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new();

    private static Dictionary<string, SliceScores> Scores(SortedDictionary<string, AttributionTally> tallies) =>
        tallies.ToDictionary(t => t.Key, t => t.Value.Slice());

    /// <summary>As pasted text is read, so that the figures are those of the product; null for a text that it refuses.</summary>
    private static Record? ToRecord(GoldExample example) =>
        RecordReader.ReadText(example.Text, example.Id, example.Published, example.Language).Record;
}
