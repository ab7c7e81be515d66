using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>What stands before the subject: "At Wednesday's hearing,", "In response,", "Asked about delays in licensing,", "To John Roe's plea for longer grants …".</summary>
internal sealed class AdjunctReader(NounPhrases subjects)
{
    /// <summary>Where the clause proper begins, and whether it answers something. Asks that the opening names are added to the claims.</summary>
    public (int Start, bool Answers) Read(List<EnglishToken> tokens, int from, int to, Carry carry, List<Claim> claims)
    {
        var answers = false;
        for (var round = 0; round < 3 && from < to; round++)
        {
            from = Concession(tokens, from, to);
            answers |= from + 1 < to && tokens[from].Is("as") && tokens[from + 1].Lower is "for" or "to";
            while (from < to && (SubjectLexicon.Openers.Contains(tokens[from].Lower) || tokens[from].Is(","))) from++;
            if (from >= to || !Opens(tokens[from])) break;
            var end = End(tokens, from, to);
            if (end <= from || end >= to) break;
            answers |= IsAnswer(tokens, from, end);
            if (Asked(tokens, from, end, carry) is { } asked)
            {
                claims.Add(asked);
                answers = true;
            }

            from = end;
        }

        return (from, answers);
    }

    /// <summary>"While grateful for the grant, …" has no verb of its own.</summary>
    private static int Concession(List<EnglishToken> tokens, int from, int to)
    {
        if (!(tokens[from].Lower is "while" or "although" or "though" or "if")) return from;
        for (var i = from + 1; i + 1 < Math.Min(to, from + 12); i++)
        {
            if (tokens[i].Is(",")) return PredicateReader.Next(tokens, from + 1, i) is null ? i + 1 : from;
            if (PredicateReader.IsBe(tokens[i])) return from;
        }

        return from;
    }

    private static bool Opens(EnglishToken token) => token.Lower is "at" or "in" or "on" or "during" or "after" or "before" or "when" or "as" or "asked" or "by" or "for" or "with" or "to" or "from" or "under" or "since" or "because" or "although" or "though"
        or "responding" or "replying" or "answering" or "speaking" or "calling" or "warning" or "stressing" or "arguing" or "fearing" or "complaining" or "lamenting" or "insisting" or "describing" or "blaming" or "urging" or "demanding" or "emphasising" or "emphasizing" or "highlighting" or "underlining" or "explaining" or "saying" or "welcoming" or "praising" or "criticising" or "criticizing" or "recalling" or "voicing" or "expressing" or "raising" or "thanking" or "turning" or "regarding" or "concerning" or "following" or "despite" or "pressed" or "urged" or "begged" or "questioned" or "addressing" or "reacting" or "commenting" or "given" or "unlike" or "citing" or "noting"
        or "once" or "until" or "against" or "of" or "among" or "amid" or "within" or "pointing" or "faced" or "while" or "whereas" or "instead" or "rather" or "according" or "referring" or "echoing" or "about" or "over" or "taking" or "representing" or "far" or "besides" or "beyond" or "alongside";

