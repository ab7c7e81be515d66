using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

internal readonly record struct PassagePiece(SourceSpan Span, SourceSpan? Speaker);

/// <summary>The stretches of a record that become passages: its paragraphs and turns, each with the headings above it, long ones cut between sentences.</summary>
internal static class PassagePieces
{
    private const int Shortest = 400;
    private const int Longest = 800;

    public static IEnumerable<PassagePiece> Of(Record record)
    {
        SourceSpan? headings = null;
        foreach (var part in record.Parts)
        {
            var span = part.Span.Trim(record.Text);
            if (span.Length == 0) continue;
            switch (part.Kind)
            {
                case TextPartKind.FrontMatter or TextPartKind.Boilerplate:
                    if (headings is { } left) yield return new(left, null);
                    headings = null;
                    break;
                case TextPartKind.Heading:
                    headings = new(headings?.Start ?? span.Start, span.End);
                    break;
                default:
                    // A turn's label stands between a heading and the words, so the span of both would cite the label as said.
                    if (part.Speaker is not null && headings is { } above)
                        yield return new(above, null);
                    var start = part.Speaker is null ? headings?.Start ?? span.Start : span.Start;
                    headings = null;
                    foreach (var piece in Cut(record.Text, new(start, span.End))) yield return new(piece, part.Speaker);
                    break;
            }
        }

        if (headings is { } last) yield return new(last, null);
    }

    private static IEnumerable<SourceSpan> Cut(string text, SourceSpan span)
    {
        while (span.Length > Longest)
        {
            // What is left over is halved rather than leaving a crumb behind a full piece.
            var most = span.Length < Longest + Shortest ? Math.Max(Shortest, span.Length / 2 + Shortest / 4) : Longest;
            var end = EndOfPiece(text, span.Start + Math.Min(Shortest, most / 2), span.Start + most);
            yield return new SourceSpan(span.Start, end).Trim(text);
            span = new SourceSpan(end, span.End).Trim(text);
        }

        if (span.Length > 0) yield return span;
    }

    private static int EndOfPiece(string text, int from, int to)
    {
        for (var i = to; i > from; i--)
        {
            if (EndsSentence(text, i)) return i;
        }

        for (var i = to; i > from; i--)
        {
            if (char.IsWhiteSpace(text[i])) return i;
        }

        return char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }

    private static bool EndsSentence(string text, int end)
    {
        if (!char.IsWhiteSpace(text[end])) return false;
        var last = end - 1;
        while (last > 0 && text[last] is '"' or '\'' or '”' or '’' or ')' or '」' or '』') last--;
        return text[end] == '\n' || text[last] is '.' or '!' or '?' or '。' or '…';
    }
}
