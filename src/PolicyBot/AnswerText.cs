using PolicyBot.Answers;

namespace PolicyBot;

/// <summary>An answer for a plain terminal or a file: the text, then the numbered proofs.</summary>
internal static class AnswerText
{
    public static void Write(Answer answer, TextWriter output)
    {
        output.WriteLine(answer.Text);
        if (answer.Citations.Count == 0) return;
        output.WriteLine();
        foreach (var citation in answer.Citations)
        {
            var day = citation.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            output.WriteLine($"[{citation.N}] {string.Join(", ", new[] { citation.Title, day, citation.RecordId.Value, citation.Url }.Where(p => !string.IsNullOrEmpty(p)))}");
            output.WriteLine($"    “{citation.Quote.ReplaceLineEndings(" ")}”");
        }
    }
}
