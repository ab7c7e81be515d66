using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>A term to look up and what a passage gains by it, before the term's rarity.</summary>
internal readonly record struct QuestionTerm(string Text, float Weight)
{
    /// <summary>Two syllables, or a digit and a syllable: what a text may also hold across a space.</summary>
    public bool IsPair => Text.Length == 2 && Text.All(c => Hangul.IsSyllable(c) || char.IsDigit(c)) && Text.Any(Hangul.IsSyllable);
}

/// <summary>The one place that turns a question into terms: what asks is left out, names and numbers count more, endings less.</summary>
internal static class QuestionTerms
{
    /// <summary>A question's further words are not read.</summary>
    public const int Most = 150;
    private const float LatinOrNumber = 1.3f;

    // 터를 in 데이터를 says little, yet also stands where a noun only ends like a particle.
    private const float AcrossEnding = 0.3f;
    private const float FirstPair = 1.2f;

    // The last word of a question and words with verb endings ask and tell more often than they name.
    private const float LastWord = 0.8f;
    private const float Verb = 0.9f;

    // 퀸이: the noun is one syllable, so its other particles are tried as well.
    private const float OwnParticle = 0.8f;
    private const float OtherParticle = 0.3f;
    private const string AfterFinal = "은이을과의에도만";
    private const string AfterVowel = "는가를와로의에도만";

    public static IReadOnlyList<QuestionTerm> Of(string question)
    {
        var folded = Normalizer.Fold(question);
        var tokens = Tokens.In(folded).Take(Most).ToArray();
        if (tokens.Length == 0) return [];
        var terms = Collect(folded, [.. tokens.Where(t => !Asks(folded, t))], tokens[^1]);
        if (terms.Count == 0) terms = Collect(folded, tokens, tokens[^1]);
        return [.. terms.Take(Most).Select(t => new QuestionTerm(t.Key, t.Value))];
    }

    public static bool Asks(string folded, Token token)
    {
        var run = token.Span.Of(folded);
        return QuestionWords.Contains(run)
            || (token.Kind == TokenKind.Hangul && QuestionWords.Contains(run[..KoreanStems.StemLength(run)]));
    }

    private static Dictionary<string, float> Collect(string folded, Token[] tokens, Token last)
    {
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        using var analysis = new PassageTerms();
        foreach (var token in tokens)
        {
            var run = folded.AsMemory(token.Span.Start, token.Span.Length);
            if (token.Kind is TokenKind.Word or TokenKind.Number) Raise(terms, analysis.Word(run, token.Kind).ToString(), LatinOrNumber);
            else if (!token.Glued || !KoreanStems.IsParticle(run.Span)) AddSyllables(terms, run.ToString(), token == last ? LastWord : 1);
        }

        return terms;
    }

    private static void AddSyllables(Dictionary<string, float> terms, string run, float weight)
    {
        if (run.Length == 1)
        {
            Raise(terms, run, weight);
            return;
        }

        var particles = Hangul.HasFinal(run[0]) ? AfterFinal : AfterVowel;
        if (run.Length == 2 && particles.Contains(run[1], StringComparison.Ordinal))
        {
            Raise(terms, run[..1], weight * OtherParticle);
            foreach (var particle in particles) Raise(terms, $"{run[0]}{particle}", weight * (particle == run[1] ? OwnParticle : OtherParticle));
            return;
        }

        AddPairs(terms, run, weight);
    }

    // The pairs of a long word say much the same thing: together they grow with the root of their number, not with the number.
    private static void AddPairs(Dictionary<string, float> terms, string run, float weight)
    {
        var stem = KoreanStems.StemLength(run);
        if (stem < run.Length && !KoreanStems.IsParticle(run.AsSpan(stem))) weight *= Verb;
        weight /= MathF.Sqrt(Math.Max(1, stem - 1));
        for (var i = 0; i + 1 < run.Length; i++)
            Raise(terms, run.Substring(i, 2), weight * (i == 0 ? FirstPair : 1) * (i + 1 < stem ? 1 : AcrossEnding));
    }

    private static void Raise(Dictionary<string, float> terms, string term, float weight) =>
        terms[term] = Math.Max(weight, terms.GetValueOrDefault(term));
}
