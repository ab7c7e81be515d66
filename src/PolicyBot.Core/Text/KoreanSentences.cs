namespace PolicyBot.Text;

/// <summary>Cuts Korean running text into sentences. A quotation stays whole: what stands inside “…” belongs to the sentence that reports it.</summary>
public static class KoreanSentences
{
    private const string Closers = "”’\"'」』)]）";

    public static IReadOnlyList<SourceSpan> Split(string text, SourceSpan within)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<SourceSpan> sentences = [];
        var start = within.Start;
        var quotes = new QuoteDepth();
        for (var i = within.Start; i < within.End; i++)
        {
            quotes.Read(text, i, within.End);
            var isBreak = text[i] is '\n' ? IsHardBreak(text, i, within.End) : !quotes.IsOpen && EndsSentence(text, i, within);
            if (!isBreak) continue;

            Add(text, start, i + 1, sentences);
            start = i + 1;
            if (text[i] == '\n') quotes = new();
        }

        Add(text, start, within.End, sentences);
        return sentences;
    }

    private static void Add(string text, int start, int end, List<SourceSpan> sentences)
    {
        var span = new SourceSpan(start, end).Trim(text);
        if (span.Length > 0) sentences.Add(span);
    }

    /// <summary>A wrapped line goes on; an empty line, a list mark or a speaker's mark begins something new.</summary>
    private static bool IsHardBreak(string text, int newline, int end)
    {
        var next = newline + 1;
        while (next < end && text[next] is ' ' or '\t' or '\r') next++;
        return next >= end || text[next] is '\n' || ListMarks.Is(text[next]) || EndsLine(text, newline);
    }

    private static bool EndsLine(string text, int newline)
    {
        var last = newline - 1;
        while (last > 0 && (char.IsWhiteSpace(text[last]) || Closers.Contains(text[last], StringComparison.Ordinal))) last--;
        return last >= 0 && text[last] is '.' or '?' or '!' or '…';
    }

    private static bool EndsSentence(string text, int i, SourceSpan within)
    {
        if (text[i] is '.' or '?' or '!' or '…')
            return i + 1 >= within.End || (char.IsWhiteSpace(text[i + 1]) && !IsOrdinal(text, i, within));

        // “…없다.” 배비장 이사의 말이다: the quotation is a sentence of its own unless 고, 며, 라고 … hang on to it.
        return Closers.Contains(text[i], StringComparison.Ordinal) && i > within.Start && text[i - 1] is '.' or '?' or '!'
            && text[i] is '”' or '"' or '’' && i + 1 < within.End && char.IsWhiteSpace(text[i + 1]) && !HangsOn(text, i + 1, within.End);
    }

    private static bool HangsOn(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var rest = text.AsSpan(at, Math.Min(4, end - at));
        foreach (var hook in (ReadOnlySpan<string>)["라고", "라며", "라는", "이라", "고 ", "며 ", "는 "])
        {
            if (rest.StartsWith(hook, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>"7. 24." and "1. 개요": a number's dot ends nothing.</summary>
    private static bool IsOrdinal(string text, int i, SourceSpan within) =>
        text[i] == '.' && i > within.Start && char.IsAsciiDigit(text[i - 1]) && i + 2 < within.End && !char.IsWhiteSpace(text[i + 2]) && char.IsAsciiDigit(text[i + 2]);

    private struct QuoteDepth
    {
        private int _close;

        public readonly bool IsOpen => _close > 0;

        /// <summary>Opens at a mark only when its partner follows, so that a lost mark cannot swallow the rest.</summary>
        public void Read(string text, int i, int end)
        {
            if (_close > 0)
            {
                if (i >= _close) _close = 0;
                return;
            }

            if (text[i] is '“' or '"' or '「' or '『') _close = QuotePairs.EndOf(text, i, end) ?? 0;
        }
    }
}
