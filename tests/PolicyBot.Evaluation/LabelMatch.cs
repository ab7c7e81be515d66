using PolicyBot.Concerns;

namespace PolicyBot.Evaluation;

/// <summary>
/// Finds the statement that a gold label means. Labels are summaries, not quotations, so a label is met by the statement that holds the greatest share of its words, at least three tenths of them (one word of four is chance).
/// A word is held when its stem stands in the statement's words: two syllables of a Korean word (endings and particles differ), five letters of an English one.
/// Among equals the one that no other label has met comes first: a retelling may join two labels in one sentence, so a statement may still meet several.
/// </summary>
internal static class LabelMatch
{
    private const double LeastShare = 0.3;

    public static Statement? Find(string label, Reading reading, IEnumerable<Statement> among, ISet<Statement> met)
    {
        var best = among
            .Select(s => (Statement: s, Share: Share(label, reading.Words(s))))
            .Where(c => c.Share >= LeastShare)
            .OrderByDescending(c => c.Share)
            .ThenBy(c => met.Contains(c.Statement))
            .Select(c => c.Statement)
            .FirstOrDefault();
        if (best is not null) met.Add(best);
        return best;
    }

    private static double Share(string label, string words)
    {
        var stems = Stems(label);
        return stems.Count == 0 ? 0 : (double)stems.Count(s => words.Contains(s, StringComparison.OrdinalIgnoreCase)) / stems.Count;
    }

    private static List<string> Stems(string label)
    {
        char[] breaks = [' ', ',', '·', '(', ')', ';', '"', '-', '~'];
        return [.. label.Split(breaks, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Select(Stem).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Stem(string word) => word[..Math.Min(word.Length, char.IsAscii(word[0]) ? 5 : 2)];
}
