using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Makes statements of a claim: which kind, which words, how strong. No statement when the words hold none.</summary>
internal sealed class Judge(string text, DueReader due)
{
    public List<DraftStatement> Of(Claim claim, List<EnglishToken> tokens, SourceSpan context, bool asked)
    {
        var (from, to) = Content.Trim(tokens, claim.From, claim.To);
        if (from >= to || !tokens.Skip(from).Take(to - from).Any(t => t.IsWord)) return [];
        if (Content.IsReportedHistory(tokens, from, to)) return [];
        // "Asked about the date, the director said talks were under way": who is asked and answers like this is no stakeholder.
        if (claim is { Answers: true, Act: Act.Report, Speaker: { Side: not Side.Government, Level: AttributionLevel.Person or AttributionLevel.Unattributed, Names.Count: > 0 } who } && Strength.Grade(tokens, from, to) is ReplyStrength.WillReview or ReplyStrength.Preparing or ReplyStrength.WillPursue)
            claim = claim with { Speaker = who with { Side = Side.Government } };
        var (act, start) = claim.Act is Act.Report or Act.Promise ? Nested(tokens, from, to, claim) : (claim.Act, from);
        if (act == Act.None || start >= to || Content.IsNothing(tokens, start, to)) return [];
        if (claim.Speaker.Side == Side.Government && act is Act.Report or Act.Promise && Content.IsEvent(tokens, start, to)) return [];
        if (act == Act.Report && claim is { Quoted: false, Speaker.Side: Side.Government } && SecondAnswer(tokens, start, to) is { } joint)
            return [.. Of(claim with { From = start, To = joint, Strength = Strength.Grade(tokens, start, joint) ?? First(tokens, start) }, tokens, context, asked), .. Of(claim with { From = joint + 1, To = to, Strength = Strength.Grade(tokens, joint + 1, to) }, tokens, context, asked)];
        return claim.Speaker.Side == Side.Government || IsPromise(claim, act, tokens, start, to)
            ? Answer(claim, act, tokens, start, to, context, asked)
            : Ask(claim, act, tokens, start, to, context);
    }

