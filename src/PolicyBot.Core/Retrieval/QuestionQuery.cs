using Lucene.Net.Search;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>The one place that turns the words of a question into an index query: what asks is left out, what is asked for is weighed.</summary>
internal static class QuestionQuery
{
    private const int MostTerms = 200;

    public static BooleanQuery Of(string question)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        var folded = Normalizer.Fold(question);
        var terms = new List<ReadOnlyMemory<char>>();
        using var analysis = new PassageTerms();
        foreach (var token in Tokens.In(folded))
        {
            if (Asks(folded, token)) continue;
            terms.Clear();
            analysis.Add(folded, token, terms);
            foreach (var term in terms) weights.TryAdd(term.ToString(), 1);
        }

        var query = new BooleanQuery();
        foreach (var (term, weight) in weights.Take(MostTerms))
        {
            query.Add(Term(PassageFields.Text, term, weight), Occur.SHOULD);
            query.Add(Term(PassageFields.Title, term, weight * 0.3f), Occur.SHOULD);
            query.Add(Term(PassageFields.Speaker, term, weight * 0.5f), Occur.SHOULD);
        }

        return query;
    }

    private static bool Asks(string folded, Token token)
    {
        var run = folded.AsSpan(token.Span.Start, token.Span.Length);
        if (QuestionWords.Contains(run.ToString())) return true;
        return token.Kind == TokenKind.Hangul && QuestionWords.Contains(run[..KoreanStems.StemLength(run)].ToString());
    }

    private static TermQuery Term(string field, string term, float weight) => new(new(field, term)) { Boost = weight };
}
