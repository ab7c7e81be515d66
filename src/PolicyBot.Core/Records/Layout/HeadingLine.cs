namespace PolicyBot.Records.Layout;

/// <summary>Section headings and timetables. "업계 건의" over a list or beside a clock time is a heading, though a cue word stands in it.</summary>
internal static class HeadingLine
{
    private const int MaxLength = 40;

    /// <summary>Endings by which an outline line says something, however short: 필요, -함, -임, 예정.</summary>
    private static readonly string[] Predicates = ["필요", "요망", "함", "임", "음", "됨", "예정", "계획임", "부족", "부담", "요청", "촉구", "검토", "추진", "바람", "줄 것", "할 것", "다", "요", "까"];

    public static bool Is(string text, IReadOnlyList<TextLine> lines, int index)
    {
        var (start, end) = lines[index].Span;
        var line = text.AsSpan(start, end - start);
        if (IsMarkdown(line) || IsBracketed(line)) return true;
        if (IsTimetable(text, start, end)) return true;
        var words = ListMark.Skip(text, start, end);
        if (words == start || line.Length > MaxLength || EndsAsSentence(line) || line.Contains(':') || IsLabelled(text, words, end)) return false;
        return (ListMark.IsSection(text[start]) || char.IsAsciiDigit(text[start])) && OpensList(text, lines, index) && !EndsAsPredicate(text, words, end);
    }

    /// <summary>A numbered heading such as "4. Any other business" has "4.1" or a deeper mark under it.</summary>
    private static bool OpensList(string text, IReadOnlyList<TextLine> lines, int index)
    {
        for (var i = index + 1; i < lines.Count; i++)
        {
            if (lines[i].IsBlank) continue;
            var (start, end) = lines[i].Span;
            return ListMark.Skip(text, start, end) > start && text[start] != text[lines[index].Span.Start]
                || text.AsSpan(start, end - start).StartsWith(text.AsSpan(lines[index].Span.Start, 2));
        }

        return false;
    }

    /// <summary>"2. (A협회) 시험장 개방": who said it stands before the words.</summary>
    private static bool IsLabelled(string text, int words, int end) => words < end && text[words] == '(' && text.IndexOf(')', words, end - words) is var close && close > 0 && close + 1 < end;

    private static bool IsMarkdown(ReadOnlySpan<char> line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#') level++;
        return level is > 0 and <= 6 && level < line.Length && line[level] == ' ';
    }

    /// <summary><c>[주요 건의]</c>, <c>&lt; 참석자 의견 &gt;</c> alone on a line.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> line) =>
        line.Length is > 2 and <= MaxLength && (line[0], line[^1]) is ('[', ']') or ('<', '>') or ('【', '】') or ('〈', '〉') or ('《', '》');

    private static bool IsTimetable(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        if (line.Length > 400 || EndsAsSentence(line)) return false;
        var at = line[0] == '|' ? start + 1 : ListMark.Skip(text, start, end);
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var rest = ClockTime.Skip(text, at, end);
        return rest > at && (end - rest <= MaxLength * 2 || ClockTime.CountIn(line) >= 3);
    }

    private static bool EndsAsPredicate(string text, int start, int end)
    {
        var words = text.AsSpan(start, end - start);
        foreach (var ending in Predicates)
        {
            if (words.EndsWith(ending, StringComparison.Ordinal) && words.Length > ending.Length + 4) return true;
        }

        return false;
    }

    public static bool EndsAsSentence(ReadOnlySpan<char> line) => line[^1] is '.' or '?' or '!' or '。' or '…' or '”' or '"' or '’' or ',' or ';'
        || line.EndsWith("니다", StringComparison.Ordinal) || line.EndsWith("했다", StringComparison.Ordinal) || line.EndsWith("하다", StringComparison.Ordinal);
}
