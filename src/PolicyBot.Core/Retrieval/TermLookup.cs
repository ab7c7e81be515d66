using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PolicyBot.Retrieval;

/// <summary>Finds terms in all parts of the index, one cursor for each part and field: making a cursor costs more than a look.</summary>
internal sealed class TermLookup(IndexReader reader)
{
    private readonly Dictionary<(int Part, string Field), TermsEnum?> _cursors = [];

    /// <summary>The terms that stand anywhere, in the order of their letters, which is the order of the index.</summary>
    public IEnumerable<ScoredTerm> Find(string field, float weight, IEnumerable<QuestionTerm> terms) =>
        terms.OrderBy(t => t.Text, StringComparer.Ordinal).Select(t => Find(field, t.Text, weight * t.Weight)).OfType<ScoredTerm>();

    public DocsEnum? PassagesOf(ScoredTerm term, AtomicReaderContext leaf, IBits? allowed, DocsEnum? reuse)
    {
        if (term.States[leaf.Ord] is not { } state || Cursor(leaf, term.Field) is not { } cursor) return null;
        cursor.SeekExact(new(term.Text), state);
        return cursor.Docs(allowed, reuse, DocsFlags.FREQS);
    }

    /// <summary>What a mention is worth that stands in so many passages: BM25's inverse document frequency.</summary>
    public float Rarity(int passages) => MathF.Log(1 + (reader.MaxDoc - passages + 0.5f) / (passages + 0.5f));

    private ScoredTerm? Find(string field, string text, float weight)
    {
        var states = new TermState?[reader.Leaves.Count];
        var (bytes, passages) = (new BytesRef(text), 0);
        foreach (var leaf in reader.Leaves)
        {
            if (Cursor(leaf, field) is not { } cursor || !cursor.SeekExact(bytes)) continue;
            states[leaf.Ord] = cursor.GetTermState();
            passages += cursor.DocFreq;
        }

        if (passages == 0) return null;
        var rarity = Rarity(passages);
        return new(field, text, states, passages, rarity, weight * rarity * (PassageScorer.K1 + 1));
    }

    private TermsEnum? Cursor(AtomicReaderContext leaf, string field)
    {
        if (_cursors.TryGetValue((leaf.Ord, field), out var cursor)) return cursor;
        return _cursors[(leaf.Ord, field)] = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
    }
}
