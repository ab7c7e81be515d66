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
            if (Invisible.Is(text[i])) continue;
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
}
