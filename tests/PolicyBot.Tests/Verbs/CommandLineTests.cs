namespace PolicyBot.Tests.Verbs;

public sealed class CommandLineTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Theory]
    [InlineData("records", "--no-such-option")]
    [InlineData("no-such-verb")]
    [InlineData("records", "--as-of", "2025-13-01")]
    [InlineData("record")]
    public async Task Wrong_use_is_explained_on_standard_error_alone(params string[] args)
    {
        var run = await _host.RunAsync(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("policybot --help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var run = await _host.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        foreach (var verb in (string[])["run", "import", "extract", "ask", "search", "concerns", "meetings", "record", "records", "export", "eval", "check", "status"])
            Assert.Contains($"\n  {verb} ", run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_are_one_line_each_without_a_trace()
    {
        var run = await _host.RunAsync("records", "--Slack:Mode", "Pigeon", "--Records:MaxFileMegabytes=none", "--Slack:Botoken", "x");

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_catalogue_is_a_wrong_setting_named_by_line()
    {
        var file = _host.Write("organisations.yaml", "organisations:\n  - {name: 예시부, kind: government}\n  - {name: 나예시부, kind: castle}\n");

        var run = await _host.RunAsync("records", "--Records:Organisations", file);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("organisations.yaml:3", run.Error, StringComparison.Ordinal);
        Assert.Contains("castle", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_onto_a_store_that_holds_something_is_wrong_use()
    {
        await _host.RunAsync("import", _host.Write("a.txt", "A사는 세제 지원을 요청했다."));

        var run = await _host.RunAsync("move", "--to", _host.Data);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("nothing was copied", run.Error, StringComparison.Ordinal);
        Assert.Contains("아무것도 옮기지 않았습니다", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_explained_without_a_trace()
    {
        Directory.CreateDirectory(_host.Data);
        await File.WriteAllTextAsync(Path.Combine(_host.Data, "policybot.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var run = await _host.RunAsync("records");

        Assert.Equal((4, ""), (run.ExitCode, run.Out));
        Assert.Contains("policybot.db", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();
}
