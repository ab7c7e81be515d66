using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>What the words of a content tell by themselves.</summary>
internal static class Content
{
    /// <summary>"must be filed on paper" is a duty that weighs, not a wish.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Burdens = Lexicon.Words("""
        filed submitted printed signed paid filled sent renewed reported translated registered notarised notarized stamped proved proven obtained repeated resubmitted kept copied carried handed delivered faxed posted typed entered declared
        """);

    private static readonly PhraseTable History = new("""
        has been resolved, have been resolved, had been resolved, was resolved, were resolved, was solved, were solved, has been solved, have been solved, had been solved, was settled, has been settled, had been settled, was fixed, has been fixed, had been fixed, no longer a problem, no longer an issue, a thing of the past
        """);

    private static readonly PhraseTable NoTrouble = new("""
        no concern, no concerns, no worries, no complaint, no complaints, no objection, no objections, no problem with, no problems, no requests, no request, not worried, not concerned, nothing to add, no comment, not a problem, not a concern, not an issue, no difficulty, no difficulties, nothing to ask, had nothing, no questions, nothing against, no axe to grind, nothing to complain, nothing to report, no quarrel with, no qualms, not against, not opposed, not oppose, no opposition
        """);

    private static readonly PhraseTable Supposed = new("were supposed to, was supposed to, are supposed to, is supposed to, were meant to, was meant to, are meant to, were expected to cope, could possibly");

    private static readonly PhraseTable Needs = new("""
        there is a need for, there is a need to, there was a need for, there was a need to, the need for, the need to, there should be, there must be, there needs to be, it is necessary to, it was necessary to, it is essential to, it is time for, it is time to, it was time to, a need for, a need to, we need, we ask for, we ask that, we request, we urge, we would like, we want, they need, it needs, we call for, i ask for, i ask that, i urge, i would like to see, i request, i would ask, i would urge, i would suggest, i would propose, i would recommend, we would ask, we would urge, we would suggest, we would propose, our request is, our ask is, my request is, it would help if, it would help to, would help, would be welcome, would be useful, would be helpful, was needed, were needed, would be needed, the importance of, please, is needed, are needed, is overdue, are overdue, is long overdue, is called for, are called for, they needed, it needed, she needed, he needed, firms need, what we need is
        """);

    private static readonly PhraseTable General = new("""
        your views, your opinions, your suggestions, your concerns, their views, their opinions, these views, these opinions, the views of, the opinions of, opinions raised, views raised, the suggestions, all the views, what was said, voices from the field, voices of the field, the voices of, the voices from, industry's views, industry views, the points raised, the issues raised, all of these points, the feedback, today's suggestions, today's discussion, suggestions made, the proposals made, what we heard
        """);

    private static readonly PhraseTable Own = new("""
        we will, i will, we are, we shall, we have, we can not, we cannot, will do our best, i am going to, the ministry will, the government will, the ministry is, the government is, the ministry has, a decision, a draft, the agency will, the commission will, we plan, we intend, the department will, the office will, the ministry plans, the government plans, we would, the ministry would, the government would
        """);

    public static (int From, int To) Trim(List<EnglishToken> tokens, int from, int to)
    {
        while (from < to && (!tokens[from].IsWord && tokens[from].Kind != EnglishTokenKind.Number && !tokens[from].Is("(") || tokens[from].Lower is "that" && from + 1 < to && !PredicateReader.IsBe(tokens[from + 1]) || (tokens[from].Lower is "for" or "about" or "and" or "but" or "is"))) from++;
        from = AfterNot(tokens, from, to);
        while (to > from && tokens[to - 1] is { Kind: not EnglishTokenKind.Word and not EnglishTokenKind.Number } and not { Lower: ")" or "%" }) to--;
        if (to > from && tokens[to - 1].Is(")") && !tokens.Skip(from).Take(to - from).Any(t => t.Is("("))) to--;
        return (from, to);
    }

    /// <summary>"not for a delay but for plain words": what is meant stands behind "but".</summary>
    private static int AfterNot(List<EnglishToken> tokens, int from, int to)
    {
        if (from >= to || !tokens[from].Is("not")) return from;
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (tokens[i].Is("but")) return tokens[i + 1].Lower is "for" or "that" or "to" or "about" && i + 2 < to ? i + 2 : i + 1;
        }

        return from;
    }

    public static bool IsReportedHistory(List<EnglishToken> tokens, int from, int to) => History.Stand(tokens, from, to);

    public static bool IsDenied(List<EnglishToken> tokens, int from, int to) => NoTrouble.Stand(tokens, from, to) || IsNoBurden(tokens, from, to) || IsNoTrouble(tokens, from, to) || IsOwnDenial(tokens, from, to);

    /// <summary>"I would not call it a burden".</summary>
    private static bool IsNoBurden(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i + 2 < to; i++)
        {
            if (!tokens[i].Is("not")) continue;
            for (var n = i + 1; n < Math.Min(to, i + 6) && tokens[n].IsWord; n++)
            {
                if (tokens[n].Lower is "burden" or "barrier" or "problem" or "obstacle" or "hurdle" or "issue" or "concern" or "worry" or "difficulty" or "nuisance" or "hardship" or "complaint" && tokens[n - 1].Lower is "a" or "an" or "any" or "big" or "great" or "major" or "serious" or "real") return true;
            }
        }

        return false;
    }

    /// <summary>"had no particular quarrel with", "saw no great difficulty in".</summary>
    private static bool IsNoTrouble(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i + 1 < Math.Min(to, from + 8); i++)
        {
            if (!tokens[i].Is("no") || !(tokens[i - 1].Lower is "had" or "has" or "have" or "saw" or "sees" or "see" or "felt" or "feels" or "found" or "raised" or "was" or "is" or "were" or "are" or "voiced" or "expected" or "experienced" or "with")) continue;
            for (var n = i + 1; n < Math.Min(to, i + 4) && tokens[n].IsWord; n++)
            {
                if (VerbLexicon.ConcernNouns.Contains(tokens[n].Lower) || tokens[n].Lower is "trouble" or "problem" or "problems" or "issue" or "issues" or "difficulty" or "difficulties" or "fault" or "need" or "wish" or "demand" or "demands" or "quarrel" or "gripe" or "hardship" or "inconvenience") return true;
            }
        }

        return false;
    }

    /// <summary>"it did not call for a subsidy", "the firm was not asking for money": what was not said.</summary>
    private static bool IsOwnDenial(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i + 2 < Math.Min(to, from + 7); i++)
        {
            if (tokens[i].Lower is "," or "that" or "who" or "which") return false;
            if (!(tokens[i].Is("not") || tokens[i].Is("never")) || !(tokens[i - 1].Lower is "did" or "does" or "do" or "had" or "has" or "have" or "was" or "is" or "were" or "are")) continue;
            var verb = PredicateReader.SkipAdverbs(tokens, i + 1, to);
            // "said it did not need the same"; "did not want the levy" is against it.
            return verb < to && (PredicateReader.IsSpeechForm(tokens[verb].Lower) || (i == from + 2 && tokens[from].Lower is "it" or "they" or "he" or "she" or "we" && tokens[verb].Lower is "need" or "seek" or "require"));
        }

        return false;
    }

    public static bool IsGeneralAnswer(List<EnglishToken> tokens, int from, int to) => General.Stand(tokens, from, to);

    /// <summary>"promised nothing", "asked for no more".</summary>
    public static bool IsNothing(List<EnglishToken> tokens, int from, int to) =>
        to - from <= 3 && (tokens[from].Lower is "nothing" or "none" or "neither" or "little" || (tokens[from].Is("no") && from + 1 < to && tokens[from + 1].Lower is "such" or "more" or "further" or "less"));

    private static readonly System.Collections.Frozen.FrozenSet<string> Gatherings = Lexicon.Words("meeting meetings forum round-table roundtable session sessions workshop event conference briefing talks gathering seminar visit retreat summit town-hall");

    /// <summary>"will host shrimp farmers in Mokpo", "will hold a forum": a meeting is announced, nothing is promised.</summary>
    public static bool IsEvent(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + 5); i++)
        {
            var meets = tokens[i].Lower is "host" or "meet" or "welcome" or "receive" or "visit" or "hosting" or "meeting";
            meets |= tokens[i].Is("hear") && i + 1 < to && tokens[i + 1].Is("from");
            if (!meets && !(tokens[i].Lower is "hold" or "chair" or "stage" or "organise" or "organize" or "convene" or "attend" or "open" or "holding")) continue;
            for (var n = i + 1; n < Math.Min(to, i + 8); n++)
            {
                if (Gatherings.Contains(tokens[n].Lower) || (meets && (NounLexicon.Groups.Contains(tokens[n].Lower) || NounPhrases.IsPluralPeople(tokens[n].Lower)))) return true;
                if (!tokens[n].IsWord && tokens[n].Kind != EnglishTokenKind.Number) break;
            }
        }

        return false;
    }

    /// <summary>A first-person answer, by somebody whose side is not known.</summary>
    public static bool IsOwnPromise(List<EnglishToken> tokens, int from, int to)
    {
        var grade = Strength.Grade(tokens, from, to);
        if (tokens[from].Is("the") && from + 2 < to && NounLexicon.StateBodies.Contains(tokens[from + 1].Lower) && grade is ReplyStrength.WillReview or ReplyStrength.Preparing or ReplyStrength.WillPursue or ReplyStrength.Decided) return true;
        if (grade == ReplyStrength.Preparing && tokens.Skip(from).Take(to - from).Any(t => t.Is("being"))) return true;
        if (grade == ReplyStrength.Explained && tokens.Skip(from).Take(to - from).Any(t => t.Is("you"))) return true;
        if (grade == ReplyStrength.WillPursue && tokens.Skip(from).Take(to - from).Any(t => t.Is("be")) && !Any(tokens, from, to, ContentLexicon.Negative)) return true;
        return Own.Find(tokens, from, to) >= 0 && grade is not null and not ReplyStrength.Heard and not ReplyStrength.Declined and not ReplyStrength.Explained;
    }

    public static bool IsQuestion(List<EnglishToken> tokens, int from, int to) =>
        tokens[from].Lower is "what" or "why" or "how" or "when" or "who" or "where" or "which" or "whether" || (to < tokens.Count && tokens[to].Is("?"));

    public static bool IsOpinion(List<EnglishToken> tokens, int from, int to) => Any(tokens, from, to, ContentLexicon.Opinion) || Any(tokens, from, to, ContentLexicon.Positive);

    public static bool IsCourtesy(List<EnglishToken> tokens, int from, int to) => Any(tokens, from, Math.Min(to, from + 5), ContentLexicon.Courtesy);

    /// <summary>What a stakeholder's plain words are: a request, a concern, praise, or nothing.</summary>
    public static StatementKind? KindOf(List<EnglishToken> tokens, int from, int to, bool told)
    {
        if (to - from == 1 && tokens[from].Lower is "nothing" or "none" or "little" or "so" or "yes" or "no" or "this" or "that" or "it") return null;
        if (IsCalledOff(tokens, from, to) || IsParaphrase(tokens, from, to) || IsBareReference(tokens, from, to) || IsSilence(tokens, from, to)) return null;
        if (Needs.Stand(tokens, from, to)) return StatementKind.Request;
        if (!told) return Any(tokens, from, to, ContentLexicon.Negative) ? StatementKind.Concern : null;
        if (IsRequestQuestion(tokens, from)) return StatementKind.Request;
        var negative = Any(tokens, from, to, ContentLexicon.Negative);
        if (IsObliged(tokens, from, to)) return StatementKind.Request;
        if (IsQuestion(tokens, from, to)) return negative || IsRhetorical(tokens, from, to) ? StatementKind.Concern : null;
        if (negative) return StatementKind.Concern;
        if (IsCourtesy(tokens, from, to)) return null;
        if (Any(tokens, from, to, ContentLexicon.Positive)) return StatementKind.Position;
        return IsOwn(tokens, from) && IsPlan(tokens, from, to) ? null : StatementKind.Concern;
    }

    private static readonly PhraseTable CalledOff = new("not go ahead, called off, been postponed, was postponed, be postponed, been cancelled, was cancelled, be cancelled, been moved to, was moved to, be rescheduled, been rescheduled, put off");

    /// <summary>"The hearing will not go ahead": news of a meeting.</summary>
    private static bool IsCalledOff(List<EnglishToken> tokens, int from, int to) => Any(tokens, from, to, Gatherings) && CalledOff.Stand(tokens, from, to) || (tokens.Skip(from).Take(to - from).Any(t => t.Lower is "hearing" or "hearings") && CalledOff.Stand(tokens, from, to));

    /// <summary>"said nothing about power", "said little on fees".</summary>
    private static bool IsSilence(List<EnglishToken> tokens, int from, int to) =>
        tokens[from].Lower is "nothing" or "little" or "not" && from + 1 < to
        && (tokens[from + 1].Lower is "about" or "on" or "of" or "regarding" or "more" or "whether" or "when" or "how" or "new" || (tokens[from].Is("not") && tokens[from + 1].Lower is "a" or "much" or "one"));

    /// <summary>"You said earlier …" repeats another.</summary>
    private static bool IsParaphrase(List<EnglishToken> tokens, int from, int to) =>
        tokens[from].Is("you") && from + 1 < to && TurnLexicon.Paraphrase.Stand(tokens, from, Math.Min(to, from + 4));

    /// <summary>"That is not what the portal shows": says nothing without the words before it.</summary>
    private static bool IsBareReference(List<EnglishToken> tokens, int from, int to) =>
        tokens[from].Lower is "that" or "this" or "it" && from + 1 < to && tokens[from + 1].Lower is "is" or "'s" or "was" && from + 2 < to && tokens[from + 2].Lower is "not" or "what" or "exactly" or "why" or "true" or "right" or "wrong" or "correct" or "all" or "my" or "our" or "a" && to - from < 10;

    /// <summary>"How are we supposed to …", "who would want to …".</summary>
    public static bool IsRhetorical(List<EnglishToken> tokens, int from, int to)
    {
        var first = tokens[from].Lower;
        if (first is "how" && Supposed.Stand(tokens, from, to)) return true;
        if (first is "how" && from + 2 < to && tokens[from + 1].Lower is "are" or "can" or "could" or "is" or "do" or "am" or "should" or "will" or "long" && !(from + 2 < to && tokens[from + 1].Lower is "many" or "much")) return true;
        if (first is "who" && tokens.Skip(from + 1).Take(Math.Min(6, to - from - 1)).Any(t => t.Lower is "would" or "will" or "wants" or "can" or "could")) return true;
        return first is "why" or "what" && from + 1 < to && tokens[from + 1].Lower is "should" or "would" or "use" or "good" or "point" or "must" or "is";
    }

    /// <summary>"Will the minister fund more places?"</summary>
    public static bool IsRequestQuestion(List<EnglishToken> tokens, int from)
    {
        if (from + 2 >= tokens.Count || tokens[from].Lower is not ("will" or "would" or "could" or "can")) return false;
        if (tokens[from + 1].Lower is "you" or "we" && from + 2 < tokens.Count && tokens[from + 2].Lower is "tell" or "say" or "confirm" or "explain" or "clarify" or "please" or "describe" or "give" or "share") return false;
        return tokens[from + 1].Lower is "the" or "you" or "this" or "he" or "she" or "they" or "your";
    }

    /// <summary>"The state should pay", "papers must be simpler"; yet "we must file five forms" is a burden.</summary>
    private static bool IsObliged(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "must" or "should" && i + 2 < to && tokens[i + 1].Is("be") && Burdens.Contains(tokens[i + 2].Lower)) return false;
            if (tokens[i].Is("should") && i + 2 < to && tokens[i + 1].Is("be") && tokens[i + 2].Lower is "out" or "ready" or "done" or "finished" or "over" or "fine" or "possible") return false;
            if (tokens[i].Lower is "should" or "ought") return true;
            if (tokens[i].Lower is "must" or "needs" or "need" or "needed" && i + 1 < to && (tokens[i + 1].Is("be") || (i + 2 < to && tokens[i + 1].Is("to") && tokens[i + 2].Is("be")))) return true;
            if (tokens[i].Lower is "need" or "needs" && i > from && i + 1 < to && !(tokens[i - 1].Lower is "no" or "not" or "the" or "a" or "in" or "of") && tokens[i + 1].Lower is "more" or "their" or "its" or "our" or "a" or "an" or "better" or "clearer" or "faster" or "cheaper" or "help" or "support" or "two" or "three" or "somewhere" or "someone" or "at") return true;
            if (tokens[i].Lower is "must" or "needs" or "need" && i > from && (NounLexicon.StateBodies.Contains(tokens[i - 1].Lower) || NounLexicon.StateRoles.Contains(tokens[i - 1].Lower) || NounLexicon.StateGroups.Contains(tokens[i - 1].Lower))) return true;
        }

        return false;
    }

    private static bool IsOwn(List<EnglishToken> tokens, int from) =>
        tokens[from].Lower is "it" or "he" or "she" or "they" or "we" or "i" or "its" or "their" or "our" or "his" or "her" || (tokens[from].Is("the") && from + 1 < tokens.Count && (NounLexicon.Bodies.Contains(tokens[from + 1].Lower) || NounLexicon.StateBodies.Contains(tokens[from + 1].Lower))) || tokens[from].Capital || VerbLists.Act(tokens[from].Lower) is not null;

    /// <summary>What a firm will do or did itself is news, no point for a ministry.</summary>
    private static bool IsPlan(List<EnglishToken> tokens, int from, int to)
    {
        if (IsLong(tokens, from, to)) return false;
        for (var i = from; i < Math.Min(to, from + 5); i++)
        {
            if (tokens[i].Lower is "was" or "were" && i + 1 < to && IsVerdict(tokens, PredicateReader.SkipAdverbs(tokens, i + 1, to), to)) return false;
            if (tokens[i].Lower is "will" or "would" or "plans" or "had" or "was" or "were" or "has" or "have" or "planned" or "did") return true;
            if (VerbLists.Act(tokens[i].Lower) is { Form: VerbForm.Past }) return true;
        }

        return false;
    }

    /// <summary>"took fourteen months".</summary>
    public static bool IsLong(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "took" or "taken" or "takes" or "take" or "waited" or "spent" && Any(tokens, i, to, ContentLexicon.Periods)) return true;
        }

        return false;
    }

    /// <summary>"were crippling": an adjective at the end.</summary>
    private static bool IsVerdict(List<EnglishToken> tokens, int i, int to) =>
        i < to && i + 1 >= to && tokens[i].IsWord && VerbLists.Act(tokens[i].Lower) is null && !tokens[i].Lower.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Leaves out "we need", "there should be": the thing asked for remains.</summary>
    public static int AfterNeed(List<EnglishToken> tokens, int from, int to)
    {
        if (tokens[from].Lower is "the" or "there" or "we" or "they" or "it" or "a" or "i" or "please" or "she" or "he" && Needs.End(tokens, from, to) is > 0 and var end && end < to) return end;
        return from;
    }

    public static bool Any(List<EnglishToken> tokens, int from, int to, System.Collections.Frozen.FrozenSet<string> words)
    {
        for (var i = from; i < to; i++)
        {
            if (words.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }
}
