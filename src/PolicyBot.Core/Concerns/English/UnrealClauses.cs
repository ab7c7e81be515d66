using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Clauses in which the first name of the sentence does not speak: conditions, questions in "whether", clauses with a subject of their own.</summary>
internal sealed class UnrealClauses(NounPhrases subjects)
{
    /// <summary>"If Company A complained, …", "Had Association B objected, …": what was not said is no statement.</summary>
    public static int BehindCondition(List<EnglishToken> tokens, int from, int to)
    {
        while (from < to && !tokens[from].IsWord) from++;
        if (from >= to || !(tokens[from].Lower is "if" or "unless" or "suppose" or "supposing" or "imagine" || (tokens[from].Lower is "had" or "were" or "should" && tokens[from].Capital))) return from;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is(",")) return IsSupposed(tokens, i + 1, to) ? to : i + 1;
        }

        return to;
    }

    /// <summary>"…, the ministry would listen": it did not.</summary>
    private static bool IsSupposed(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Is("would")) return PredicateReader.Next(tokens, from, i) is null;
        }

        return false;
    }

    /// <summary>"It is unclear whether Company A asked", "Company A, which participants said was slow": the verb is not told of the subject in front.</summary>
    public bool IsDoubtful(List<EnglishToken> tokens, int from, int verb)
    {
        for (var i = verb - 1; i >= from && !tokens[i].Is(","); i--)
        {
            if (tokens[i].Is("whether") || (tokens[i].Lower is "which" or "whom" && i + 1 < verb && subjects.Read(tokens, i + 1, verb, new()) is not null)) return true;
        }

        return false;
    }

    /// <summary>"Mary Major listened as residents complained": the verb's own subject stands behind the joining word.</summary>
    public Speaker? Subordinate(List<EnglishToken> tokens, int from, int verb, Carry carry)
    {
        for (var i = verb - 2; i > from && !tokens[i + 1].Is(","); i--)
        {
            if (tokens[i].Lower is "as" or "while" or "when" or "because" or "where" or "though" or "although" or "whereas" && tokens[i - 1].IsWord && !tokens[i - 1].Capital && tokens[i - 1].Lower is not "such" && !(tokens[i].Is("as") && tokens[i + 1].Is("a"))) return subjects.Read(tokens, i + 1, verb, carry);
        }

        return null;
    }
}
