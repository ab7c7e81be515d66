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
            Meeting: f.Statement.MeetingId?.Value ?? f.Statement.RecordId.Value,
            Concern: f.Stored.ConcernKey ?? f.Statement.Id.Value,
            f.Statement.Attribution.Level,
            Names: f.Statement.Attribution.Level >= AttributionLevel.Organisation ? string.Join('|', f.Statement.Attribution.Names) : ""));
        return [.. groups.Select(g => (Group: g, Records: g.DistinctBy(f => f.Statement.RecordId).ToList())).Select(g => new ToldTogether(g.Records[0], g.Records[1..]))];
    }
}
