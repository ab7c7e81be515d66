using System.Collections.Frozen;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Fixed phrases, found anywhere in a row of tokens. Adverbs between their words do not matter, nor do their verbs' forms where written <c>~verb</c>.</summary>
internal sealed class PhraseTable
{
    private readonly FrozenDictionary<string, string[][]> _byFirst;

    public PhraseTable(string phrases)
    {
        _byFirst = Lexicon.Phrases(phrases).SelectMany(Expand).GroupBy(p => p[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    public bool Stand(List<EnglishToken> tokens, int from, int to) => Find(tokens, from, to) >= 0;

    /// <summary>Index of the first token of the first phrase that stands there, or -1.</summary>
    public int Find(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (End(tokens, i, to) > 0) return i;
        }

        return -1;
    }

    /// <summary>End of the longest phrase that starts here, or 0.</summary>
    public int End(List<EnglishToken> tokens, int i, int to)
    {
        if (!_byFirst.TryGetValue(tokens[i].Lower, out var phrases)) return 0;
        var longest = 0;
        foreach (var phrase in phrases) longest = Math.Max(longest, Match(tokens, i, to, phrase));
        return longest;
    }

    private static int Match(List<EnglishToken> tokens, int i, int to, string[] phrase)
    {
        foreach (var word in phrase)
        {
            while (i < to && tokens[i].Kind is EnglishTokenKind.OpenQuote or EnglishTokenKind.CloseQuote) i++;
            if (i < to && tokens[i].Lower != word) i = PredicateReader.SkipAdverbs(tokens, i, to);
            if (i >= to || tokens[i].Lower != word) return 0;
            i++;
        }

        return i;
    }

    private static IEnumerable<string[]> Expand(string[] phrase)
    {
        if (phrase[0][0] != '~') return [phrase];
        return VerbForms.Of(phrase[0][1..]).Select(f => (string[])[f.Form, .. phrase[1..]]);
    }
}
