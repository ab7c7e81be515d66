using System.Collections;
using PolicyBot.Settings;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Settings;

public sealed class BotSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Environment_wins_over_the_file_and_the_command_line_over_both()
    {
        var file = _folder.Write("own.json", """{ "Model": { "Name": "file" }, "Slack": { "Mode": "Http" }, "TimeZone": "Asia/Tokyo" }""");

        var settings = Load(file, new() { ["Model__Name"] = "environment", ["Slack__Mode"] = "Socket" }, ("model:name", "line"));

        Assert.Empty(settings.Faults);
        Assert.Equal(("line", "Socket", "Asia/Tokyo"), (settings["Model:Name"], settings["Slack:Mode"], settings.TimeZone.Id));
    }

    [Fact]
    public void What_nobody_sets_has_its_default()
    {
        var settings = Load(_folder.Write("own.json", "{}"), []);

        Assert.Empty(settings.Faults);
        Assert.All(SettingsCatalogue.All, s => Assert.Equal(s.Default, settings[s.Key]));
        Assert.Equal(("Asia/Seoul", 50L * 1024 * 1024, PolicyBot.Records.Grade.Sensitive), (settings.TimeZone.Id, settings.MaxFileBytes, settings.ConsoleClearance.Grade));
    }

    [Fact]
    public void Every_default_is_itself_without_fault() => Assert.Empty(SettingsCheck.FindFaults(
        SettingsCatalogue.All.Where(s => s.Kind != SettingKind.Path).ToDictionary(s => s.Key, s => s.Default)));

    [Fact]
    public void An_unknown_variable_in_a_section_of_ours_is_refused_and_others_are_nobodys_business()
    {
        var settings = Load(_folder.Write("own.json", "{}"), new() { ["Slack__BotTokn"] = "xoxb-secret", ["PATH"] = "/bin", ["Other__Key"] = "1", ["SLACK"] = "2" });

        var fault = Assert.Single(settings.Faults);
        Assert.Contains("Slack__BotTokn", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slcak__BotToken", "Slack__BotToken")]
    [InlineData("SLACK_BOT_TOKEN", "Slack__BotToken")]
    [InlineData("Discrod__Token", "Discord__Token")]
    [InlineData("DISCORD_TOKEN", "Discord__Token")]
    [InlineData("Acess__Curators", "Access__Curators")]
    [InlineData("Slak__BotTokenFile", "Slack__BotTokenFile")]
    public void A_variable_that_looks_like_a_setting_is_told_and_not_refused(string name, string meant)
    {
        var settings = Load(_folder.Write("own.json", "{}"), new() { [name] = "xoxb-secret", ["Other__Token"] = "1", ["GITHUB_TOKEN"] = "2", ["HTTP_PROXY"] = "3", ["DOTNET_ROOT"] = "4" });

        Assert.Empty(settings.Faults);
        var note = Assert.Single(settings.Notes);
        Assert.Contains(name, note, StringComparison.Ordinal);
        Assert.Contains(meant + ".", note, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Subscriptions_stand_in_a_table_and_each_fault_is_named_with_what_would_do()
    {
        var settings = Load(_folder.Write("own.json", """
            { "Digests": [ { "Channel": "slack/C1", "Time": "09:15", "Zone": "Europe/Berlin", "Cadence": "daily", "Holidays": "skip" }, { "Channel": "discord/42" } ], "Holidays": ["2026-06-03"] }
            """), []);
        var orders = DigestSettings.Read(settings, name => name, name => name);

        Assert.Empty(settings.Faults);
        Assert.Equal(["digest/slack/C1", "digest/discord/42"], orders.Select(o => o.Id));
        Assert.Equal(("Europe/Berlin", new TimeOnly(9, 15), true, true), PolicyBot.Digests.Subscription.Of(orders[0]) is { } s ? (s.Zone, s.At, s.SkipsHolidays, s.IsFromSettings) : default);
        Assert.All(orders, o => Assert.Equal(PolicyBot.Chat.ConversationKind.Shared, o.To.Conversation.Kind));

        var wrong = Load(_folder.Write("wrong.json", """{ "Digests": [ { "Channel": "general" }, { "Channel": "slack/C1", "Zone": "Asia/Soul" }, { "Channel": "slack/C2", "Time": "24:30", "Tme": "1" } ], "Holidays": ["3 June"] }"""), []).Faults;
        Assert.Equal(5, wrong.Count);
        Assert.Contains(wrong, f => f.StartsWith("Digests:1: There is no time zone 'Asia/Soul'. Nearest: Asia/Seoul", StringComparison.Ordinal) && f.Contains(" / ‘Asia/Soul’ 시간대는 없습니다.", StringComparison.Ordinal));
        Assert.Contains(wrong, f => f.Contains("Digests:2:Tme", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_destination_has_its_grade_and_groups()
    {
        var settings = Load(_folder.Write("own.json", """
            { "Access": { "Groups": ["budget", "minister"], "ModelClearance": "sensitive", "ModelGroups": ["Budget"], "EmbeddingsGroups": ["minister"], "ConsoleGroups": ["budget", "minister"] } }
            """), []);

        Assert.Empty(settings.Faults);
        Assert.Equal(new(PolicyBot.Records.Grade.Sensitive, "budget"), settings.ModelClearance);
        Assert.Equal(new(PolicyBot.Records.Grade.Open, "minister"), settings.EmbeddingsClearance);
        Assert.Equal(new(PolicyBot.Records.Grade.Sensitive, "budget", "minister"), settings.ConsoleClearance);
    }

    [Fact]
    public void A_rate_of_zero_sets_no_limit()
    {
        var settings = Load(_folder.Write("own.json", """{ "Access": { "UserPerMinute": 0, "ChannelPerMinute": 0 } }"""), []);

        Assert.Empty(settings.Faults);
        Assert.Equal(PolicyBot.Chat.RateLimits.None, settings.Rates);
    }

    [Fact]
    public void A_list_keeps_its_entries_apart()
    {
        var settings = Load(_folder.Write("own.json", "// folders\n{ \"Records\": { \"Watch\": [ \"in\", \"out\", ], \"MaxFileMegabytes\": 7 } }"), []);

        Assert.Empty(settings.Faults);
        Assert.Equal(7L * 1024 * 1024, settings.MaxFileBytes);
    }

    [Theory]
    [InlineData("Slack:BotToken", "xoxb", "Slack:AppToken")]
    [InlineData("Slack:AppToken", "xapp-1", "Slack:BotToken")]
    [InlineData("Meetings:Calendars:0", "https://user:word@example.org/team.ics", null)]
    [InlineData("Model:Endpoint", "https://example.org/", "Model:Name")]
    [InlineData("Model:Timeout", "20", null)]
    [InlineData("Model:Timeout", "-00:00:20", null)]
    [InlineData("Records:MaxFileMegabytes", "0", null)]
    [InlineData("Records:MaxFileMegabytes", "1.5", null)]
    [InlineData("Access:UserPerMinute", "-1", null)]
    [InlineData("TimeZone", "Mars/Olympus", null)]
    [InlineData("Digests:0:Channel", "slack/general", null)]
    [InlineData("Digests:0:Channel", "slack/c123", null)]
    [InlineData("Digests:0:Channel", "discord/general", null)]
    [InlineData("Store:Provider", "Postgres", "Store:ConnectionString")]
    [InlineData("Access:ConsoleClearance", "secret", null)]
    [InlineData("Access:ConsoleGroups:0", "budget", null)]
    [InlineData("Access:ModelGroups:0", "budget", null)]
    [InlineData("Access:EmbeddingsGroups:0", "budget", null)]
    [InlineData("Access:Groups:0", "two words", null)]
    [InlineData("Access:Folders:0", "archive", null)]
    [InlineData("Access:Folders:0", "archive = secret", null)]
    [InlineData("Access:Folders:0", "archive = open budget", null)]
    public void A_value_that_cannot_be_worked_with_is_named(string key, string value, string? named)
    {
        var fault = Assert.Single(SettingsCheck.FindFaults(new Dictionary<string, string> { [key] = value }));

        Assert.StartsWith((named ?? key) + ":", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_tokens_are_both_named_and_none_is_quoted()
    {
        var faults = SettingsCheck.FindFaults(new Dictionary<string, string> { ["Slack:BotToken"] = "xapp-planted", ["Slack:AppToken"] = "xoxb-planted" }).ToList();

        Assert.Equal(["Slack:BotToken", "Slack:AppToken"], faults.Select(f => f[..f.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.DoesNotContain(faults, f => f.Contains("planted", StringComparison.Ordinal));
    }

    [Fact]
    public void Http_mode_needs_the_signing_secret_instead_of_the_app_token()
    {
        var values = new Dictionary<string, string> { ["Slack:BotToken"] = "xoxb", ["Slack:Mode"] = "Http" };

        Assert.StartsWith("Slack:SigningSecret:", Assert.Single(SettingsCheck.FindFaults(values)), StringComparison.Ordinal);
        Assert.Empty(SettingsCheck.FindFaults(new Dictionary<string, string>(values) { ["Slack:SigningSecret"] = "s" }));
    }

    public void Dispose() => _folder.Dispose();

    private static BotSettings Load(string file, Hashtable environment, params (string Key, string Value)[] commandLine) =>
        BotSettings.Load(file, environment, commandLine.Select(c => KeyValuePair.Create(c.Key, c.Value)));
}
