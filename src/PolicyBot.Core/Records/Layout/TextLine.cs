using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>One line of a text without its ending and without white space around it.</summary>
/// <param name="Indent">Where the line begins, white space included.</param>
internal readonly record struct TextLine(int Indent, SourceSpan Span)
{
    public bool IsBlank => Span.Length == 0;

    public bool IsIndented => Span.Start > Indent;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Span.Start, Span.Length);

    public static List<TextLine> Split(string text, int start)
    {
        List<TextLine> lines = [];
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(new(start, new SourceSpan(start, end).Trim(text)));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
