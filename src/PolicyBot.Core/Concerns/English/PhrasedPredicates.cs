using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Predicates of more than a verb: "is worried that", "would like to see", "took issue with".</summary>
internal static class PhrasedPredicates
{
    public static Predicate? OfState(List<EnglishToken> tokens, int i, int to) => Worried(tokens, i, to) ?? Liking(tokens, i, to) ?? Minded(tokens, i, to);

    /// <summary>"is worried that", "are unhappy with".</summary>
    private static Predicate? Worried(List<EnglishToken> tokens, int i, int to)
    {
        if (!PredicateReader.IsBe(tokens[i])) return null;
        var at = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (at < to && tokens[at].Is("been")) at = PredicateReader.SkipAdverbs(tokens, at + 1, to);
        if (at >= to || !VerbLexicon.WorriedAdjectives.Contains(tokens[at].Lower) || PredicateReader.IsUnreal(tokens, i)) return null;
        var next = at + 1;
        var tells = next < to && tokens[next].Is("that");
        if (next < to && tokens[next].Lower is "that" or "about" or "over" or "by" or "with" or "of" or "at" or "because") next++;
        return new(Act.Concern, i, next, VerbForm.Past, Tells: tells);
    }

    /// <summary>"would like to see", "would like longer grants", "hopes to see", "is keen to see".</summary>
    private static Predicate? Liking(List<EnglishToken> tokens, int i, int to)
    {
        var at = i;
        var liking = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (tokens[i].Lower is "would" && liking < to && liking <= i + 2 && tokens[liking].Lower is "like" or "prefer" or "welcome" or "appreciate") at = liking + 1;
        else if (PredicateReader.IsBe(tokens[i]) && i + 1 < to && tokens[i + 1].Lower is "keen" or "eager" or "anxious" or "calling" or "asking" or "looking") at = i + 2;
        else if (tokens[i].Lower is "hoped" or "hopes" or "hope" or "wished" or "wishes") at = i + 1;
        else if (tokens[i].Lower is "would" && i + 2 < to && tokens[i + 1].Is("rather")) return new(Act.Request, i, tokens[i + 2].Lower is "see" or "have" ? i + 3 : i + 2, VerbForm.Past);
        if (at == i || at >= to) return null;
        var plain = at == i + 1;
        if (plain && tokens[at].Lower is "the" or "that" && Hoped(tokens, at, to)) return new(Act.Request, i, tokens[at].Is("that") ? at + 1 : at, VerbForm.Past);
        if (tokens[at].Lower is "for") return new(Act.Request, i, at + 1, VerbForm.Past);
        if (tokens[at].Lower is "to") return new(Act.Request, i, at + (at + 1 < to && tokens[at + 1].Lower is "see" or "have" ? 2 : 1), VerbForm.Past);
        return plain || PredicateReader.IsBe(tokens[i]) ? null : new(Act.Request, i, at, VerbForm.Past);
    }

    /// <summary>"hoped the ministry would run a pilot".</summary>
    private static bool Hoped(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < Math.Min(to, from + 8) && tokens[i].IsWord; i++)
        {
            if (tokens[i].Lower is "would" or "will" or "could" or "can" or "might") return true;
        }

