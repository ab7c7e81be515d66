using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads one sentence of running text: cuts it into clauses and finds who says which part.</summary>
internal sealed class SentenceReader(NounPhrases subjects, ClauseReader clauses, LabelReader labels, CopulaReader copulas, AsideReader asides, ListReader lists)
{
    public List<Claim> Read(List<EnglishToken> tokens, Carry carry)
    {
        List<Claim> claims = [];
        foreach (var (from, to) in Clauses(tokens)) claims.AddRange(Clause(tokens, from, to, carry));
        carry.EndSentence(claims);
        return claims;
    }

    private List<Claim> Clause(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var claims = Parts(tokens, from, to, carry);
        if (claims.Count == 0) subjects.Notice(tokens, from, to, carry);
        return claims;
    }

    private List<Claim> Parts(List<EnglishToken> tokens, int from, int to, Carry carry) =>
        Copula(tokens, LabelReader.SkipMarks(tokens, from, to), to, carry)
        ?? labels.Read(tokens, ref from, to, carry)
        ?? According(tokens, from, to, carry)
        ?? lists.Read(tokens, from, to, carry)
        ?? asides.View(tokens, from, to, carry)
        ?? Quotation(tokens, from, to, carry)
        ?? asides.Interposed(tokens, from, to, carry)
        ?? Afterwards(tokens, from, to, carry)
        ?? clauses.Read(tokens, from, to, carry);

    private List<Claim>? Copula(List<EnglishToken> tokens, int from, int to, Carry carry) => copulas.Read(tokens, from, to, carry) is { } claim ? [claim] : null;

