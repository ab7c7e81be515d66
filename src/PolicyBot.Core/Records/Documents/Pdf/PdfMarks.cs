using UglyToad.PdfPig.Content;

namespace PolicyBot.Records.Documents.Pdf;

/// <summary>Puts small letters that stand above or below a line onto it: left where they are they would cut its sentence in two. Marks of footnotes go, as they are no words of it.</summary>
internal static class PdfMarks
{
    private const double Small = 0.75;
    private const double Above = 0.7;
    private const double Below = 0.35;
    private const double Beside = 0.6;

    /// <summary>From top to bottom, each with the base line on which it is read.</summary>
    public static List<(Letter Letter, double Base)> Settle(List<Letter> letters)
    {
        if (letters.Count == 0) return [];
        var usual = letters.Select(PdfLine.SizeOf).Order().ElementAt(letters.Count / 2);
        var (small, whole) = (new List<Letter>(), new List<Letter>());
        foreach (var letter in letters) (PdfLine.SizeOf(letter) <= usual * Small && !string.IsNullOrWhiteSpace(letter.Value) ? small : whole).Add(letter);
        whole.Sort((a, b) => b.StartBaseLine.Y.CompareTo(a.StartBaseLine.Y));
        var settled = whole.ConvertAll(l => (Letter: l, Base: l.StartBaseLine.Y));
        foreach (var letter in small)
        {
            if (Host(letter, whole, small) is not { } host) settled.Add((letter, letter.StartBaseLine.Y));
            else if (!IsMark(letter, host)) settled.Add((letter, host.StartBaseLine.Y));
        }

        return [.. settled.OrderByDescending(l => l.Base)];
    }

    /// <summary>The whole letter before it, over other small ones that belong to it too.</summary>
    private static Letter? Host(Letter letter, List<Letter> whole, List<Letter> small)
    {
        var run = small.Where(s => Math.Abs(s.StartBaseLine.Y - letter.StartBaseLine.Y) < 1 && s.StartBaseLine.X <= letter.StartBaseLine.X).OrderByDescending(s => s.StartBaseLine.X);
        var first = letter;
        foreach (var before in run)
            if (first.StartBaseLine.X - before.EndBaseLine.X < PdfLine.SizeOf(letter) * Beside) first = before;
        return Near(whole, first.StartBaseLine.Y).Where(l => !string.IsNullOrWhiteSpace(l.Value) && IsBeside(first, l)).MinBy(l => Math.Abs(first.StartBaseLine.X - l.EndBaseLine.X));
    }

    private static bool IsBeside(Letter mark, Letter letter)
    {
        var size = PdfLine.SizeOf(letter);
        var raised = mark.StartBaseLine.Y - letter.StartBaseLine.Y;
        return raised <= Above * size && raised >= -Below * size && PdfLine.SizeOf(mark) <= size * Small && Math.Abs(mark.StartBaseLine.X - letter.EndBaseLine.X) < size * Beside;
    }

    /// <summary>The letters of the lines around that height: the whole page for every mark would take its square.</summary>
    private static IEnumerable<Letter> Near(List<Letter> whole, double height)
    {
        var (low, high) = (0, whole.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (whole[middle].StartBaseLine.Y > height + PdfLine.SizeOf(whole[middle])) low = middle + 1;
            else high = middle;
        }

        for (var at = low; at < whole.Count && whole[at].StartBaseLine.Y > height - (2 * PdfLine.SizeOf(whole[at])); at++) yield return whole[at];
    }

    /// <summary>A raised figure behind a word or a sign; behind a Latin letter or a figure it may be a unit or a power.</summary>
    private static bool IsMark(Letter letter, Letter host) =>
        letter.StartBaseLine.Y > host.StartBaseLine.Y + 0.5 && letter.Value is [(>= '0' and <= '9') or ')' or '(' or '*' or '†'] && !(host.Value is [var c, ..] && char.IsAsciiLetterOrDigit(c));
}