        return false;
    }

    /// <summary>"of the view that", "adamant that".</summary>
    private static Predicate? Minded(List<EnglishToken> tokens, int i, int to)
    {
        if (!PredicateReader.IsBe(tokens[i]) || PredicateReader.IsUnreal(tokens, i)) return null;
        var at = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (at + 3 < to && tokens[at].Is("of") && tokens[at + 1].Lower is "the" or "one" && tokens[at + 2].Lower is "view" or "opinion" or "mind" && tokens[at + 3].Is("that")) return new(Act.Report, i, at + 4, VerbForm.Past, Tells: true);
        if (at + 3 < to && tokens[at].Is("in") && tokens[at + 1].Lower is "favour" or "favor" && tokens[at + 2].Is("of")) return new(Act.Request, i, at + 3, VerbForm.Past);
        if (at + 1 < to && tokens[at].Is("against")) return new(Act.Concern, i, at + 1, VerbForm.Past);
        if (at + 3 < to && tokens[at].Is("at") && tokens[at + 1].Is("a") && tokens[at + 2].Is("loss")) return new(Act.Concern, i, at + 3, VerbForm.Past);
        return at + 1 < to && tokens[at].Lower is "adamant" or "convinced" or "firm" or "clear" or "unanimous" or "certain" or "agreed" or "united" && tokens[at + 1].Is("that") ? new(Act.Report, i, at + 2, VerbForm.Past, Tells: true) : null;
    }

    /// <summary>A verb that means something else with the word behind it.</summary>
    public static Predicate? OfVerb(List<EnglishToken> tokens, int i, int to)
    {
        var next = i + 1 < to ? tokens[i + 1].Lower : "";
        return tokens[i].Lower switch
        {
            "declined" or "declines" or "declining" or "refused" or "refuses" when next is "to" && i + 2 < to && tokens[i + 2].Lower is "comment" or "say" or "answer" or "respond" or "reply" or "speculate" or "elaborate" or "discuss" or "be" or "speak" => new(Act.None, i, i + 2, VerbForm.Past),
            "took" when next is "issue" && i + 2 < to => new(Act.Concern, i, i + 3, VerbForm.Past),
            "took" when next is "aim" or "exception" && i + 3 < to && tokens[i + 2].Lower is "at" or "to" => new(Act.Concern, i, i + 3, VerbForm.Past),
            "said" or "say" or "says" when next is "no" && i + 3 < to && tokens[i + 2].Is("to") => new(Act.Concern, i, i + 3, VerbForm.Past),
            "raised" or "raising" when Shortage(tokens, i + 1, to) => new(Act.Concern, i, i + 1, PredicateReader.FormOf(tokens[i].Lower)),
            "made" or "makes" or "making" when next is "clear" or "plain" && i + 3 < to && tokens[i + 2].Is("that") => new(Act.Report, i, i + 3, PredicateReader.FormOf(tokens[i].Lower), Tells: true),
            "made" or "makes" or "making" when next is "it" && i + 4 < to && tokens[i + 2].Lower is "clear" or "plain" && tokens[i + 3].Is("that") => new(Act.Report, i, i + 4, PredicateReader.FormOf(tokens[i].Lower), Tells: true),
            "took" or "takes" or "take" when next is "the" && i + 4 < to && tokens[i + 2].Lower is "view" or "position" or "line" && tokens[i + 3].Is("that") => new(Act.Report, i, i + 4, VerbForm.Past, Tells: true),
            "insisted" or "insists" or "insisting" when next is "on" && i + 2 < to => new(Act.Request, i, i + 2, PredicateReader.FormOf(tokens[i].Lower)),
            "invited" or "invites" or "inviting" when next is "the" && i + 4 < to && tokens[i + 3].Is("to") && (NounLexicon.StateBodies.Contains(tokens[i + 2].Lower) || NounLexicon.StateRoles.Contains(tokens[i + 2].Lower)) => new(Act.Request, i, i + 4, PredicateReader.FormOf(tokens[i].Lower)),
            "pushed" or "pushing" when next is "back" && i + 3 < to && tokens[i + 2].Lower is "against" or "at" or "on" => new(Act.Concern, i, i + 3, PredicateReader.FormOf(tokens[i].Lower)),
            "sounded" or "raised" when Behind(tokens, i + 1, to, "alarm", "caution") is { } alarm => new(Act.Concern, i, alarm, VerbForm.Past),
            "cast" when Behind(tokens, i + 1, to, "doubt", "doubts") is { } doubt => new(Act.Concern, i, doubt, VerbForm.Past),
            "disputed" or "contested" when i + 1 < to => new(Act.Concern, i, i + 1, VerbForm.Past),
            "listed" or "ranked" or "named" or "identified" or "cited" when IsRanked(tokens, i + 1, to) => new(Act.Concern, i, i + 1, VerbForm.Past),
            "held" or "holds" when next is "that" && i + 2 < to => new(Act.Report, i, i + 2, VerbForm.Past, Tells: true),
            "took" when next is "note" && i + 2 < to => new(Act.Hearing, i, i + 3, VerbForm.Past),
            "pointed" or "points" or "pointing" when next is "to" or "at" => new(Act.Concern, i, i + 2, PredicateReader.FormOf(tokens[i].Lower)),
            "spoke" or "came" or "argued" or "argues" or "speaking" or "arguing" or "railed" or "campaigned" when next is "against" => new(Act.Concern, i, i + 2, PredicateReader.FormOf(tokens[i].Lower)),
            "argued" or "argues" or "arguing" or "lobbied" or "canvassed" when next is "for" && i + 3 < to => new(Act.Request, i, i + 2, PredicateReader.FormOf(tokens[i].Lower)),
            "found" or "finds" or "finding" when next is "fault" && i + 3 < to && tokens[i + 2].Is("with") => new(Act.Concern, i, i + 3, PredicateReader.FormOf(tokens[i].Lower)),
            "bristled" or "balked" or "baulked" when next is "at" => new(Act.Concern, i, i + 2, VerbForm.Past),
            "zeroed" or "seized" or "dwelt" or "dwelled" when next is "on" or "in" => new(Act.Report, i, next == "in" ? i + 3 : i + 2, VerbForm.Past),
            "singled" or "singles" or "singling" when next is "out" && i + 2 < to => new(Act.Concern, i, i + 2, PredicateReader.FormOf(tokens[i].Lower)),
            "likened" or "compared" when i + 2 < to => new(Act.Concern, i, i + 1, VerbForm.Past),
            "agreed" when next is "that" && i + 2 < to => new(Act.Report, i, i + 2, VerbForm.Past, Tells: true),
            "put" when next is "it" && i + 3 < to => new(Act.Report, i, i + 2, VerbForm.Past),
            "made" when next is "the" && i + 3 < to && tokens[i + 2].Is("point") && tokens[i + 3].Is("that") => new(Act.Report, i, i + 4, VerbForm.Past, Tells: true),
            "hit" or "lashed" when next is "out" && i + 3 < to && tokens[i + 2].Is("at") => new(Act.Concern, i, i + 3, VerbForm.Past),
            "spoke" or "stood" when next is "for" or "up" => new(Act.Request, i, next == "up" ? i + 3 : i + 2, VerbForm.Past),
            "spoke" or "talked" when next is "of" or "about" => new(Act.Report, i, i + 2, VerbForm.Past),
            "spoke" or "came" or "argued" when next is "in" or "out" && i + 3 < to && tokens[i + 3].Is("of") => new(Act.Request, i, i + 4, VerbForm.Past),
            "came" when next is "out" && i + 2 < to && tokens[i + 2].Is("against") => new(Act.Concern, i, i + 3, VerbForm.Past),
            "opposed" or "opposes" or "opposing" when next is not "to" => new(Act.Concern, i, i + 1, PredicateReader.FormOf(tokens[i].Lower)),
            "opposed" when next is "to" => new(Act.Concern, i, i + 2, VerbForm.Past),
            _ => null,
        };
    }

    /// <summary>Where the content begins behind "the alarm over", "a note of caution about", "doubt on".</summary>
    private static int? Behind(List<EnglishToken> tokens, int from, int to, params ReadOnlySpan<string> nouns)
    {
        for (var i = from; i + 2 < Math.Min(to, from + 5); i++)
        {
            if (nouns.Contains(tokens[i].Lower)) return tokens[i + 1].Lower is "over" or "about" or "on" or "at" or "that" ? i + 2 : null;
        }

        return null;
    }

    /// <summary>"named the permit backlog as their biggest problem".</summary>
    private static bool IsRanked(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < Math.Min(to, from + 12); i++)
        {
            if (tokens[i].Is("as")) return PassiveReader.HasTrouble(tokens, i, Math.Min(to, i + 7));
        }

        return false;
    }

    /// <summary>"raised the lack of storage", yet not "raised prices".</summary>
    private static bool Shortage(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + 4); i++)
        {
            if (tokens[i].Lower is "lack" or "shortage" or "absence" or "delays" or "delay" or "scarcity" or "backlog" or "gap" or "gaps" or "shortfall" or "burden" or "plight") return true;
        }

        return false;
    }
}
