using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>The YAML block at the top of a Markdown file: where it lies and what it says.</summary>
/// <param name="Block">From the first <c>---</c> to the end of the closing line.</param>
internal sealed record FrontMatter(SourceSpan Block, RecordFields Fields)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Null when the text does not begin with one; a <c>---</c> that is never closed is a rule across the page.</summary>
    public static FrontMatter? Read(string text)
    {
        if (!IsRule(text.AsSpan(0, LineEnd(text, 0)), '-')) return null;
        for (var start = NextLine(text, 0); start < text.Length; start = NextLine(text, start))
        {
            var end = LineEnd(text, start);
            var line = text.AsSpan(start, end - start);
            if (!IsRule(line, '-') && !IsRule(line, '.')) continue;
            if (start > MaxLength)
                throw new UnreadableRecordException($"The front matter is longer than {MaxLength / 1024} KB. Move the text below the closing --- line. / 앞머리가 {MaxLength / 1024} KB보다 깁니다. 본문은 닫는 --- 줄 아래로 옮기십시오.");
            var first = NextLine(text, 0);
            return new(new(0, end), FrontMatterYaml.Read(text[first..start]));
        }

        return null;
    }

    private static bool IsRule(ReadOnlySpan<char> line, char mark) =>
        line.Length >= 3 && line[0] == mark && line[1] == mark && line[2] == mark && line[3..].IsWhiteSpace();

    private static int LineEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : start + length;
    }

    private static int NextLine(string text, int start)
    {
        var end = LineEnd(text, start);
        if (end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n') end++;
        return Math.Min(end + 1, text.Length);
    }
}