    /// <summary>"will set up a help desk and is considering a waiver": where the second answer begins, when it is of another step.</summary>
    private static int? SecondAnswer(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 2; i + 2 < to; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) return null;
            if (!(tokens[i].Lower is "and" or "but") || !(tokens[i + 1].Lower is "is" or "are" or "was" or "were" or "will" or "would" or "has" or "had")) continue;
            return Strength.Grade(tokens, i + 1, to) is { } second && (Strength.Grade(tokens, from, i) ?? First(tokens, from)) is { } first && first != second ? i : null;
        }

        return null;
    }

    /// <summary>The content of "will …" begins behind its helper.</summary>
    private static ReplyStrength? First(List<EnglishToken> tokens, int from) => from > 0 && tokens[from - 1].Lower is "will" or "would" or "shall" ? Toward(tokens, from) : null;

    /// <summary>Whoever is not known to be a stakeholder and promises, answers.</summary>
    private static bool IsPromise(Claim claim, Act act, List<EnglishToken> tokens, int from, int to) =>
        claim.Speaker.Side == Side.Unknown && (act == Act.Promise || act == Act.Hearing || act == Act.Refusal || (act == Act.Report && Content.IsOwnPromise(tokens, from, to)));

    /// <summary>"said she was worried that …": the inner verb tells the kind when its subject is the speaker.</summary>
    private static (Act Act, int Start) Nested(List<EnglishToken> tokens, int from, int to, Claim claim)
    {
        var subject = from;
        while (subject < to && (SubjectLexicon.Openers.Contains(tokens[subject].Lower) || tokens[subject].Is(","))) subject++;
        if (subject >= to || tokens[subject].Lower is not ("he" or "she" or "it" or "they" or "we" or "i" or "his" or "her" or "its" or "their" or "our")) return (claim.Act, from);
        var verb = subject + 1;
        if (tokens[subject].Lower is "his" or "her" or "its" or "their" or "our")
        {
            while (verb < to && verb < subject + 3 && !NounLexicon.Bodies.Contains(tokens[verb].Lower) && !NounLexicon.Groups.Contains(tokens[verb].Lower)) verb++;
            verb++;
        }

        while (verb < to && (VerbLists.IsAdverb(tokens[verb].Lower) || tokens[verb].Lower is "had" or "have" or "has")) verb++;
        if (verb >= to || PredicateReader.At(tokens, verb, to) is not { Form: not VerbForm.Gerund, Act: not (Act.Report or Act.None or Act.Position) } inner) return (claim.Act, from);
        return inner.Act is Act.Hearing or Act.Refusal or Act.Promise ? (claim.Act, from) : (inner.Act, Content.Trim(tokens, inner.To, to).From);
    }

    private List<DraftStatement> Ask(Claim claim, Act act, List<EnglishToken> tokens, int from, int to, SourceSpan context)
    {
        if (Content.IsDenied(tokens, from, to)) return [];
        StatementKind? kind = act switch
        {
            Act.Request => StatementKind.Request,
            Act.Concern => StatementKind.Concern,
            Act.Position => StatementKind.Position,
            Act.Report => Content.KindOf(tokens, from, to, claim.Quoted || claim.Tells),
            _ => null,
        };
        if (kind is not { } found) return [];
        if (act == Act.Report && found == StatementKind.Request) from = Content.AfterNeed(tokens, from, to);
        var parts = found is StatementKind.Request or StatementKind.Concern && !claim.Quoted ? Enumeration.Split(tokens, from, to, claim.Tells) : [(from, to)];
        return [.. parts.Select(p => Draft(claim, found, tokens, p.From, p.To, context))];
    }

    private List<DraftStatement> Answer(Claim claim, Act act, List<EnglishToken> tokens, int from, int to, SourceSpan context, bool asked)
    {
        if (act is Act.Concern or Act.Position) return [Draft(claim, StatementKind.Position, tokens, from, to, context)];
        if (act == Act.Request && from > 0 && tokens[from - 1].Is("to") && claim.From == from && Wishes(tokens, from) is { } wish)
            return wish ? [Draft(claim, StatementKind.Reply, tokens, from, to, context) with { Strength = ReplyStrength.WillReview, Aim = AimOf(claim, tokens, from, to) }] : [Draft(claim, StatementKind.Position, tokens, from, to, context)];
        if (act == Act.Request) return [.. Enumeration.Split(tokens, from, to, claim.Tells).Select(p => Draft(claim, StatementKind.Request, tokens, p.From, p.To, context))];
        var grade = act switch
        {
            Act.Hearing => ReplyStrength.Heard,
            Act.Refusal => ReplyStrength.Declined,
            Act.Promise => Lower(claim.Strength ?? Strength.Grade(tokens, from, to) ?? Toward(tokens, from), ReplyStrength.WillPursue),
            _ => claim.Strength ?? Strength.Grade(tokens, from, to),
        };
        if (grade is null && Content.IsQuestion(tokens, from, to)) return [];
        grade ??= claim.Answers || asked ? Content.IsOpinion(tokens, from, to) ? null : ReplyStrength.Explained : null;
        if (grade is not { } step) return Content.IsOpinion(tokens, from, to) && !Content.IsCourtesy(tokens, from, to) ? [Draft(claim, StatementKind.Position, tokens, from, to, context)] : [];
        var kind = step is ReplyStrength.WillPursue or ReplyStrength.Decided ? StatementKind.Commitment : StatementKind.Reply;
        var draft = Draft(claim, kind, tokens, from, to, context);
        return [draft with { Strength = step, Due = kind == StatementKind.Commitment || step == ReplyStrength.Preparing || step == ReplyStrength.WillReview ? due.Read(tokens, from, to) : null, Aim = AimOf(claim, tokens, from, to) }];
    }

    /// <summary>An official who "hopes to publish" tries, one who "wants to publish" has an opinion; null for an ask of others.</summary>
    private static bool? Wishes(List<EnglishToken> tokens, int from) => from < 2 ? null : tokens[from - 2].Lower switch
    {
        "hoped" or "hopes" or "hope" or "seeks" or "sought" => true,
        "wants" or "wanted" or "like" or "keen" or "eager" or "wished" or "wishes" => false,
        _ => null,
    };

    /// <summary>"promised to review" is a review, "promised to spread them" an act.</summary>
    private static ReplyStrength Toward(List<EnglishToken> tokens, int from)
    {
        var verb = tokens[from].Is("to") && from + 1 < tokens.Count ? from + 1 : from;
        return StrengthLexicon.ReviewVerbs.Contains(tokens[verb].Lower) ? ReplyStrength.WillReview : StrengthLexicon.HearVerbs.Contains(tokens[verb].Lower) ? ReplyStrength.Heard : ReplyStrength.WillPursue;
    }

    private static ReplyStrength Lower(ReplyStrength one, ReplyStrength other) => one > ReplyStrength.Decided ? one : one < other ? one : other;

    private static ReplyAim AimOf(Claim claim, List<EnglishToken> tokens, int from, int to) =>
        Content.IsGeneralAnswer(tokens, from, to) ? ReplyAim.Everything : claim.Answers ? ReplyAim.Previous : ReplyAim.Topic;

    private DraftStatement Draft(Claim claim, StatementKind kind, List<EnglishToken> tokens, int from, int to, SourceSpan context) => new()
    {
        Kind = kind,
        Span = new SourceSpan(tokens[from].Start, tokens[to - 1].End).Trim(text),
        Level = claim.Speaker.Level,
        Names = claim.Speaker.Names,
        Context = context,
        ByGovernment = claim.Speaker.Side == Side.Government,
    };
}
