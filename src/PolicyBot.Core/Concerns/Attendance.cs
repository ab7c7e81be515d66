using PolicyBot.Records;

namespace PolicyBot.Concerns;

/// <summary>Who is listed as present: a list of several without titles shows each to be somebody who can speak, also one of whom no catalogue knows.</summary>
internal static class Attendance
{
    public static IEnumerable<string> Names(IReadOnlyList<Meeting> meetings) =>
        meetings.Select(m => m.Participants.Where(p => p is { Person: null, Role: null }).Select(p => p.Organisation).OfType<string>().ToList())
            .Where(listed => listed.Count > 1)
            .SelectMany(listed => listed);
}
