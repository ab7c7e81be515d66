namespace PolicyBot.Tests;

public sealed class ReadmeTests
{
    private static readonly string Readme = Path.Combine(SharedData.Config, "..", "README.md");

    [Fact]
    public void The_table_of_verbs_is_what_the_program_takes() => Holds("verbs", ReadmeTables.Verbs());

    [Fact]
    public void The_table_of_settings_is_what_the_catalogue_says() => Holds("settings", ReadmeTables.Settings());

    private static void Holds(string table, string generated)
    {
        var (begin, end) = ($"<!-- {table} -->\n", $"<!-- /{table} -->");
        var text = File.ReadAllText(Readme).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= begin.Length && to >= from, $"README.md has no place for a table between {begin.Trim()} and {end}.");
        ApprovedFile.Matches(Readme, text[..from] + generated + "\n" + text[to..]);
    }
}
