using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Finds proper names by capitals, titles and the shape of bodies' names. The longest name claims its words.</summary>
internal sealed class NameReader(string text, Organisations organisations, DateOnly? on)
{
    private readonly PersonEvidence _people = new(text);

    /// <summary>Reads a sentence for what it tells of names elsewhere: whether they are people.</summary>
    public void Learn(List<EnglishToken> tokens)
    {
        _people.Learn(tokens, Candidates(tokens));
        for (var i = 0; i < tokens.Count;)
        {
            var end = RunEnd(tokens, i, tokens.Count);
            if (end - i > 1 && IsBody(tokens, i, end) && IsBrandLike(tokens[i]))
            {
                var (word, whole) = (text[tokens[i].Start..tokens[i].End], text[tokens[i].Start..tokens[end - 1].End]);
                _brands[word] = _brands.TryGetValue(word, out var known) && known != whole ? "" : whole;
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static bool IsBrandLike(EnglishToken token) =>
        !token.AllUpper && token.Lower.Length > 3 && !NounLexicon.BodyNames.Contains(token.Lower) && !NounLexicon.PlacesAndThings.Contains(token.Lower) && !NounLexicon.Fields.Contains(token.Lower) && !GivenNames.IsGiven(token.Lower) && !VerbLists.IsBase(token.Lower)
        && !(token.Lower is "national" or "international" or "korean" or "korea" or "asian" or "european" or "american" or "general" or "central" or "northern" or "southern" or "eastern" or "western" or "united" or "global" or "regional" or "public" or "private" or "small" or "island" or "harbour" or "city");

    /// <summary>The first word of a body's name, and the whole; empty where two bodies share it.</summary>
    private readonly Dictionary<string, string> _brands = new(StringComparer.Ordinal);

    /// <summary>"Quill" is Quill Robotics, where the record names no other Quill.</summary>
    public string? Brand(string word) => _brands.GetValueOrDefault(word) is { Length: > 0 } full ? full : null;

    private static IEnumerable<NameMention> Candidates(List<EnglishToken> tokens)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var name = TitleEnd(tokens, i, tokens.Count);
            var end = RunEnd(tokens, name, tokens.Count);
            if (end > name && (name > i || !IsBody(tokens, i, end))) yield return new(true, i, name, end);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>All names between two tokens, in order.</summary>
    public List<NameMention> All(List<EnglishToken> tokens, int from, int to)
    {
        List<NameMention> names = [];
        var known = Known(tokens, from, to);
        for (var i = from; i < to;)
        {
            var mention = known.TryGetValue(tokens[i].Start, out var found) ? FromCatalogue(tokens, i, to, found) : At(tokens, i, to);
            if (mention is null)
            {
                i++;
                continue;
            }

            names.Add(mention);
            i = mention.To;
        }

        return names;
    }

    private Dictionary<int, OrganisationMention> Known(List<EnglishToken> tokens, int from, int to)
    {
        if (from >= to) return [];
        Dictionary<int, OrganisationMention> known = [];
        foreach (var mention in organisations.FindIn(text, new(tokens[from].Start, tokens[to - 1].End), on)) known.TryAdd(mention.Span.Start, mention);
        return known;
    }

    /// <summary>A shape may reach further than the catalogue: "Example" is known, "Example Cloud" stands here.</summary>
    private NameMention FromCatalogue(List<EnglishToken> tokens, int i, int to, OrganisationMention known)
    {
        var end = i + 1;
        while (end < to && tokens[end].Start < known.Span.End) end++;
        var shape = At(tokens, i, to);
        if (shape is { IsPerson: false } && shape.To > end) return shape;
        return new(false, i, i, end, known.Organisation.Kind);
    }

    private NameMention? At(List<EnglishToken> tokens, int i, int to)
    {
        var name = TitleEnd(tokens, i, to);
        var titled = name > i;
        var end = RunEnd(tokens, name, to);
        if (end == name) return null;
        if (titled) return new(true, i, name, end);

        if (IsBody(tokens, i, end)) return new(false, i, i, BodyEnd(tokens, i, end, to));
        if (IsOwned(tokens, i, end) || (end - i == 1 && IsAcronym(tokens[i]))) return new(false, i, i, end);
        if (end - i == 1 && Brand(text[tokens[i].Start..tokens[i].End]) is not null && !_people.IsPlainWord(tokens[i])) return new(false, i, i, end);
        if (end - i == 1 && (i == 0 || !tokens[i - 1].IsWord) && _people.IsPlainWord(tokens[i])) return null;
        return new(_people.IsPerson(tokens, i, end), i, i, end);
    }

    /// <summary>"Jane Doe (Harbour Gate)": what stands in brackets behind a person is where the person works.</summary>
    private static bool IsOwned(List<EnglishToken> tokens, int i, int end) =>
        i > 1 && tokens[i - 1].Is("(") && tokens[i - 2] is { Capital: true, IsWord: true } && end < tokens.Count && tokens[end].Lower is ")" or ",";

    /// <summary>Titles may be written small ("deputy minister Pickwick"), yet only right before a name.</summary>
    private static int TitleEnd(List<EnglishToken> tokens, int i, int to)
    {
        var end = OfficeAt(tokens, i, to);
        while (end < to && tokens[end].IsWord && IsTitleWord(tokens[end])) end++;
        if (end == i || end >= to || !IsNameWord(tokens[end])) return i;
        var hasTitle = false;
        for (var t = i; t < end; t++) hasTitle |= NounLexicon.StateTitles.Contains(tokens[t].Lower) || NounLexicon.Titles.Contains(tokens[t].Lower);
        return hasTitle ? end : i;
    }

    /// <summary>"Fisheries Minister Jane Doe", "Digital Affairs Minister Doe": what the minister is of may be any words written large, as the title is.</summary>
    private static int OfficeAt(List<EnglishToken> tokens, int i, int to)
    {
        for (var t = i; t < Math.Min(to, i + 4) && tokens[t] is { Capital: true, IsWord: true }; t++)
        {
            if (tokens[t].Lower is "minister" or "secretary" or "undersecretary") return t;
            if (NounLexicon.Titles.Contains(tokens[t].Lower) || NounLexicon.NoNames.Contains(tokens[t].Lower)) return i;
        }

        return i;
    }

    private static bool IsTitleWord(EnglishToken token) =>
        NounLexicon.Titles.Contains(token.Lower) || NounLexicon.StateTitles.Contains(token.Lower) || (token.Capital && NounLexicon.TitleModifiers.Contains(token.Lower));

    private static int RunEnd(List<EnglishToken> tokens, int i, int to)
    {
        var end = i;
        while (end < to && end - i < 8 && (IsNameWord(tokens[end]) || (end > i && (IsLetter(tokens[end]) || IsLastOfName(tokens, end, to)))) && (end == i || (Touches(tokens, end) && !OpensTitle(tokens, end, to)))) end++;
        if (end - i == 1 && i + 2 < to && NounLexicon.BodyHeads.Contains(tokens[i].Lower) && tokens[i + 1].Lower is "of" or "for" && tokens[i + 2] is { Capital: true, IsWord: true }) return end;
        return end - i == 1 && (IsCommonNoun(tokens[i]) || ((i == 0 || !tokens[i - 1].IsWord) && IsVerb(tokens[i].Lower))) ? i : end;
    }

    /// <summary>"Company A Chief Executive Jane Doe": the person begins with the title.</summary>
    private static bool OpensTitle(List<EnglishToken> tokens, int i, int to) =>
        tokens[i].Lower is "chief" or "president" or "chairman" or "chairwoman" or "chairperson" or "vice" or "managing" && TitleEnd(tokens, i, to) is var name && name > i && !IsBody(tokens, name, RunEnd(tokens, name, to));

    /// <summary>"Company On said": a small word written large that closes a name belongs to it. In a headline a large word follows.</summary>
    private static bool IsLastOfName(List<EnglishToken> tokens, int i, int to) =>
        tokens[i] is { Capital: true, Lower: "on" or "in" or "up" or "over" or "off" or "out" or "now" or "one" or "next" or "all" or "more" or "go" } && !(i + 1 < to && tokens[i + 1].Capital && Touches(tokens, i + 1));

    private static bool Touches(List<EnglishToken> tokens, int i) => tokens[i].Start - tokens[i - 1].End <= 1;

    /// <summary>The letter of "Company A".</summary>
    private static bool IsLetter(EnglishToken token) => token is { Capital: true, IsWord: true } && token.End - token.Start == 1;

    /// <summary>A plain noun that only opens its sentence: "Officials", "Makers".</summary>
    private static bool IsCommonNoun(EnglishToken token) =>
        !token.AllUpper && (NounLexicon.Groups.Contains(token.Lower) || NounLexicon.PersonNouns.Contains(token.Lower) || NounLexicon.Bodies.Contains(token.Lower)
            || NounLexicon.StateBodies.Contains(token.Lower) || NounLexicon.Outsiders.Contains(token.Lower) || VerbLexicon.ConcernNouns.Contains(token.Lower) || VerbLexicon.RequestNouns.Contains(token.Lower)
            || VerbLists.IsAdverb(token.Lower) || NounPhrases.IsPluralPeople(token.Lower) || (token.Lower.EndsWith("ents", StringComparison.Ordinal) && !token.Lower.EndsWith("ments", StringComparison.Ordinal)));

    /// <summary>"Pressed on this, …" opens with a verb.</summary>
    private static bool IsVerb(string word) =>
        VerbLexicon.Of(word) is [{ Form: VerbForm.Past or VerbForm.Gerund }, ..] || VerbLists.Act(word) is { Form: VerbForm.Past or VerbForm.Gerund };

    private static bool IsNameWord(EnglishToken token) => token is { Capital: true, IsWord: true } && !NounLexicon.NoNames.Contains(token.Lower);

    private static bool IsBody(List<EnglishToken> tokens, int from, int to)
    {
        // "Software" and "Energy" alone are things; "Parliament" and "Treasury" are not.
        if (to - from == 1) return !NounLexicon.CommonBodyNames.Contains(tokens[from].Lower) && NounLexicon.BodyNames.Contains(tokens[from].Lower);
        for (var i = from; i < to; i++)
        {
            if (NounLexicon.BodyNames.Contains(tokens[i].Lower)) return true;
            if (i == to - 1 && to - from > 1 && tokens[i].End - tokens[i].Start == 1) return true;
        }

        return to - from > 1 && IsAcronym(tokens[from]);
    }

    private static int BodyEnd(List<EnglishToken> tokens, int from, int end, int to)
    {
        if (!NounLexicon.BodyHeads.Contains(tokens[end - 1].Lower)) return end;
        while (end + 1 < to && tokens[end].Lower is "of" or "for" or "on")
        {
            var next = tokens[end + 1].Is("the") && end + 2 < to ? end + 2 : end + 1;
            var run = RunOfBody(tokens, next, to);
            if (run == next) break;
            end = run;
        }

        return end;

        static int RunOfBody(List<EnglishToken> tokens, int i, int to)
        {
            var end = i;
            while (end < to && (IsPlace(tokens[end]) || JoinsCapitals(tokens, end, i, to))) end++;
            return end;
        }

        static bool JoinsCapitals(List<EnglishToken> tokens, int at, int start, int to) =>
            at > start && at + 1 < to && tokens[at].Lower is "and" or "," && IsPlace(tokens[at + 1]) && (NounLexicon.Fields.Contains(tokens[at + 1].Lower) || !NounLexicon.BodyNames.Contains(tokens[at + 1].Lower)) && at + 2 <= to
            && (tokens[at].Is("and") || FollowedByAnd(tokens, at + 1, to));

        static bool FollowedByAnd(List<EnglishToken> tokens, int at, int to)
        {
            while (at < to && IsPlace(tokens[at])) at++;
            return at < to && (tokens[at].Is("and") || (tokens[at].Is(",") && at + 1 < to && tokens[at + 1].Is("and")));
        }

        static bool IsPlace(EnglishToken token) => token is { Capital: true, IsWord: true } && (token.Lower is "ict" or "sme" or "smes" or "ai" or "it" || !NounLexicon.NoNames.Contains(token.Lower));
    }

    private static bool IsAcronym(EnglishToken token) => token.AllUpper && token.End - token.Start >= 2;
}
