using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads the people of a record, each with the side that title or body give.</summary>
internal sealed class CastReader(string text, NameReader names)
{
    public Cast Read(IEnumerable<List<EnglishToken>> sentences)
    {
        var cast = new Cast();
        List<List<EnglishToken>> all = [.. sentences];
        all.ForEach(names.Learn);
        List<(List<EnglishToken> Tokens, Affiliation Tie)> ties = [];
        foreach (var tokens in all)
        {
            foreach (var (acronym, full) in Acronyms(tokens)) cast.AddAlias(acronym, full);
            var mentions = names.All(tokens, 0, tokens.Count);
            for (var i = 0; i < mentions.Count; i++)
            {
                if (!mentions[i].IsPerson) continue;
                if (NamesSeveral(tokens, mentions[i])) cast.MarkAmbiguous(text[tokens[mentions[i].To - 1].Start..tokens[mentions[i].To - 1].End]);
                else if (IsSure(tokens, mentions[i])) cast.Add(text, tokens, mentions[i], SideOf(tokens, mentions, i));
            }

            foreach (var tie in AffiliationReader.Read(tokens, mentions)) ties.Add((tokens, tie));
        }

        foreach (var (tokens, tie) in ties) cast.Tie(text, tokens, tie, SideOfBody(tokens, tie.Body));
        return cast;
    }

    /// <summary>"Maritime Data Office (MDO)".</summary>
    private IEnumerable<(string Acronym, string Full)> Acronyms(List<EnglishToken> tokens)
    {
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (!tokens[i].Is("(") || !tokens[i + 1].AllUpper || !tokens[i + 2].Is(")")) continue;
            var acronym = text[tokens[i + 1].Start..tokens[i + 1].End];
            for (var start = i - 1; start >= Math.Max(0, i - 10); start--)
            {
                if (!tokens[start].Capital && !(tokens[start].Lower is "of" or "and" or "for" or "the" or "'s" or "'" or "\u2019" or "&")) break;
                if (i - start >= 2 && tokens[start].Capital && !tokens[start].Is("the") && text[tokens[start].Start] == acronym[0] && Initials(tokens, start, i) == acronym.Length) yield return (acronym, text[tokens[start].Start..tokens[i - 1].End]);
            }
        }
    }

    private static int Initials(List<EnglishToken> tokens, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++) count += tokens[i] is { Capital: true, IsWord: true } ? 1 : 0;
        return count;
    }

    /// <summary>A capital at the start of a sentence proves nothing.</summary>
    private static bool IsSure(List<EnglishToken> tokens, NameMention mention) =>
        mention.Name > mention.From || mention.To - mention.From > 1 || (mention.From > 0 && tokens[mention.From - 1].Kind is EnglishTokenKind.Word);

    private static bool NamesSeveral(List<EnglishToken> tokens, NameMention mention) =>
        // "Ms Vale, no relation, said": another Vale.
        (mention.To + 2 < tokens.Count && tokens[mention.To].Is(",") && tokens[mention.To + 1].Is("no") && tokens[mention.To + 2].Is("relation"))
        || mention.From > 1 && tokens[mention.From - 1].Lower is "named" or "called" && tokens[mention.From - 2].Lower.EndsWith('s');

    public static Side SideOf(List<EnglishToken> tokens, List<NameMention> mentions, int i)
    {
        var mention = mentions[i];
        for (var t = mention.From; t < mention.Name; t++)
        {
            if (NounLexicon.StateTitles.Contains(tokens[t].Lower)) return Side.Government;
        }

        return FromBodyBehind(tokens, mentions, i) ?? FromBodyBefore(tokens, mentions, i) ?? Side.Unknown;
    }

    /// <summary>"Jane Doe (Company A)", "Jane Doe of Company A", "Jane Doe, head of Association B".</summary>
    private static Side? FromBodyBehind(List<EnglishToken> tokens, List<NameMention> mentions, int i)
    {
        var at = mentions[i].To;
        if (at >= tokens.Count || tokens[at].Lower is not ("(" or "," or "of" or "from" or "at" or "for")) return null;
        var state = false;
        for (var t = at; t < Math.Min(tokens.Count, at + 10); t++)
        {
            var body = mentions.Find(m => m.From == t);
            if (body is { IsPerson: false }) return SideOfBody(tokens, body);
            if (body is not null || (t > at && tokens[t].Lower is "," or "." or ")" or ";")) break;
            if (NounLexicon.StateRoles.Contains(tokens[t].Lower) || NounLexicon.StateBodies.Contains(tokens[t].Lower)) state = true;
            else if (NounLexicon.PersonNouns.Contains(tokens[t].Lower) || NounLexicon.Bodies.Contains(tokens[t].Lower)) return Side.Stakeholder;
        }

        return state ? Side.Government : null;
    }

    /// <summary>"NHN Cloud's chief executive Kim Dong-hoon", "Samsung SDS president Lee Jun-hee".</summary>
    private static Side? FromBodyBefore(List<EnglishToken> tokens, List<NameMention> mentions, int i)
    {
        if (i == 0 || mentions[i - 1].IsPerson || mentions[i].From - mentions[i - 1].To > 4) return null;
        for (var t = mentions[i - 1].To; t < mentions[i].From; t++)
        {
            if (!tokens[t].IsWord) return null;
        }

        return SideOfBody(tokens, mentions[i - 1]);
    }

    public static Side SideOfBody(List<EnglishToken> tokens, NameMention body)
    {
        if (body.Catalogue is { } kind) return kind == OrganisationKind.Government ? Side.Government : Side.Stakeholder;
        for (var t = body.From; t < body.To; t++)
        {
            if (NounLexicon.StateBodyNames.Contains(tokens[t].Lower)) return Side.Government;
        }

        return tokens[body.From].Lower is "msit" or "moef" or "motie" or "mss" or "mohw" or "pipc" or "fsc" or "kcc" or "ftc" ? Side.Government : Side.Stakeholder;
    }
}
