using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Finds what stands around a place of a record by bisection: a record of a megabyte has thousands of parts and of statements.</summary>
internal sealed class RecordPlaces(Record record)
{
    private readonly List<SourceSpan> _speech = [.. record.Parts.Where(p => p.Kind is TextPartKind.Body or TextPartKind.Turn).Select(p => p.Span)];
    private readonly List<SourceSpan> _headings = [.. record.Parts.Where(p => p.Kind is TextPartKind.Heading).Select(p => p.Span)];

    public bool MayHold(SourceSpan span) =>
        span.Start >= 0 && span.Length > 0 && span.End <= record.Text.Length
        && LastBefore(_speech, span.End) is var at && at >= 0 && _speech[at].Overlaps(span);

    /// <summary>The paragraph or turn and the one before it.</summary>
    public SourceSpan Nearby(SourceSpan span)
    {
        var at = LastBefore(_speech, span.End);
        return at < 0 ? span : new(_speech[Math.Max(0, at - 1)].Start, Math.Max(span.End, _speech[at].End));
    }

    public SourceSpan? HeadingAbove(SourceSpan span) => LastBefore(_headings, span.Start) is var at && at >= 0 ? _headings[at] : null;

    /// <summary>Parts stand in order, without overlaps.</summary>
    private static int LastBefore(List<SourceSpan> spans, int offset)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
