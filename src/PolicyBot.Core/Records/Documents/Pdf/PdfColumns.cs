namespace PolicyBot.Records.Documents.Pdf;

/// <summary>Finds bands of lines that are two columns of running text, not rows of a table, and reads the left one first.</summary>
internal static class PdfColumns
{
    private const int MinLines = 6;
    private const int MinLetters = 12;

    public static IEnumerable<List<PdfLine>> Split(List<PdfLine> lines)
    {
        var plain = new List<PdfLine>();
        for (var at = 0; at < lines.Count;)
        {
            var (end, gutter) = Band(lines, at);
            if (end == at)
            {
                plain.Add(lines[at++]);
                continue;
            }

            if (plain.Count > 0) yield return plain;
            plain = [];
            yield return [.. lines[at..end].Select(l => Side(l, s => s.Right <= gutter)).OfType<PdfLine>()];
            yield return [.. lines[at..end].Select(l => Side(l, s => s.Right > gutter)).OfType<PdfLine>()];
            at = end;
        }

        if (plain.Count > 0) yield return plain;
    }

    /// <summary>Where the band that begins here ends; here, when there is none.</summary>
    private static (int End, double Gutter) Band(List<PdfLine> lines, int start)
    {
        if (lines[start].Segments.Count != 2) return (start, 0);
        var (from, to) = (double.MinValue, double.MaxValue);
        var (end, both, left, right) = (start, 0, 0, 0);
        for (; end < lines.Count; end++)
        {
            var line = lines[end];
            if (line.Segments is [var one, var other])
            {
                var (low, high) = (Math.Max(from, one.Right), Math.Min(to, other.Left));
                if (low >= high) break;
                (from, to) = (low, high);
                (both, left, right) = (both + 1, left + one.Text.Length, right + other.Text.Length);
            }
            else if (line.Segments.Count != 1 || (line.Right > to && line.Left < from)) break;
            else if (line.Right > from && line.Left < to) (from, to) = line.Right < to ? (line.Right, to) : (from, line.Left);
            if (from >= to) break;
        }

        return both >= MinLines && left / both >= MinLetters && right / both >= MinLetters ? (end, (from + to) / 2) : (start, 0);
    }

    private static PdfLine? Side(PdfLine line, Func<PdfSegment, bool> belongs) =>
        line.Segments.Where(belongs).ToList() is { Count: > 0 } segments ? line with { Segments = segments } : null;
}
