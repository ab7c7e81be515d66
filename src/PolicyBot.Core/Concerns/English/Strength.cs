using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Grades an answer by its main verb. Adverbs, dates and mood never raise; between two readings the lower wins.</summary>
internal static class Strength
{
    /// <summary>Null when the words hold no answer: an opinion, a fact.</summary>
    public static ReplyStrength? Grade(List<EnglishToken> tokens, int from, int to)
    {
        if (StrengthLexicon.Declined.Stand(tokens, from, to)) return ReplyStrength.Declined;
        if (IsExplained(tokens, from, to)) return ReplyStrength.Explained;
        if (StrengthLexicon.Heard.Stand(tokens, from, to)) return ReplyStrength.Heard;
        if (StrengthLexicon.WillReview.Stand(tokens, from, to)) return ReplyStrength.WillReview;
        if (StrengthLexicon.Preparing.Stand(tokens, from, to) && !IsNegated(tokens, from, to)) return ReplyStrength.Preparing;
        if (StrengthLexicon.WillPursue.Stand(tokens, from, to)) return IsNegated(tokens, from, to) ? ReplyStrength.Declined : ReplyStrength.WillPursue;
        return Verbs(tokens, from, to) ?? (StrengthLexicon.Decided.Stand(tokens, from, to) && !IsNegated(tokens, from, to) ? ReplyStrength.Decided : null);
    }

    /// <summary>What was there before is explained; "already drafting" is still work in hand.</summary>
    private static bool IsExplained(List<EnglishToken> tokens, int from, int to)
    {
        var at = StrengthLexicon.Explained.Find(tokens, from, to);
        if (at < 0) return false;
        return !(tokens[at].Is("already") && at + 1 < to && (tokens[at + 1].Is("being") || VerbLists.Act(tokens[at + 1].Lower) is { Form: VerbForm.Gerund } || tokens[at + 1].Lower is "working" or "under"));
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

    private static ReplyStrength? Future(List<EnglishToken> tokens, int i, int to)
    {
        i = PredicateReader.SkipAdverbs(tokens, i, to);
        if (i >= to) return null;
        if (tokens[i].Lower is "not" or "never") return ReplyStrength.Declined;
        if (tokens[i].Is("be"))
        {
            var next = PredicateReader.SkipAdverbs(tokens, i + 1, to);
            if (next >= to) return null;
            if (StrengthLexicon.ReviewVerbs.Contains(Base(tokens[next].Lower) ?? "")) return ReplyStrength.WillReview;
            if (tokens[next].Lower is "out" or "ready" or "available" or "open" or "in" or "free" or "exempt") return ReplyStrength.WillPursue;
            return VerbLists.Act(tokens[next].Lower) is { Form: VerbForm.Past or VerbForm.Gerund } ? ReplyStrength.WillPursue : null;
        }

        var verb = tokens[i].Lower;
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
        return StrengthLexicon.DecisionVerbs.Contains(verb) ? ReplyStrength.Decided : null;
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
