using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Records.Documents.Pdf;

/// <summary>Lines of a page to paragraphs, table rows, and columns one after the other.</summary>
internal static class PdfParagraphs
{
    private const double FullLine = 0.9;
    private const double SameSize = 0.15;
    private const double LineStep = 2.0;
    private const string Marks = "□■◇◆▣❑☐○◯〇●◎ㅇ•·∙‧▪▫◦‣*※▲△▶⇒→-–—";

    public static void Write(List<PdfLine> lines, DocumentText text)
    {
        foreach (var band in PdfColumns.Split(lines)) WriteBand(band, text);
    }

    private static void WriteBand(List<PdfLine> lines, DocumentText text)
    {
        if (lines.Count == 0) return;
        var right = lines.Max(l => l.Right);
        var spaced = lines.Exists(l => IsFull(l, right) && l.Segments[^1].EndsInSpace);
        var paragraph = new StringBuilder();
        for (var at = 0; at < lines.Count; at++)
        {
            if (IsRow(lines, at))
            {
                Flush();
                text.AddRow([.. lines[at].Segments.Select(s => s.Text)]);
                continue;
            }

            if (paragraph.Length > 0 && !(at > 0 && GoesOn(lines[at - 1], lines[at], right))) Flush();
            if (paragraph.Length > 0) Join(paragraph, lines[at].Text, lines[at - 1].Segments[^1].EndsInSpace, spaced);
            else paragraph.Append(lines[at].Text);
        }

        Flush();

        void Flush()
        {
            text.Add(paragraph.ToString());
            paragraph.Clear();
        }
    }

    /// <summary>Two lines of several cells that begin at the same places.</summary>
    private static bool IsRow(List<PdfLine> lines, int at) =>
        lines[at].Segments.Count > 1 && ((at > 0 && Aligned(lines[at], lines[at - 1])) || (at + 1 < lines.Count && Aligned(lines[at], lines[at + 1])));

    private static bool Aligned(PdfLine one, PdfLine other) =>
        other.Segments.Count > 1 && one.Segments.Skip(1).Any(s => other.Segments.Skip(1).Any(o => Math.Abs(s.Left - o.Left) < one.Size));

    private static bool GoesOn(PdfLine last, PdfLine next, double right) =>
        IsFull(last, right)
        && Math.Abs(last.Size - next.Size) <= SameSize * last.Size
        && last.Base - next.Base <= LineStep * last.Size
        && !Marks.Contains(next.Text[0], StringComparison.Ordinal)
        && !(next.Text.Length > 1 && char.IsAsciiDigit(next.Text[0]) && next.Text[1] is '.' or ')' && next.Left < last.Left + last.Size);

    private static bool IsFull(PdfLine line, double right) => line.Right >= line.Left + ((right - line.Left) * FullLine);

    /// <param name="spaced">Whether this page draws a space where a line breaks between words: then a line without one breaks within a word, as Korean may.</param>
    private static void Join(StringBuilder paragraph, string next, bool endsInSpace, bool spaced)
    {
        var last = paragraph[^1];
        if (last is '-' or '\u00AD' && paragraph.Length > 1 && char.IsAsciiLetterLower(paragraph[^2]) && char.IsAsciiLetterLower(next[0])) paragraph.Length--;
        else if (endsInSpace || !spaced || !Hangul.IsHangul(last) || !Hangul.IsHangul(next[0])) paragraph.Append(' ');
        paragraph.Append(next);
    }
}
