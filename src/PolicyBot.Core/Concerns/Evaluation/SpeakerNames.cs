using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns.Evaluation;

/// <summary>Tells whether two ways of naming a speaker mean the same one: "홍 대표" and "홍길동 A사 대표" do, "가나데이터" and "가나데이터랩" do not.</summary>
internal sealed class SpeakerNames(Organisations organisations)
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "the", "a", "an", "mr", "ms", "mrs", "dr", "hon", "측", "관계자", "of", "from" };

    public bool Same(string a, string b, DateOnly? on)
    {
        if (organisations.Find(a, on) is { } x && organisations.Find(b, on) is { } y) return x == y;
        var (first, second) = (Words(a, on), Words(b, on));
        if (first.Count == 0 || second.Count == 0) return false;
        var (few, many) = first.Count <= second.Count ? (first, second) : (second, first);
        return few.All(w => many.Any(o => Fits(w, o)));
    }

    private List<string> Words(string name, DateOnly? on) =>
        [.. name.ToLowerInvariant()
            .Split([' ', '\t', '\n', '(', ')', ',', '.', '·'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !Empty.Contains(w))
            .Select(w => organisations.Find(w, on)?.Name ?? w)];

    private static bool Fits(string a, string b)
    {
        var (brief, full) = a.Length <= b.Length ? (a, b) : (b, a);
        if (brief == full) return true;

        // A title glued to its organisation: A협회장 has A협회 and 협회장 in it; a surname stands for the name: 홍 for 홍길동.
        return (full.StartsWith(brief, StringComparison.Ordinal) && IsTitle(full[brief.Length..]))
            || (full.EndsWith(brief, StringComparison.Ordinal) && IsTitle(brief))
            || (brief.Length == 1 && full.Length is 2 or 3 or 4 && full[0] == brief[0] && full.All(Hangul.IsSyllable));
    }

    private static bool IsTitle(string word) => word is "장" or "협회장" || Titles.Korean.Contains(word);
}
