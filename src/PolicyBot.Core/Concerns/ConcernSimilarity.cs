namespace PolicyBot.Concerns;

/// <summary>Tells whether two concerns say the same thing, so that one raised again at a later meeting is recognised. Prefers to miss a repeat over joining two asks.</summary>
public static class ConcernSimilarity
{
    /// <summary>From this similarity on, two concerns of one topic count as the same.</summary>
    public const double Threshold = 0.65;

    private const int SingleKeys = 12;
    private const int PairedKeys = 5;

    /// <summary>Another direction (요금 인하, 요금 공개), or none told.</summary>
    private const double OtherAct = 0.5, UntoldAct = 0.9;

    /// <summary>
    /// Keys under which a store files a concern: two concerns that are alike share at least one, so that finding candidates stays a look-up.
    /// At most 22, of the features with the smallest hashes: the same ones are picked from any text that has them. Pairs are rarer than single ones.
    /// </summary>
    public static IReadOnlyList<string> Keys(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> picked = [.. ConcernFeatures.Of(text).Subjects.Keys.OrderBy(Hash).ThenBy(k => k, StringComparer.Ordinal).Take(SingleKeys)];
        List<string> keys = [.. picked];
        var paired = Math.Min(PairedKeys, picked.Count);
        for (var i = 0; i < paired; i++)
        {
            for (var j = i + 1; j < paired; j++) keys.Add($"{picked[i]}+{picked[j]}");
        }

        return keys;
    }

    /// <summary>0 for nothing in common, 1 for the same words apart from endings and particles.</summary>
    public static double Measure(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a == b) return 1;
        var (first, second) = (ConcernFeatures.Of(a), ConcernFeatures.Of(b));
        return Subjects(first.Subjects, second.Subjects) * Acts(first.Acts, second.Acts);
    }

    /// <summary>The mean of what is shared of both and of the lighter one: a longer telling of the same ask may add words.</summary>
    private static double Subjects(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        var (weightA, weightB) = (a.Values.Sum(), b.Values.Sum());
        if (weightA == 0 || weightB == 0) return 0;
        var shared = a.Sum(f => b.TryGetValue(f.Key, out var other) ? Math.Min(f.Value, other) : 0);
        return (2 * shared / (weightA + weightB) + shared / Math.Min(weightA, weightB)) / 2;
    }

    private static double Acts(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 && b.Count == 0 ? 1
        : a.Count == 0 || b.Count == 0 ? UntoldAct
        : a.Any(x => b.Any(y => ConcernWords.AreNear(x, y))) ? 1
        : OtherAct;

    /// <summary>FNV-1a: the same in every process, as the keys are stored.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
