namespace PolicyBot.Text;

/// <summary>Which quotation marks belong together, where writers forget one.</summary>
internal static class QuotePairs
{
    /// <summary>A quotation is no longer; a lost mark must not swallow a whole record.</summary>
    private const int Longest = 2000;

    /// <summary>Where the quotation that opens here closes; null when its mark was forgotten, for then the next mark opens another.</summary>
    public static int? EndOf(string text, int open, int limit)
    {
        var partner = text[open] switch { '“' => '”', '「' => '」', '『' => '』', var same => same };
        var rest = text.AsSpan(open + 1, Math.Min(limit - open - 1, Longest));
        var at = rest.IndexOf(partner);
        if (at < 0) return null;
        if (partner == '"' && Opens(text, open + 1 + at)) return null;
        if (partner == '”' && rest[..at].LastIndexOf('“') is > 0 and var second && HoldsSentence(rest[..second])) return null;
        return open + 1 + at;
    }

    /// <summary>A straight mark behind a gap and before a letter: it begins a quotation, whatever stands open.</summary>
    public static bool Opens(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[') && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>Marks inside a quotation are of the other kind; a second “ behind a full stop begins another.</summary>
    private static bool HoldsSentence(ReadOnlySpan<char> words) => words.Contains(". ", StringComparison.Ordinal) || words.Contains("? ", StringComparison.Ordinal) || words.Contains("! ", StringComparison.Ordinal);
}
