using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>
/// Finds who speaks for which body: "Jane Doe, head of policy at Company A,", "Company A CEO Jane Doe", "the chief executive of Company A, Jane Doe,".
/// Only posts of the body itself count, held now: a critic, a customer and a former head are not its voice.
/// </summary>
internal static class AffiliationReader
{
    public static IEnumerable<Affiliation> Read(List<EnglishToken> tokens, List<NameMention> mentions)
    {
        foreach (var person in mentions.Where(m => m.IsPerson))
        {
            if (Behind(tokens, mentions, person) is { } behind) yield return behind;
            if (Before(tokens, mentions, person) is { } before) yield return before;
        }
    }

    private static Affiliation? Behind(List<EnglishToken> tokens, List<NameMention> mentions, NameMention person)
    {
        var at = person.To;
        if (at + 1 >= tokens.Count) return null;
        if (tokens[at].Is("(")) return Bracketed(tokens, mentions, person);
        if (tokens[at].Is("of")) return Direct(tokens, mentions, person, at + 1);
        // "hired Jane Doe from Company A" tells where she no longer is.
        if (tokens[at].Is("from")) return OpensOrIsSaid(tokens, person.From) ? Direct(tokens, mentions, person, at + 1) : null;
        if (!tokens[at].Is(",")) return null;
        if (tokens[at + 1].Lower is "of" or "from") return Direct(tokens, mentions, person, at + 2);
        if (tokens[at + 1].Is("who")) return at + 2 < tokens.Count && tokens[at + 2].Lower is "leads" or "heads" or "runs" or "chairs" or "manages" ? Direct(tokens, mentions, person, at + 3) : null;
        return Owned(tokens, mentions, person, at + 1) ?? Posted(tokens, mentions, person, at + 1);
    }

    private static bool OpensOrIsSaid(List<EnglishToken> tokens, int at) => at == 0 || !tokens[at - 1].IsWord || tokens[at - 1].Lower is "said" or "added" or "and" or "while" or "but" or "to";

    /// <summary>"Jane Doe of Company A".</summary>
    private static Affiliation? Direct(List<EnglishToken> tokens, List<NameMention> mentions, NameMention person, int at) =>
        BodyAt(tokens, mentions, at) is { } body && (EndsAt(tokens, body.To, false) || IsNextPerson(tokens, mentions, body.To)) ? Make(tokens, person, body, person.Name, body.To) : null;

    /// <summary>"Jane Doe (Company A)", "Jane Doe (chief executive, Company A)".</summary>
    private static Affiliation? Bracketed(List<EnglishToken> tokens, List<NameMention> mentions, NameMention person)
    {
        var close = tokens.FindIndex(person.To, t => t.Is(")"));
        if (close < 0 || mentions.FindAll(m => m.From > person.To && m.To <= close) is not [{ IsPerson: false } body] || IsPlace(tokens, body)) return null;
        for (var i = person.To + 1; i < close; i++)
        {
            if (i >= body.From && i < body.To) continue;
            if (!IsPostWord(tokens[i]) && !(tokens[i].Lower is "," or "the" or "of" or "'s")) return null;
        }

        return Make(tokens, person, body, person.Name, close + 1);
    }

    /// <summary>"Jane Doe, Company A's chief executive,".</summary>
    private static Affiliation? Owned(List<EnglishToken> tokens, List<NameMention> mentions, NameMention person, int at)
    {
        if (BodyAt(tokens, mentions, at) is not { } body) return null;
        var end = PostEnd(tokens, IsPossessive(tokens, body.To) ? body.To + 1 : body.To, tokens.Count);
        return end > 0 && EndsAt(tokens, end, true) && !PassesOn(tokens, mentions, end) ? Make(tokens, person, body, person.Name, end) : null;
    }

