using PolicyBot.Answers;

namespace PolicyBot;

/// <summary>An answer for a plain terminal or a file: the text, then where its numbered words stand; words that the text does not quote are added.</summary>
internal static class AnswerText
{
    public static void Write(Answer answer, TextWriter output)
    {
        output.WriteLine(answer.Text);
        if (answer.Citations.Count == 0) return;
        output.WriteLine();
        foreach (var record in answer.Citations.GroupBy(c => c.RecordId))
        {
            var first = record.First();
            var day = first.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            output.WriteLine($"{string.Concat(record.Select(c => $"[{c.N}]"))} {string.Join(", ", new[] { first.Title, day, first.RecordId.Value, first.Url, CitationPlaces.Of([.. record]) }.Where(p => !string.IsNullOrEmpty(p)))}");
            foreach (var citation in record.Where(c => !answer.Text.Contains(c.Quote.ReplaceLineEndings(" "), StringComparison.Ordinal))) output.WriteLine($"    [{citation.N}] “{citation.Quote.ReplaceLineEndings(" ")}”");
        }
    }
}
