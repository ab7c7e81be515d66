using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>A clause that only announces and a colon behind which it is said: "The growers spoke with one voice: cut the levy, reopen the siding."</summary>
internal sealed class ListReader(NounPhrases subjects)
{
    private const int LongestLead = 16;

    public List<Claim>? Read(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var colon = Colon(tokens, from, to);
        if (colon < 0 || Lead(tokens, from, colon, carry) is not { } lead) return null;
        var act = VerbLists.IsBase(tokens[colon + 1].Lower) && lead.Speaker.Side != Side.Government ? Act.Request : lead.Act;
        carry.Speak(lead.Speaker);
        if (act == Act.Report) return [new(lead.Speaker, act, colon + 1, to) { Tells = true }];
        return [.. Items(tokens, colon + 1, to).Select(i => new Claim(lead.Speaker, act, i.From, i.To) { Tells = true })];
    }

    /// <summary>What is quoted behind the colon is read as a quotation.</summary>
    private static int Colon(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to - 2, from + LongestLead); i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) return -1;
            if (tokens[i].Is(":")) return i > from + 2 && tokens[i + 1].Kind != EnglishTokenKind.OpenQuote ? i : -1;
        }

        return -1;
    }

    private (Speaker Speaker, Act Act)? Lead(List<EnglishToken> tokens, int from, int colon, Carry carry)
    {
        for (var verb = from + 1; verb < colon; verb++)
        {
            if (tokens[verb].Lower is "," or "that" or "which" or "who") return null;
            if (!Announcing.Contains(tokens[verb].Lower)) continue;
            return ActOf(tokens, verb, colon) is { } act && subjects.Read(tokens, from, verb, carry) is { Generic: false } speaker ? (speaker, act) : null;
        }

        return null;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Announcing = Lexicon.Words("""
        had has have made makes spoke speaks were are came gave put listed lists named raised set agreed brought voiced offered left repeated sent kept wanted wants asked ask asks urged requested proposed sought demanded reported flagged cited identified
        """);

    private static Act? ActOf(List<EnglishToken> tokens, int verb, int colon)
    {
        for (var i = verb; i < colon; i++)
        {
            var word = tokens[i].Lower;
            if (word is "no" or "not" or "few") return null;
            if (VerbLexicon.RequestNouns.Contains(word) || word is "wanted" or "wants" or "asked" or "asks" or "requested" or "proposed" or "sought" or "demanded" or "urged" or "remedies" or "remedy" or "wishlist" or "priorities" or "priority" or "fixes" or "changes" or "favours" or "steps") return Act.Request;
            if (VerbLexicon.ConcernNouns.Contains(word) || word is "problem" or "problems" or "obstacle" or "obstacles" or "difficulties" or "barriers" or "hurdles" or "headaches" or "troubles" or "issues") return Act.Concern;
            if (word is "voice" or "unanimous" or "message" or "point" or "points" or "answer" or "verdict" or "line" or "chorus" or "blunt" or "clear" or "frank" or "adamant" or "categorical" or "scathing" or "unequivocal" or "plain" or "united" or "firm") return Act.Report;
        }

        return null;
    }

    private static IEnumerable<(int From, int To)> Items(List<EnglishToken> tokens, int from, int to)
    {
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (!(tokens[i].Lower is "," or ";" || (tokens[i].Is("and") && start > from)) || i == start) continue;
            yield return (start, i);
            start = i + 1;
            while (start < to && tokens[start].Lower is "and" or "," or ";") start++;
            i = start - 1;
        }

        if (start < to) yield return (start, to);
    }
}
