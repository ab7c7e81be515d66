using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads who the subject of a sentence is. Null when it is nobody who can speak ("the bill", "power prices").</summary>
internal sealed class NounPhrases(string text, NameReader names, Cast cast)
{
    public Speaker? Read(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        (from, to) = Trim(tokens, from, to);
        if (from >= to || PredicateReader.IsBe(tokens[from]) || tokens[from].Lower is "what" or "that") return null;
        if (Counted(tokens, from, to) is { } counted) return counted;
        if (Pronoun(tokens, from, to, carry) is { } pronoun) return pronoun.Speaker;
        if (NounLexicon.Nobody.Contains(tokens[from].Lower) || tokens[from].Is("far")) return null;
        if (to - from == 2 && tokens[from].Is("the") && tokens[from + 1].Lower is "latter" or "former") return Earlier(tokens, from, tokens[from + 1].Is("latter"));

        if (from > 1 && tokens[from - 1].Is(",")) from = JointReader.BehindApposition(tokens, names.All(tokens, 0, from - 1), names.All(tokens, from, to), from, to);
        if (from >= to) return null;
        if (Joint(tokens, from, to) is { } joint && joint.End == to) return joint.Speaker;
        var head = HeadEnd(tokens, from, to);
        var mentions = names.All(tokens, from, to);
        // "Ministry of Oceans and Fisheries": the "of" of a name ends no head.
        foreach (var mention in mentions.Where(m => !m.IsPerson && m.From < head && m.To > head)) head = mention.To;
        return Apposed(tokens, from, head, to, mentions)
            ?? Indefinite(tokens, from, head, to, mentions)
            ?? Named(tokens, from, head, mentions)
            ?? Described(tokens, from, head, to, mentions, carry);
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Things = Lexicon.Words("""
        rules rule figures numbers results papers documents document signs sign prices costs laws law plans plan bills bill minutes notes note notice notices surveys survey report reports study letter letters website page form forms guidelines guideline
        regulations regulation contracts contract terms statistics forecasts forecast estimates tests test records record agenda invitation programme program statement text draft budget decree order clause article chapter section summary transcript release poster banner
        this that these those it there which what news word rumour legend saying
        """);

    /// <summary>Before a verb that only people do an unknown plural means people, and "the lighthouse keeper" somebody; who, the record does not say.</summary>
    public Speaker? People(List<EnglishToken> tokens, int from, int to)
    {
        (from, to) = Trim(tokens, from, to);
        if (from >= to || to - from > 9 || NounLexicon.Nobody.Contains(tokens[from].Lower) || names.All(tokens, from, to).Count > 0) return null;
        var head = HeadEnd(tokens, from, to);
        var noun = Singular(tokens, from, head);
        if (noun < 0 || tokens.Skip(from).Take(noun + 1 - from).Any(t => !t.IsWord || PredicateReader.IsBe(t))) return null;
        var word = tokens[noun].Lower;
        if (Things.Contains(word) || NounLexicon.Outsiders.Contains(word) || NounLexicon.Papers.Contains(word) || VerbLists.IsAdverb(word) || VerbLists.Prepositions.Contains(word)) return null;
        if (word.Length > 3 && word[^1] == 's' && !(word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) || word.EndsWith("ics", StringComparison.Ordinal)))
            return new(AttributionLevel.Participants, [Words(tokens, from, PhraseEnd(tokens, from, to))], Side.Stakeholder) { Generic = noun == from };
        if (NounLexicon.Singular.Contains(tokens[from].Lower) && noun > from) return Speaker.Vague(Words(tokens, from, PhraseEnd(tokens, from, to)), Side.Stakeholder);
        return tokens[from].Is("the") && noun > from ? Speaker.Vague(Words(tokens, from, noun + 1), Side.Stakeholder) : null;
    }

    /// <summary>How many names of one rank stand there: "Company A, Company B and Company C"; "Mary Major of Company A" is one.</summary>
    public int CountListed(List<EnglishToken> tokens, int from, int to) => names.All(tokens, from, to).Count(m => m.From == from || tokens[m.From - 1].Lower is "," or "and" or "&");

