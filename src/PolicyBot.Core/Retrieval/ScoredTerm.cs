using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PolicyBot.Retrieval;

/// <summary>A term of one field as the index knows it: where its passages stand and what one mention is worth.</summary>
internal sealed class ScoredTerm
{
    // BM25. Short passages: a second mention says less than in long documents, so k1 is far below Lucene's 1.2.
    public const float K1 = 0.6f;
    public const float B = 0.75f;

    private readonly TermState?[] _states;
    private readonly BytesRef _bytes;

    private ScoredTerm(string field, string text, TermState?[] states, int passages, float rarity, float weight)
    {
        (Field, Text, _states, Passages, Rarity) = (field, text, states, passages, rarity);
        (_bytes, Weight) = (new(text), weight * rarity * (K1 + 1));
    }

    public string Field { get; }

    public string Text { get; }

    public int Passages { get; }

    /// <summary>BM25's inverse document frequency.</summary>
    public float Rarity { get; }

    /// <summary>The most that the term can add to a passage's score.</summary>
    public float Weight { get; }

    /// <summary>Null when no passage has the term.</summary>
    public static ScoredTerm? Find(IndexReader reader, string field, string text, float weight)
    {
        var states = new TermState?[reader.Leaves.Count];
        var (bytes, passages) = (new BytesRef(text), 0);
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field)?.GetEnumerator() is not { } terms || !terms.SeekExact(bytes)) continue;
            states[leaf.Ord] = terms.GetTermState();
            passages += terms.DocFreq;
        }

        if (passages == 0) return null;
        var rarity = MathF.Log(1 + (reader.MaxDoc - passages + 0.5f) / (passages + 0.5f));
        return new(field, text, states, passages, rarity, weight);
    }

    public DocsEnum? In(AtomicReaderContext leaf, IBits? allowed, DocsEnum? reuse)
    {
        if (_states[leaf.Ord] is not { } state) return null;
        var terms = leaf.AtomicReader.GetTerms(Field).GetEnumerator();
        terms.SeekExact(_bytes, state);
        return terms.Docs(allowed, reuse, DocsFlags.FREQS);
    }
}
