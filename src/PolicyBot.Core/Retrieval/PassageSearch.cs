using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace PolicyBot.Retrieval;

/// <summary>One search: the question's terms, the filters, the best passages.</summary>
internal sealed class PassageSearch
{
    private readonly PassageFilters _filters = new();

    // Short passages: a second mention says less than in long documents, so k1 is below Lucene's 1.2.
    public static Similarity Scoring { get; } = new BM25Similarity(0.8f, 0.75f);

    public IReadOnlyList<FoundPassage> Find(IndexSearcher searcher, Query query)
    {
        var scored = QuestionQuery.Of(query.Text);
        if (scored.Clauses.Count == 0 || query.Top <= 0) return [];
        var found = searcher.Search(_filters.Within(scored, query), query.Top);
        return [.. found.ScoreDocs.Select(d => new FoundPassage(PassageDocument.Read(searcher.Doc(d.Doc)), d.Score))];
    }

    internal sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Scoring };
    }
}
