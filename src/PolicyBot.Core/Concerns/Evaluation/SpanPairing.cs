using PolicyBot.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>Pairs labelled stretches of text with found ones, one to one, the best overlap first.</summary>
internal static class SpanPairing
{
    /// <summary>For each label the place of its found span, or -1. A pair shares at least half of the characters that either covers.</summary>
    public static int[] Pair(IReadOnlyList<SourceSpan> labels, IReadOnlyList<SourceSpan> found, Func<int, int, bool> allowed)
    {
        var pairs =
            from l in Enumerable.Range(0, labels.Count)
            from f in Enumerable.Range(0, found.Count)
            where allowed(l, f)
            let overlap = Overlap(labels[l], found[f])
            where overlap >= 0.5
            orderby overlap descending, l, f
            select (Label: l, Found: f);

        var result = Enumerable.Repeat(-1, labels.Count).ToArray();
        HashSet<int> taken = [];
        foreach (var (label, place) in pairs)
        {
            if (result[label] < 0 && taken.Add(place)) result[label] = place;
        }

        return result;
    }

    /// <summary>The label of which a found span tells the most, if at least half of the shorter of both is shared; else -1.</summary>
    public static int Nearest(SourceSpan found, IReadOnlyList<SourceSpan> labels)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < labels.Count; i++)
        {
            var shared = Shared(found, labels[i]);
            if (shared > most && shared * 2 >= Math.Min(found.Length, labels[i].Length)) (best, most) = (i, shared);
        }

        return best;
    }

    public static double Overlap(SourceSpan a, SourceSpan b)
    {
        var shared = Shared(a, b);
        return shared == 0 ? 0 : (double)shared / (a.Length + b.Length - shared);
    }

    private static int Shared(SourceSpan a, SourceSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
