namespace PolicyBot.Text;

/// <summary>How words and names of a catalogue are compared: without spaces, in lower case, full-width letters (ＫＴ) as ordinary ones.</summary>
internal static class Phrase
{
    public const int LongestFolded = 63;

    public static string Fold(string phrase) => string.Create(phrase.Count(c => !char.IsWhiteSpace(c)), phrase, (folded, written) =>
    {
        var n = 0;
        foreach (var c in written)
        {
            if (!char.IsWhiteSpace(c)) folded[n++] = Fold(c);
        }
    });

    public static char Fold(char c) => char.ToLowerInvariant(Narrow(c));

    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    /// <summary>Bit n: a space may stand after the first n folded characters. That is where it is written with one, and between Latin and Hangul (KT 클라우드).</summary>
    /// <param name="anywhere">Also between the syllables, as in 한국 전력 공사.</param>
    public static ulong SpacesIn(string written, bool anywhere)
    {
        ulong spaces = 0;
        var (n, previous) = (0, '\0');
        foreach (var c in written)
        {
            if (char.IsWhiteSpace(c))
            {
                spaces |= 1UL << Math.Min(n, LongestFolded);
                continue;
            }

            var (hangul, before) = (Hangul.IsSyllable(c), Hangul.IsSyllable(previous));
            if (n > 0 && (hangul != before || (anywhere && hangul))) spaces |= 1UL << Math.Min(n, LongestFolded);
            (n, previous) = (n + 1, c);
        }

        return spaces;
    }
}
