namespace PolicyBot.Tests.Verbs;

/// <summary>A classified record is not there, in no verb, unless the clearance allows it.</summary>
public sealed class ClearanceTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private static readonly string[] Traces = ["이몽룡", "사아보안", "secret-export", "수출 통제 비공개", "2025-09-10"];

    private readonly HostFolder _host = imported.Host;

    public static TheoryData<string> Verbs { get; } =
    [
        "ask|수출 허가 기간은 누가 요청했나?", "ask|9월 10일 간담회에서 나온 건의 정리해 줘", "ask|사아보안은 무엇을 요청했나?",
        "search|수출 통제", "records", "record|secret-export", "concerns", "concerns|--person|이몽룡", "meetings",
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task It_leaves_no_trace_without_clearance(string verb)
    {
        foreach (var json in (string[][])[["--json"], []])
        {
            var hidden = await _host.RunAsync([.. verb.Split('|'), .. json]);
            Assert.DoesNotContain(Traces, t => hidden.Out.Contains(t, StringComparison.Ordinal) && !verb.Contains(t, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task It_is_there_with_clearance(string verb)
    {
        var run = await _host.RunAsync([.. verb.Split('|'), "--clearance", "classified"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Traces, t => run.Out.Contains(t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_not_counted_without_clearance()
    {
        Assert.Equal(4, (await _host.RunAsync("status", "--json")).Json.GetProperty("records").GetInt32());
        Assert.Equal(5, (await _host.RunAsync("status", "--json", "--clearance", "classified")).Json.GetProperty("records").GetInt32());
        Assert.Contains("4건", (await _host.RunAsync("ask", "화성 탐사는 누가 요구했나?")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_exported_without_clearance()
    {
        var (open, all) = (Path.Combine(_host.Path, "open.csv"), Path.Combine(_host.Path, "all.csv"));
        await _host.RunAsync("export", open);
        await _host.RunAsync("export", all, "--clearance", "classified");

        Assert.DoesNotContain("이몽룡", await File.ReadAllTextAsync(open, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("이몽룡", await File.ReadAllTextAsync(all, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clearance_that_does_not_exist_is_wrong_use() => Assert.Equal(2, (await _host.RunAsync("records", "--clearance", "top")).ExitCode);

    [Fact]
    public async Task The_setting_for_the_console_holds_without_the_option() =>
        Assert.Contains("secret-export", (await _host.RunAsync("records", "--Access:ConsoleClearance", "classified")).Out, StringComparison.Ordinal);
}
