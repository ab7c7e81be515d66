namespace PolicyBot.Text;

/// <summary>Cuts English text into sentences. A quotation is never cut, so that it stays with the words that name its speaker.</summary>
internal static class EnglishSentences
{
    public static List<SourceSpan> Of(string text, SourceSpan span)
    {
        List<SourceSpan> sentences = [];
        var start = span.Start;
        var quoteEnd = -1;
        for (var i = span.Start; i < span.End; i++)
        {
            // A straight mark that closes one quotation opens no other.
            if (i <= quoteEnd) continue;
            if (text[i] is '\u201C' or '"' && QuoteEnd(text, i, span.End) is { } close)
            {
                quoteEnd = close;
                if (EndsAfterQuote(text, close, span.End)) Cut(close + 1);
                continue;
            }

            var end = BoundaryEnd(text, i, span.End);
            if (end > 0) Cut(end);
        }

        Cut(span.End);
        return sentences;

        void Cut(int end)
        {
            var sentence = new SourceSpan(start, end).Trim(text);
            if (sentence.Length > 0) sentences.Add(sentence);
            start = end;
        }
    }

    private static int? QuoteEnd(string text, int open, int limit) =>
        QuotePairs.EndOf(text, open, limit) is { } close && !text.AsSpan(open, close - open).Contains("\n\n", StringComparison.Ordinal) ? close : null;

    private static bool EndsAfterQuote(string text, int close, int limit)
    {
        var next = Next(text, close + 1, limit);
        return text[close - 1] is '.' or '!' or '?' or '\u2026' && (next >= limit || (next > close + 1 && StartsSentence(text, next) && !NamesSpeaker(text, close, next, limit)));
    }

    /// <summary>“Who pays?” Jane Doe asked. The few words behind a question belong to it.</summary>
    private static bool NamesSpeaker(string text, int close, int next, int limit)
    {
        if (text[close - 1] is not ('?' or '!')) return false;
        var rest = text.AsSpan(next, Math.Min(limit - next, 60));
        var stop = rest.IndexOf('.');
        return stop > 0 && rest[..stop].Count(' ') <= 5 && !rest[..stop].ContainsAny("\u201C\"") && EndsInSpeech(rest[..stop]);
    }

    /// <summary>"Jane Doe asked", "Captain Ruiz wondered aloud".</summary>
    private static bool EndsInSpeech(ReadOnlySpan<char> words)
    {
        var last = words[(words.LastIndexOf(' ') + 1)..];
        var before = words[..Math.Max(0, words.Length - last.Length - 1)];
        return IsSpeech(last) || ((last is "aloud" || last.EndsWith("ly", StringComparison.Ordinal)) && IsSpeech(before[(before.LastIndexOf(' ') + 1)..]));
    }

    private static bool IsSpeech(ReadOnlySpan<char> word) => word.EndsWith("ed", StringComparison.Ordinal) || word is "said";

    /// <summary>The end of the sentence when one ends at this place, else 0.</summary>
    private static int BoundaryEnd(string text, int i, int limit)
    {
        if (text[i] == '\n') return EndsLine(text, i, limit) ? i + 1 : 0;
        if (text[i] is '\u2192' or '\u21D2' or '\u27A1' && i + 1 < limit) return i + 1;
        if (char.IsLowSurrogate(text[i]) && i + 2 < limit && text[i + 1] == ' ' && char.IsUpper(text[i + 2])) return i + 1;
        if (text[i] is not ('.' or '!' or '?' or '\u2026')) return 0;
        var end = i + 1;
        while (end < limit && text[end] is '.' or '!' or '?' or ')' or ']' or '\u201D' or '\u2019' or '\'' or '\u2026') end++;
        if (end >= limit) return end;
        if (!char.IsWhiteSpace(text[end])) return 0;
        if (text[i] == '.' && IsShortForm(text, i)) return 0;
        var next = Next(text, end, limit);
        return next >= limit || StartsSentence(text, next) ? end : 0;
    }

    private static int Next(string text, int from, int limit)
    {
        while (from < limit && char.IsWhiteSpace(text[from])) from++;
        return from;
    }

    private static bool StartsSentence(string text, int at) => !char.IsLower(text[at]) && text[at] is not (',' or ';' or ')');

    private static bool IsShortForm(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text.AsSpan(start, dot - start);
        if (word.Length == 1 && char.IsUpper(word[0])) return !IsLabelLetter(text, start);
        var opensLine = start == 0 || text[start - 1] == '\n';
        return EnglishTokens.IsDotted(word) || (opensLine && word.Length > 0 && word.TrimStart("0123456789.").IsEmpty);
    }

    /// <summary>"Company A." ends a sentence; "J. Doe" does not.</summary>
    private static bool IsLabelLetter(string text, int start)
    {
        var end = start - 1;
        if (end <= 0) return false;
        var begin = end;
        while (begin > 0 && char.IsLetter(text[begin - 1])) begin--;
        return text.AsSpan(begin, end - begin) is "Company" or "Association" or "Firm" or "Startup" or "Union" or "University" or "Institute" or "Group" or "City" or "Bank"
            or "Province" or "Vendor" or "Operator" or "Hospital" or "Agency" or "Council" or "Member" or "Annex" or "Appendix" or "Phase" or "Type" or "Class" or "Grade";
    }

    private static bool EndsLine(string text, int newline, int limit)
    {
        var next = newline + 1;
        while (next < limit && text[next] is ' ' or '\t' or '\r') next++;
        if (next >= limit || text[next] == '\n') return true;
        if (text[next] is '-' or '*' or '\u2022' or '\u00B7' or '\u25AA' or '\u25CF' or '[' or '#' or '(' or '|') return true;
        var last = newline - 1;
        while (last >= 0 && text[last] is ' ' or '\r') last--;
        return char.IsDigit(text[next]) || (char.IsUpper(text[next]) && (last < 0 || text[last] is ':' or ';' || LineLength(text, newline) < 60));
    }

    private static int LineLength(string text, int newline) => newline - (newline == 0 ? 0 : text.LastIndexOf('\n', newline - 1) + 1);
}
