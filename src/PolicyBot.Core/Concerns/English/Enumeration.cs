using System.Collections.Frozen;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Several asks in one sentence: "A, B and C" are three. Words that only share a preposition or an adjective stay together.</summary>
internal static class Enumeration
{
    private static readonly FrozenSet<string> ItemOpeners = Lexicon.Words("""
        a an the more less fewer better clearer simpler faster shorter longer lower higher easier greater wider broader stronger cheaper stricter looser lighter earlier quicker larger bigger smaller tighter fairer
        help support clarity relief access guidance funding money time aid training subsidies assistance protection exemptions exemption one two three public state tax government free new joint early permanent single
        that to no some any additional extra further common clear separate special flexible
        high slow long poor weak frequent unclear excessive heavy rising strict short late
        """);

    public static List<(int From, int To)> Split(List<EnglishToken> tokens, int from, int to, bool clause)
    {
        var cuts = Cuts(tokens, from, to, clause);
        if (cuts.Count == 0) return [(from, to)];
        List<(int, int)> parts = [];
        var start = from;
        foreach (var (end, next) in cuts)
        {
            if (end > start) parts.Add(Content.Trim(tokens, start, end));
            start = next;
        }

        parts.Add(Content.Trim(tokens, start, to));
        return [.. parts.Where(p => p.Item2 > p.Item1)];
    }

    private static List<(int End, int Next)> Cuts(List<EnglishToken> tokens, int from, int to, bool clause)
    {
        List<(int, int)> cuts = [];
        if (clause || tokens[from].Lower is "both" or "either") return [];
        var verbs = VerbLists.IsBase(tokens[from].Lower) && !ItemOpeners.Contains(tokens[from].Lower) && from + 1 < to && !(tokens[from + 1].Lower is "for" or "of" or "to" or "on" or "from" or "," or "and");
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (!(tokens[i].Is(",") || tokens[i].Is("and") || tokens[i].Is(";"))) continue;
            var next = i + 1;
            while (next < to && tokens[next].Lower is "and" or "also" or "as" or "well" or "for" or "then" or "," && !(tokens[next].Is("as") && next + 1 < to && !tokens[next + 1].Lower.Equals("well", StringComparison.Ordinal))) next++;
            if (next >= to) break;
            if (tokens[i].Is(",") && tokens[next].Lower is "which" or "who" or "saying" or "because" or "so" or "including" or "such" or "with" or "but" or "if" or "where" or "especially") break;
            if (!(verbs ? VerbLists.IsBase(tokens[next].Lower) || tokens[next].Is("to") : OpensItem(tokens, next, to, tokens[i].Is("and") && cuts.Count == 0))) continue;
            cuts.Add((i, tokens[next].Is("to") && verbs ? next + 1 : next));
            i = next;
        }

        return cuts;
    }

    private static bool OpensItem(List<EnglishToken> tokens, int i, int to, bool pair)
    {
        if (tokens[i].Lower is "a" or "an" && pair && i + 2 < to && tokens[i + 2].Lower is "ago") return false;
        if (!ItemOpeners.Contains(tokens[i].Lower)) return false;
        // "a shorter and simpler form": the adjective's noun comes later, so "and" joins adjectives.
        return !(pair && i >= 2 && ItemOpeners.Contains(tokens[i - 2].Lower) && tokens[i].Lower.EndsWith("er", StringComparison.Ordinal) && (i < 3 || !tokens[i - 3].IsWord));
    }
}
