using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>What is left of a concern when its wording is taken off: what it is about, weighted, and in which direction it asks.</summary>
internal sealed class ConcernFeatures
{
    /// <summary>A concern is a clause or two; what lies beyond is not compared, so that a wrongly long one costs no time.</summary>
    private const int LongestText = 1_000;

    /// <summary>Character pairs and concepts with their weights; pairs let 전력계통영향평가 meet 전력 계통 영향 평가.</summary>
    public Dictionary<string, double> Subjects { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Acts { get; } = new(StringComparer.Ordinal);

    public static ConcernFeatures Of(string text)
    {
        var features = new ConcernFeatures();
        var brief = text.Length > LongestText ? text[..LongestText] : text;
        foreach (var token in Tokens.In(brief))
        {
            var word = token.Span.Of(brief);
            if (token.Kind == TokenKind.Hangul) features.AddKorean(word);
            else if (token.Kind == TokenKind.Word) features.AddLatin(word.ToLowerInvariant());
            else features.Subjects[word] = 0.5;
        }

        return features;
    }

    /// <summary>Cuts known words out of a compound (기간단축 is time and less) and keeps the rest as character pairs of its stem.</summary>
    private void AddKorean(string word)
    {
        List<(int End, ulong Spaces, ConcernWord[] Values)> found = [];
        var rest = 0;
        for (var i = 0; i < word.Length; i++)
        {
            ConcernWords.Korean.FindAt(word, i, found);
            if (found is not [.., var (end, _, words)]) continue;
            AddPairs(word.AsSpan(rest, i - rest));
            AddWord(words[0]);
            (i, rest) = (end - 1, end);
        }

        var tail = word.AsSpan(rest);
        if (rest == 0) AddPairs(tail[..KoreanStems.StemLength(tail)]);
        else if (!KoreanStems.IsParticle(tail) && tail.Length > 2) AddPairs(tail[..KoreanStems.StemLength(tail)]);
    }

    private void AddPairs(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i + 1 < stem.Length; i++) Subjects[new string(stem.Slice(i, 2))] = stem.Length == 2 ? 1 : 0.7;
    }

    private void AddLatin(string word)
    {
        var stem = Stem(word);
        if (ConcernWords.English.TryGetValue(word, out var known) || ConcernWords.English.TryGetValue(stem, out known)) AddWord(known);
        else if (word.Length > 1) Subjects[stem] = 1;
    }

    private void AddWord(ConcernWord word)
    {
        if (word.IsAct) Acts.Add(word.Concept!);
        else if (word.Concept is { } concept) Subjects["=" + concept] = word.Weight;
    }

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ies", "ed", "es", "s", "ly", "e"])
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }

        return word;
    }
}
