using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Tells people from firms among names without a title: by first names, callings and pronouns anywhere in the record. Without evidence a name is no person.</summary>
internal sealed class PersonEvidence(string text)
{
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);

    /// <summary>Names that only a pronoun makes people, and names that the record shows to be a firm: against these a pronoun proves nothing.</summary>
    private readonly HashSet<string> _byPronoun = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sure = new(StringComparer.Ordinal);
    private string? _alone;

    public void Learn(List<EnglishToken> tokens, IEnumerable<NameMention> names)
    {
        if (_alone is { } before && tokens[0].Lower is "he" or "she" or "his" or "her") _byPronoun.Add(before);
        List<NameMention> unknown = [.. names];
        foreach (var token in tokens)
        {
            if (token is { Capital: false, IsWord: true }) _plain.Add(token.Lower);
        }

        foreach (var name in unknown)
        {
            if (name.Name == name.From && name.To - name.From == 2 && IsShownFirm(tokens, name.From, name.To)) _firms.Add(Whole(tokens, name.From, name.To));
            if (name.Name == name.From && !Stands(tokens, name.From, name.To)) continue;
            _surnames.Add(Word(tokens, name.To - 1));
            _sure.Add(Whole(tokens, name.Name, name.To));
            if (name.To - name.Name > 1 && IsKorean(tokens, name.Name, name.To)) _surnames.Add(Word(tokens, name.Name));
        }

        _alone = unknown is [{ } only] && only.To - only.Name > 1 && !OffersAnother(tokens, only) ? Word(tokens, only.To - 1) : null;
    }

    /// <summary>A word that the record also writes small is no name at the start of a sentence.</summary>
    public bool IsPlainWord(EnglishToken token) => !token.AllUpper && (_plain.Contains(token.Lower) || ContentLexicon.Negative.Contains(token.Lower)) && !_surnames.Contains(text[token.Start..token.End]) && !_byPronoun.Contains(text[token.Start..token.End]);

    public bool IsPerson(List<EnglishToken> tokens, int from, int to) =>
        !(_firms.Contains(Whole(tokens, from, to)) && !_sure.Contains(Whole(tokens, from, to)))
        && (_surnames.Contains(Word(tokens, to - 1)) || _byPronoun.Contains(Word(tokens, to - 1)) || (IsKorean(tokens, from, to) && _surnames.Contains(Word(tokens, from))) || Stands(tokens, from, to) || (to - from == 1 && !IsFirm(tokens, from)));

    /// <summary>"Harrow Stone, a pump company,", "the pump company Harrow Stone", "Harrow Stone, which makes pumps,", "Harrow Stone's chief executive", "an engineer at Harrow Stone".</summary>
    private static bool IsShownFirm(List<EnglishToken> tokens, int from, int to)
    {
        if (GivenNames.IsGiven(tokens[from].Lower) || IsKorean(tokens, from, to)) return false;
        if (from > 0 && !tokens[from - 1].Capital && IsFirmNoun(tokens[from - 1].Lower)) return true;
        if (from > 1 && tokens[from - 1].Lower is "of" or "at" or "for" or "from" && !tokens[from - 2].Capital && AffiliationReader.IsPost(tokens[from - 2])) return true;
        if (to + 1 >= tokens.Count) return false;
        if (tokens[to].Lower is "'s" or "\u2019s") return AffiliationReader.IsPost(tokens[to + 1]) || AffiliationReader.IsPostModifier(tokens[to + 1]);
        if (tokens[to].Is(",") && tokens[to + 1].Is("which")) return true;
        if (tokens[to].Is(",") && tokens[to + 1].Lower is "a" or "an" or "the") return IsApposedFirm(tokens, to + 2);
        return false;
    }

    private static bool IsApposedFirm(List<EnglishToken> tokens, int from)
    {
        for (var i = from; i < Math.Min(tokens.Count, from + 5) && tokens[i].IsWord && !VerbLists.Prepositions.Contains(tokens[i].Lower); i++)
        {
            if (IsFirmNoun(tokens[i].Lower) && !(i + 1 < tokens.Count && GivenNames.Callings.Contains(tokens[i + 1].Lower))) return true;
        }

        return false;
    }

    private static bool IsFirmNoun(string word) => NounLexicon.Bodies.Contains(word) && !NounLexicon.PersonNouns.Contains(word) && !GivenNames.Callings.Contains(word);

    /// <summary>"Harrow Stone's chief executive attended. She said": the pronoun may mean the one whose post is told.</summary>
    private static bool OffersAnother(List<EnglishToken> tokens, NameMention only)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((i < only.From || i >= only.To) && (AffiliationReader.IsPost(tokens[i]) || NounLexicon.PersonNouns.Contains(tokens[i].Lower)) && !(i == only.From - 1 || IsApposed(tokens, i, only))) return true;
        }

        return false;
    }

    /// <summary>"Sela Orvane, a baker" is one.</summary>
    private static bool IsApposed(List<EnglishToken> tokens, int at, NameMention name) => at > name.To && tokens[name.To].Is(",") && !tokens.Skip(name.To + 1).Take(at - name.To - 1).Any(t => t.Is(","));

    /// <summary>One bare word is a surname, unless it is made like a brand or the sentence goes on with "its".</summary>
    private static bool IsFirm(List<EnglishToken> tokens, int at)
    {
        if (GivenNames.IsBrand(tokens[at].Lower)) return true;
        for (var i = at + 1; i < tokens.Count && !tokens[i].Capital; i++)
        {
            if (tokens[i].Lower is "its" or "it") return true;
        }

        return false;
    }

    private static bool Stands(List<EnglishToken> tokens, int from, int to)
    {
        if (to < tokens.Count - 1 && tokens[to].Is(",") && (tokens[to + 1].Is("who") || HasCalling(tokens, to + 1, 6))) return true;
        if (to - from is 1 or > 4) return false;
        if (GivenNames.IsGiven(tokens[from].Lower) || IsKorean(tokens, from, to)) return true;
        if (from > 1 && tokens[from - 1].Lower is "'s" or "\u2019s" && tokens[from - 2].Capital && to - from == 2) return true;
        if (to - from == 2 && IsQuoted(tokens, from, to)) return true;
        if (from > 0 && GivenNames.Callings.Contains(tokens[from - 1].Lower)) return true;
        if (from > 1 && tokens[from - 1].Is(",") && HasCalling(tokens, Math.Max(0, from - 9), Math.Min(8, from - 1))) return true;
        return Works(tokens, to) || HasPronoun(tokens, to);
    }

    /// <summary>“…,” said Hector Lund; “…,” Marisa Hale said: it is people who are quoted.</summary>
    private static bool IsQuoted(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (NounLexicon.BodyNames.Contains(tokens[i].Lower) || tokens[i].AllUpper) return false;
        }

        // “…,” said Company A chair Jane Doe
        if (to < tokens.Count && (AffiliationReader.IsPost(tokens[to]) || tokens[to].Is("'s"))) return false;
        var said = from > 1 && tokens[from - 1].Lower is "said" or "sighed" or "argued" or "asked" or "added" or "warned" or "complained" or "explained" or "replied" or "told" && tokens[from - 2].Kind == EnglishTokenKind.CloseQuote;
        return said || (from > 0 && to < tokens.Count && tokens[from - 1].Kind == EnglishTokenKind.CloseQuote && tokens[to].Lower is "said" or "sighed" or "asked" or "added" or "warned" or "complained" or "explained" or "replied" or "told");
    }

    private static bool IsKorean(List<EnglishToken> tokens, int from, int to) =>
        to - from is 2 or 3 && (tokens[to - 1].Lower.Contains('-', StringComparison.Ordinal) || (GivenNames.IsKoreanSurname(tokens[from].Lower) && !tokens[to - 1].AllUpper && tokens[to - 1].Lower.Length > 3));

    private static bool HasCalling(List<EnglishToken> tokens, int from, int length)
    {
        for (var i = from; i < Math.Min(tokens.Count, from + length); i++)
        {
            if (tokens[i].Lower is "," or ";" or "said" or "(") return false;
            if (GivenNames.Callings.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }

    /// <summary>"of Company A", "(Association B)".</summary>
    private static bool Works(List<EnglishToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count || !(tokens[at].Lower is "of" or "from" or "(" or "at")) return false;
        var start = tokens[at + 1].Is("the") ? at + 2 : at + 1;
        for (var i = start; i < Math.Min(tokens.Count, start + 4) && (tokens[i].Capital || tokens[i].Lower is "'" or "'s" or "\u2019"); i++)
        {
            if (NounLexicon.BodyNames.Contains(tokens[i].Lower) || NounLexicon.Bodies.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }

    private static bool HasPronoun(List<EnglishToken> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Capital && i > from + 1) return false;
            if (tokens[i].Lower is "he" or "she" or "his" or "her" or "himself" or "herself") return true;
        }

        return false;
    }

    private string Whole(List<EnglishToken> tokens, int from, int to) => text[tokens[from].Start..tokens[to - 1].End];

    private string Word(List<EnglishToken> tokens, int i) => text[tokens[i].Start..tokens[i].End];
}