    /// <summary>"Two of the firms present", "many of those who came".</summary>
    private Speaker? Counted(List<EnglishToken> tokens, int from, int to)
    {
        if (!(tokens[from].Lower is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "half" or "both" or "all" or "none" or "dozens" || tokens[from].Kind == EnglishTokenKind.Number)) return null;
        var noun = from + 1;
        if (noun < to && tokens[noun].Is("of")) noun++;
        while (noun < to && noun < from + 6 && !NounLexicon.Groups.Contains(tokens[noun].Lower) && !IsPluralPeople(tokens[noun].Lower))
        {
            if (tokens[noun].Capital || !tokens[noun].IsWord) return null;
            noun++;
        }

        if (noun >= to || noun >= from + 6) return null;
        return Group(tokens, from, noun, tokens[noun].Lower, Words(tokens, from, PhraseEnd(tokens, from, to))) with { Generic = false };
    }

    /// <summary>Behind ", head of policy at Company A" after a name; the place itself where no post stands.</summary>
    public int EndOfPost(List<EnglishToken> tokens, int at, int to) => AffiliationReader.EndOfPost(tokens, names.All(tokens, at, to), at);

    /// <summary>A clause where nobody speaks still says whom "it" or "she" means next.</summary>
    public void Notice(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        while (from < to && (SubjectLexicon.Openers.Contains(tokens[from].Lower) || tokens[from].Is("the") || !tokens[from].IsWord)) from++;
        if (names.All(tokens, from, to) is not [var first, ..] || first.From > from) return;
        if (!first.IsPerson && first.To + 1 < to && tokens[first.To].Lower is "'s" or "\u2019s" && tokens.FindIndex(first.To + 1, Math.Min(4, to - first.To - 1), AffiliationReader.IsPost) is > 0 and var post)
        {
            carry.Mention(Speaker.Vague(Words(tokens, from, AffiliationReader.EndOfPosts(tokens, post)), Side.Stakeholder));
            return;
        }

        if (Joint(tokens, from, to) is var (several, _))
        {
            carry.Mention(several);
            return;
        }

        carry.Mention(first.IsPerson ? Person(tokens, first) : Body(tokens, first));
    }

    /// <summary>The last or the last but one name before this place in the sentence.</summary>
    private Speaker? Earlier(List<EnglishToken> tokens, int at, bool last)
    {
        var before = names.All(tokens, 0, at);
        if (before.Count < 2) return null;
        var meant = before[last ? ^1 : ^2];
        return meant.IsPerson ? Person(tokens, meant) : Body(tokens, meant);
    }

    /// <summary>Adverbs and joining words around a subject: "also", "then", "by contrast".</summary>
    private static (int From, int To) Trim(List<EnglishToken> tokens, int from, int to)
    {
        while (from < to && (SubjectLexicon.Openers.Contains(tokens[from].Lower) || (!tokens[from].IsWord && !tokens[from].Is("(") && tokens[from].Kind != EnglishTokenKind.Number))) from++;
        if (to - from > 2 && tokens[from].Is("to") && tokens[from + 1].Is("which")) from += 2;
        while (to > from && (SubjectLexicon.Adverbs.Contains(tokens[to - 1].Lower) || tokens[to - 1] is { IsWord: false, Kind: EnglishTokenKind.Punctuation } and not { Lower: ")" })) to--;
        return (from, to);
    }

    private (Speaker? Speaker, bool Found)? Pronoun(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (to - from != 1) return null;
        return tokens[from].Lower switch
        {
            "he" or "she" => (carry.Person, true),
            "it" => (carry.Body, true),
            "they" => (carry.Last is { Side: not Side.Government } last ? last : new(AttributionLevel.Participants, [Words(tokens, from, to)], Side.Stakeholder), true),
            _ => null,
        };
    }

    /// <summary>The head stands before the first comma, bracket or preposition.</summary>
    private static int HeadEnd(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (SubjectLexicon.HeadEnds.Contains(tokens[i].Lower) || tokens[i].Lower is "," or "(" or "\u2014" or "\u2013") return i;
        }

