using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>The meeting that a stretch of a record tells of.</summary>
internal sealed record ToldMeeting(Meeting Meeting, SourceSpan Span)
{
    /// <summary>For each span the first meeting that has it in a stretch of its own. The spans come in the order of the text, so that one walk finds all.</summary>
    public static IReadOnlyList<ToldMeeting?> Find(IReadOnlyList<SourceSpan> spans, IReadOnlyList<Meeting> meetings)
    {
        var ahead = new Queue<(int Order, ToldMeeting Told)>(
            meetings.SelectMany((m, order) => m.Told.Select(t => (order, new ToldMeeting(m, t)))).OrderBy(t => t.Item2.Span.Start));
        List<(int Order, ToldMeeting Told)> open = [];
        List<ToldMeeting?> found = [];
        foreach (var span in spans)
        {
            while (ahead.TryPeek(out var next) && next.Told.Span.Start <= span.Start) open.Add(ahead.Dequeue());
            open.RemoveAll(t => t.Told.Span.End <= span.Start);
            found.Add(open.Where(t => t.Told.Span.Contains(span)).OrderBy(t => t.Order).FirstOrDefault().Told);
        }

        return found;
    }
}
