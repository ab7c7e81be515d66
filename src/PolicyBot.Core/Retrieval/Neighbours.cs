using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PolicyBot.Retrieval;

/// <summary>What stands beside a good passage of the same record is likely about the same: an answer behind its question, the next turn of a debate.</summary>
internal static class Neighbours
{
    private const float Share = 0.25f;
    private const int Reach = 4;

    /// <param name="found">In the order of the index.</param>
    public static void Lift(IndexReader reader, ScoreDoc[] found)
    {
        var own = Array.ConvertAll(found, d => d.Score);
        var ordinals = OrdinalsOf(reader, found);
        for (var i = 0; i < found.Length; i++)
        {
            for (var j = i + 1; j < found.Length && found[j].Doc - found[i].Doc <= Reach; j++)
            {
                var distance = found[j].Doc - found[i].Doc;
                if (ordinals[j] - ordinals[i] != distance) break;
                found[i].Score += own[j] * Share / distance;
                found[j].Score += own[i] * Share / distance;
            }
        }
    }

    private static long[] OrdinalsOf(IndexReader reader, ScoreDoc[] found)
    {
        var ordinals = new long[found.Length];
        var leaves = reader.Leaves;
        NumericDocValues? values = null;
        for (var (i, leaf) = (0, -1); i < found.Length; i++)
        {
            var at = ReaderUtil.SubIndex(found[i].Doc, leaves);
            if (at != leaf) values = leaves[leaf = at].AtomicReader.GetNumericDocValues(PassageFields.Ordinal);
            ordinals[i] = values?.Get(found[i].Doc - leaves[leaf].DocBase) ?? 0;
        }

        return ordinals;
    }
}
