namespace PolicyBot.Text;

/// <summary>Overlapping runs of letters. Texts that repeat one another share many of them, wherever lines break and words are parted.</summary>
public sealed class Shingles
{
    /// <summary>In letters and digits: about three Korean words. Shorter runs are shared by texts that have only their subject in common.</summary>
    private const int Length = 10;

    /// <summary>Beyond it a text is known well enough by its beginning.</summary>
    private const int MostLetters = 300_000;

    /// <summary>One in so many is kept for looking texts up.</summary>
    private const ulong Sampling = 48;
    private const int FewestKept = 16;
    private const int MostKept = 128;
    private const ulong Base = 1_099_511_628_211;

    private readonly HashSet<ulong> _values;

    private Shingles(HashSet<ulong> values) => _values = values;

    public int Count => _values.Count;

    public static Shingles Of(string text) => Of(text, [new(0, text.Length)]);

    public static Shingles Of(string text, IEnumerable<SourceSpan> spans)
    {
        var letters = new List<char>();
        foreach (var span in spans)
        {
            foreach (var c in Normalizer.Fold(span.Of(text)))
                if (char.IsLetterOrDigit(c)) letters.Add(c);
            if (letters.Count >= MostLetters) break;
        }

        return new(Hash(letters));
    }

    /// <summary>How much of the shorter text stands in the longer one: from 0 to 1.</summary>
    public double ShareWith(Shingles other)
    {
        var (shorter, longer) = _values.Count <= other._values.Count ? (_values, other._values) : (other._values, _values);
        return shorter.Count == 0 ? 0 : (double)shorter.Count(longer.Contains) / shorter.Count;
    }

    /// <summary>The smallest of them: texts that share many shingles share some of these.</summary>
    public IReadOnlyList<long> Sketch()
    {
        var sampled = _values.Where(v => v <= ulong.MaxValue / Sampling).Order().Take(MostKept).ToList();
        return [.. (sampled.Count >= FewestKept ? sampled : _values.Order().Take(FewestKept)).Select(v => unchecked((long)v))];
    }

    /// <summary>A rolling hash, the same in every process as it is stored, its bits mixed so that the smallest are a fair sample.</summary>
    private static HashSet<ulong> Hash(List<char> letters)
    {
        var values = new HashSet<ulong>();
        var (hash, leaving) = (0UL, 1UL);
        for (var n = 1; n < Length; n++) leaving = unchecked(leaving * Base);
        for (var at = 0; at < letters.Count; at++)
        {
            if (at >= Length) hash = unchecked(hash - (letters[at - Length] * leaving));
            hash = unchecked((hash * Base) + letters[at]);
            if (at >= Length - 1) values.Add(Mix(hash));
        }

        return values;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
