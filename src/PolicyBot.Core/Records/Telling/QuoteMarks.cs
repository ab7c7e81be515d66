using System.Buffers;

namespace PolicyBot.Records.Telling;

/// <summary>Mends the quotation marks of a phrase that was cut out of a sentence.</summary>
internal static class QuoteMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("‘’“”'\"");

    /// <summary>데이터센터 '각 세종' keeps its pair, '각 세종' as a whole and a mark without its partner lose theirs.</summary>
    public static string Mend(string phrase)
    {
        var text = phrase;
        if (!text.AsSpan().ContainsAny(Marks)) return text;
        if (text.Length > 2 && text[^1] == Partner(text[0]) && !text.AsSpan(1, text.Length - 2).ContainsAny(Marks)) return text[1..^1].Trim();
        HashSet<int> paired = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (paired.Contains(i) || Partner(text[i]) is not { } partner || IsApostrophe(text, i)) continue;
            var close = text.IndexOf(partner, i + 1);
            if (close < 0) continue;
            paired.Add(i);
            paired.Add(close);
            i = close;
        }

        return string.Concat(text.Where((c, i) => !Marks.Contains(c) || paired.Contains(i) || IsApostrophe(text, i))).Trim();
    }

    private static char? Partner(char mark) => mark switch { '‘' => '’', '“' => '”', '\'' => '\'', '"' => '"', _ => null };

    /// <summary>Naver's and Naver’s.</summary>
    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && (char.IsAsciiLetter(text[at + 1]) || text[at - 1] == 's');
}
