using PolicyBot.Tests.Prompts;

namespace PolicyBot.Tests.Verbs;

/// <summary>The built program with a model that does not work, or with faulty prompts in its working folder.</summary>
public sealed class ModelProcessTests : IAsyncLifetime
{
    private const string Question = "데이터센터 설계 기준은 누가 제안했나?\n";

    private readonly HostFolder _host = new();
    private FakeModel _fake = null!;

    public async ValueTask InitializeAsync()
    {
        _fake = await FakeModel.StartAsync();
        _fake.Says = FakeReplies.Faithful;
        foreach (var path in Directory.EnumerateFiles(PromptLibraryTests.Shipped, "*", SearchOption.AllDirectories)) _host.Write(Path.Combine("prompts", Path.GetRelativePath(PromptLibraryTests.Shipped, path)), await File.ReadAllTextAsync(path));
    }

    public async ValueTask DisposeAsync()
    {
        await _fake.DisposeAsync();
        _host.Dispose();
    }

    [Theory]
    [InlineData("answer/template.hbs", "Tell {{json question}}\n{{json passwords}}", "prompts/answer/template.hbs:2:", "'passwords'")]
    [InlineData("answer/output.schema.json", "{\n broken", "prompts/answer/output.schema.json:2:", "JSON")]
    public async Task A_faulty_prompt_is_named_by_file_and_line_and_answers_go_on_without_it(string file, string text, string place, string what)
    {
        _host.Write(Path.Combine("prompts", file), text);

        var check = await BuiltProgram.RunAsync("C", _host.Path, "", ["check", .. Settings(_fake.Endpoint)]);
        var run = await BuiltProgram.RunAsync("C", _host.Path, Question, Settings(_fake.Endpoint));

        Assert.Equal((3, 0), (check.ExitCode, run.ExitCode));
        foreach (var said in (string[])[check.Out, run.Error])
        {
            var line = Assert.Single(said.Split('\n'), l => l.Contains(place, StringComparison.Ordinal));
            Assert.Contains(what, line, StringComparison.Ordinal);
            Assert.Contains(" / ", line, StringComparison.Ordinal);
        }

        AssertExtractive(run);
        Assert.Empty(_fake.Asked);
    }

    [Theory]
    [InlineData(nameof(Fault.Refuse), "check Model:ApiKey")]
    [InlineData(nameof(Fault.UnknownModel), "check Model:Name")]
    [InlineData(nameof(Fault.TooLong), "may be too long")]
    [InlineData(nameof(Fault.Empty), "empty")]
    public async Task A_model_that_refuses_is_told_by_the_check_and_by_the_run(string fault, string says)
    {
        _fake.Fault = Enum.Parse<Fault>(fault);

        await AssertToldAsync(_fake.Endpoint, says);
    }

    [Fact]
    public Task A_model_that_is_not_there_is_told_by_the_check_and_by_the_run() => AssertToldAsync(new("http://127.0.0.1:9/v1"), "check Model:Endpoint");

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_told_by_the_check_and_by_the_run()
    {
        await using var untrusted = await UntrustedEndpoint.StartAsync();

        await AssertToldAsync(untrusted.Address, "certificate");
    }

    private async Task AssertToldAsync(Uri endpoint, string says)
    {
        var check = await BuiltProgram.RunAsync("ko_KR.UTF-8", _host.Path, "", ["check", "--connect", .. Settings(endpoint)]);
        var run = await BuiltProgram.RunAsync("ko_KR.UTF-8", _host.Path, Question, Settings(endpoint));

        Assert.Equal((3, 0), (check.ExitCode, run.ExitCode));
        var line = Assert.Single(check.Out.Split('\n'), l => l.StartsWith("문제: Model: ", StringComparison.Ordinal));
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.Contains(" / ", line, StringComparison.Ordinal);
        Assert.Contains(line["문제: Model: ".Length..], run.Error, StringComparison.Ordinal);
        AssertExtractive(run);
        Assert.DoesNotContain("sk-planted", check.Out + check.Error + run.Out + run.Error, StringComparison.Ordinal);
    }

    /// <summary>Answered, in the records' own words, and without a fault of the program.</summary>
    private static void AssertExtractive(HostRun run)
    {
        Assert.Contains("이준희 삼성SDS 대표", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private string[] Settings(Uri endpoint) => ["--data", _host.Data, $"--Model:Endpoint={endpoint}", "--Model:Name=fake", "--Model:ApiKey=sk-planted", "--Model:FirstToken=00:00:30", "--Model:Timeout=00:01:00"];
}
