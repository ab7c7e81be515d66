using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>One meeting as several records tell it, put together: nothing that a record says is lost, nothing is invented.</summary>
internal static class MeetingTelling
{
    /// <param name="id">The meeting's own id in the archive.</param>
    /// <param name="tellings">The oldest first; at least one.</param>
    public static Meeting Merge(MeetingId id, IReadOnlyList<Meeting> tellings) => tellings.Count == 1
        ? tellings[0] with { Id = id }
        : tellings[0] with
        {
            Id = id,
            Date = tellings.Select(t => t.Date).OfType<MeetingDate>().OrderBy(d => d.Day is null).FirstOrDefault(),
            Time = tellings.Select(t => t.Time).FirstOrDefault(t => t is not null),
            Place = tellings.Select(t => t.Place).FirstOrDefault(p => p is not null),
            Hosts = Union(tellings.SelectMany(t => t.Hosts)),
            Participants = Union(tellings.SelectMany(t => t.Participants)),
            // A report comes after the announcement or the cancellation; once told as held, it was.
            Status = tellings.Any(t => t.Status == MeetingStatus.Held) ? MeetingStatus.Held : tellings[^1].Status,
            Series = tellings.Select(t => t.Series).FirstOrDefault(s => s is not null),
            RecordIds = [.. tellings.SelectMany(t => t.RecordIds).Distinct()],
            Told = [],
        };

    private static List<Party> Union(IEnumerable<Party> parties) => [.. parties.Distinct()];
}
