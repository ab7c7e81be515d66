using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>What people paste into a chat, made fit for reading: no invisible or control characters, one space between words.</summary>
internal static class QuestionText
{
    public static string Clean(string question)
    {
        var clean = new System.Text.StringBuilder(question.Length);
        foreach (var rune in question.EnumerateRunes())
        {
            if (System.Text.Rune.IsControl(rune) || System.Text.Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                continue;
            }

            if (!Invisible.Is(rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