    /// <summary>Semicolons part clauses; so does the comma of "While A wanted …, B feared …".</summary>
    private static IEnumerable<(int From, int To)> Clauses(List<EnglishToken> tokens)
    {
        var (start, quoted) = (0, false);
        var contrast = tokens.Count > 0 && tokens[0].Lower is "while" or "whereas" or "although" or "though";
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) quoted = true;
            else if (tokens[i].Kind == EnglishTokenKind.CloseQuote) quoted = false;
            if (quoted || !(tokens[i].Is(";") || (contrast && tokens[i].Is(",") && SplitsContrast(tokens, i)))) continue;
            if (tokens[i].Is(",")) contrast = false;
            if (i > start) yield return (start, i);
            start = i + 1;
        }

        if (start < tokens.Count) yield return (start, tokens.Count);
    }

    private static bool SplitsContrast(List<EnglishToken> tokens, int comma) =>
        PredicateReader.Next(tokens, 1, comma) is not null && PredicateReader.Next(tokens, comma + 1, tokens.Count) is not null;

    /// <summary>"According to Association B, …" and "…, according to Association B".</summary>
    private List<Claim>? According(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from; i + 2 < to; i++)
        {
            if (!tokens[i].Is("according") || !tokens[i + 1].Is("to")) continue;
            if (i == from || tokens[i - 1].Is(",") && i == from + 1)
            {
                var comma = SubjectEnd(tokens, i + 2, to);
                if (comma < 0) return [];
                var named = comma;
                if (subjects.EndOfPost(tokens, comma + 1, to) is var post && post > comma + 1 && post < to && tokens[post].Is(",")) comma = post;
                var speaker = subjects.Read(tokens, i + 2, named, carry);
                if (speaker is null) return IsDocument(tokens, i + 2, comma) && PredicateReader.Next(tokens, comma, to) is not null ? clauses.Read(tokens, comma + 1, to, carry) : [];
                if (speaker.Generic) return [];
                carry.Speak(speaker);
                return [new(speaker, Act.Report, comma + 1, to) { Tells = true }];
            }

            var source = subjects.Read(tokens, i + 2, to, carry);
            var body = tokens[i - 1].Is(",") ? i - 1 : i;
            if (clauses.Read(tokens, from, body, carry) is { Count: > 0 } told) return told;
            if (source is null || source.Generic) return [];
            carry.Speak(source);
            return [new(source, Act.Report, from, body) { Tells = true }];
        }

        return null;
    }

    private static bool IsDocument(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "minutes" or "summary" or "record" or "notes" or "release" or "transcript" or "readout") return true;
        }

        return false;
    }

    private static int SubjectEnd(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is(",")) return i;
        }

        return -1;
    }

    /// <summary>A quotation with its speaker before or behind; alone it goes on with the last speaker who was quoted.</summary>
    private List<Claim>? Quotation(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var quotes = QuoteSpans(tokens, from, to);
        if (quotes.Count == 0) return null;
        var (open, close) = quotes[0];
        if (open == from)
        {
            if (close >= to - 1 || (close == to - 2 && !tokens[to - 1].IsWord)) return Continued(tokens, quotes, carry);
            if (Attribution(tokens, close + 1, to, carry) is { } told)
            {
                carry.Rebuts = told.Speaker.Side != Side.Stakeholder && RepeatsAnother(tokens, open, close);
                return carry.Rebuts ? Rebuttal(quotes, told.Speaker, carry) : [.. Quoted([.. quotes.Select(q => Inner(tokens, q))], told.Speaker, told.Predicate, carry), .. Onward(tokens, close + 1, to, carry)];
            }

            return null;
        }

        if (Headed(tokens, from, open, carry) is { } head) return Quoted(quotes, head, new(Act.Report, open, open, VerbForm.Past), carry);
        if (PredicateReader.Next(tokens, from, open) is not { } predicate || !OpensQuote(tokens, predicate, open)) return null;
        var (start, answers) = (from, predicate.Answers);
        while (start < predicate.From && (SubjectLexicon.Openers.Contains(tokens[start].Lower) || tokens[start].Is(","))) start++;
        var comma = tokens[start].Lower is "in" or "at" or "on" or "asked" ? SubjectEnd(tokens, start, predicate.From) : -1;
        if (comma >= 0) (answers, start) = (answers || IsAnswer(tokens, start, comma), comma + 1);
        var speaker = subjects.Read(tokens, start, predicate.From, carry)
            ?? (predicate.From > from && tokens[predicate.From - 1].Is(",") ? subjects.Read(tokens, predicate.From + 1, SpeakerEnd(tokens, predicate.From + 1, open), carry) : null);
        if (speaker is null) return null;
        carry.Speak(speaker);
        return Quoted(quotes, speaker, predicate with { Answers = answers }, carry);
    }

    /// <summary>"Ada Lovell, chief executive of Company A: “…”".</summary>
    private Speaker? Headed(List<EnglishToken> tokens, int from, int open, Carry carry)
    {
        if (!tokens[open - 1].Is(":") || open - from > 14 || PredicateReader.Next(tokens, from, open) is not null || subjects.Read(tokens, from, open - 1, carry) is not { Generic: false } speaker) return null;
        carry.Speak(speaker);
        return speaker;
    }

    /// <summary>“You said ‘the law forbids it’,” opens a correction: another's words, then one's own.</summary>
    private static bool RepeatsAnother(List<EnglishToken> tokens, int open, int close)
    {
        for (var i = open + 1; i + 1 < close; i++)
        {
            if (tokens[i].Lower is "\u2018" or "'" && (!(tokens[i - 1].Lower is "," or ":") || tokens[open + 1].Is("you")) && PredicateReader.Next(tokens, open + 1, i) is { Act: Act.Report }) return true;
        }

        return false;
    }

    private static List<Claim> Rebuttal(List<(int Open, int Close)> quotes, Speaker speaker, Carry carry)
    {
        carry.Quote(speaker, true);
        return [.. quotes.Skip(1).Select(q => new Claim(speaker with { Side = Side.Government }, Act.Report, q.Open + 1, q.Close) { Tells = true, Quoted = true, Answers = true, Strength = ReplyStrength.Explained })];
    }

    /// <summary>“A client wrote, ‘we cannot tell’,” hands on the words inside: they are what was meant.</summary>
    private static (int Open, int Close) Inner(List<EnglishToken> tokens, (int Open, int Close) quote)
    {
        for (var i = quote.Open + 2; i < quote.Close; i++)
        {
            if (!(tokens[i].Lower is "\u2018" or "'") || !(tokens[i - 1].Lower is "," or ":") || PredicateReader.Next(tokens, quote.Open + 1, i) is null && !tokens.Skip(quote.Open + 1).Take(i - quote.Open).Any(t => t.Lower is "wrote" or "told" or "said" or "asked")) continue;
            for (var close = quote.Close - 1; close > i + 2; close--)
            {
                if (tokens[close].Lower is "\u2019" or "'") return quote.Close - close <= 3 ? (i, close) : quote;
            }
        }

        return quote;
    }

    /// <summary>“…,” said Jane Doe, and she asked for a decision tree: the sentence goes on.</summary>
    private List<Claim> Onward(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from + 1; i + 3 < to; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) return [];
            if (!tokens[i].Is(",") || !(tokens[i + 1].Lower is "and" or "but") || !(tokens[i + 2].Lower is "he" or "she" or "they" or "it")) continue;
            return clauses.Read(tokens, i + 2, to, carry);
        }

        return [];
    }

    private static bool IsAnswer(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Lower is "response" or "reply" or "asked") return true;
        }

        return false;
    }

    private static bool OpensQuote(List<EnglishToken> tokens, Predicate predicate, int open) =>
        predicate.Act is Act.Report or Act.Concern or Act.Request && (open == predicate.To || (open > 0 && tokens[open - 1].Lower is "," or ":"));

    private static List<Claim> Continued(List<EnglishToken> tokens, List<(int Open, int Close)> quotes, Carry carry)
    {
        if (carry.Quoted is not { } speaker) return [];
        if (carry.Rebuts) return [.. quotes.Select(q => new Claim(speaker with { Side = Side.Government }, Act.Report, q.Open + 1, q.Close) { Tells = true, Quoted = true, Answers = true, Strength = Strength.Grade(tokens, q.Open + 1, q.Close) is ReplyStrength.Declined ? ReplyStrength.Declined : ReplyStrength.Explained })];
        return [.. quotes.Select(q => new Claim(speaker, Act.Report, q.Open + 1, q.Close) { Tells = true, Quoted = true, Answers = carry.Replies })];
    }

    private static List<Claim> Quoted(List<(int Open, int Close)> quotes, Speaker speaker, Predicate predicate, Carry carry)
    {
        carry.Quote(speaker, predicate.Answers);
        var act = predicate.Act is Act.Refusal || (predicate.Act == Act.Promise && speaker.Side == Side.Stakeholder) ? Act.Report : predicate.Act;
        return [.. quotes.Select(q => new Claim(speaker, act, q.Open + 1, q.Close) { Tells = true, Quoted = true, Answers = predicate.Answers })];
    }

    private static List<(int Open, int Close)> QuoteSpans(List<EnglishToken> tokens, int from, int to)
    {
        List<(int, int)> quotes = [];
        var open = -1;
        for (var i = from; i < to; i++)
        {
            // Marks inside a quotation are part of its words.
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote && (open < 0 || !tokens[i].Is("\u2018"))) open = i;
            else if (tokens[i].Kind == EnglishTokenKind.CloseQuote && open >= 0 && !(tokens[open].Is("\u201C") && tokens[i].Is("\u2019")))
            {
                quotes.Add((open, i));
                open = -1;
            }
        }

        return quotes;
    }

    /// <summary>"said Professor John Roe" or "Pickwick told Company A" behind a content.</summary>
    private (Speaker Speaker, Predicate Predicate)? Attribution(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        while (from < to && tokens[from].Is(",")) from++;
        if ((PredicateReader.Next(tokens, from, to) ?? Bare(tokens, from, to)) is not { } predicate || predicate.Act is Act.None or Act.Position or Act.Hearing) return Bracketed(tokens, from, to, carry);
        var speaker = predicate.From == from
            ? subjects.Read(tokens, predicate.From + 1, SpeakerEnd(tokens, predicate.From + 1, to), carry)
            : subjects.Read(tokens, from, predicate.From, carry) ?? subjects.People(tokens, from, predicate.From);
        if (speaker is null) return null;
        carry.Speak(speaker);
        return (speaker, predicate);
    }

    /// <summary>“…,” Jane Doe complained: behind a quotation the verb needs nothing more.</summary>
    private static Predicate? Bare(List<EnglishToken> tokens, int from, int to)
    {
        var last = to - 1;
        while (last > from && !tokens[last].IsWord) last--;
        return last > from && VerbLexicon.Of(tokens[last].Lower) is [{ Form: VerbForm.Past, Frame: { } frame }, ..] && !PredicateReader.IsUnreal(tokens, last) ? new(frame.Act, last, to, VerbForm.Past, frame.Answers) : null;
    }

    /// <summary>“…” (Company A)</summary>
    private (Speaker, Predicate)? Bracketed(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        if (from + 2 >= to || !(tokens[from].Lower is "(" or "\u2014" or "\u2013" or "-")) return null;
        var end = tokens[to - 1].IsWord ? to : to - 1;
        if (end > from && tokens[end - 1].Is(")")) end--;
        if (subjects.Read(tokens, from + 1, end, carry) is not { } speaker) return null;
        carry.Speak(speaker);
        return (speaker, new Predicate(Act.Report, from, from, VerbForm.Past));
    }

    private static int SpeakerEnd(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote || tokens[i].Lower is "." or ";" or "adding" or "noting" or "after" or "during" or "when" or "on") return i;
        }

        return to;
    }

    /// <summary>"If the bill passes, we will set up a team, Pickwick said." Only the last comma counts, with no content behind the verb.</summary>
    private List<Claim>? Afterwards(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var end = to;
        while (end > from && !tokens[end - 1].IsWord && !tokens[end - 1].Is(")")) end--;
        for (var comma = end - 2; comma > from && comma >= end - 14; comma--)
        {
            if (!tokens[comma].Is(",")) continue;
            var next = PredicateReader.Next(tokens, comma + 1, end) ?? Bare(tokens, comma + 1, end);
            if (next is not { Act: Act.Report or Act.Concern } || next.Form == VerbForm.Gerund || (next.Act == Act.Concern && next.To > next.From + 1)) continue;
            var inverted = next.From == comma + 1 && !PredicateReader.TakesAddressee(tokens[next.From].Lower);
            if (!inverted && next.From == comma + 1) continue;
            if (!inverted && next.From + 4 < end && !IsTail(tokens, next.From + 1, end)) continue;
            if (!inverted && tokens[comma + 1].Lower is "and" or "but" or "while" or "whereas" or "which" or "who" or "so") continue;
            if (!inverted && next.From + 1 < end && !IsTail(tokens, next.From + 1, end)) continue;
            if (PredicateReader.Next(tokens, from, comma) is { Act: Act.Report } before && subjects.Read(tokens, from, before.From, carry) is not null) return null;
            // "Kim Ho-jin, head of Association B, said shipyards lacked welders": the name in front speaks, not the shipyards.
            if (inverted && subjects.Read(tokens, from, comma, carry) is { Level: >= AttributionLevel.Organisation } && !HasVerb(tokens, from, comma)) return null;
            // "Company A lacks engineers, it told the panel."
            if (tokens[comma + 1].Is("it") && carry.Body is null) subjects.Notice(tokens, from, comma, carry);
            if (Attribution(tokens, comma + 1, end, carry) is not { } told) continue;
            var skip = from;
            while (skip < comma && tokens[skip].Is(",")) skip++;
            return [new(told.Speaker, Act.Report, skip, comma) { Tells = true, Answers = told.Predicate.Answers }];
        }

        return null;
    }

    private static bool HasVerb(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (PredicateReader.IsBe(tokens[i]) || tokens[i].Lower is "will" or "would" or "can" or "could" or "should" or "must" or "may" or "might" or "has" or "have" or "had" or "do" or "does" or "did" or "not") return true;
            if (!tokens[i].Capital && (VerbLists.Act(tokens[i].Lower) is { Form: VerbForm.Past or VerbForm.Third } || (ContentLexicon.Negative.Contains(tokens[i].Lower) && VerbLexicon.Of(tokens[i].Lower).Count > 0))) return true;
        }

        return false;
    }

    /// <summary>Behind "Pickwick said" only a time, a place or an addressee may stand.</summary>
    private static bool IsTail(List<EnglishToken> tokens, int from, int to) =>
        from >= to || tokens[from].Lower is "on" or "at" or "in" or "during" or "after" or "later" or "to" or "yesterday" or "today" or "reporters" or "participants" or "officials" || (to - from <= 3 && (tokens[from].Is("the") || tokens[from].Capital));
}