    /// <summary>"Jane Doe, the chief executive of Company A,".</summary>
    private static Affiliation? Posted(List<EnglishToken> tokens, List<NameMention> mentions, NameMention person, int at)
    {
        if (Post(tokens, mentions, at) is not { } body) return null;
        // "Unlike Jane Doe, the head of Company A said …": without a comma behind it, "the head" may be somebody else.
        var end = body.To;
        if (end + 1 < tokens.Count && tokens[end].Is("and") && Post(tokens, mentions, end + 1) is { } second) end = second.To;
        return EndsAt(tokens, end, tokens[at].Is("the")) && !PassesOn(tokens, mentions, end) ? Make(tokens, person, body, person.Name, end) : null;
    }

    private static Affiliation? Before(List<EnglishToken> tokens, List<NameMention> mentions, NameMention person)
    {
        var place = mentions.IndexOf(person);
        if (place == 0 || mentions[place - 1] is not { } body || IsPlace(tokens, body)) return null;
        if (body.IsPerson && !IsBrandBefore(tokens, body, person)) return null;
        if (tokens[body.To].Is(",")) return body.To + 1 == person.From && IsSetOff(tokens, person) && PostStart(tokens, mentions, body) is >= 0 and var start ? Make(tokens, person, body, start, person.To) : null;
        if (IsNotNow(tokens[body.From]) || (body.From > 0 && IsNotNow(tokens[body.From - 1]))) return null;
        var post = IsPossessive(tokens, body.To) ? body.To + 1 : body.To;
        var end = PostEnd(tokens, post, person.Name);
        if (end == person.Name || (end > 0 && end + 1 == person.Name && tokens[end].Is(",") && IsSetOff(tokens, person))) return Make(tokens, person, body, body.From, person.To);
        return null;
    }

    /// <summary>"Voltek chief executive Jane Doe": one word right before a post written small and a full name is the house, though alone it could be a surname.</summary>
    private static bool IsBrandBefore(List<EnglishToken> tokens, NameMention word, NameMention person) =>
        word.To - word.From == 1 && word.Name == word.From && person.To - person.Name > 1 && tokens[word.To] is { IsWord: true, Capital: false } && !Describes(tokens[word.From].Lower)
        && PostEnd(tokens, word.To, person.Name) == person.Name;

    /// <summary>"Outgoing", "Korean": words that a sentence opens with before a post.</summary>
    private static bool Describes(string word) =>
        Array.Exists(Describing, e => word.EndsWith(e, StringComparison.Ordinal)) || NounLexicon.TitleModifiers.Contains(word) || PostModifiers.Contains(word);

    private static readonly string[] Describing = ["ed", "ing", "ous", "an", "ese", "ish", "al", "ly", "ent", "er", "ime"];

    /// <summary>Behind a post that begins here and names its body; the place itself where there is none.</summary>
    public static int EndOfPost(List<EnglishToken> tokens, List<NameMention> mentions, int at) => Post(tokens, mentions, at)?.To ?? at;

    /// <summary>Where "the chief executive of Company A" before a name begins; behind another's name it belongs to that one.</summary>
    private static int PostStart(List<EnglishToken> tokens, List<NameMention> mentions, NameMention body)
    {
        for (var i = body.From - 2; i >= Math.Max(0, body.From - MostWords); i--)
        {
            var article = tokens[i].Lower is "the" or "its";
            if (!article && i > 0 && tokens[i - 1].IsWord) continue;
            if (Post(tokens, mentions, i) == body) return i > 0 && mentions.Exists(m => m.IsPerson && m.To == i - 1) ? -1 : article ? i + 1 : i;
            if (!article) return -1;
        }

        return -1;
    }

    /// <summary>A name between commas, with no post of its own behind it.</summary>
    private static bool IsSetOff(List<EnglishToken> tokens, NameMention person) =>
        person.To < tokens.Count && tokens[person.To].Lower is "," or "." or ";" or ":" && !(person.To + 1 < tokens.Count && tokens[person.To + 1].Lower is "a" or "an" or "the" or "of");

