using System.Text;

namespace PolicyBot.Records.Documents.Pdf;

/// <summary>Headers, footers and page numbers: what stands at the edge of many pages alike, its figures apart.</summary>
internal sealed class PdfEdges
{
    private const int EdgeLines = 2;
    private const double EdgeShare = 0.12;
    private const int MinPages = 3;

    private readonly HashSet<string> _repeated;

    /// <summary>Of two pages alone, "1. …" and "2. …" may well be headings: there the figures count too.</summary>
    private readonly Func<string, string> _key;

    public PdfEdges(List<PdfPageLines> pages)
    {
        _key = pages.Count == 2 ? line => line : Shape;
        _repeated =
        [
            .. pages.SelectMany(p => p.Lines.Where((_, at) => IsEdge(p, at)).Select(l => _key(l.Text)).Distinct())
                .GroupBy(key => key)
                .Where(g => g.Count() >= Math.Min(MinPages, Math.Max(2, pages.Count)) && g.Count() * 2 >= pages.Count)
                .Select(g => g.Key),
        ];
    }

    public List<PdfLine> Without(PdfPageLines page) =>
        [.. page.Lines.Where((line, at) => !IsEdge(page, at) || !(_repeated.Contains(_key(line.Text)) || IsPageNumber(line.Text)))];

    private static bool IsEdge(PdfPageLines page, int at) =>
        (at < EdgeLines && page.Lines[at].Base > page.Height * (1 - EdgeShare)) || (at >= page.Lines.Count - EdgeLines && page.Lines[at].Base < page.Height * EdgeShare);

    /// <summary><c>3</c>, <c>- 3 -</c>, <c>3 / 12</c>, <c>Page 3</c>, <c>3쪽</c>.</summary>
    private static bool IsPageNumber(string line)
    {
        var words = line.Replace("Page", "", StringComparison.OrdinalIgnoreCase).Replace("쪽", "", StringComparison.Ordinal);
        return words.Length <= 12 && words.Any(char.IsAsciiDigit) && words.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '–' or '—' or '/' or '|');
    }

    private static string Shape(string line)
    {
        var shape = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsAsciiDigit(c)) shape.Append(c);
            else if (shape.Length == 0 || shape[^1] != '#') shape.Append('#');
        }

        return shape.ToString();
    }
}
