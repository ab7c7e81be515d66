using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Speakers before a colon or in brackets, as in notes and minutes: "(Association B) extend the pilot", "ministry: noted", "ACTION: the secretariat to …".</summary>
internal sealed class LabelReader(NounPhrases subjects)
{
    /// <param name="from">Moves behind marks and headings, so that others may read on from there.</param>
    public List<Claim>? Read(List<EnglishToken> tokens, ref int from, int to, Carry carry)
    {
        var start = from;
        from = SkipMarks(tokens, from, to);
        if (from >= to) return [];
        if (from == start && tokens[from].Capital && tokens[to - 1].IsWord && to - from <= 4 && Section(tokens, from, to) is { } heading && !HasVerbOfSpeech(tokens, from, to - 1))
        {
            carry.Section = heading;
            return [];
        }

        var colon = Colon(tokens, from, to);
        if (colon > 0)
        {
            if (Owned(tokens, from, colon, to, carry) is { } owned) return [owned];
            if (Section(tokens, from, colon) is { } section)
            {
                carry.Section = section;
                from = SkipMarks(tokens, colon + 1, to);
                if (from >= to) return [];
                if (section == Heading.Action) return Action(tokens, from, to, carry);
                return Bracketed(tokens, from, to, carry) ?? Inner(tokens, from, to, carry);
            }

            if (TurnLexicon.Headings.Contains(tokens[from].Lower)) return [];
            if (subjects.Read(tokens, from, colon, carry) is { Generic: false } labelled && IsLabel(tokens, from, colon))
            {
                carry.Speak(labelled);
                return [Wish(tokens, labelled, colon + 1, to) ?? Told(labelled, Act.Report, colon + 1, to, carry)];
            }
        }

        if (tokens[from].Lower is "action" or "actions" && from + 3 < to) return Action(tokens, from + 1, to, carry);
        return Bracketed(tokens, from, to, carry) ?? (carry.Section != Heading.None && !HasVerbOfSpeech(tokens, from, to) ? Sectioned(tokens, from, to, carry) : null);
    }

    /// <summary>"Request (Association B): extend the pilot": what it is, and whose.</summary>
    private Claim? Owned(List<EnglishToken> tokens, int from, int colon, int to, Carry carry)
    {
        var open = from + 1;
        while (open < colon && !tokens[open].Is("(")) open++;
        if (open + 2 >= colon || open > from + 3 || !tokens[colon - 1].Is(")") || colon + 1 >= to || Section(tokens, from, open) is not { } section) return null;
        if (section is not (Heading.Requests or Heading.Concerns or Heading.Replies) || subjects.Read(tokens, open + 1, colon - 1, carry) is not { Generic: false } speaker) return null;
        carry.Speak(speaker);
        var act = section switch { Heading.Requests => Act.Request, Heading.Concerns => Act.Concern, _ => Act.Report };
        return new(speaker, act, colon + 1, to) { Tells = act == Act.Report, Answers = section == Heading.Replies };
    }

    private List<Claim>? Inner(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var colon = Colon(tokens, from, to);
        if (colon > 0 && IsLabel(tokens, from, colon) && subjects.Read(tokens, from, colon, carry) is { Generic: false } labelled)
        {
            carry.Speak(labelled);
            return [Told(labelled, carry.Section switch { Heading.Requests => Act.Request, Heading.Concerns => Act.Concern, _ => Act.Report }, colon + 1, to, carry)];
        }

        return HasVerbOfSpeech(tokens, from, to) ? null : Sectioned(tokens, from, to, carry);
    }

    private static bool HasVerbOfSpeech(List<EnglishToken> tokens, int from, int to) => PredicateReader.Next(tokens, from, to) is not null;

    public static int SkipMarks(List<EnglishToken> tokens, int from, int to)
    {
        while (from < to && (tokens[from].Kind == EnglishTokenKind.Number && from + 1 < to && tokens[from].Lower.Contains('.', StringComparison.Ordinal)
            || (tokens[from].Kind == EnglishTokenKind.Number && from + 1 < to && tokens[from + 1].Lower is "." or ")")
            || (!tokens[from].IsWord && tokens[from].Kind == EnglishTokenKind.Punctuation && tokens[from].Lower is not ("(" or "[")))) from++;
        return from;
    }

