namespace PolicyBot.Records.Layout;

/// <summary>Time stamps at the start of a line: <c>[00:41:07]</c>, <c>16:20</c>, <c>(13:00~13:15)</c>.</summary>
internal static class ClockTime
{
    /// <summary>Index behind the stamp and the white space that follows; <paramref name="start"/> itself when there is none.</summary>
    public static int Skip(string text, int start, int end)
    {
        if (start >= end) return start;
        var close = text[start] switch { '[' => ']', '(' => ')', '<' => '>', _ => '\0' };
        var at = close == '\0' ? start : start + 1;
        if (close != '\0') at = SkipWord(text, at, end);
        if (!TryClock(text, ref at, end)) return start;
        SkipRange(text, ref at, end);
        if (close == '\0') return at < end && char.IsWhiteSpace(text[at]) ? SkipSpace(text, at, end) : start;
        return at < end && text[at] == close ? SkipSpace(text, at + 1, end) : start;
    }

    /// <summary>Whether the stretch is one clock time and nothing else.</summary>
    public static bool Is(string text, int start, int end) => TryClock(text, ref start, end) && start == end;

    public static int CountIn(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var i = 1; i + 2 < line.Length; i++)
        {
            if (line[i] == ':' && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]) && char.IsAsciiDigit(line[i + 2])) count++;
        }

        return count;
    }

    private static void SkipRange(string text, ref int at, int end)
    {
        var next = SkipSpace(text, at, end);
        var dashes = next;
        while (next < end && text[next] is '~' or '-' or '–' or '∼' or '～' or '>' && next - dashes < 3) next++;
        if (next == dashes) return;
        next = SkipSpace(text, next, end);
        if (TryClock(text, ref next, end)) at = next;
    }

    /// <summary>A word such as 녹음 before the clock, inside the brackets.</summary>
    private static int SkipWord(string text, int at, int end)
    {
        var start = at;
        while (at < end && at - start < 8 && char.IsLetter(text[at])) at++;
        return at > start ? SkipSpace(text, at, end) : at;
    }

    private static bool TryClock(string text, ref int at, int end)
    {
        var next = at;
        if (!Digits(text, ref next, end, 1, 2)) return false;
        var groups = 0;
        while (groups < 2 && next < end && text[next] == ':')
        {
            var minutes = next + 1;
            if (!Digits(text, ref minutes, end, 2, 2)) return false;
            next = minutes;
            groups++;
        }

        if (groups == 0) return false;
        if (groups == 2 && next + 1 < end && text[next] is '.' or ',' && char.IsAsciiDigit(text[next + 1]))
        {
            next++;
            Digits(text, ref next, end, 1, 3);
        }

        at = next;
        return true;
    }

    private static bool Digits(string text, ref int at, int end, int least, int most)
    {
        var start = at;
        while (at < end && at - start < most && char.IsAsciiDigit(text[at])) at++;
        return at - start >= least && (at >= end || !char.IsAsciiDigit(text[at]));
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
