namespace PolicyBot.Records.Telling;

/// <summary>Compares names of places and bodies as people write them: shorter, longer, spaced otherwise.</summary>
internal static class PlaceNames
{
    private static readonly char[] Separators = [' ', ',', '(', ')', '·', '‘', '’', '\'', '"'];

    /// <summary>One holds the other, or they share a telling word: 네이버 각 세종 인공지능 데이터센터 and 네이버 데이터센터 '각 세종'.</summary>
    public static bool Alike(string? a, string? b)
    {
        if (a is null || b is null) return false;
        var (x, y) = (Fold(a), Fold(b));
        if (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal)) return true;
        var words = Words(a);
        return words.Count > 0 && Words(b).Any(words.Contains);
    }

    /// <summary>가나밸리 간담회 at 다라연구원과 가나밸리: what it is called is only where it was.</summary>
    public static bool Holds(string? place, string words) =>
        place is not null && Fold(words) is { Length: > 0 } folded && Fold(place).Contains(folded, StringComparison.Ordinal);

    private static HashSet<string> Words(string place) =>
        [.. place.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3 && !Regions.Contains(w)).Select(Fold)];

    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
