namespace PolicyBot.Tests.Verbs;

public sealed class CheckVerbTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task The_shipped_settings_are_good()
    {
        var run = await _host.RunAsync("check", "--connect", "--config", Path.Combine(SharedData.Config, "policybot.json"), "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("ok faults features", run.Json);
        Assert.True(run.Json.GetProperty("ok").GetBoolean());
        Assert.Equal(("on", "off", "off", "off"), (Feature(run, "console"), Feature(run, "slack"), Feature(run, "discord"), Feature(run, "model")));
        Assert.True(Directory.Exists(_host.Data));
    }

    [Fact]
    public async Task An_unknown_key_is_named_with_file_line_and_the_nearest_right_one()
    {
        var file = _host.Write("own.json", "{\n  \"Slack\": {\n    \"Token\": \"xoxb-secret-1\"\n  }\n}\n");

        var run = await _host.RunAsync("check", "--config", file, "--json");

        Assert.Equal(3, run.ExitCode);
        var fault = Assert.Single(run.Json.GetProperty("faults").EnumerateArray()).GetString()!;
        Assert.StartsWith($"{file}:3:", fault, StringComparison.Ordinal);
        Assert.Contains("'Slack:Token'", fault, StringComparison.Ordinal);
        Assert.Contains("Did you mean", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"Slcak\": {}\n}", "'Slcak'", "'Slack'")]
    [InlineData("{\n  \"Acces\": []\n}", "'Acces'", "'Access'")]
    [InlineData("{ \"Slack\": {\n  \"Bot\": {}\n} }", "'Slack:Bot'", "'Slack:")]
    [InlineData("{\n  \"TimeZone\": {}\n}", "'TimeZone'", "takes a value")]
    [InlineData("{\n  \"Digests\": [{}]\n}", "'Digests:0'", "Channel")]
    public async Task A_section_without_anything_in_it_is_looked_at_too(string json, string named, string said)
    {
        var run = await _host.RunAsync("check", "--config", _host.Write("own.json", json), "--json");

        Assert.Equal(3, run.ExitCode);
        var fault = Assert.Single(run.Json.GetProperty("faults").EnumerateArray()).GetString()!;
        Assert.Contains("own.json:2: ", fault, StringComparison.Ordinal);
        Assert.Contains(named, fault, StringComparison.Ordinal);
        Assert.Contains(said, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_there_is_may_be_empty() =>
        Assert.Equal(0, (await _host.RunAsync("check", "--config", _host.Write("own.json", """{ "Slack": {}, "Records": { "Watch": [] }, "Digests": [], "Access": { "Curators": [] } }"""))).ExitCode);

    [Theory]
    [InlineData("slack/alice", false)]
    [InlineData("slack/Ursula", false)]
    [InlineData("slack/role/budget-team", false)]
    [InlineData("slack/T1/U1", false)]
    [InlineData("discord/alice", false)]
    [InlineData("discord/role/", false)]
    [InlineData("slack/U0123ABCD", true)]
    [InlineData("slack/W0123ABCD", true)]
    [InlineData("slack/u0123abcd", true)]
    [InlineData("slack/role/S0123ABCD", true)]
    [InlineData("discord/112233445566", true)]
    [InlineData("discord/role/112233445566", true)]
    public async Task A_curator_is_named_by_an_id(string curator, bool taken)
    {
        foreach (var setting in (string[])["Access:Curators:0", "Access:Admins:0"])
        {
            var run = await _host.RunAsync("check", $"--{setting}", curator, "--json");

            Assert.Equal(taken ? [] : [$"{setting}: '{curator}' names nobody"], run.Json.GetProperty("faults").EnumerateArray().Select(f => f.GetString()!.Split(',')[0]));
            if (!taken) Assert.Contains("slack/U0123456789", run.Json.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Asia/Seuol", "Asia/Seoul")]
    [InlineData("KST", "Asia/Seoul")]
    [InlineData("Europe/Berlim", "Europe/Berlin")]
    public async Task An_unknown_time_zone_is_told_with_the_nearest_one_wherever_it_is_set(string zone, string meant)
    {
        foreach (var args in (string[][])[["--TimeZone", zone], ["--config", _host.Write("own.json", $$"""{ "TimeZone": "{{zone}}" }""")]])
        {
            var fault = Assert.Single((await _host.RunAsync(["check", "--json", .. args])).Json.GetProperty("faults").EnumerateArray()).GetString()!;

            Assert.StartsWith($"TimeZone: '{zone}'", fault, StringComparison.Ordinal);
            Assert.Contains($"such as {meant}.", fault, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ \"Slack\": { \"BotToken\": xoxb-secret-1 } }")]
    [InlineData("{ \"Slack\": { \"BotToken\": tsecret-1 } }")]
    [InlineData("{ \"Slack\": { \"BotToken\": \"xoxb-secret-1 } }")]
    [InlineData("{ \"Slack\": { \"BotToken\": \"xoxb-secret-1\\q\" } }")]
    [InlineData("\"xoxb-secret-1\"")]
    [InlineData("")]
    public async Task A_file_that_is_not_a_JSON_object_is_named_by_line_without_its_words(string json)
    {
        var file = _host.Write("own.json", json);
        foreach (var verb in (string[])["check", "records"])
        {
            var run = await _host.RunAsync(verb, "--config", file);

            Assert.Equal(3, run.ExitCode);
            Assert.Contains($"{file}:1:", run.Out + run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", run.Out + run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_settings_file_that_is_not_there_is_a_fault_in_JSON_too()
    {
        var run = await _host.RunAsync("check", "--config", "no-such-settings.json", "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.False(run.Json.GetProperty("ok").GetBoolean());
        Assert.Contains("no-such-settings.json", run.Json.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org/v1")]
    [InlineData("ws://10.0.0.1/")]
    [InlineData("ftp://example.org/")]
    [InlineData("example.org")]
    public async Task A_plain_address_is_refused_unless_it_is_this_machine(string address)
    {
        var run = await _host.RunAsync("check", "--Model:Endpoint", address, "--Model:Name", "m", "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("Model:Endpoint:", Assert.Single(run.Json.GetProperty("faults").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/v1")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://127.0.0.1:8000/")]
    [InlineData("http://[::1]:8000/")]
    public async Task A_safe_address_is_taken(string address) =>
        Assert.Equal(0, (await _host.RunAsync("check", "--Model:Endpoint", address, "--Model:Name", "m")).ExitCode);

    [Fact]
    public async Task No_secret_is_ever_printed()
    {
        string[] secrets =
            ["--Slack:BotToken", "xoxb-secret", "--Slack:SigningSecret=secret-2", "--Discord:Token", "secret-3", "--Model:ApiKey", "secret-4", "--Store:ConnectionString", "Host=x;Password=secret-5", "--Model:Endpoint", "http://u:secret-6@example.org/"];
        foreach (var verb in (string[][])[["check"], ["check", "--json"], ["records"], ["run"]])
        {
            var run = await _host.RunAsync([.. verb, .. secrets]);

            Assert.Equal(3, run.ExitCode);
            Assert.DoesNotContain("secret-", run.Out + run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("xoxb-secret", run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_secret_may_come_from_a_file()
    {
        var token = _host.Write("token", "xoxb-secret\n");

        var run = await _host.RunAsync("check", "--Slack:BotTokenFile", token, "--Slack:AppToken", "xapp-secret", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("off", Feature(run, "slack"));
        var missing = await _host.RunAsync("check", "--Slack:BotTokenFile", Path.Combine(_host.Path, "not-there"), "--json");
        Assert.Equal(3, missing.ExitCode);
        Assert.Contains("Slack:BotToken", missing.Json.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_in_the_catalogues_are_named_by_line()
    {
        var topics = _host.Write("topics.yaml", "topics:\n  - slug: power\n    korean: 전력\n    height: 3\n");

        var run = await _host.RunAsync("check", "--Records:Topics", topics, "--Records:Organisations", Path.Combine(_host.Path, "none.yaml"), "--json");

        Assert.Equal(3, run.ExitCode);
        var faults = run.Json.GetProperty("faults").EnumerateArray().Select(f => f.GetString()!).ToList();
        Assert.Contains(faults, f => f.Contains("topics.yaml:4", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("none.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connecting_tries_the_store_of_the_data_folder()
    {
        Directory.CreateDirectory(_host.Data);
        await File.WriteAllTextAsync(Path.Combine(_host.Data, "policybot.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _host.RunAsync("check")).ExitCode);
        Assert.Equal(3, (await _host.RunAsync("check", "--connect")).ExitCode);
    }

    public void Dispose() => _host.Dispose();

    private static string? Feature(HostRun run, string name) => run.Json.GetProperty("features").Text(name);
}
