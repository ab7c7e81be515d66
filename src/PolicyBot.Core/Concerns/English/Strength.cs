using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Grades an answer by its main verb. Adverbs, dates and mood never raise; between two readings the lower wins.</summary>
internal static class Strength
{
    /// <summary>Null when the words hold no answer: an opinion, a fact.</summary>
    public static ReplyStrength? Grade(List<EnglishToken> tokens, int from, int to)
    {
        if (StrengthLexicon.LeftOpen.Stand(tokens, from, to)) return ReplyStrength.WillReview;
        if (StrengthLexicon.Unsaid.Stand(tokens, from, to)) return ReplyStrength.Explained;
        if (StrengthLexicon.Declined.Stand(tokens, from, to)) return ReplyStrength.Declined;
        if (IsExplained(tokens, from, to)) return ReplyStrength.Explained;
        if (StrengthLexicon.Heard.Stand(tokens, from, to)) return ReplyStrength.Heard;
        if (StrengthLexicon.WillReview.Stand(tokens, from, to)) return ReplyStrength.WillReview;
        if (StrengthLexicon.Preparing.Stand(tokens, from, to) && !IsNegated(tokens, from, to)) return ReplyStrength.Preparing;
        var review = StrengthLexicon.ReviewNouns.Stand(tokens, from, to) ? ReplyStrength.WillReview : (ReplyStrength?)null;
        if (Intended(tokens, from, to) is { } intended) return review ?? intended;
        if (Verbs(tokens, from, to) is { } verbs) return verbs < ReplyStrength.WillPursue ? verbs : review ?? verbs;
        return review is not null && tokens[from].Is("to") ? review : (StrengthLexicon.Decided.Stand(tokens, from, to) && !IsNegated(tokens, from, to) ? ReplyStrength.Decided : null);
    }

    /// <summary>What was there before is explained; "already drafting" is still work in hand.</summary>
    private static bool IsExplained(List<EnglishToken> tokens, int from, int to)
    {
        var at = StrengthLexicon.Explained.Find(tokens, from, to);
        if (at < 0) return false;
        return !(tokens[at].Is("already") && at + 1 < to && (tokens[at + 1].Is("being") || VerbLists.Act(tokens[at + 1].Lower) is { Form: VerbForm.Gerund } || tokens[at + 1].Lower is "working" or "under"));
    }

    /// <summary>"plans to", "decided to": the step is that of the verb behind.</summary>
    private static ReplyStrength? Intended(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var (end, step) = (StrengthLexicon.WillPursue.End(tokens, i, to), ReplyStrength.WillPursue);
            if (end == 0) (end, step) = (StrengthLexicon.DecidedTo.End(tokens, i, to), ReplyStrength.Decided);
            if (end == 0) continue;
            if (IsNegated(tokens, from, end)) return ReplyStrength.Declined;
            var verb = PredicateReader.SkipAdverbs(tokens, end, to);
            if (!tokens[end - 1].Is("to") || verb >= to) return step;
            if (tokens[verb].Is("be") && verb + 1 < to) verb++;
            var plain = Base(tokens[verb].Lower) ?? tokens[verb].Lower;
            if (StrengthLexicon.HearVerbs.Contains(plain)) return ReplyStrength.Heard;
            if (StrengthLexicon.ReviewVerbs.Contains(plain) || plain is "work") return ReplyStrength.WillReview;
            return plain is "pursue" or "push" or "promote" or "draft" or "prepare" or "draw" or "seek" ? ReplyStrength.WillPursue : step;
        }

