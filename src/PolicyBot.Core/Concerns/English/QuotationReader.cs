using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads whose words stand between quotation marks: the speaker before, behind or of the sentence before.</summary>
internal sealed class QuotationReader(NounPhrases subjects, ClauseReader clauses)
{
    /// <summary>A quotation with its speaker before or behind; alone it goes on with the last speaker who was quoted.</summary>
    public List<Claim>? Read(List<EnglishToken> tokens, int from, int to, Carry carry)
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
        var comma = tokens[start].Lower is "in" or "at" or "on" or "asked" ? SentenceReader.SubjectEnd(tokens, start, predicate.From) : -1;
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
    public (Speaker Speaker, Predicate Predicate)? Attribution(List<EnglishToken> tokens, int from, int to, Carry carry)
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
    public static Predicate? Bare(List<EnglishToken> tokens, int from, int to)
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
}