    private static int Colon(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + 12); i++)
        {
            if (tokens[i].Is(":")) return i;
            if (tokens[i].Kind is EnglishTokenKind.OpenQuote || tokens[i].Lower is "," or ";") return -1;
        }

        return -1;
    }

    /// <summary>A label has no verb of its own.</summary>
    private static bool IsLabel(List<EnglishToken> tokens, int from, int colon) => PredicateReader.Next(tokens, from, colon) is null;

    private static Heading? Section(List<EnglishToken> tokens, int from, int colon)
    {
        if (colon - from > 4) return null;
        for (var i = colon - 1; i >= from; i--)
        {
            Heading? section = tokens[i].Lower is "raised" or "made" or "taken" or "heard" && i > from ? null : tokens[i].Lower switch
            {
                "asks" or "requests" or "request" or "ask" or "demands" or "proposals" or "suggestions" or "recommendations" or "wishes" => Heading.Requests,
                "concerns" or "concern" or "issues" or "problems" or "complaints" or "worries" or "difficulties" or "challenges" or "grievances" => Heading.Concerns,
                "response" or "responses" or "reply" or "replies" or "answer" or "answers" => Heading.Replies,
                "action" or "actions" or "ap" or "steps" or "follow-up" or "commitments" or "undertakings" or "measures" => Heading.Action,
                "notes" or "summary" or "minutes" or "discussion" or "agenda" or "background" or "decision" or "outcome" or "result" => Heading.Notes,
                _ => null,
            };
            if (section is not null) return section;
        }

        return null;
    }

    /// <summary>"(Association B) extend the pilot".</summary>
    private List<Claim>? Bracketed(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (!(tokens[from].Lower is "(" or "[")) return null;
        var close = from + 1;
        while (close < to && !(tokens[close].Lower is ")" or "]")) close++;
        if (close >= to - 1 || subjects.Read(tokens, from + 1, close, carry) is not { } speaker) return null;
        carry.Speak(speaker);
        var act = carry.Section switch
        {
            Heading.Requests => Act.Request,
            Heading.Concerns => Act.Concern,
            _ => VerbLists.IsBase(tokens[close + 1].Lower) && speaker.Side != Side.Government ? Act.Request : Act.Report,
        };
        var start = close + 1;
        if (speaker.Side != Side.Government && start + 2 < to && tokens[start].Lower is "request" or "requests" or "asks" or "wants" or "calls" or "proposal" or "suggests" or "proposes" or "asked" or "requested" or "wish" or "call" or "urges")
            (act, start) = (Act.Request, tokens[start + 1].Lower is "to" or "for" or "that" or ":" ? start + 2 : start + 1);
        return [Told(speaker, act, start, to, carry)];
    }

    /// <summary>"Fees are not published (Association B)".</summary>
    private List<Claim>? Signed(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var close = tokens[to - 1].Is(")") ? to - 1 : to - 2;
        if (carry.Section is not (Heading.Requests or Heading.Concerns) || close <= from || !tokens[close].Is(")")) return null;
        var open = close;
        while (open > from && !tokens[open].Is("(")) open--;
        if (open <= from || close - open > 8 || subjects.Read(tokens, open + 1, close, carry) is not { } speaker) return null;
        carry.Speak(speaker);
        return [Told(speaker, carry.Section == Heading.Requests ? Act.Request : Act.Concern, from, open, carry)];
    }

    private List<Claim> Sectioned(List<EnglishToken> tokens, int from, int to, Carry carry) => Signed(tokens, from, to, carry) ?? carry.Section switch
    {
        Heading.Requests => [new(Speaker.Nobody, Act.Request, from, to)],
        Heading.Concerns => [new(Speaker.Nobody, Act.Concern, from, to)],
        Heading.Action => Due(tokens, from, to, carry),
        Heading.Replies => [new(new(AttributionLevel.Unattributed, [], Side.Government), Act.Report, from, to) { Tells = true, Answers = Strength.Grade(tokens, from, to) is null }],
        _ => [],
    };

    /// <summary>"Permit validity to be extended, Q2 (plant health office)": what is to be done, and by whom.</summary>
    private List<Claim> Due(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (!(tokens[i].Is("to") && (tokens[i + 1].Is("be") || VerbLists.IsBase(tokens[i + 1].Lower))) && !(tokens[i].Lower is "will" or "shall")) continue;
            var close = tokens[to - 1].Is(")") ? to - 1 : -1;
            var open = close;
            while (open > i && !tokens[open].Is("(")) open--;
            var owner = open > i ? subjects.Read(tokens, open + 1, close, carry) ?? new(AttributionLevel.Organisation, [], Side.Government) : null;
            owner ??= new(AttributionLevel.Unattributed, [], Side.Government);
            if (owner.Names.Count == 0) owner = owner with { Level = AttributionLevel.Unattributed };
            return [new(owner with { Side = Side.Government }, Act.Report, from, open > i ? open : to) { Tells = true, Strength = Strength.Grade(tokens, from, to) ?? ReplyStrength.WillPursue }];
        }

        return [];
    }

    /// <summary>"Beach operators: want the licence extended".</summary>
    private static Claim? Wish(List<EnglishToken> tokens, Speaker speaker, int from, int to)
    {
        if (speaker.Side == Side.Government || from + 2 >= to || !(tokens[from].Lower is "want" or "wants" or "need" or "needs" or "seek" or "seeks" or "request" or "requests" or "ask" or "asks" or "wish" or "wishes" or "call" or "calls" or "asked" or "requested" or "wanted")) return null;
        var next = tokens[from + 1].Lower is "to" or "for" or "that" ? from + 2 : from + 1;
        return new(speaker, Act.Request, next, to) { Tells = true };
    }

    private static Claim Told(Speaker speaker, Act act, int from, int to, Carry carry) =>
        new(speaker, act, from, to) { Tells = true, Answers = speaker.Side == Side.Government && carry.Section != Heading.Concerns && carry.Section != Heading.Requests };

    /// <summary>"the secretariat to raise the limit by 28 February" binds its owner.</summary>
    private List<Claim> Action(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (tokens[from].Lower is ":" or "-" or "\u2013" or "\u2014") from++;
        for (var i = from + 1; i + 1 < Math.Min(to, from + 12); i++)
        {
            if (!(tokens[i].Lower is "to" or "will" or "shall" or ":" or "\u2014" or "\u2013" or "-")) continue;
            var owner = subjects.Read(tokens, from, i, carry);
            if (owner is null) return [];
            carry.Speak(owner);
            var grade = StrengthLexicon.ReviewVerbs.Contains(tokens[i + 1].Lower) ? ReplyStrength.WillReview : ReplyStrength.WillPursue;
            return [new(owner with { Side = Side.Government }, Act.Report, i + 1, to) { Tells = true, Strength = grade, Answers = true }];
        }

        return VerbLists.IsBase(tokens[from].Lower)
            ? [new(new(AttributionLevel.Unattributed, [], Side.Government), Act.Report, from, to) { Tells = true, Strength = StrengthLexicon.ReviewVerbs.Contains(tokens[from].Lower) ? ReplyStrength.WillReview : ReplyStrength.WillPursue, Answers = true }]
            : [];
    }
}
