namespace PolicyBot.Answers;

/// <summary>What people paste into a chat, made fit for reading: no invisible or control characters, one space between words.</summary>
internal static class QuestionText
{
    public static string Clean(string question)
    {
        var clean = new System.Text.StringBuilder(question.Length);
        foreach (var rune in question.EnumerateRunes())
        {
            if (IsInvisible(rune.Value)) continue;
            if (System.Text.Rune.IsControl(rune) || System.Text.Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                continue;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>Zero-width characters, directional marks, variation selectors and tags: text that a reader does not see.</summary>
    private static bool IsInvisible(int code) =>
        code is (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069) or 0xFEFF or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE01EF);
}
