using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Finds the verbs of speaking and asking in a row of tokens, with where their content starts.</summary>
internal static class PredicateReader
{
    private const int LongestAddressee = 9;

    /// <summary>The first such verb from a token on, outside quotation marks; null when there is none.</summary>
    public static Predicate? Next(List<EnglishToken> tokens, int from, int to)
    {
        var quoted = false;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) quoted = true;
            else if (tokens[i].Kind == EnglishTokenKind.CloseQuote) quoted = false;
            else if (!quoted && tokens[i].IsWord && At(tokens, i, to) is { } predicate) return predicate;
        }

        return null;
    }

    public static Predicate? At(List<EnglishToken> tokens, int i, int to) => PhrasedPredicates.OfState(tokens, i, to) ?? Voiced(tokens, i, to) ?? Verb(tokens, i, to);

    /// <summary>"expressed deep concern about", "raised doubts over", "made a plea for".</summary>
    private static Predicate? Voiced(List<EnglishToken> tokens, int i, int to)
    {
        if (!VerbLexicon.Voicing.Contains(tokens[i].Lower) || IsUnreal(tokens, i) || (i > 0 && VerbLexicon.IsDeterminer(tokens, i - 1))) return null;
        for (var j = i + 1; j < Math.Min(to, i + 6); j++)
        {
            if (tokens[j].Lower is "no" or "not" or "few" || !(tokens[j].IsWord || tokens[j].Is(","))) return null;
            var concern = VerbLexicon.ConcernNouns.Contains(tokens[j].Lower);
            var raised = BringsUp(tokens[i].Lower) && VerbLexicon.RaisedNouns.TryGetValue(tokens[j].Lower, out var found) ? found : (Act?)null;
            if (!concern && raised is null && !VerbLexicon.RequestNouns.Contains(tokens[j].Lower)) continue;
            var next = j + 1;
            if (next >= to || tokens[next].Lower is not ("that" or "about" or "over" or "for" or "on" or "at" or "with" or "regarding" or "of" or "to" or "by" or "as" or "from" or "concerning")) continue;
            if (tokens[j].Lower is "calls" or "call" && tokens[next].Lower is not "for") continue;
            if (raised is not null && tokens[next].Lower is "as" or "by" or "from" or "with") return null;
            var told = raised == Act.Request && tokens[next].Is("that") ? Act.Report : raised;
            return new(told ?? (concern ? Act.Concern : Act.Request), i, next + 1, FormOf(tokens[i].Lower), Tells: tokens[next].Is("that"));
        }

        return null;
    }

    private static bool BringsUp(string verb) => verb is "raised" or "raise" or "raises" or "raising" or "brought" or "floated" or "floats" or "floating" or "drew" or "draws" or "drawing" or "made" or "makes" or "making" or "put" or "aired" or "voiced";

    public static VerbForm FormOf(string word) => word.EndsWith("ing", StringComparison.Ordinal) ? VerbForm.Gerund : VerbForm.Past;

    private static Predicate? Verb(List<EnglishToken> tokens, int i, int to)
    {
        if (i > 0 && VerbLexicon.IsDeterminer(tokens, i - 1) && !IsQuestionedSubject(tokens, i)) return null;
        // "a group opposed to the line" tells who they are.
        if (tokens[i].Is("opposed") && i + 1 < to && tokens[i + 1].Is("to") && (i == 0 || !(IsBe(tokens[i - 1]) || VerbLists.IsAdverb(tokens[i - 1].Lower)))) return null;
        if (PhrasedPredicates.OfVerb(tokens, i, to) is { } special) return special;
        foreach (var (frame, form, verb) in VerbLexicon.Of(tokens[i].Lower))
        {
            if (Framed(tokens, i, to, frame, form, verb) is { } predicate) return predicate;
        }

        return null;
    }

    /// <summary>"the minister in this said …" does not occur; "her" and "that" before a verb may be an object that stands for a subject.</summary>
    private static bool IsQuestionedSubject(List<EnglishToken> tokens, int i) => tokens[i - 1].Lower is "others" or "many" or "several" or "some" && tokens[i].Lower.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>A participle that opens the sentence, or a verb behind "that": the checks for a subject before it do not hold.</summary>
    public static Predicate? Opening(List<EnglishToken> tokens, int i, int to)
    {
        if (PhrasedPredicates.OfVerb(tokens, i, to) is { } special) return special;
        foreach (var (frame, form, verb) in VerbLexicon.Of(tokens[i].Lower))
        {
            if (Governed(tokens, i, to, frame, form, verb) is { } predicate) return predicate;
        }

        return null;
    }

    private static Predicate? Framed(List<EnglishToken> tokens, int i, int to, VerbFrame frame, VerbForm form, string verb)
    {
        if (IsUnreal(tokens, i) || (form != VerbForm.Gerund && IsPassive(tokens, i))) return null;
        if (form == VerbForm.Gerund && !OpensGerund(tokens, i)) return null;
        return Governed(tokens, i, to, frame, form, verb);
    }

    private static Predicate? Governed(List<EnglishToken> tokens, int i, int to, VerbFrame frame, VerbForm form, string verb)
    {
        var next = SkipManner(tokens, i + 1, to);
        if (VerbLexicon.Judging.Contains(verb)) return Judged(tokens, next, to) ? new(Act.Concern, i, next, form) : verb is "call" or "describe" or "rate" ? Complement(tokens, i, next, to, frame, form, verb) : null;
        return Complement(tokens, i, next, to, frame, form, verb);
    }

    private static Predicate? Complement(List<EnglishToken> tokens, int i, int next, int to, VerbFrame frame, VerbForm form, string verb)
    {
        Predicate Done(int content, bool tells = false, Act? act = null) => new(act ?? frame.Act, i, content, form, frame.Answers, tells);

        if (verb is "ask" && Asked(tokens, next, to) is { } asked) return asked.Act == Act.Report ? Done(asked.Content, true, Act.Report) : Done(asked.Content, false, asked.Act);
        if (verb is "ask") return null;
        if (verb is "call" or "appeal" or "prevail" && next < to && tokens[next].Lower is "on" or "upon" or "to" && ToVerb(tokens, next + 1, to) is { } called) return Done(called);
        if (verb is "point" && (next >= to || !tokens[next].Is("out"))) return null;
        if (verb is "plead" or "push" or "press" or "lobby" or "implore" or "exhort" or "invite" or "challenge" or "petition" or "beg" && ToVerb(tokens, next, to) is { } pressed) return Done(pressed);
        if (verb is "urge" or "request" or "encourage" && ToVerb(tokens, next, to) is { } urged) return Done(urged);
        if (verb is "tell" && Ordered(tokens, next, to) is { } ordered) return Done(ordered, act: Act.Request);
        if (verb is "want" or "desire" or "prefer" or "need") return Done(Wanted(tokens, next, to));
        if (frame.Particles.Count > 0) return Particle(tokens, next, to, frame) is { } content ? Done(content.At, content.Tells) : null;
        if (frame.Act == Act.Report) return Done(ReportContent(tokens, next, to, frame.Addressee, verb), verb is not ("cite" or "detail" or "mention") || (next < to && tokens[next].Is("that")));
        var plain = next < to && tokens[next].Lower is "that" ? next + 1 : next;
        return Done(plain, plain > next);
    }

    /// <summary>What follows "asked": a thing, an act, or a question for information.</summary>
    private static (Act Act, int Content)? Asked(List<EnglishToken> tokens, int next, int to)
    {
        if (next >= to || !tokens[next].IsWord) return (Act.Report, next);
        for (var j = next; j < Math.Min(to, next + LongestAddressee); j++)
        {
            switch (tokens[j].Lower)
            {
                case "for": return (Act.Request, j + 1);
                case "that": return (Act.Request, j + 1);
                case "to" when j + 1 < to && tokens[j + 1].IsWord && !tokens[j + 1].Is("the"): return (Act.Request, j + 1);
                case "what" when j + 1 < to && tokens[j + 1].Lower is "use" or "good" or "point": return (Act.Concern, j);
                case "whether" or "if" when AskedFor(tokens, j + 1, to) is { } act: return (Act.Request, act);
                case "whether" or "if" or "how" or "why" or "when" or "what" or "who" or "which" or "where" or "about": return (Act.None, j + 1);
            }

            if (!tokens[j].IsWord) return (Act.Report, j);
        }

        return (Act.Report, next);
    }

    /// <summary>"asked whether the ministry could extend the deadline", "… if the fee could be waived" are asks in the form of questions; "would be renewed" is a question.</summary>
    public static int? AskedFor(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i + 1 < Math.Min(to, from + LongestAddressee); i++)
        {
            if (!tokens[i - 1].IsWord) return null;
            if (tokens[i].Lower is not ("could" or "can" or "might" or "would")) continue;
            var verb = SkipAdverbs(tokens, i + 1, to);
            if (verb + 1 >= to) return null;
            if (tokens[verb].Is("be") && !tokens[i].Is("would")) return VerbLists.Act(tokens[verb + 1].Lower) is { Form: VerbForm.Past } act && VerbLists.Changes.Contains(act.Verb) ? from : null;
            var asked = tokens[i - 1].Lower is "it" or "they" or "he" or "she" || NounLexicon.StateBodies.Contains(tokens[i - 1].Lower) || NounLexicon.StateRoles.Contains(tokens[i - 1].Lower) || NounLexicon.StateGroups.Contains(tokens[i - 1].Lower);
            return asked && VerbLists.Changes.Contains(tokens[verb].Lower) ? verb : null;
        }

        return null;
    }

    /// <summary>An object with an adverse verdict behind it.</summary>
    private static bool Judged(List<EnglishToken> tokens, int next, int to)
    {
        if (next + 1 >= to || !(tokens[next].Lower is "the" or "this" or "these" or "it" or "such" or "its" or "their" or "a" or "an" or "current" or "existing" || tokens[next].Capital)) return false;
        for (var i = next + 1; i < Math.Min(to, next + 12); i++)
        {
            if (tokens[i].Lower is "," or ";" or "that" or "for" or "on" || tokens[i].Kind is EnglishTokenKind.OpenQuote) return false;
            if (ContentLexicon.Negative.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }

    public static bool TakesAddressee(string form) => VerbLexicon.Of(form) is [{ Frame: { Act: Act.Report, Addressee: true } }, ..];

    /// <summary>The verb behind "X to", when X is short: "urged companies to report".</summary>
    private static int? ToVerb(List<EnglishToken> tokens, int next, int to)
    {
        var last = next + LongestAddressee;
        for (var j = next; j < Math.Min(to, last) && (tokens[j].IsWord || tokens[j].Is(",")); j++)
        {
            if (DayEnd(tokens, j, to) is var day && day > j)
            {
                last += day - j;
                j = day - 1;
                continue;
            }

            if (tokens[j].Lower is "for" or "that" or "on" or "by") return null;
            if (tokens[j].Is("to") && j + 1 < to && VerbLists.IsBase(tokens[j + 1].Lower)) return j + 1;
            if (tokens[j].Is("not") && j + 1 < to && tokens[j + 1].Is("to")) return j;
        }

        return null;
    }

    /// <summary>"urged the ministry on Thursday to act", "… on 12 March to act": the day parts nothing.</summary>
    private static int DayEnd(List<EnglishToken> tokens, int at, int to)
    {
        if (!tokens[at].Is("on")) return at;
        var (end, named) = (at + 1, false);
        for (; end < to && end < at + 4; end++)
        {
            if (tokens[end].Kind != EnglishTokenKind.Number && !EnglishDateWords.IsDayOrMonth(tokens[end].Lower)) break;
            named |= tokens[end].Kind != EnglishTokenKind.Number;
        }

        return named ? end : at;
    }

    /// <summary>"told the banks to stop"; "told the banks it had to stop" tells.</summary>
    private static int? Ordered(List<EnglishToken> tokens, int next, int to)
    {
        for (var j = next; j + 1 < Math.Min(to, next + 5) && tokens[j].IsWord; j++)
        {
            if (tokens[j].Is("to")) return j > next && VerbLists.IsBase(tokens[j + 1].Lower) ? j + 1 : null;
            if (IsBe(tokens[j]) || tokens[j].Lower is "that" or "it" or "he" or "she" or "they" or "we" or "had" or "have" or "has" or "how" or "what" or "when" || VerbLexicon.Of(tokens[j].Lower).Count > 0) return null;
        }

        return null;
    }

    /// <summary>"wanted the ministry to cut fees" asks to cut; "wanted the assessment to take less time" keeps its subject.</summary>
    private static int Wanted(List<EnglishToken> tokens, int next, int to)
    {
        if (next < to && tokens[next].Is("to")) return next + (next + 1 < to && tokens[next + 1].Lower is "see" or "have" ? 2 : 1);
        if (next < to && tokens[next].Is("for")) next++;
        if (ToVerb(tokens, next, to) is not { } verb) return next;
        for (var j = next; j < verb; j++)
        {
            if (NounLexicon.StateBodies.Contains(tokens[j].Lower) || NounLexicon.StateRoles.Contains(tokens[j].Lower) || NounLexicon.StateGroups.Contains(tokens[j].Lower)) return verb;
        }

        return next;
    }

    private static (int At, bool Tells)? Particle(List<EnglishToken> tokens, int next, int to, VerbFrame frame)
    {
        if (frame.Addressee && next < to && tokens[next].Lower is "ahead" or "back" or "on" or "forward" or "through" or "guilty") return null;
        var last = frame.Addressee ? Math.Min(to, next + LongestAddressee) : Math.Min(to, next + 1);
        for (var j = next; j < last && (tokens[j].IsWord || tokens[j].Is(":")); j++)
        {
            if (frame.Particles.Contains(tokens[j].Lower)) return (j + 1, tokens[j].Is("that"));
        }

        // "warned: …", "complained the fee is too high".
        if (next < to && tokens[next].Lower is ":" or ",") return (next + 1, true);
        return frame.Act == Act.Concern && frame.Particles.Contains("that") && next < to && tokens[next].IsWord && !VerbLists.Prepositions.Contains(tokens[next].Lower) ? (next, true) : null;
    }

    private static int ReportContent(List<EnglishToken> tokens, int next, int to, bool addressee, string verb)
    {
        if (verb is "point" && next < to && tokens[next].Is("out")) next++;
        if (next < to && tokens[next].Is("that")) return next + 1;
        if (next < to && (addressee || VerbLists.Prepositions.Contains(tokens[next].Lower)))
        {
            for (var j = next; j < Math.Min(to, next + LongestAddressee) && (tokens[j].IsWord || tokens[j].Kind == EnglishTokenKind.Number); j++)
            {
                if (tokens[j].Is("that")) return j + 1;
            }
        }

        if (addressee) return AddresseeEnd(tokens, next, to);
        return next < to && tokens[next].Lower is ":" or "," ? next + 1 : next;
    }

    /// <summary>"told the panel spare parts are stuck": the addressee is a known kind of people or a name.</summary>
    private static int AddresseeEnd(List<EnglishToken> tokens, int next, int to)
    {
        for (var j = next; j < Math.Min(to, next + 5); j++)
        {
            var word = tokens[j].Lower;
            if (tokens[j].Lower is ":" or ",") return j + 1;
            if (!tokens[j].IsWord) return j;
            var people = NounLexicon.Groups.Contains(word) || NounLexicon.PersonNouns.Contains(word) || NounLexicon.StateBodies.Contains(word) || word is "hearing" or "meeting" or "forum" or "us" or "them" or "him" or "her" or "reporters" or "event" or "session" or "workshop";
            if (people && (j + 1 >= to || !(NounLexicon.PersonNouns.Contains(tokens[j + 1].Lower) || NounLexicon.Groups.Contains(tokens[j + 1].Lower)))) return j + 1;
            if (tokens[j].Capital && j + 1 < to && !tokens[j + 1].Capital) return j + 1;
        }

        return next;
    }

    /// <summary>A form of a verb by which people ask, complain or speak; "need" and "want" tell of a lack and do not count.</summary>
    public static bool IsSpeechForm(string word) =>
        VerbLexicon.Of(word) is [{ Frame.Act: Act.Request or Act.Concern or Act.Report, Verb: not ("need" or "want" or "require" or "prefer" or "desire" or "find" or "feel" or "hold" or "see" or "believe" or "think" or "conclude" or "continue" or "resist" or "suffer" or "struggle" or "fear") }, ..];

    /// <summary>Only people do this, so that even an unknown noun before it means people.</summary>
    public static bool IsHuman(string word) => VerbLexicon.Of(word) is { Count: > 0 } frames && frames.Any(f => Human.Contains(f.Verb));

    private static readonly System.Collections.Frozen.FrozenSet<string> Human = Lexicon.Words("""
        say tell complain plead grumble ask urge beg fret moan worry fear lament protest want demand request insist argue grouse gripe whine groan fume rage bemoan bewail beseech implore entreat clamour clamor reply answer respond promise vow pledge add
        """);

    public static int SkipAdverbs(List<EnglishToken> tokens, int i, int to)
    {
        while (i < to && VerbLists.IsAdverb(tokens[i].Lower)) i++;
        return i;
    }

    /// <summary>Adverbs of the verb before it; "more airspace" is already what is wanted.</summary>
    private static int SkipManner(List<EnglishToken> tokens, int i, int to)
    {
        while (i < to && VerbLists.IsAdverb(tokens[i].Lower) && (VerbLists.IsManner(tokens[i].Lower) || tokens[i].Lower is "also" or "again" or "instead" or "still" or "then" or "aloud")) i++;
        return i;
    }

    public static bool IsBe(EnglishToken token) => token.Lower is "is" or "are" or "was" or "were" or "am" or "be" or "been" or "remain" or "remains" or "remained" or "feel" or "felt" or "feels" or "'s";

    private static bool OpensGerund(List<EnglishToken> tokens, int i)
    {
        var before = i - 1;
        while (before >= 0 && VerbLists.IsAdverb(tokens[before].Lower)) before--;
        return before >= 0 && tokens[before].Lower is "," or "and" or "but" or "while" or ";" or "\u2014" or "by" or "are" or "is" or "were" or "was" or "been" or "before" or "instead";
    }

    /// <summary>Not, will, may, to, expected: nothing was said. Looks back over the verb group.</summary>
    public static bool IsUnreal(List<EnglishToken> tokens, int i)
    {
        for (var j = i - 1; j >= Math.Max(0, i - 4); j--)
        {
            var word = tokens[j].Lower;
            if (word is "to" && j > 0 && TakesTheFloor(tokens[j - 1].Lower)) return false;
            if (VerbLists.Unreal.Contains(word)) return true;
            if (!VerbLists.IsAdverb(word) && word is not ("have" or "had" or "has" or "been" or "be" or "did" or "do" or "does")) return false;
        }

        return false;
    }

    /// <summary>"rose to say", "stood up to complain": it was said.</summary>
    public static bool TakesTheFloor(string word) => word is "rose" or "stood" or "up" or "stepped" or "floor" or "microphone" or "podium" or "forward" or "interrupted" or "intervened";

    private static bool IsPassive(List<EnglishToken> tokens, int i)
    {
        var j = i - 1;
        while (j >= 0 && VerbLists.IsAdverb(tokens[j].Lower)) j--;
        return j >= 0 && tokens[j].Lower is "was" or "were" or "is" or "are" or "been" or "be" or "being" or "get" or "got";
    }
}
