using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// The pairs of syllables that the question's words make where they meet: 시반 of 신도시 반대. A text holds them that writes the words in this order,
/// apart or as one. No index holds them all, so they choose no passage: they are looked for in the best.
/// </summary>
internal static class QuestionJoins
{
    private const float OfNouns = 0.4f;

    // 는길 of 옷자락은 길이: a particle meets whatever follows.
    private const float BehindEnding = 0.05f;

    public static IEnumerable<QuestionTerm> Of(string question)
    {
        var folded = Normalizer.Fold(question);
        Token? before = null;
        foreach (var token in Tokens.In(folded).Take(QuestionTerms.Most))
        {
            if (before is { } first && !QuestionTerms.Asks(folded, first) && !QuestionTerms.Asks(folded, token))
            {
                var join = new QuestionTerm($"{folded[first.Span.End - 1]}{folded[token.Span.Start]}", HasEnding(folded, first) ? BehindEnding : OfNouns);
                if (join.IsPair) yield return join;
            }

            before = token;
        }
    }

    private static bool HasEnding(string folded, Token token)
    {
        var run = token.Span.Of(folded);
        return token.Kind == TokenKind.Hangul && ((token.Glued && KoreanStems.IsParticle(run)) || KoreanStems.StemLength(run) < run.Length);
    }
}
