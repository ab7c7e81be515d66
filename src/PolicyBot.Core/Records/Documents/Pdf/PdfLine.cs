using System.Text;
using UglyToad.PdfPig.Content;

namespace PolicyBot.Records.Documents.Pdf;

/// <summary>Words on one base line, cut where the gap is wider than any between words: columns, or cells of a row.</summary>
internal sealed record PdfLine(double Base, double Size, IReadOnlyList<PdfSegment> Segments)
{
    private const double SameBase = 0.4;
    private const double WordGap = 0.18;

    /// <summary>Where spaces are drawn, a gap alone parts words only when it is wide: office programs leave some room between Hangul and figures.</summary>
    private const double WideWordGap = 0.45;

    private const int DrawnSpacesShare = 20;
    private const double ColumnGap = 1.8;
    private const int FewestUpright = 3;

    public string Text => string.Join(' ', Segments.Select(s => s.Text));

    public double Left => Segments[0].Left;

    public double Right => Segments[^1].Right;

    /// <summary>Level lines from top to bottom, whatever the order in which they were drawn; then what is turned, in the order of drawing.</summary>
    public static List<PdfLine> Group(IReadOnlyList<Letter> letters)
    {
        var level = PdfMarks.Settle([.. letters.Where(l => l.TextOrientation is TextOrientation.Horizontal && !string.IsNullOrEmpty(l.Value))]);
        var wordGap = level.Count(l => string.IsNullOrWhiteSpace(l.Letter.Value)) * DrawnSpacesShare >= level.Count ? WideWordGap : WordGap;
        var lines = new List<PdfLine>();
        for (var from = 0; from < level.Count;)
        {
            var to = from + 1;
            while (to < level.Count && level[to - 1].Base - level[to].Base <= SameBase * Math.Max(1, Math.Min(SizeOf(level[to - 1].Letter), SizeOf(level[to].Letter)))) to++;
            if (Of(level[from].Base, level.GetRange(from, to - from).ConvertAll(l => l.Letter), wordGap) is { } line) lines.Add(line);
            from = to;
        }

        lines = Uprighted(lines);
        if (Turned(letters) is { Length: > 0 } turned) lines.Add(new(0, 1, [new(turned, 0, 0, false)]));
        return lines;
    }

    private static string Turned(IReadOnlyList<Letter> letters)
    {
        var turned = new StringBuilder();
        Letter? last = null;
        foreach (var letter in letters.Where(l => l.TextOrientation is not TextOrientation.Horizontal && !string.IsNullOrEmpty(l.Value)))
        {
            if (last is not null && Apart(last, letter) > WordGap * SizeOf(letter)) turned.Append(' ');
            turned.Append(letter.Value);
            last = letter;
        }

        return string.Join(' ', turned.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static double Apart(Letter last, Letter letter) =>
        Math.Sqrt(Math.Pow(letter.StartBaseLine.X - last.EndBaseLine.X, 2) + Math.Pow(letter.StartBaseLine.Y - last.EndBaseLine.Y, 2));

    /// <summary>Letters set one under the other are one line of vertical writing.</summary>
    private static List<PdfLine> Uprighted(List<PdfLine> lines)
    {
        var upright = new List<PdfLine>(lines.Count);
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && IsUnder(lines[to - 1], lines[to])) to++;
            if (to - from >= FewestUpright) upright.Add(lines[from] with { Segments = [lines[from].Segments[0] with { Text = string.Concat(lines.GetRange(from, to - from).Select(l => l.Text)) }] });
            else upright.AddRange(lines.GetRange(from, to - from));
            from = to;
        }

        return upright;
    }

    private static bool IsUnder(PdfLine above, PdfLine below) =>
        above.Text.Length == 1 && below.Text.Length == 1 && char.IsLetter(above.Text[0]) && char.IsLetter(below.Text[0])
        && Math.Abs(above.Left - below.Left) < SameBase * above.Size && above.Base - below.Base < ColumnGap * above.Size;

    private static PdfLine? Of(double baseLine, List<Letter> letters, double wordGap)
    {
        // Right-to-left scripts are drawn from the right.
        var reversed = letters.Count(l => IsRightToLeft(l.Value[0])) * 2 > letters.Count(l => char.IsLetter(l.Value[0]));
        var ordered = letters.OrderBy(l => l.StartBaseLine.X).ToList();
        var size = ordered.Max(SizeOf);
        var segments = new List<PdfSegment>();
        for (var from = 0; from < ordered.Count;)
        {
            var to = from + 1;
            while (to < ordered.Count && Gap(ordered, to) <= ColumnGap * size) to++;
            var run = ordered.GetRange(from, to - from);
            if (reversed) run.Reverse();
            if (PdfSegment.Of(run, wordGap) is { } segment) segments.Add(segment);
            from = to;
        }

        if (reversed) segments.Reverse();
        return segments.Count == 0 ? null : new(baseLine, size, segments);
    }

    // A drawn space is no ink: what counts is the distance from the last letter that is seen.
    private static double Gap(List<Letter> letters, int at)
    {
        if (string.IsNullOrWhiteSpace(letters[at].Value)) return 0;
        var before = at - 1;
        while (before > 0 && at - before < 16 && string.IsNullOrWhiteSpace(letters[before].Value)) before--;
        return letters[at].StartBaseLine.X - letters[before].EndBaseLine.X;
    }

    internal static double SizeOf(Letter letter) => letter.PointSize > 0 ? letter.PointSize : 1;

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}

/// <param name="EndsInSpace">A space was drawn at its end: the line was broken between words.</param>
internal sealed record PdfSegment(string Text, double Left, double Right, bool EndsInSpace)
{
    public static PdfSegment? Of(List<Letter> letters, double wordGap)
    {
        var text = new StringBuilder();
        Letter? last = null;
        foreach (var letter in letters)
        {
            var blank = string.IsNullOrWhiteSpace(letter.Value);
            // The same letter drawn twice in one place makes it bold.
            if (last is not null && !blank && letter.Value == last.Value && Math.Abs(letter.StartBaseLine.X - last.StartBaseLine.X) < 0.1 * letter.PointSize) continue;
            var apart = last is not null && Math.Min(Math.Abs(letter.StartBaseLine.X - last.EndBaseLine.X), Math.Abs(last.StartBaseLine.X - letter.EndBaseLine.X)) > wordGap * Math.Max(1, letter.PointSize);
            if ((blank || apart) && text.Length > 0 && text[^1] != ' ') text.Append(' ');
            if (!blank) text.Append(Shown(letter.Value, text));
            last = letter;
        }

        var words = text.ToString().Trim();
        return words.Length == 0 ? null : new(words, letters.Min(l => l.StartBaseLine.X), letters.Max(l => l.EndBaseLine.X), text[^1] == ' ');
    }

    /// <summary>The bullets of symbol fonts stand where no character is.</summary>
    private static string Shown(string value, StringBuilder before) =>
        value is [>= '\uF000' and <= '\uF0FF'] && (before.Length == 0 || before[^1] == ' ') ? "•" : value;
}