    /// <summary>"…, chief executive of Company A, John Roe, said": whose post it is cannot be told, unless the second has one of his own.</summary>
    private static bool PassesOn(List<EnglishToken> tokens, List<NameMention> mentions, int end) =>
        end < tokens.Count && tokens[end].Is(",") && mentions.Find(m => m.IsPerson && m.From == end + 1) is { } next
        && !(next.To + 1 < tokens.Count && (tokens[next.To].Is("(") || Post(tokens, mentions, next.To + 1) is not null));

    private const int MostWords = 14;

    /// <summary>The body of a post that begins here: "the head of policy at Company A"; null when it is no post.</summary>
    private static NameMention? Post(List<EnglishToken> tokens, List<NameMention> mentions, int at)
    {
        if (at < tokens.Count && tokens[at].Lower is "the" or "a" or "an" or "its") at++;
        var post = at;
        while (post < tokens.Count && post - at < 7 && !IsLink(tokens[post]) && IsPlainWord(tokens[post])) post++;
        if (post == at || post >= tokens.Count || !IsLink(tokens[post]) || !Posts.Contains(tokens[post - 1].Lower)) return null;
        if (BodyAt(tokens, mentions, post + 1) is { } body) return body;
        if (tokens[post].Lower is not ("of" or "for")) return null;
        // "head of grid policy at Company A"
        var field = post + 1;
        while (field < tokens.Count && field - post < 7 && !(tokens[field].Lower is "at" or "for" or "with") && IsPlainWord(tokens[field])) field++;
        return field > post + 1 && field < tokens.Count && tokens[field].Lower is "at" or "for" or "with" ? BodyAt(tokens, mentions, field + 1) : null;
    }

    private static bool IsLink(EnglishToken token) => token.Lower is "of" or "at" or "for" or "from" or "with";

    /// <summary>A word of a post or of its field: nothing that is somebody else, and nothing of the past.</summary>
    private static bool IsPlainWord(EnglishToken token) =>
        Posts.Contains(token.Lower) || (token.IsWord && !IsNotNow(token) && !(token.Lower is "a" or "an" or "the" or "its" or "'s" or "who" or "that" or "which" or "not") && !VerbLists.Prepositions.Contains(token.Lower)
            && !NounLexicon.PersonNouns.Contains(token.Lower) && !NounLexicon.Groups.Contains(token.Lower) && !NounLexicon.Bodies.Contains(token.Lower) && !NounLexicon.StateBodies.Contains(token.Lower) && token.Lower is not "staff");

    private static bool IsNotNow(EnglishToken token) =>
        token.Lower is "former" or "formerly" or "ex" or "then" or "late" or "retired" or "erstwhile" or "onetime" or "one-time" or "incoming" or "prospective" or "would-be" or "rival" or "now" or "non" or "anti" || token.Lower.StartsWith("ex-", StringComparison.Ordinal) || token.Lower.StartsWith("anti-", StringComparison.Ordinal) || token.Lower.EndsWith("-elect", StringComparison.Ordinal);

    /// <summary>A body that stands here, with or without what it is: "the chip maker Company A".</summary>
    private static NameMention? BodyAt(List<EnglishToken> tokens, List<NameMention> mentions, int at)
    {
        if (at < tokens.Count && tokens[at].Is("the")) at++;
        for (var i = at; i < Math.Min(tokens.Count, at + 5); i++)
        {
            if (tokens[i].Lower.EndsWith("-based", StringComparison.Ordinal)) continue;
            if (mentions.Find(m => m.From == i) is { } found) return found.IsPerson || IsPlace(tokens, found) || (i > at && !NounLexicon.Bodies.Contains(tokens[i - 1].Lower) && !tokens[i - 1].Lower.EndsWith("-based", StringComparison.Ordinal)) ? null : found;
            if (!tokens[i].IsWord || IsNotNow(tokens[i]) || VerbLists.Prepositions.Contains(tokens[i].Lower) || tokens[i].Lower is "a" or "an" or "the" or "'s" or "and") return null;
        }

        return null;
    }

