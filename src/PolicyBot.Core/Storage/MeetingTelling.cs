using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>One meeting as several records tell it, put together: nothing that a record says is lost, nothing is invented.</summary>
internal static class MeetingTelling
{
    /// <param name="id">The meeting's own id in the archive.</param>
    /// <param name="tellings">The oldest first; at least one.</param>
    public static Meeting Merge(MeetingId id, IReadOnlyList<Meeting> tellings)
    {
        if (tellings.Count == 1) return tellings[0] with { Id = id };
        // Days differ only where a calendar moved its event, or news tell a move: the newest word counts, but a report of what was held counts more.
        var newest = tellings.Where(t => t.Revision is not null).OrderBy(t => t.Revision).LastOrDefault();
        var held = tellings.LastOrDefault(t => t.Status == MeetingStatus.Held);
        var moved = tellings.LastOrDefault(t => t is { Revision: null, MovedFrom: not null });
        if (newest is not null && moved is not null && (moved.MovedFrom != newest.Date || tellings.SkipWhile(t => t != newest).All(t => t != moved))) moved = null;
        var last = moved ?? newest;
        var date = last is null ? FirstDay(tellings) : held?.Date ?? (moved is null ? last.Date ?? FirstDay(tellings) : moved.Date);
        var dated = last is null ? tellings : [.. tellings.Where(t => t == last && t.Date == date), .. tellings.Where(t => t.Date == date)];
        return tellings[0] with
        {
            Id = id,
            Title = (tellings.FirstOrDefault(t => t.Revision is null) ?? newest ?? tellings[0]).Title,
            Date = date,
            Time = dated.Select(t => t.Time).FirstOrDefault(t => t is not null),
            TimeZone = (dated.FirstOrDefault(t => t.Time is not null) ?? dated.FirstOrDefault(t => t.IsHourLeftOut) ?? tellings[0]).TimeZone,
            Place = (last is null ? tellings : newest is null ? tellings.Prepend(last) : [last, newest, .. tellings]).Select(t => t.Place).FirstOrDefault(p => p is not null),
            Hosts = Union(tellings.Select(t => t.Hosts)),
            Participants = Union(tellings.Select(t => t.Participants)),
            Status = Status(tellings, newest),
            Series = tellings.Select(t => t.Series).FirstOrDefault(s => s is not null),
            MovedFrom = held is not null ? null : moved is not null ? moved.MovedFrom : newest is not null ? newest.MovedFrom ?? tellings.Select(t => t.Date).LastOrDefault(d => d is { Day: not null } && d != date) : null,
            Revision = newest?.Revision,
            RecordIds = [.. tellings.SelectMany(t => t.RecordIds).Distinct()],
            Told = [],
        };
    }

    private static MeetingDate? FirstDay(IEnumerable<Meeting> tellings) => tellings.Select(t => t.Date).OfType<MeetingDate>().OrderBy(d => d.Day is null).FirstOrDefault();

    /// <summary>A report comes after the announcement or the cancellation; once told as held, it was. Notices that come after a calendar's last word may still call the meeting off.</summary>
    private static MeetingStatus Status(IReadOnlyList<Meeting> tellings, Meeting? newest)
    {
        if (tellings.Any(t => t.Status == MeetingStatus.Held)) return MeetingStatus.Held;
        if (newest is null) return tellings[^1].Status;
        return tellings.SkipWhile(t => t != newest).Any(t => t is { Status: MeetingStatus.Cancelled, Revision: null }) ? MeetingStatus.Cancelled : newest.Status;
    }

    private static List<Party> Union(IEnumerable<IReadOnlyList<Party>> parties) => [.. parties.Distinct().SelectMany(p => p).Distinct()];
}
