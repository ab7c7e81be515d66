using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>Datelines before and by-lines behind a paragraph of an article: <c>[예시신문 변사또 기자] …</c>, <c>(서울=예시뉴스) 홍길동 기자 = …</c>, <c>SEOUL, March 3 (Example Wire) — …</c>.</summary>
internal static class PressFrame
{
    private const int MaxDateline = 60;

    /// <summary>Where the paragraph's own words begin.</summary>
    public static int SkipDateline(string text, int start, int end)
    {
        var close = text[start] switch { '[' => ']', '(' => ')', '【' => '】', _ => '\0' };
        if (close == '\0') return PlaceLine.Skip(text, start, end) is var words && words > start ? words : SkipReporter(text, start, end);
        var at = text.AsSpan(start, Math.Min(end - start, MaxDateline)).IndexOf(close);
        if (at < 0) return start;
        var inner = text.AsSpan(start + 1, at - 1);
        var press = inner.Contains('=') || inner.EndsWith("기자", StringComparison.Ordinal) || inner.EndsWith("특파원", StringComparison.Ordinal) || inner.Contains(" 기자 ", StringComparison.Ordinal)
            || inner.EndsWith("뉴스", StringComparison.Ordinal) || inner.EndsWith("신문", StringComparison.Ordinal) || inner.EndsWith("일보", StringComparison.Ordinal);
        if (!press || (inner.Contains('=') && inner.Contains("사진", StringComparison.Ordinal))) return start;
        return SkipReporter(text, SkipSpace(text, start + at + 1, end), end);
    }

    /// <summary>Where a by-line that closes the paragraph begins; <paramref name="end"/> when none does.</summary>
    public static int FindByline(string text, int start, int end)
    {
        var from = Math.Max(start, end - MaxDateline);
        var tail = text.AsSpan(from, end - from);
        var stop = tail.LastIndexOf("다. ", StringComparison.Ordinal);
        if (stop < 0) return end;
        var behind = from + stop + 3;
        return BoilerplateLine.IsByline(text.AsSpan(behind, end - behind)) ? behind : end;
    }

    private static int SkipReporter(string text, int start, int end)
    {
        var head = text.AsSpan(start, Math.Min(end - start, MaxDateline));
        var mark = head.IndexOf(" = ", StringComparison.Ordinal);
        if (mark < 0) mark = head.IndexOf("기자=", StringComparison.Ordinal) is >= 0 and var glued ? glued + 1 : -1;
        if (mark < 0) return start;
        var before = head[..(mark + 1)].TrimEnd();
        return before.EndsWith("기자", StringComparison.Ordinal) || before.EndsWith("특파원", StringComparison.Ordinal) || before.EndsWith("기", StringComparison.Ordinal)
            ? SkipSpace(text, start + head.IndexOf('=') + 1, end)
            : start;
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
