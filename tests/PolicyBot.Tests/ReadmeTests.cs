using System.Text.RegularExpressions;
using PolicyBot.Settings;
using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = Path.Combine(SharedData.Config, "..", "README.md");

    [Fact]
    public void The_table_of_verbs_is_what_the_program_takes() => Holds("verbs", ReadmeTables.Verbs());

    [Fact]
    public void The_table_of_settings_is_what_the_catalogue_says() => Holds("settings", ReadmeTables.Settings());

    [Fact]
    public void Every_setting_that_it_names_exists()
    {
        var named = Setting().Matches(File.ReadAllText(Readme)).Select(m => $"{m.Groups[1]}:{m.Groups[2]}").Where(SettingsCatalogue.IsOurSection).Distinct().ToList();

        Assert.True(named.Count > 40);
        Assert.DoesNotContain(named, key => SettingsCatalogue.Find(key) is null);
    }

    [Fact]
    public async Task Every_address_of_a_model_that_it_names_is_accepted_by_the_check()
    {
        using var host = new HostFolder();
        var endpoints = Endpoint().Matches(File.ReadAllText(Readme)).Select(m => m.Value).Distinct().ToList();

        Assert.True(endpoints.Count >= 7);
        foreach (var endpoint in endpoints)
            Assert.Equal(0, (await host.RunAsync("check", $"--Model:Endpoint={endpoint}", "--Model:Name=m", "--Model:ApiKey=k", "--Model:FirstToken=00:00:30", "--Model:Timeout=00:01:00", $"--Embeddings:Endpoint={endpoint}", "--Embeddings:Name=e", "--Embeddings:ApiKey=k")).ExitCode);
    }

    [GeneratedRegex("([A-Z][A-Za-z]+)(?:__|:)([A-Z][A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex("https?://[A-Za-z0-9.:-]+/[a-z0-9/]*(?:v1)(?:/openai)?")]
    private static partial Regex Endpoint();

    private static void Holds(string table, string generated)
    {
        var (begin, end) = ($"<!-- {table} -->\n", $"<!-- /{table} -->");
        var text = File.ReadAllText(Readme).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= begin.Length && to >= from, $"README.md has no place for a table between {begin.Trim()} and {end}.");
        ApprovedFile.Matches(Readme, text[..from] + generated + "\n" + text[to..]);
    }
}
