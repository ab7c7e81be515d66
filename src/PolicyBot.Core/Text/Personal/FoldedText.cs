namespace PolicyBot.Text.Personal;

/// <summary>A text in one spelling, without the characters that nobody sees; each place knows where it stood.</summary>
internal sealed class FoldedText(string text, int[] origins)
{
    public string Text => text;

    public int Origin(int at) => origins[at];

    public static FoldedText Of(string text)
    {
        var folded = new char[text.Length];
        var origins = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsInvisible(text[i])) continue;
            folded[length] = Normalizer.Fold(text[i]);
            origins[length++] = i;
        }

        return new(new(folded, 0, length), origins[..length]);
    }

    /// <summary>Whether one of the words stands near, on either side.</summary>
    public bool IsNear(int from, int to, int reach, string[] words)
    {
        var (start, end) = (Math.Max(0, from - reach), Math.Min(text.Length, to + reach));
        return words.Any(w => text.IndexOf(w, start, end - start, StringComparison.Ordinal) >= 0);
    }

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u034F' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');
}