    private static bool IsPlace(List<EnglishToken> tokens, NameMention body) => body.To - body.From == 1 && body.Catalogue is null && NounLexicon.PlacesAndThings.Contains(tokens[body.From].Lower);

    private static bool IsPossessive(List<EnglishToken> tokens, int at) => at < tokens.Count && tokens[at].Lower is "'s" or "'" or "\u2019";

    /// <summary>Behind the words of a post between two tokens; 0 when they are none.</summary>
    private static int PostEnd(List<EnglishToken> tokens, int from, int to)
    {
        var end = from;
        while (end < to && end - from < 8 && (IsPostWord(tokens[end]) || (tokens[end].Is("and") && end > from))) end++;
        return end > from && Posts.Contains(tokens[end - 1].Lower) ? end : 0;
    }

    /// <summary>"Company A's biggest customer" and "Company A rival" go on to somebody else.</summary>
    private static bool EndsAt(List<EnglishToken> tokens, int end, bool strictly)
    {
        if (end + 2 < tokens.Count && tokens[end].Is("(") && tokens[end + 1].AllUpper && tokens[end + 2].Is(")")) end += 3;
        if (end >= tokens.Count) return true;
        if (!tokens[end].IsWord) return !IsPossessive(tokens, end) && !tokens[end].Is("/");
        if (strictly) return tokens[end].Is("and") && end + 1 < tokens.Count && !tokens[end + 1].Capital;
        if (tokens[end].Is("and")) return end + 1 < tokens.Count && !tokens[end + 1].Capital && !tokens[end + 1].Is("now");
        // "head of Company A until 2020" tells of the past.
        return tokens[end].Lower is "in" or "at" or "on" or "during" or "who" or "when" or "while" or "as" or "also" || PredicateReader.At(tokens, end, tokens.Count) is not null;
    }

    /// <summary>"Jane Roe of Company A and John Doe of Company B".</summary>
    private static bool IsNextPerson(List<EnglishToken> tokens, List<NameMention> mentions, int end) =>
        end < tokens.Count && tokens[end].Is("and") && mentions.Exists(m => m.IsPerson && m.From == end + 1 && m.To - m.Name > 1);

    private static Affiliation Make(List<EnglishToken> tokens, NameMention person, NameMention body, int from, int to) =>
        new(person, body, new(tokens[from == person.Name && person.To - person.Name == 1 ? person.From : from].Start, tokens[to - 1].End));

    public static bool IsPost(EnglishToken token) => Posts.Contains(token.Lower);

    public static int EndOfPosts(List<EnglishToken> tokens, int at)
    {
        while (at < tokens.Count && IsPostWord(tokens[at])) at++;
        return at;
    }

    public static bool IsPostModifier(EnglishToken token) => PostModifiers.Contains(token.Lower);

    private static bool IsPostWord(EnglishToken token) => IsPost(token) || IsPostModifier(token);

    /// <summary>Posts that speak for the body that gives them.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Posts = Lexicon.Words("""
        head chief director president vice-president chairman chairwoman chairperson chair ceo cto cfo coo founder co-founder cofounder professor researcher engineer secretary-general director-general manager owner co-owner spokesperson spokesman
        spokeswoman executive officer representative scientist economist lecturer dean leader secretary partner rector
        """);

    private static readonly System.Collections.Frozen.FrozenSet<string> PostModifiers = Lexicon.Words("""
        deputy vice first second acting interim joint group global regional general managing associate assistant honorary senior junior executive operating financial technical technology operations policy sales research corporate public
        external affairs communications marketing legal strategy regulatory government relations product safety security sustainability commercial production human resources finance
        """);
}
