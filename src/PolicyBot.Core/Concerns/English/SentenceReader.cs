using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads one sentence of running text: cuts it into clauses and finds who says which part.</summary>
internal sealed class SentenceReader(NounPhrases subjects, ClauseReader clauses, LabelReader labels, CopulaReader copulas, AsideReader asides, ListReader lists, QuotationReader quotations)
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
        ?? quotations.Read(tokens, from, to, carry)
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
                if (subjects.Joint(tokens, i + 2, to) is { } joint && joint.End + 1 < to && tokens[joint.End].Is(","))
                {
                    carry.Speak(joint.Speaker);
                    return [new(joint.Speaker, Act.Report, joint.End + 1, to) { Tells = true }];
                }

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

    public static int SubjectEnd(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is(",")) return i;
        }

        return -1;
    }

    /// <summary>"If the bill passes, we will set up a team, Pickwick said." Only the last comma counts, with no content behind the verb.</summary>
    private List<Claim>? Afterwards(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var end = to;
        while (end > from && !tokens[end - 1].IsWord && !tokens[end - 1].Is(")")) end--;
        for (var comma = end - 2; comma > from && comma >= end - 14; comma--)
        {
            if (!tokens[comma].Is(",")) continue;
            var next = PredicateReader.Next(tokens, comma + 1, end) ?? QuotationReader.Bare(tokens, comma + 1, end);
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
            if (quotations.Attribution(tokens, comma + 1, end, carry) is not { } told) continue;
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
        from >= to || tokens.FindIndex(from, to - from, t => t.Is("that")) < 0 && (tokens[from].Lower is "on" or "at" or "in" or "during" or "after" or "later" or "to" or "yesterday" or "today" or "reporters" or "participants" or "officials" || (to - from <= 3 && (tokens[from].Is("the") || tokens[from].Capital)));
}
