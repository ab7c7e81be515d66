using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Asks told by the way: "The minister met tram operators in Daegu, who wanted signal priority."</summary>
internal sealed class RelativeReader(NounPhrases subjects)
{
    private const int Reach = 9;

    public IEnumerable<Claim> Read(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var quoted = false;
        for (var i = from + 2; i + 3 < to; i++)
        {
            quoted = tokens[i].Kind == EnglishTokenKind.OpenQuote || (quoted && tokens[i].Kind != EnglishTokenKind.CloseQuote);
            if (quoted || !tokens[i].Is(",") || !(tokens[i + 1].Lower is "who" or "which")) continue;
            var verb = PredicateReader.SkipAdverbs(tokens, i + 2, to);
            if (PredicateReader.Opening(tokens, verb, to) is not { Form: VerbForm.Past, Act: Act.Request or Act.Concern } told || told.To >= to || Antecedent(tokens, from, i, carry) is not { } speaker) continue;
            var end = tokens.FindIndex(told.To, to - told.To, t => t.Is(","));
            yield return new(speaker, told.Act, told.To, end > told.To ? end : to) { Tells = told.Tells };
        }
    }

    /// <summary>The group, or the one name, that was met; the last name of a list of guests is not the one that spoke.</summary>
    private Speaker? Antecedent(List<EnglishToken> tokens, int from, int comma, Carry carry)
    {
        for (var k = Math.Max(from + 1, comma - Reach); k < comma; k++)
        {
            if (!(tokens[k - 1].Lower is "met" or "with" or "from" or "saw" or "hosted" or "visited" or "received" or "invited" or "joined" or "welcomed" or "by" or "to")) continue;
            if (subjects.Read(tokens, k, comma, carry) is not { } speaker) continue;
            var alone = !tokens.Skip(Math.Max(from, k - 3)).Take(comma - Math.Max(from, k - 3)).Any(t => t.Lower is "," or "and");
            return speaker is { Level: AttributionLevel.Participants } || (speaker is { Level: >= AttributionLevel.Organisation, Side: not Side.Government, Names.Count: 1 } && alone) ? speaker with { Generic = false } : null;
        }

        return null;
    }
}
