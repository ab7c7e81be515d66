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
        for (; index < lines.Count && !lines[index].IsBlank; index++)
        {
            var line = lines[index].Of(text);
            if (++titles > MaxLines || line.Length > MaxLength || turns.ContainsKey(index) || HeadingLine.EndsAsSentence(line) && line[^1] is '.' or ',' or ';') return 0;
            if (ListMark.Skip(text, lines[index].Span.Start, lines[index].Span.End) > lines[index].Span.Start) return 0;
        }

        return HasSentence(text, lines, index) ? index : 0;
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
