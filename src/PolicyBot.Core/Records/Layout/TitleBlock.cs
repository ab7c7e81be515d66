namespace PolicyBot.Records.Layout;

/// <summary>A document's title and subtitles: short lines at the very top, set off by an empty line from sentences below.</summary>
internal static class TitleBlock
{
    private const int MaxLines = 5;
    private const int MaxLength = 120;

    /// <summary>How many of the first lines make it up, blank ones included.</summary>
    public static int Count(string text, IReadOnlyList<TextLine> lines, Dictionary<int, TurnMark> turns)
    {
        var (index, titles) = (0, 0);
        while (index < lines.Count && lines[index].IsBlank) index++;
        if (IsHeadline(text, lines, turns, index)) return index + 1;
        for (; index < lines.Count && !lines[index].IsBlank; index++)
        {
            var line = lines[index].Of(text);
            if (++titles > MaxLines || line.Length > MaxLength || turns.ContainsKey(index) || HeadingLine.EndsAsSentence(line) && line[^1] is '.' or ',' or ';') return 0;
            if (ListMark.Skip(text, lines[index].Span.Start, lines[index].Span.End) > lines[index].Span.Start) return 0;
        }

        return HasSentence(text, lines, index) ? index : 0;
    }

    private const int LongestHeadline = 80;

    /// <summary>A line without a full stop, right above a longer one that is a sentence: a headline, not set off. A line broken because it was full goes on in the next.</summary>
    private static bool IsHeadline(string text, IReadOnlyList<TextLine> lines, Dictionary<int, TurnMark> turns, int index)
    {
        if (index + 1 >= lines.Count || lines[index + 1].IsBlank || turns.ContainsKey(index) || turns.ContainsKey(index + 1)) return false;
        var line = lines[index].Of(text);
        var next = lines[index + 1].Of(text);
        if (line.Length > LongestHeadline || next.Length < line.Length + 20 || line.IndexOfAny(':', '(', '[') >= 0 || HeadingLine.EndsAsSentence(line) || line[^1] is ',' or ';' or '”' or '"' || char.IsLower(next[0])) return false;
        return next[^1] is '.' && ListMark.Skip(text, lines[index].Span.Start, lines[index].Span.End) == lines[index].Span.Start && ListMark.Skip(text, lines[index + 1].Span.Start, lines[index + 1].Span.End) == lines[index + 1].Span.Start;
    }

    private static bool HasSentence(string text, IReadOnlyList<TextLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank && lines[i].Of(text)[^1] is '.' or '?' or '!' or '다') return true;
        }

        return false;
    }
}