        return to;
    }

    /// <summary>"One participant", "a consumer group": somebody, but nobody knows who. With a body's name it is that body.</summary>
    private Speaker? Indefinite(List<EnglishToken> tokens, int from, int head, int to, List<NameMention> mentions)
    {
        if (!NounLexicon.Singular.Contains(tokens[from].Lower)) return null;
        var noun = tokens[head - 1].Lower;
        if (mentions.Count > 0)
        {
            if (mentions.Find(m => m.IsPerson && m.From >= from) is { } person && person.To == head) return Person(tokens, person);
            if (mentions.Find(m => !m.IsPerson) is { } body && NounLexicon.PersonNouns.Contains(noun) && body.From <= head + 2)
                return NounLexicon.Staff.Contains(noun) && !IsPast(tokens, from, head) && !tokens[head].Is("to") ? Body(tokens, body) with { Voice = true } : Speaker.Vague(Words(tokens, from, PhraseEnd(tokens, from, to)), Side.Stakeholder);
        }

        if (NounLexicon.Outsiders.Contains(noun)) return null;
        var side = NounLexicon.StateRoles.Contains(noun) || NounLexicon.StateBodies.Contains(noun) ? Side.Government : Side.Stakeholder;
        if (IsCrowd(noun) && head < to && tokens[head].Is("of")) return new(AttributionLevel.Participants, [Words(tokens, from, PhraseEnd(tokens, from, to))], Side.Stakeholder);
        var known = NounLexicon.PersonNouns.Contains(noun) || NounLexicon.Bodies.Contains(noun) || NounLexicon.StateBodies.Contains(noun) || NounLexicon.Groups.Contains(noun)
            || tokens[from].Lower is "one" or "someone" or "somebody" or "another";
        if (!known) return null;
        return Speaker.Vague(Words(tokens, from, PhraseEnd(tokens, from, to)), side);
    }

    /// <summary>"A former employee of Company B" does not speak as Company B.</summary>
    private static bool IsPast(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "former" or "formerly" or "ex" or "once" or "rival" or "retired" or "prospective" or "would-be" || tokens[i].Lower.StartsWith("ex-", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>"The head of Association B, Mary Major,": a role and then its name.</summary>
    private Speaker? Apposed(List<EnglishToken> tokens, int from, int head, int to, List<NameMention> mentions)
    {
        if (!NounLexicon.PersonNouns.Contains(tokens[head - 1].Lower) || mentions.Find(m => m.IsPerson && m.From > head && m.To == to && tokens[m.From - 1].Is(",")) is not { } person) return null;
        return from < head ? Person(tokens, person) : null;
    }

    /// <summary>"A group of firms", "a number of participants": people together.</summary>
    private static bool IsCrowd(string noun) => noun is "group" or "number" or "majority" or "minority" or "handful" or "couple" or "panel" or "coalition" or "host" or "range" or "third" or "quarter" or "dozen";

    private Speaker? Named(List<EnglishToken> tokens, int from, int head, List<NameMention> mentions)
    {
        List<NameMention> inHead = [.. mentions.Where(m => m.From >= from && m.To <= head)];
        if (inHead.Count == 0) return null;
        // The subject ends with a name: "Kakao vice president Kim Se-woong" is Kim, "Company A and Association B" are both.
        if (inHead[^1].To != head || NounLexicon.Press.Contains(tokens[head - 1].Lower)) return null;
        List<NameMention> joint = [inHead[^1]];
        for (var i = inHead.Count - 2; i >= 0 && IsJoined(tokens, inHead[i], inHead[i + 1]); i--) joint.Insert(0, inHead[i]);
        var before = joint[0].From - 1;
        if (before >= from && tokens[before].Lower is "than" or "that" or "of") return null;
        return Together(tokens, joint);
    }

    /// <summary>Names that stand side by side, each with its own post, and where the row ends.</summary>
    public (Speaker Speaker, int End)? Joint(List<EnglishToken> tokens, int from, int to) =>
        JointReader.Read(tokens, names.All(tokens, from, to), from, to) is var (found, end) ? (Together(tokens, found), end) : null;

    private Speaker Together(List<EnglishToken> tokens, List<NameMention> joint)
    {
        List<Speaker> speakers = [.. joint.Select(m => m.IsPerson ? Person(tokens, m) : Body(tokens, m))];
        if (speakers.Count == 1) return speakers[0];
        if (speakers.Exists(s => s.Level < AttributionLevel.Organisation)) return Speaker.Vague(Words(tokens, joint[0].From, joint[^1].To), Side.Stakeholder);
        var level = speakers.TrueForAll(s => s.Level == AttributionLevel.Person) ? AttributionLevel.Person : AttributionLevel.Organisation;
        return new(level, [.. speakers.SelectMany(s => s.Names)], speakers[0].Side);
    }

    private static bool IsJoined(List<EnglishToken> tokens, NameMention left, NameMention right)
    {
        for (var i = left.To; i < right.From; i++)
        {
            if (tokens[i].Lower is not ("and" or "," or "&" or "both" or "the")) return false;
        }

        return right.From > left.To;
    }

    public Speaker Person(List<EnglishToken> tokens, NameMention mention)
    {
        var words = Words(tokens, mention.From, mention.To);
        var member = cast.Resolve(text, tokens, mention);
        var surname = Words(tokens, mention.To - 1, mention.To);
        if (member is null && cast.KnowsSurname(surname)) return Speaker.Vague(words, Side.Unknown);
        return member is null
            ? new(AttributionLevel.Person, [words], CastReader.SideOf(tokens, [mention], 0))
            : new(AttributionLevel.Person, [member.Shown], member.Side);
    }

    public Speaker Body(List<EnglishToken> tokens, NameMention body) =>
        new(AttributionLevel.Organisation, [names.Brand(Words(tokens, body.From, body.To)) ?? cast.FullBody(Words(tokens, body.From, body.To))], IsStateName(cast.FullBody(Words(tokens, body.From, body.To))) ? Side.Government : CastReader.SideOfBody(tokens, body));

    /// <summary>"MOF", where the record says that it is the Ministry of Oceans and Fisheries.</summary>
    private static bool IsStateName(string name) => name.StartsWith("Ministry of ", StringComparison.Ordinal) || name.StartsWith("Department of ", StringComparison.Ordinal) || name.EndsWith(" Ministry", StringComparison.Ordinal);

    /// <summary>A common noun with or without a name inside: "the minister", "Company A's engineers", "industry representatives".</summary>
    private Speaker? Described(List<EnglishToken> tokens, int from, int head, int to, List<NameMention> mentions, Carry carry)
    {
        var noun = Singular(tokens, from, head);
        if (noun < 0) return null;
        var word = tokens[noun].Lower;
        if (NounLexicon.Outsiders.Contains(word)) return null;
        var phrase = Words(tokens, from, PhraseEnd(tokens, from, to));
        var body = mentions.Find(m => !m.IsPerson && m.To <= to && m.From <= head + 2);
        if (body is not null && word is "members" or "customers" or "users") return Group(tokens, from, noun, word, phrase);
        if (body is not null && NounLexicon.Papers.Contains(word)) return Body(tokens, body);
        if (body is not null && IsPast(tokens, from, head)) return Speaker.Vague(phrase, Side.Stakeholder);
        if (body is not null && NounLexicon.Staff.Contains(word)) return AreMany(tokens, noun, to, mentions) ? Group(tokens, from, noun, word, Words(tokens, from, noun + 1)) : StaffOf(mentions, body, tokens) with { Voice = !word.EndsWith('s') };
        if (NounLexicon.Groups.Contains(word) || IsPluralPeople(word)) return Group(tokens, from, noun, word, phrase);
        if (NounLexicon.StateBodies.Contains(word) && !IsStakeholderBody(tokens, from, noun)) return new(AttributionLevel.Organisation, [Words(tokens, from, noun + 1)], Side.Government);
        if (NounLexicon.Bodies.Contains(word) || (NounLexicon.StateBodies.Contains(word))) return DefiniteBody(tokens, from, noun, carry);
        if (NounLexicon.PersonNouns.Contains(word)) return DefinitePerson(tokens, from, noun, to, phrase, carry);
        return null;
    }

    private static int Singular(List<EnglishToken> tokens, int from, int head)
    {
        for (var i = head - 1; i >= from; i--)
        {
            if (tokens[i].IsWord && !SubjectLexicon.Trailers.Contains(tokens[i].Lower)) return i;
        }

        return -1;
    }

    /// <summary>"The data center association", "the trade union council": a body of those who ask.</summary>
    public static bool IsStakeholderBody(List<EnglishToken> tokens, int from, int noun)
    {
        for (var i = from; i < noun; i++)
        {
            if (SubjectLexicon.IndustryWords.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }

    /// <summary>Plurals of doers: makers, editors, artists, consultants.</summary>
    public static bool IsPluralPeople(string word) =>
        word.Length > 4 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && (word.EndsWith("ers", StringComparison.Ordinal) || word.EndsWith("ors", StringComparison.Ordinal)
            || word.EndsWith("ists", StringComparison.Ordinal) || word.EndsWith("ants", StringComparison.Ordinal) || word.EndsWith("smen", StringComparison.Ordinal));

    private static Speaker Group(List<EnglishToken> tokens, int from, int noun, string word, string phrase)
    {
        var state = (NounLexicon.StateGroups.Contains(word) && !IsStakeholderBody(tokens, from, noun)) || (word is "representatives" or "members" or "staff" && HasStateWord(tokens, from, noun));
        var bare = noun == from || tokens[from].Lower is "many" or "some" or "most" or "several" or "small" or "all";
        var inRoom = word is "participants" or "attendees" or "those" or "everyone" or "others" or "speakers" or "panellists" or "panelists" or "delegates" or "representatives";
        return state
            ? new(AttributionLevel.Organisation, [phrase], Side.Government)
            : new(AttributionLevel.Participants, [phrase], Side.Stakeholder) { Generic = bare && !inRoom && !phrase.Contains(" at the ", StringComparison.Ordinal) && !phrase.EndsWith(" present", StringComparison.Ordinal) };
    }

    private static bool HasStateWord(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (NounLexicon.StateBodies.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }

    /// <summary>"Representatives of A, B and nine other exporters": together, not each of those named.</summary>
    private static bool AreMany(List<EnglishToken> tokens, int noun, int to, List<NameMention> mentions) =>
        mentions.Count(m => m.From > noun) > 2 || tokens.Skip(noun).Take(to - noun).Any(t => t.Lower is "other" or "others");

    private Speaker StaffOf(List<NameMention> mentions, NameMention body, List<EnglishToken> tokens)
    {
        List<NameMention> bodies = [body];
        for (var i = mentions.IndexOf(body) + 1; i < mentions.Count && !mentions[i].IsPerson && IsJoined(tokens, mentions[i - 1], mentions[i]); i++) bodies.Add(mentions[i]);
        return new(AttributionLevel.Organisation, [.. bodies.Select(b => Words(tokens, b.From, b.To))], CastReader.SideOfBody(tokens, body));
    }

    /// <summary>"The company": the body named last when it fits, else the words alone.</summary>
    private Speaker DefiniteBody(List<EnglishToken> tokens, int from, int noun, Carry carry)
    {
        var words = Words(tokens, from, noun + 1);
        var word = tokens[noun].Lower;
        for (var i = from; i < noun && !tokens[noun].Capital; i++)
        {
            if (tokens[i].Lower is "'s" or "\u2019s" or "'" or "\u2019") return Speaker.Vague(words, Side.Stakeholder);
        }

        if (noun - from > 1 || !tokens[from].Is("the")) return new(AttributionLevel.Organisation, [words], Side.Stakeholder);
        if (carry.DescribedBody(word) is { } full) return new(AttributionLevel.Organisation, [full], Side.Stakeholder);
        return carry.Body is { Side: Side.Stakeholder } body ? body : Speaker.Vague(words, Side.Stakeholder);
    }

    private Speaker? DefinitePerson(List<EnglishToken> tokens, int from, int noun, int to, string phrase, Carry carry)
    {
        var word = tokens[noun].Lower;
        if (NounLexicon.StateRoles.Contains(word)) return new(AttributionLevel.Person, [carry.Office(word) ?? Words(tokens, from, noun + 1)], Side.Government);
        var ofBody = noun + 1 < to && tokens[noun + 1].Lower is "of" or "from" or "at";
        if (ofBody || word is "spokesman" or "spokeswoman" or "spokesperson") return new(AttributionLevel.Person, [phrase], Side.Stakeholder);
        if (tokens[from].Is("the") && carry.Person is { Side: not Side.Government } person) return person;
        return Speaker.Vague(phrase, Side.Stakeholder);
    }

    /// <summary>The phrase with its first "of …" but without a clause behind it.</summary>
    private static int PhraseEnd(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (tokens[i].Lower is "," or "(" or "who" or "that" or "which" or "as" or "\u2014" or "\u2013") return i;
        }

        return to;
    }

    private string Words(List<EnglishToken> tokens, int from, int to) => text[tokens[from].Start..tokens[to - 1].End];
}
