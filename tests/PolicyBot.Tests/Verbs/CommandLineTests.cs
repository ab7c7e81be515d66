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
        Assert.EndsWith("--help", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'nope'. / 'nope' 명령이나 옵션은 없습니다.", "nope")]
    [InlineData("Unrecognized command or argument '--bogus'. / '--bogus' 명령이나 옵션은 없습니다.", "records", "--bogus")]
    [InlineData("Required argument missing for command: 'search'. / 'search' 명령에 필요한 값이 없습니다.", "search")]
    [InlineData("Required argument missing for option: '--topic'. / '--topic' 옵션에 값이 없습니다.", "concerns", "--topic")]
    [InlineData("Required command was not provided. / 이어질 하위 명령이 없습니다.", "review")]
    [InlineData("Option '--to' is required. / '--to' 옵션이 있어야 합니다.", "move")]
    [InlineData("Option '--topic' expects a single argument but 2 were provided. / '--topic' 옵션에는 값이 하나만 있어야 하는데 2개를 주었습니다.", "meetings", "--topic", "gpu", "--topic", "tax")]
    [InlineData("Argument 'x' not recognized. Must be one of: 'open' 'sensitive' 'classified' / 'x'은(는) 쓸 수 없습니다. 위 값 가운데 하나를 쓰십시오.", "records", "--clearance", "x")]
    [InlineData("'x' is not a day such as 2025-07-24. / 'x'은(는) 날짜가 아닙니다. 2025-07-24처럼 쓰십시오.", "records", "--as-of", "x")]
    [InlineData("'0' is not a whole number from 1 to 1000, as --top takes it. / --top에는 1부터 1000까지의 정수를 쓰십시오. '0'은(는) 쓸 수 없습니다.", "search", "word", "--top", "0")]
    public async Task Wrong_use_is_explained_in_both_languages(string told, params string[] args)
    {
        var run = await _host.RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(told, run.Error.Split(Environment.NewLine)[0]);
    }

    [Theory]
    [InlineData("'x' 기록은 여기에 없습니다. 목록 보기: policybot records", "record", "x")]
    [InlineData("'x'에 맞는 회의가 기록에 없습니다. 목록 보기: policybot meetings", "brief", "x")]
    [InlineData("'x' 주제는 없습니다. 위 주제 가운데 하나를 쓰십시오.", "concerns", "--topic", "x")]
    [InlineData("--send: discord이(가) 꺼져 있습니다. Discord:Token을(를) 설정하십시오.", "digest", "--send", "discord/42")]
    [InlineData("'x' 결정은 없습니다. person, organisation, participants, unattributed, withdraw 가운데 하나를 쓰십시오.", "review", "decide", "s", "x")]
    [InlineData("그런 파일이 없습니다. 경로를 확인하십시오.", "extract", "no-such-file.txt")]
    public async Task What_is_not_there_is_told_in_Korean_with_what_to_do(string told, params string[] args)
    {
        var run = await _host.RunAsync(args);

        Assert.NotEqual(0, run.ExitCode);
        Assert.EndsWith(" / " + told, run.Error.TrimEnd(), StringComparison.Ordinal);
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
