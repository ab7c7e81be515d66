using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>"Concerns were raised about …", "It was suggested that …", "There were calls for …": nobody speaks, unless a group is named.</summary>
internal sealed class PassiveReader(NounPhrases subjects)
{
    /// <summary>What is told behind their "that" may be anything.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> ReportNouns = Lexicon.Words("point points agreement consensus feeling view opinion argument observation sense comment remark");

    public List<Claim>? Read(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        while (from < to && (SubjectLexicon.Openers.Contains(tokens[from].Lower) || tokens[from].Is(","))) from++;
        if (from >= to) return null;
        if (Joint(tokens, from, to) is { } joint && One(tokens, from, joint, carry) is { Count: > 0 } first && One(tokens, joint + 2, to, carry) is { Count: > 0 } second) return [.. first, .. second];
        return One(tokens, from, to, carry);
    }

    private List<Claim>? One(List<EnglishToken> tokens, int from, int to, Carry carry) =>
        Impersonal(tokens, from, to, carry) ?? ThereWere(tokens, from, to, carry) ?? Raised(tokens, from, to, carry) ?? Heard(tokens, from, to, carry) ?? Undergone(tokens, from, to, carry);

    /// <summary>"Misgivings were voiced about cost, and a plea was heard for relief": two passives.</summary>
    private static int? Joint(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 3; i + 4 < to; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) return null;
            if (tokens[i].Is(",") && tokens[i + 1].Lower is "and" or "but" or "while") return i;
        }

        return null;
    }

    /// <summary>"It was suggested that …".</summary>
    private List<Claim>? Impersonal(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (!tokens[from].Is("it") || from + 3 >= to) return null;
        var i = PredicateReader.SkipAdverbs(tokens, from + 1, to);
        if (i >= to || tokens[i].Lower is not ("was" or "is" or "has" or "had")) return null;
        i = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (i < to && tokens[i].Is("been")) i = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (i < to && Cleft(tokens, i, to, carry) is { } cleft) return cleft;
        if (i + 1 >= to || VerbLexicon.Of(tokens[i].Lower) is not [var (frame, form, _), ..] || form != VerbForm.Past) return null;
        var that = FindThat(tokens, i + 1, to);
        if (that < 0) return null;
        var act = tokens[i].Lower switch { "complained" => Act.Concern, "asked" or "hoped" => Act.Request, _ => frame.Act };
        return [new(Agent(tokens, i + 1, that, carry), act, that + 1, to) { Tells = true }];
    }

    /// <summary>"It was not A but B that wanted …": B wants.</summary>
    private List<Claim>? Cleft(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from + 1; i + 1 < Math.Min(to, from + 16); i++)
        {
            if (!(tokens[i].Lower is "that" or "who" or "which")) continue;
            var verb = PredicateReader.SkipAdverbs(tokens, i + 1, to - 1);
            if ((PredicateReader.At(tokens, verb, to) ?? PredicateReader.Opening(tokens, verb, to)) is not { } predicate || predicate.Act == Act.None) return null;
            var start = from;
            for (var b = from; b < i; b++) start = tokens[b].Is("but") ? b + 1 : start;
            if (tokens[start].Is("not") || subjects.Read(tokens, start, i, carry) is not { Generic: false } speaker) return null;
            carry.Speak(speaker);
            return predicate.To < to ? [new(speaker, predicate.Act, predicate.To, to) { Tells = predicate.Tells }] : null;
        }

        return null;
    }

    private static int FindThat(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + 8); i++)
        {
            if (tokens[i].Is("that")) return i;
        }

        return -1;
    }

    /// <summary>"There were calls from the floor for more evening hearings."</summary>
    private List<Claim>? ThereWere(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (!tokens[from].Is("there") || from + 2 >= to || tokens[from + 1].Lower is not ("was" or "were" or "is" or "are" or "has" or "have" or "had")) return null;
        var noun = Noun(tokens, from + 2, Math.Min(to, from + 8));
        if (noun < 0) return [];
        return Content(tokens, noun, to, carry) is { } claim ? [claim] : [];
    }

    /// <summary>"Concerns were raised that …", "Concerns about cost were raised", "Calls were made for …".</summary>
    private List<Claim>? Raised(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (NounLexicon.Nobody.Contains(tokens[from].Lower)) return null;
        var noun = Noun(tokens, from, Math.Min(to, from + 5));
        if (noun < 0) return null;
        if (Focus(tokens, noun + 1, to) is > 0 and var focus) return [new(carry.Telling ?? Speaker.Nobody, ActOf(tokens[noun].Lower), focus, to)];
        var be = -1;
        for (var i = noun + 1; i < to && be < 0; i++)
        {
            if (tokens[i].Lower is "was" or "were" or "has" or "have" or "had" && RaisedWord(tokens, i + 1, to) > 0) be = i;
            if (ComingUp.Contains(tokens[i].Lower) && i > noun + 2 && tokens[noun + 1].Lower is "about" or "over" or "for" or "that") return [new(Agent(tokens, i, to, carry), ActOf(tokens[noun].Lower), noun + 2, i) { Tells = tokens[noun + 1].Is("that") }];
        }

        if (be < 0) return null;
        var raised = RaisedWord(tokens, be + 1, to);
        var act = ActOf(tokens[noun].Lower);
        if (be > noun + 2 && tokens[noun + 1].Lower is "about" or "over" or "that" or "for" or "on" or "regarding" or "of")
            return [new(Agent(tokens, raised, to, carry), act, noun + 2, be) { Tells = tokens[noun + 1].Is("that") }];
        return Content(tokens, raised - 1, to, carry, act) is { } claim ? [claim] : [];
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> ComingUp = Lexicon.Words("came grew surfaced resurfaced emerged dominated mounted persisted followed arose abounded prevailed ran");

    /// <summary>"Much of the criticism focused on the fee": where the thing criticised begins.</summary>
    private static int Focus(List<EnglishToken> tokens, int from, int to) =>
        from + 2 < to && tokens[from].Lower is "focused" or "focussed" or "centred" or "centered" or "revolved" or "turned" or "concentrated" && tokens[from + 1].Lower is "on" or "upon" or "around" ? from + 2 : -1;

    /// <summary>"The meeting heard that …", "The committee was told by Company A that …".</summary>
    private List<Claim>? Heard(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (from + 4 >= to || !tokens[from].Is("the") || !(tokens[from + 1].Lower is "meeting" or "committee" or "panel" or "forum" or "session" or "hearing" or "round-table" or "roundtable" or "workshop" or "audience")) return null;
        var verb = tokens[from + 2].Is("was") ? from + 3 : from + 2;
        if (!(tokens[verb].Is("told") && verb == from + 3 || tokens[verb].Is("heard"))) return null;
        var that = FindThat(tokens, verb + 1, to);
        return that < 0 ? null : [new(Agent(tokens, verb + 1, that, carry), Act.Report, that + 1, to) { Tells = true }];
    }

    private static int RaisedWord(List<EnglishToken> tokens, int i, int to)
    {
        i = PredicateReader.SkipAdverbs(tokens, i, to);
        if (i < to && tokens[i].Is("been")) i = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        return i < to && tokens[i].Lower is "raised" or "expressed" or "voiced" or "aired" or "heard" or "made" or "lodged" or "put" or "noted" or "shared" or "repeated" or "mentioned" or "brought" or "submitted" or "registered" or "conveyed" or "received" or "floated" or "mooted" ? i + 1 : -1;
    }

    private static int Noun(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "no" or "not" or "few" or "nobody") return -1;
            if (VerbLexicon.ConcernNouns.Contains(tokens[i].Lower) || VerbLexicon.RequestNouns.Contains(tokens[i].Lower) || ReportNouns.Contains(tokens[i].Lower) || (VerbLexicon.RaisedNouns.ContainsKey(tokens[i].Lower) && i + 1 < to && tokens[i + 1].Is("of"))) return i;
            if (!tokens[i].IsWord || PredicateReader.IsBe(tokens[i])) return -1;
        }

        return -1;
    }

    private static Act ActOf(string noun) => VerbLexicon.RaisedNouns.TryGetValue(noun, out var raised) ? raised : ReportNouns.Contains(noun) ? Act.Report : VerbLexicon.ConcernNouns.Contains(noun) ? Act.Concern : Act.Request;

    private Claim? Content(List<EnglishToken> tokens, int noun, int to, Carry carry, Act? act = null)
    {
        for (var i = noun + 1; i < Math.Min(to, noun + 12); i++)
        {
            if (tokens[i].Lower is not ("for" or "that" or "about" or "over" or "regarding" or "on" or "to" or "at" or "with" or "against" or "concerning" or "of")) continue;
            if ((act ?? ActOf(tokens[noun].Lower)) == Act.Report && !tokens[i].Is("that")) continue;
            return new(Agent(tokens, noun + 1, i, carry), act ?? ActOf(tokens[noun].Lower), i + 1, to) { Tells = tokens[i].Is("that") };
        }

        return null;
    }

    /// <summary>"by participants", "among those present", "from the floor".</summary>
    private Speaker Agent(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (tokens[i].Lower is not ("by" or "from" or "among" or "amongst")) continue;
            if (tokens[i + 1].Is("the") && i + 2 < to && tokens[i + 2].Lower is "floor" or "audience" or "room" or "hall" or "gallery") return Speaker.Nobody;
            var end = tokens.FindIndex(i + 1, to - i - 1, t => t.Lower is "as" or "," or "because" or "who");
            return subjects.Read(tokens, i + 1, end < 0 ? to : end, carry) is { } agent ? agent with { Generic = false } : Speaker.Nobody;
        }

        return carry.Telling ?? Speaker.Nobody;
    }

    /// <summary>"Longer grants were requested by Company A", "High fees were cited as a barrier".</summary>
    private List<Claim>? Undergone(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (tokens[i].Lower is "that" or "," or "who" or "which" || tokens[i].Kind != EnglishTokenKind.Word) return null;
            if (Drawn(tokens, i, to) is > 0 and var drawn) return [new(Agent(tokens, drawn, to, carry), Act.Concern, from, i)];
            if (tokens[i].Is("emerged") && tokens[i + 1].Is("as") && HasTrouble(tokens, i, to)) return [new(Agent(tokens, i, to, carry), Act.Concern, from, i)];
            if (tokens[i].Lower is not ("was" or "were")) continue;
            var verb = PredicateReader.SkipAdverbs(tokens, i + 1, to);
            if (verb >= to) return null;
            if (tokens[verb].Lower is "another" or "one" && Noun(tokens, verb + 1, Math.Min(to, verb + 5)) is > 0 and var listed) return [new(Agent(tokens, listed, to, carry), ActOf(tokens[listed].Lower), from, i)];
            var next = verb + 1 < to ? tokens[verb + 1].Lower : "";
            Act? act = tokens[verb].Lower switch
            {
                "requested" or "demanded" or "sought" or "urged" or "wanted" or "proposed" or "suggested" or "recommended" => Act.Request,
                "called" or "pressed" when next is "for" => Act.Request,
                "cited" or "named" or "flagged" or "identified" or "described" or "criticised" or "criticized" or "raised" or "seen" or "mentioned" or "listed"
                    when next is "as" or "by" && HasTrouble(tokens, verb, to) => Act.Concern,
                _ => null,
            };
            return act is { } found && !NounLexicon.PersonNouns.Contains(tokens[i - 1].Lower) && !NounLexicon.Groups.Contains(tokens[i - 1].Lower)
                ? [new(Agent(tokens, verb, to, carry), found, from, i)] : null;
        }

        return null;
    }

    /// <summary>"The deadline drew sharp criticism from farmers", "… came under fire": behind the words of blame.</summary>
    private static int Drawn(List<EnglishToken> tokens, int i, int to)
    {
        if (tokens[i].Is("came")) return i + 2 < to && tokens[i + 1].Is("under") && tokens[i + 2].Lower is "fire" or "attack" or "criticism" ? i + 3 : -1;
        if (!(tokens[i].Lower is "drew" or "sparked" or "prompted" or "attracted" or "provoked" or "met")) return -1;
        for (var j = i + 1; j < Math.Min(to, i + 5); j++)
        {
            if (tokens[j].Lower is "fire" or "criticism" or "complaint" or "complaints" or "protests" or "objections" or "anger" or "unease" or "concern" or "worry") return j + 1;
            if (!tokens[j].IsWord) return -1;
        }

        return -1;
    }

    public static bool HasTrouble(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "barrier" or "barriers" or "problem" or "problems" or "obstacle" or "obstacles" or "concern" or "concerns" or "burden" or "burdens" or "worry" or "hurdle" or "hurdles" or "difficulty" or "difficulties"
                or "bottleneck" or "bottlenecks" or "worries" or "fear" or "complaint" or "complaints" or "priority" or "risk" or "risks" or "drawback" or "weakness" or "challenge" or "challenges" or "criticised" or "criticized" or "issue" or "issues") return true;
        }

        return false;
    }
}