    /// <summary>The comma that closes the opening; without one, the place where a known subject and its verb begin.</summary>
    private static int End(List<EnglishToken> tokens, int from, int to)
    {
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is("(")) depth++;
            if (tokens[i].Is(")")) depth--;
            if (depth == 0 && tokens[i].Is(",") && !IsDateComma(tokens, i, to)) return i + 1;
        }

        return SubjectBeforeVerb(tokens, from, to);
    }

    private static bool IsDateComma(List<EnglishToken> tokens, int i, int to) => i + 1 < to && tokens[i + 1] is { Kind: EnglishTokenKind.Number, Lower.Length: 4 };

    private static int SubjectBeforeVerb(List<EnglishToken> tokens, int from, int to)
    {
        if (PredicateReader.Next(tokens, from + 2, to) is not { Form: VerbForm.Past } predicate) return -1;
        var start = predicate.From;
        while (start > from + 1 && tokens[start - 1] is { Capital: true, IsWord: true }) start--;
        if (start == predicate.From && start - 2 > from && tokens[start - 2].Is("the")) start -= 2;
        else if (start == predicate.From && tokens[start - 1].Lower is "he" or "she" or "they" or "it" or "participants" or "officials") start--;
        return start < predicate.From ? start : -1;
    }

    private static bool IsAnswer(List<EnglishToken> tokens, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (tokens[i].Lower is "response" or "reply" or "responding" or "replying" or "answering" or "answer" or "reacting") return true;
        }

        return tokens[from].Lower is "asked" or "to" or "pressed" or "urged" or "begged" or "questioned" or "addressing" or "commenting";
    }

    /// <summary>The ask that an answer names, with its owner when one is told.</summary>
    private Claim? Asked(List<EnglishToken> tokens, int from, int end, Carry carry)
    {
        var close = tokens[end - 1].Is(",") ? end - 1 : end;
        if (tokens[from].Lower is "asked" or "pressed" or "questioned" && from + 2 < close && tokens[from + 1].Lower is "about" or "on" or "over")
            return IsTrouble(tokens, from + 2, close) ? new(Speaker.Nobody, Act.Concern, from + 2, close) : null;
        if (tokens[from].Lower is "asked" or "pressed" or "urged" or "begged" or "pushed" && PutTo(tokens, from + 1, close, carry) is { } put) return put;
        if (tokens[from].Lower is not ("to" or "in" or "responding" or "replying" or "answering" or "on" or "asked" or "addressing" or "reacting" or "as" or "regarding" or "against" or "commenting")) return null;
        return AskNoun(tokens, from + 1, close, carry);
    }

    /// <summary>"Asked to waive the fee,", "Asked by growers whether the levy could be cut,": the ask that is answered.</summary>
    private Claim? PutTo(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var speaker = Speaker.Nobody;
        if (tokens[from].Is("by"))
        {
            var end = from + 1;
            while (end < to && !(tokens[end].Lower is "to" or "whether" or "if" or "for" or "about" or "why" or "how")) end++;
            if (end >= to) return null;
            speaker = subjects.Read(tokens, from + 1, end, carry) is { } asker ? asker with { Generic = false } : speaker;
            from = end;
        }

        if (from + 2 >= to) return null;
        if (tokens[from].Is("to")) return VerbLists.IsBase(tokens[from + 1].Lower) && !(tokens[from + 1].Lower is "explain" or "confirm" or "report" or "identify") ? new(speaker, Act.Request, from + 1, to) : null;
        if (tokens[from].Lower is "whether" or "if") return PredicateReader.AskedFor(tokens, from + 1, to) is { } asked ? new(speaker, Act.Request, asked, to) { Tells = true } : null;
        return tokens[from].Is("for") && !(tokens[from + 1].Lower is "comment" or "details" or "a" or "an" or "his" or "her" or "its") ? new(speaker, Act.Request, from + 1, to) : null;
    }

    /// <summary>"John Roe's plea for longer grants", "concerns about cost". The bare "a question" asks for information.</summary>
    public Claim? AskNoun(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from; i + 2 < to; i++)
        {
            var noun = tokens[i].Lower;
            var concern = VerbLexicon.ConcernNouns.Contains(noun);
            if (!concern && !VerbLexicon.RequestNouns.Contains(noun)) continue;
            var next = i + 1;
            var speaker = Owner(tokens, from, i, carry);
            if (tokens[next].Lower is "from" or "by" or "of" && Behind(tokens, next, to) is { } particle)
            {
                speaker = subjects.Read(tokens, next + 1, particle, carry) ?? speaker;
                next = particle;
            }

            if (tokens[next].Lower is not ("for" or "that" or "about" or "over" or "to" or "on" or "at" or "regarding")) return null;
            return next + 1 < to ? new(speaker, concern ? Act.Concern : Act.Request, next + 1, to) { Tells = tokens[next].Is("that") } : null;
        }

        return null;
    }

    private static int? Behind(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (tokens[i].Lower is "for" or "that" or "about" or "over" or "to") return i;
        }

        return null;
    }

    private Speaker Owner(List<EnglishToken> tokens, int from, int noun, Carry carry)
    {
        for (var i = noun - 1; i > from; i--)
        {
            if (!(tokens[i].Is("'s") || (tokens[i].Lower is "'" or "\u2019"))) continue;
            var start = i;
            while (start > from && !(tokens[start - 1].Lower is "to" or "from" or "against" or "on" or ",")) start--;
            return subjects.Read(tokens, start, i, carry) is { } owner ? owner with { Generic = false } : Speaker.Nobody;
        }

        return Speaker.Nobody;
    }

    private static bool IsTrouble(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (ContentLexicon.Negative.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }
}
