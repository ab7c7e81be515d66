using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>The place, and mostly the day or the agency, from which an English article was sent: <c>SEOUL, March 3 (Example Wire) — …</c>. Else the town would be the speaker.</summary>
internal static class PlaceLine
{
    private const int Longest = 70;
    private static readonly string[] Dashes = [" — ", " – ", " -- ", " - ", "—", " —", "— "];

    /// <summary>Where the article's own words begin; <paramref name="start"/> when no such line stands there.</summary>
    public static int Skip(string text, int start, int end)
    {
        var head = text.AsSpan(start, Math.Min(end - start, Longest));
        if (head.IsEmpty || !char.IsAsciiLetterUpper(head[0])) return start;
        foreach (var dash in Dashes)
        {
            var at = head.IndexOf(dash, StringComparison.Ordinal);
            if (at > 1 && Is(head[..at])) return start + at + dash.Length;
        }

        return start;
    }

    /// <summary>A label "Jane Doe (Company A) - " looks alike: so a town must go with a day or an agency, or be one that papers write without either.</summary>
    private static bool Is(ReadOnlySpan<char> line)
    {
        var open = line.IndexOf('(');
        if (open >= 0 && line[^1] != ')') return false;
        var place = (open < 0 ? line : line[..open]).TrimEnd(" ,");
        var comma = place.IndexOf(',');
        var town = comma < 0 ? place : place[..comma];
        if (town.IsEmpty || town.ContainsAnyExcept(Letters)) return false;
        return HasDay(place) || Towns.Contains(town.ToString()) || (open >= 0 && !town.ContainsAnyInRange('a', 'z') && IsAgency(line[(open + 1)..^1]));
    }

    private static bool IsAgency(ReadOnlySpan<char> name) =>
        name is "Reuters" or "AP" or "AFP" or "Yonhap" or "Bloomberg" or "Xinhua" or "Kyodo" or "UPI" || name.EndsWith(" News", StringComparison.Ordinal) || name.EndsWith("Wire", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" Press", StringComparison.Ordinal);

    private static bool HasDay(ReadOnlySpan<char> place)
    {
        var (month, day) = (false, false);
        foreach (var range in place.SplitAny(' ', ','))
        {
            var word = place[range].TrimEnd('.');
            if (word.IsEmpty) continue;
            if (!char.IsAsciiLetterUpper(word[0]) && !char.IsAsciiDigit(word[0])) return false;
            month |= range.Start.Value > 0 && EnglishDateWords.IsDayOrMonth(word.ToString());
            day |= char.IsAsciiDigit(word[0]);
        }

        return month && day;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .'-");

    private static readonly HashSet<string> Towns = new(StringComparer.Ordinal)
    {
        "SEOUL", "SEJONG", "BUSAN", "DAEGU", "DAEJEON", "INCHEON", "GWANGJU", "ULSAN", "SUWON", "POHANG", "CHANGWON", "JEJU", "GWACHEON", "PANGYO", "SEONGNAM", "TOKYO", "BEIJING", "WASHINGTON", "NEW YORK", "BRUSSELS", "LONDON", "PARIS", "BERLIN", "GENEVA", "SINGAPORE",
    };
}
