using PolicyBot.Concerns;

namespace PolicyBot.Answers;

/// <summary>One thing said once at one meeting, though several records tell it: all are cited, none is counted twice.</summary>
internal sealed record ToldTogether(FoundStatement Main, IReadOnlyList<FoundStatement> Also)
{
    public IEnumerable<FoundStatement> All => Also.Prepend(Main);

    public static IReadOnlyList<ToldTogether> Group(IEnumerable<FoundStatement> found)
    {
        // The level is part of the key: a record that names the speaker and one that does not are two testimonies.
        var groups = found.GroupBy(f => (
            f.Stored.Event,
            Concern: f.Stored.ConcernKey ?? f.Statement.Id.Value,
            f.Statement.Attribution.Level,
            Names: f.Statement.Attribution.Level >= AttributionLevel.Organisation ? string.Join('|', f.Statement.Attribution.Names) : ""));
        return [.. groups.SelectMany(Split)];
    }

    /// <summary>Each record tells a thing once; what one record tells twice are two things.</summary>
    private static IEnumerable<ToldTogether> Split(IEnumerable<FoundStatement> group)
    {
        var left = group.ToList();
        while (left.Count > 0)
        {
            var round = left.DistinctBy(f => f.Statement.RecordId).ToList();
            yield return new(round[0], round[1..]);
            left.RemoveAll(round.Contains);
        }
    }
}
