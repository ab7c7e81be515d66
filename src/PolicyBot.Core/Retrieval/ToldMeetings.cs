using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>Which meeting a stretch of a record tells of: the one whose stretches cover it, else the one its statements belong to, else the one told before and after it.</summary>
internal sealed class ToldMeetings(IReadOnlyList<Meeting> meetings, IReadOnlyList<Statement> statements)
{
    private readonly (SourceSpan Span, Meeting Meeting)[] _told = [.. meetings.SelectMany(m => m.Told.Select(t => (t, m))).OrderBy(t => t.t.Start)];

    private readonly (int Start, MeetingId? Meeting)[] _statements = [.. statements.OrderBy(s => s.Span.Start).Select(s => (s.Span.Start, s.MeetingId))];

    public Meeting? At(SourceSpan span, Statement[] within)
    {
        if (_told.Length > 0) return Covering(span);
        if (within.Length > 0) return Only(within.Select(s => s.MeetingId));
        if (meetings.Count == 1) return meetings[0];
        var after = Array.BinarySearch(_statements, (span.Start, null), Comparer<(int Start, MeetingId? Meeting)>.Create((a, b) => a.Start.CompareTo(b.Start)));
        after = after < 0 ? ~after : after;
        return after > 0 && after < _statements.Length ? Only([_statements[after - 1].Meeting, _statements[after].Meeting]) : null;
    }

    private Meeting? Covering(SourceSpan span) => _told
        .Where(t => t.Span.Overlaps(span))
        .OrderByDescending(t => Math.Min(t.Span.End, span.End) - Math.Max(t.Span.Start, span.Start))
        .FirstOrDefault().Meeting;

    private Meeting? Only(IEnumerable<MeetingId?> ids) =>
        ids.Distinct().ToArray() is [{ } id] ? meetings.FirstOrDefault(m => m.Id == id) : null;
}
