using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads what one label of a transcript said. Far more is talked than claimed: only plain troubles, plain asks and own answers count.</summary>
internal sealed class TurnReader(string text, NounPhrases subjects, NameReader names)
{
    private const int LongestStatement = 70;

    public Speaker? Speaker(SourceSpan label, Carry carry)
    {
        var tokens = EnglishTokens.Of(text, label);
        var words = label.Of(text);
        var state = tokens.Exists(t => NounLexicon.StateRoles.Contains(t.Lower) || NounLexicon.StateBodyNames.Contains(t.Lower)) && !IsTown(tokens);
        // Who presides only leads the talk, unless the label says that it is somebody of the state.
        var presides = tokens.Exists(t => TurnLexicon.Presiding.Contains(t.Lower));
        if (presides && !tokens.Exists(t => !TurnLexicon.Presiding.Contains(t.Lower) && (NounLexicon.StateRoles.Contains(t.Lower) || NounLexicon.StateBodyNames.Contains(t.Lower))) && !(tokens[0].Is("speaker") && tokens.Count > 1)) return null;
        if (TurnLexicon.Anonymous.Contains(tokens[0].Lower)) return English.Speaker.Vague(words, Side.Unknown);
        if (tokens.Count == 1 && TurnLexicon.QuestionMarks.Contains(tokens[0].Lower)) return new(AttributionLevel.Unattributed, [], tokens[0].Lower[0] == 'a' ? Side.Government : Side.Stakeholder);
        var found = names.All(tokens, 0, tokens.Count);
        if (found is [{ IsPerson: false } body, ..] && body.To == tokens.Count)
            return tokens.Count == 1 && body.Catalogue is null && !tokens[0].AllUpper && !NounLexicon.BodyNames.Contains(tokens[0].Lower) ? carry.Labelled(words, words, Side.Unknown) : subjects.Body(tokens, body);
        if (found.Find(f => f.IsPerson) is not { } person)
            return new(found.Count == 0 && !TurnLexicon.Roles.Contains(tokens[0].Is("the") && tokens.Count > 1 ? tokens[1].Lower : tokens[0].Lower) ? AttributionLevel.Unattributed : RoleLevel(tokens), [words], state ? Side.Government : Side.Unknown);
        var side = state ? Side.Government : IsTown(tokens) ? Side.Unknown : CastReader.SideOf(tokens, found, found.IndexOf(person));
        return carry.Labelled(text[tokens[person.To - 1].Start..tokens[person.To - 1].End], words, side);
    }

    /// <summary>"Mayor Doe (Harbour Council)": a town asks the state as others do, and may answer.</summary>
    private static bool IsTown(List<EnglishToken> tokens) =>
        tokens.Exists(t => t.Lower is "mayor" or "councillor" or "councilor") && !tokens.Exists(t => t.Lower is "minister" or "ministry" or "secretary" or "commissioner" or "governor" or "chair" or "chairman" or "chairwoman" or "chairperson" or "moderator");

    private static AttributionLevel RoleLevel(List<EnglishToken> tokens) =>
        tokens.Exists(t => t.Lower is "ministry" or "secretariat") ? AttributionLevel.Organisation : AttributionLevel.Person;

    public static List<Claim> Read(List<EnglishToken> tokens, Speaker speaker, bool asked)
    {
        var to = tokens.Count;
        var last = tokens[to - 1].Lower;
        var brokenOff = last is "\u2014" or "\u2013" or "\u2026" or "-" || (to > 1 && tokens[to - 2].Lower is "\u2014" or "\u2013" or "\u2026" or "-");
        if (brokenOff || to > LongestStatement || TurnLexicon.Courtesy.Stand(tokens, 0, Math.Min(to, 6))) return [];
        var from = Open(tokens, to);
        if (from >= to) return [];
        if (last == "?") return Question(tokens, from, to, speaker);
        if (TurnLexicon.Paraphrase.Stand(tokens, from, to)) return [];
        if (speaker.Side != Side.Stakeholder && Answer(tokens, from, to, speaker, asked) is { } answer) return [answer];
        return speaker.Side == Side.Government ? [] : Ask(tokens, from, to, speaker);
    }

    private static int Open(List<EnglishToken> tokens, int to)
    {
        var from = 0;
        while (from < to)
        {
            if (!tokens[from].IsWord && tokens[from].Kind != EnglishTokenKind.Number) from++;
            else if (TurnLexicon.Prefix.End(tokens, from, to) is > 0 and var end) from = end;
            else break;
        }

        return from;
    }

    private static List<Claim> Question(List<EnglishToken> tokens, int from, int to, Speaker speaker)
    {
        if (TurnLexicon.Paraphrase.Stand(tokens, from, to) || speaker.Side == Side.Government) return [];
        if (Content.IsRequestQuestion(tokens, from) && Asks(tokens, from, to)) return [new(speaker, Act.Request, from, to) { Tells = true, Quoted = true }];
        return Content.IsRhetorical(tokens, from, to) && Content.Any(tokens, from, to, TurnLexicon.Trouble) || tokens[from].Is("how") && from + 2 < to && tokens[from + 2].Lower is "we" or "i" or "they" && Content.IsRhetorical(tokens, from, to) && tokens.Exists(t => t.Is("supposed"))
            ? [new(speaker, Act.Concern, from, to) { Tells = true, Quoted = true }] : [];
    }

