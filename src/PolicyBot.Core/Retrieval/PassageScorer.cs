using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PolicyBot.Retrieval;

/// <summary>
/// BM25 over weighted terms, a term at a time. The most frequent terms choose no passage: together they are worth too little to lift one to the top
/// by themselves, so they are only looked up for the best that the rarer terms found.
/// </summary>
internal sealed class PassageScorer(IndexReader reader, TermLookup lookup, IReadOnlyList<ScoredTerm> terms)
{
    // BM25. Short passages: a second mention says less than in long documents, so k1 is far below Lucene's 1.2.
    public const float K1 = 0.7f;
    private const float B = 0.85f;

    private const int MostCandidates = 200;

    /// <summary>What the terms that choose nothing may be worth, as a share of all.</summary>
    private const float LeftForLater = 0.35f;

    /// <summary>Up to so many mentions every term chooses: there is nothing to save.</summary>
    private const int FewMentions = 50_000;

    private readonly Dictionary<string, float> _averages = terms.Select(t => t.Field).Distinct().ToDictionary(f => f, f => AverageLength(reader, f), StringComparer.Ordinal);

    /// <summary>Index numbers and scores, best first.</summary>
    public ScoreDoc[] Best(int count, Func<AtomicReaderContext, IBits?> allowed)
    {
        var (choosing, later) = Split();
        var best = new PriorityQueue<ScoreDoc, float>();
        foreach (var leaf in reader.Leaves) Collect(leaf, choosing, allowed(leaf), best, Math.Max(count, MostCandidates));
        ScoreDoc[] found = [.. best.UnorderedItems.Select(i => i.Element).OrderBy(d => d.Doc)];
        foreach (var leaf in reader.Leaves) AddLater(leaf, later, found);
        Neighbours.Lift(reader, found);
        return [.. found.OrderByDescending(d => d.Score).ThenBy(d => d.Doc).Take(count)];
    }

    private (ScoredTerm[] Choosing, ScoredTerm[] Later) Split()
    {
        if (terms.Sum(t => (long)t.Passages) <= FewMentions) return ([.. terms], []);
        var left = terms.Sum(t => t.Weight) * LeftForLater;
        var frequent = terms.OrderByDescending(t => t.Passages).TakeWhile(t => (left -= t.Weight) >= 0).ToArray();
        return ([.. terms.Except(frequent)], frequent);
    }

    private void Collect(AtomicReaderContext leaf, ScoredTerm[] choosing, IBits? allowed, PriorityQueue<ScoreDoc, float> best, int most)
    {
        var size = leaf.AtomicReader.MaxDoc;
        var scores = ArrayPool<float>.Shared.Rent(size);
        try
        {
            Array.Clear(scores, 0, size);
            DocsEnum? docs = null;
            foreach (var term in choosing)
            {
                if ((docs = lookup.PassagesOf(term, leaf, leaf.AtomicReader.LiveDocs, docs)) is not null) Add(scores, docs, term, LengthsOf(leaf, term.Field));
            }

            var worst = best.Count < most ? 0 : best.Peek().Score;
            for (var i = 0; i < size; i++)
            {
                // Asked of the few that are good enough: asked of every mention it would cost a search a fifth of its time.
                if (scores[i] <= worst || allowed?.Get(i) == false) continue;
                var found = new ScoreDoc(leaf.DocBase + i, scores[i]);
                if (best.Count < most) best.Enqueue(found, found.Score);
                else best.EnqueueDequeue(found, found.Score);
                if (best.Count == most) worst = best.Peek().Score;
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private void Add(float[] scores, DocsEnum docs, ScoredTerm term, NumericDocValues lengths)
    {
        var average = _averages[term.Field];
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            scores[doc] += Gain(term, docs.Freq, lengths.Get(doc), average);
    }

    private void AddLater(AtomicReaderContext leaf, ScoredTerm[] later, ScoreDoc[] found)
    {
        var end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
        ScoreDoc[] here = [.. found.Where(d => d.Doc >= leaf.DocBase && d.Doc < end)];
        if (here.Length == 0) return;
        DocsEnum? docs = null;
        foreach (var term in later)
        {
            if ((docs = lookup.PassagesOf(term, leaf, null, docs)) is null) continue;
            var lengths = LengthsOf(leaf, term.Field);
            var at = -1;
            foreach (var candidate in here)
            {
                var doc = candidate.Doc - leaf.DocBase;
                if (at < doc) at = docs.Advance(doc);
                if (at == doc) candidate.Score += Gain(term, docs.Freq, lengths.Get(doc), _averages[term.Field]);
            }
        }
    }

    private static float Gain(ScoredTerm term, int mentions, long norm, float average) =>
        term.Weight * mentions / (mentions + K1 * (1 - B + B * PassageLengths.Of(norm) / average));

    private static NumericDocValues LengthsOf(AtomicReaderContext leaf, string field) => leaf.AtomicReader.GetNormValues(field);

    private static float AverageLength(IndexReader reader, string field)
    {
        var (terms, passages) = (0L, 0L);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is not { } found) continue;
            terms += found.SumTotalTermFreq;
            passages += found.DocCount;
        }

        return passages == 0 ? 1 : Math.Max(1, (float)terms / passages);
    }
}
