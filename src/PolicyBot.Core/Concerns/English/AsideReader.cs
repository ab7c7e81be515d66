using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Speakers told by the way: "The levy, John Roe said, would …", "In the view of Company A, …".</summary>
internal sealed class AsideReader(NounPhrases subjects)
{
    private const int Longest = 14;

    /// <summary>The words run on around the aside, so that the content keeps it.</summary>
    public List<Claim>? Interposed(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (PredicateReader.Next(tokens, from, to) is not { } told) return null;
        for (var open = from + 1; open + 2 < to && open < told.From; open++)
        {
            if (!tokens[open].Is(",")) continue;
            var close = Comma(tokens, open + 1, to);
            if (close < 0 || Speaker(tokens, open + 1, close, carry) is not { } speaker) continue;
            carry.Speak(speaker);
            if (!IsAdjunct(tokens, from) && open - from > 3 && PredicateReader.At(tokens, close + 1, to) is { Form: VerbForm.Gerund, Act: Act.Report or Act.Request or Act.Concern } next && next.To < to)
                return [new(speaker, Act.Report, from, open) { Tells = true }, new(speaker, next.Act, next.To, to) { Tells = next.Tells }];
            // "Crews, the minutes say, fear that …": the clause goes on with a verb of its own.
            if (PredicateReader.At(tokens, close + 1, to) is { Act: Act.Concern or Act.Request, Form: not VerbForm.Gerund } own && own.To < to) return [new(speaker, own.Act, own.To, to) { Tells = own.Tells }];
            return [new(speaker, Act.Report, IsAdjunct(tokens, from) || open - from == 1 ? close + 1 : from, to) { Tells = true }];
        }

        return null;
    }

    private static int Comma(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to - 1, from + Longest); i++)
        {
            if (tokens[i].Is(",")) return i;
            if (tokens[i].Kind is EnglishTokenKind.OpenQuote) return -1;
        }

        return -1;
    }

    private Speaker? Speaker(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (tokens[from].Lower is "who" or "which" or "and" or "but" or "while" or "as" or "whereas" or "so" or "where" or "when") return null;
        if (PredicateReader.Next(tokens, from, to) is not { Act: Act.Report or Act.Concern, Form: not VerbForm.Gerund } predicate || PredicateReader.TakesAddressee(tokens[predicate.From].Lower)) return null;
        if (predicate.From == from) return subjects.Read(tokens, from + 1, to, carry);
        return predicate.From + 1 >= to || VerbLists.Prepositions.Contains(tokens[predicate.From + 1].Lower) ? subjects.Read(tokens, from, predicate.From, carry) : null;
    }

    private static bool IsAdjunct(List<EnglishToken> tokens, int from) =>
        VerbLists.Prepositions.Contains(tokens[from].Lower) || SubjectLexicon.Openers.Contains(tokens[from].Lower) || VerbLists.IsAdverb(tokens[from].Lower) || tokens[from].Lower is "yes" or "no";

    /// <summary>"In the view of Company A, …", "…, in Jane Doe's opinion".</summary>
    public List<Claim>? View(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var end = to;
        while (end > from && !tokens[end - 1].IsWord) end--;
        if (tokens[from].Lower is "in" or "to" && Comma(tokens, from, to) is > 0 and var comma && Viewer(tokens, from, comma, carry) is { } first) return Told(first, comma + 1, to, carry);
        for (var i = end - 1; i > from && i > end - Longest; i--)
        {
            if (tokens[i].Is(",")) return tokens[i + 1].Lower is "in" or "to" && Viewer(tokens, i + 1, end, carry) is { } last ? Told(last, from, i, carry) : null;
        }

        return null;
    }

    private Speaker? Viewer(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (from + 3 >= to) return null;
        if (tokens[from + 1].Is("the") && IsView(tokens[from + 2]) && tokens[from + 3].Is("of")) return subjects.Read(tokens, from + 4, to, carry);
        return IsView(tokens[to - 1]) && tokens[to - 2].Lower is "'s" or "'" or "\u2019" or "\u2019s" ? subjects.Read(tokens, from + 1, to - 2, carry) : null;
    }

    private static bool IsView(EnglishToken token) => token.Lower is "view" or "opinion" or "eyes" or "words" or "mind" or "judgement" or "judgment" or "experience";

    private static List<Claim> Told(Speaker speaker, int from, int to, Carry carry)
    {
        carry.Speak(speaker);
        return speaker.Generic ? [] : [new(speaker, Act.Report, from, to) { Tells = true }];
    }
}