    /// <summary>The verb behind "Will the minister …" must ask for an act, not for words.</summary>
    private static bool Asks(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 2; i < Math.Min(to, from + 8); i++)
        {
            if (tokens[i].Lower is "tell" or "say" or "confirm" or "explain" or "clarify" or "describe" or "answer" or "comment" or "agree" or "admit" or "acknowledge" or "inform" or "talk" or "elaborate" or "outline" or "be" or "have" or "think") return false;
            if (VerbLists.IsBase(tokens[i].Lower)) return true;
        }

        return false;
    }

    private static Claim? Answer(List<EnglishToken> tokens, int from, int to, Speaker speaker, bool asked)
    {
        var own = TurnLexicon.OwnVoice.Find(tokens, from, Math.Min(to, from + 8));
        if (Strength.Grade(tokens, from, to) is not { } grade || (own < 0 && !IsBrief(tokens[from].Lower, speaker) && !(asked && speaker.Side == Side.Government && grade is ReplyStrength.Decided or ReplyStrength.WillPursue or ReplyStrength.Preparing or ReplyStrength.WillReview))) return null;
        // "The ratios would close our hospital": in direct speech that supposes; who promises says will, or speaks for himself.
        if (own < 0 && grade is ReplyStrength.WillPursue && IsSupposed(tokens, from, to)) return null;
        if (speaker.Side == Side.Unknown && !(asked && grade is ReplyStrength.WillReview or ReplyStrength.Preparing or ReplyStrength.WillPursue)) return null;
        if (grade is ReplyStrength.Explained or ReplyStrength.Heard && !asked) return null;
        // "We will circulate the minutes" is about the meeting itself.
        if (TurnLexicon.Papers.Find(tokens, from, to) >= 0) return null;
        return new(speaker with { Side = Side.Government }, Act.Report, from, to) { Tells = true, Quoted = true, Strength = grade, Answers = asked };
    }

    /// <summary>No promise without its would; "is to be cut, as the union said it would" has one before.</summary>
    private static bool IsSupposed(List<EnglishToken> tokens, int from, int to)
    {
        var would = tokens.FindIndex(from, to - from, t => t.Is("would"));
        return would >= 0 && tokens.FindIndex(from, to - from, t => t.Lower is "will" or "shall") < 0 && (would == from || Strength.Grade(tokens, from, would) is not ReplyStrength.WillPursue);
    }

    /// <summary>"Ministry: will look into both.": notes leave the subject out.</summary>
    private static bool IsBrief(string first, Speaker speaker) => speaker.Side == Side.Government && first is "will" or "would" or "no" or "not" or "cannot" or "under" or "already" or "plans" or "intends" or "to";

    /// <summary>A few words about one's own people and something bad; "too late", "too dear".</summary>
    private static bool IsShortComplaint(List<EnglishToken> tokens, int from, int to)
    {
        if (to - from > 16) return false;
        for (var i = from; i + 1 < to; i++)
        {
            if (tokens[i].Is("too") && tokens[i + 1].IsWord || tokens[i].Is("not") && tokens[i + 1].Is("enough")) return true;
            if (tokens[i].Lower is "our" or "my" or "us" && Content.Any(tokens, from, to, ContentLexicon.Negative)) return true;
        }

        return false;
    }

    private static List<Claim> Ask(List<EnglishToken> tokens, int from, int to, Speaker speaker)
    {
        var verb = from + 1;
        if (tokens[from].Lower is "i" or "we" or "they" && to - from > 3)
        {
            verb = PredicateReader.SkipAdverbs(tokens, verb, to);
            if (verb < to && PredicateReader.At(tokens, verb, to) is { Act: Act.Request or Act.Concern } own && own.To < to)
                return [new(speaker, own.Act, own.To, to) { Tells = own.Act == Act.Concern, Quoted = own.Act == Act.Concern }];
        }

        if (from + 1 < to && tokens[from].Lower is "want" or "wants" or "need" or "needs" or "request" or "requests" or "asks" or "seeks" or "wishes") return [new(speaker, Act.Request, tokens[from + 1].Lower is "for" or "to" && from + 2 < to ? from + 2 : from + 1, to)];
        var kind = Content.KindOf(tokens, from, to, true);
        if (kind == StatementKind.Request) return [new(speaker, Act.Report, from, to) { Tells = true, Quoted = true }];
        if (TurnLexicon.OwnVoice.Find(tokens, from, Math.Min(to, from + 4)) >= 0 && Strength.Grade(tokens, from, to) is ReplyStrength.WillReview or ReplyStrength.WillPursue or ReplyStrength.Preparing) return [];
        var trouble = Content.Any(tokens, from, to, TurnLexicon.Trouble) || TurnLexicon.Outages.Stand(tokens, from, to) || IsShortComplaint(tokens, from, to) || Content.IsLong(tokens, from, to);
        return trouble && to - from is >= 3 and <= 40 ? [new(speaker, Act.Concern, from, to) { Tells = true, Quoted = true }] : [];
    }
}
