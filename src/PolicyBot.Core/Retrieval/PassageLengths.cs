using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace PolicyBot.Retrieval;

/// <summary>Keeps a passage's length in one byte, a sixteenth of an octave exact (Lucene's own byte knows only halves). Scoring is not Lucene's here.</summary>
internal sealed class PassageLengths : Similarity
{
    private static readonly float[] Lengths = [.. Enumerable.Range(0, 256).Select(code => MathF.Pow(2, code / 16f) - 1)];

    public static float Of(long norm) => Lengths[(byte)norm];

    public override long ComputeNorm(FieldInvertState state) =>
        (sbyte)Math.Min(255, MathF.Round(16 * MathF.Log2(state.Length + 1)));

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        throw new NotSupportedException("Passages are scored by PassageScorer.");

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        throw new NotSupportedException("Passages are scored by PassageScorer.");
}
