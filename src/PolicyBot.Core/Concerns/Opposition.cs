namespace PolicyBot.Concerns;

/// <summary>Tells whether an ask speaks against a thing, so that a refusal of the thing is no refusal of the ask.</summary>
internal static class Opposition
{
    private static readonly string[] Korean = ["반대한다", "반대했다", "반대다", "부정적", "회의적"];

    /// <summary>Before "against"; without one of them it may be "protection against flooding".</summary>
    private static readonly HashSet<string> Standing = new(StringComparer.OrdinalIgnoreCase) { "am", "is", "are", "was", "were", "be", "been", "stand", "stands", "stood", "speak", "speaks", "spoke", "argue", "argues", "argued", "come", "came", "vote", "voted" };

    private static readonly HashSet<string> Opposing = new(StringComparer.OrdinalIgnoreCase) { "oppose", "opposes", "opposed", "opposing" };

    public static bool Is(string words)
    {
        if (Array.Exists(Korean, k => words.Contains(k, StringComparison.Ordinal))) return true;
        var tokens = words.Split([' ', '\n', ',', '.', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length; i++)
        {
            var before = i - 1;
            while (before >= 0 && tokens[before].EndsWith("ly", StringComparison.Ordinal)) before--;
            var helper = before >= 0 ? tokens[before] : "";
            if (tokens[i].Equals("against", StringComparison.OrdinalIgnoreCase) && Standing.Contains(helper)) return true;
            // "not opposed", "did not oppose", "as opposed to".
            if (Opposing.Contains(tokens[i]) && !(helper is "not" or "never" or "as" || helper.EndsWith("n't", StringComparison.Ordinal) || helper.EndsWith("n’t", StringComparison.Ordinal))) return true;
        }

        return false;
    }
}