        return null;
    }

    /// <summary>The lowest step of the verb groups, each graded by its helper and verb.</summary>
    private static ReplyStrength? Verbs(List<EnglishToken> tokens, int from, int to)
    {
        ReplyStrength? lowest = null;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "if" or "unless" or "when" or "once" or "until" or "because" or "who" or "which" && i > from && lowest is not null) break;
            if (Group(tokens, i, to) is not { } step) continue;
            if (step == ReplyStrength.Declined) return step;
            if (lowest is null || step < lowest) lowest = step;
        }

        return lowest;
    }

    private static ReplyStrength? Group(List<EnglishToken> tokens, int i, int to)
    {
        var helper = tokens[i].Lower;
        var future = helper is "will" or "shall" || (helper is "would" && !(i + 1 < to && tokens[i + 1].Lower is "like" or "not"));
        var going = helper is "going" && i + 2 < to && tokens[i + 1].Is("to");
        if (future || going) return Future(tokens, going ? i + 2 : i + 1, to);
        if (PredicateReader.IsBe(tokens[i]) && helper is not ("be" or "felt" or "feel" or "feels")) return Progressive(tokens, i + 1, to);
        if (helper is "has" or "have" or "had") return Perfect(tokens, i + 1, to);
        return null;
    }

    /// <summary>"will, from 1 March, accept".</summary>
    private static int SkipParenthesis(List<EnglishToken> tokens, int i, int to)
    {
        if (i >= to || !tokens[i].Is(",")) return i;
        for (var j = i + 1; j < Math.Min(to, i + 10); j++)
        {
            if (tokens[j].Is(",")) return j + 1;
        }

        return i;
    }

    private static ReplyStrength? Future(List<EnglishToken> tokens, int i, int to)
    {
        i = PredicateReader.SkipAdverbs(tokens, SkipParenthesis(tokens, i, to), to);
        if (i >= to) return null;
        if (tokens[i].Lower is "not" or "never") return ReplyStrength.Declined;
        if (tokens[i].Is("be"))
        {
            var next = PredicateReader.SkipAdverbs(tokens, i + 1, to);
            if (next >= to) return null;
            if (StrengthLexicon.ReviewVerbs.Contains(Base(tokens[next].Lower) ?? "")) return ReplyStrength.WillReview;
            if (tokens[next].Lower is "out" or "ready" or "available" or "open" or "in" or "free" or "exempt") return ReplyStrength.WillPursue;
            return VerbLists.Act(tokens[next].Lower) is { Form: VerbForm.Past or VerbForm.Gerund } || tokens[next].Lower is "cut" or "set" or "put" or "shut" or "split" or "spread" or "cast" ? ReplyStrength.WillPursue : null;
        }

        if (tokens[i].Is("continue") && i + 2 < to && tokens[i + 1].Is("to")) i = PredicateReader.SkipAdverbs(tokens, i + 2, to);
        if (i >= to || tokens[i].Is("be")) return null;
        var verb = tokens[i].Lower;
        if (verb is "work") return ReplyStrength.WillReview;
        // "the levy would stay": nothing is promised, all is as it was.
        if (verb is "stay" or "remain" or "persist") return ReplyStrength.Explained;
        // "will raise it with the operator" asks another; "will raise the ceiling with effect from May" acts.
        if (verb is "raise" or "take" && tokens.FindIndex(i, to - i, t => t.Is("with")) is > 0 and var with && !(with + 1 < to && tokens[with + 1].Is("effect"))) return ReplyStrength.WillReview;
        if (StrengthLexicon.HearVerbs.Contains(verb)) return ReplyStrength.Heard;
        if (StrengthLexicon.ReviewVerbs.Contains(verb)) return ReplyStrength.WillReview;
        if (verb is "have" && i + 1 < to && VerbLists.Act(tokens[i + 1].Lower) is null && !tokens[i + 1].Is("a")) return null;
        return VerbLists.IsBase(verb) ? ReplyStrength.WillPursue : null;
    }

    private static ReplyStrength? Progressive(List<EnglishToken> tokens, int i, int to)
    {
        i = PredicateReader.SkipAdverbs(tokens, i, to);
        if (i >= to || tokens[i].Is("not")) return null;
        var passive = tokens[i].Is("being");
        if (passive) i = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (i >= to || VerbLists.Act(tokens[i].Lower) is not { } act) return null;
        if (!passive && act.Form != VerbForm.Gerund) return null;
        if (StrengthLexicon.HearVerbs.Contains(act.Verb)) return ReplyStrength.Heard;
        if (StrengthLexicon.ReviewVerbs.Contains(act.Verb)) return ReplyStrength.WillReview;
        return StrengthLexicon.IdleVerbs.Contains(act.Verb) ? null : ReplyStrength.Preparing;
    }

    private static ReplyStrength? Perfect(List<EnglishToken> tokens, int i, int to)
    {
        i = PredicateReader.SkipAdverbs(tokens, i, to);
        if (i < to && tokens[i].Is("been")) i = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (i >= to || tokens[i].Lower is "not" or "no" or "yet") return null;
        var verb = Base(tokens[i].Lower);
        if (verb is null) return null;
        if (StrengthLexicon.HearVerbs.Contains(verb)) return ReplyStrength.Heard;
        if (StrengthLexicon.ReviewVerbs.Contains(verb)) return ReplyStrength.WillReview;
        if (!StrengthLexicon.DecisionVerbs.Contains(verb)) return null;
        return StrengthLexicon.Past.Stand(tokens, 0, tokens.Count) ? ReplyStrength.Explained : ReplyStrength.Decided;
    }

    private static string? Base(string form) => VerbLists.Act(form)?.Verb ?? VerbForms.BaseOf(form);

    private static bool IsNegated(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "not" or "never" or "no") return true;
        }

        return false;
    }
}
