namespace PolicyBot.Digests;

/// <summary>Time zones by the names that people give them.</summary>
public static class TimeZones
{
    private static readonly (string Word, string Zone)[] Called =
    [
        ("kst", "Asia/Seoul"), ("서울", "Asia/Seoul"), ("한국", "Asia/Seoul"), ("utc", "Etc/UTC"), ("gmt", "Etc/UTC"), ("jst", "Asia/Tokyo"), ("도쿄", "Asia/Tokyo"), ("뉴욕", "America/New_York"), ("베를린", "Europe/Berlin"), ("런던", "Europe/London"),
    ];

    public static IReadOnlyList<string> All { get; } = [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Null when no zone is meant for sure.</summary>
    public static string? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var bare = word.Trim().Replace(' ', '_');
        if (All.FirstOrDefault(z => z.Equals(bare, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        return Called.FirstOrDefault(c => c.Word.Equals(bare, StringComparison.OrdinalIgnoreCase)).Zone is { } called && TimeZoneInfo.TryFindSystemTimeZoneById(called, out _) ? called : null;
    }

    /// <summary>The likeliest first: a city by its name, else the fewest letters to change.</summary>
    public static IEnumerable<string> Near(string word, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(word);
        var bare = word.Trim().Replace(' ', '_').ToLowerInvariant();
        return All.OrderBy(z => Distance(bare, z.ToLowerInvariant())).ThenBy(z => z, StringComparer.Ordinal).Take(most);
    }

    private static int Distance(string word, string zone)
    {
        var city = zone[(zone.LastIndexOf('/') + 1)..];
        if (city == word) return 0;
        if (word.Length > 2 && zone.Contains(word, StringComparison.Ordinal)) return 1;
        return 2 + Math.Min(Edits(word, city), Edits(word, zone));
    }

    private static int Edits(string a, string b)
    {
        if (a.Length > 64) return int.MaxValue / 2;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
