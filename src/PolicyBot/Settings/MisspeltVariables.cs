namespace PolicyBot.Settings;

/// <summary>Environment variables that are read by nobody and look like settings of ours: told, never refused, as they may belong to another program.</summary>
internal static class MisspeltVariables
{
    public static IEnumerable<string> Find(IEnumerable<string> names) =>
        from name in names.Order(StringComparer.Ordinal)
        where name.Contains('_', StringComparison.Ordinal) && !SettingsCatalogue.IsOurSection(name.Replace("__", ":", StringComparison.Ordinal))
        let meant = Nearest(Letters(name))
        where meant is not null
        select $"environment variable {name} is not read. If it is meant for PolicyBot, call it {Variable(meant)}. / 환경 변수 {name}은(는) 읽지 않습니다. PolicyBot에 주려던 값이면 이름을 {Variable(meant)}(으)로 바꾸십시오.";

    private static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>Two letters may be wrong, and how the words are joined says nothing: SLACK_BOT_TOKEN, Slcak__BotToken.</summary>
    private static string? Nearest(string letters) => SettingsCatalogue.All
        .Where(s => s.Key.Contains(':', StringComparison.Ordinal))
        .SelectMany(s => s.IsSecret ? new[] { s.Key, s.FileKey } : [s.Key])
        .Select(key => (Key: key, Distance: Distance(letters, Letters(key))))
        .Where(near => near.Distance <= 2)
        .OrderBy(near => near.Distance).Select(near => near.Key).FirstOrDefault();

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Letters to change, add, drop or swap with their neighbour.</summary>
    internal static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
