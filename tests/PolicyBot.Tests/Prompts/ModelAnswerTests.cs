using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests.Prompts;

/// <summary>The program with a model on a loopback socket.</summary>
public sealed class ModelAnswerTests(ImportedFolder imported) : IClassFixture<ImportedFolder>, IAsyncLifetime
{
    private readonly HostFolder _host = imported.Host;
    private FakeModel _fake = null!;

    public async ValueTask InitializeAsync() => _fake = await FakeModel.StartAsync();

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task One_setting_turns_prose_on_and_its_removal_loses_prose_alone()
    {
        _fake.Says = FakeReplies.Faithful;

        var with = (await AskAsync()).Json;
        var without = (await _host.RunAsync("ask", "전력 공급은 누가 요청했나?", "--json")).Json;

        Assert.Equal(("model", "extractive"), (with.Text("by"), without.Text("by")));
        Assert.Equal(without.GetProperty("points").GetRawText(), with.GetProperty("points").GetRawText());
        Assert.Equal(without.GetProperty("citations").GetRawText(), with.GetProperty("citations").GetRawText());
    }

    [Theory]
    [InlineData(nameof(Fault.Refuse))]
    [InlineData(nameof(Fault.Break))]
    [InlineData(nameof(Fault.Garbage))]
    [InlineData(nameof(Fault.UnknownModel))]
    [InlineData(nameof(Fault.TooMany))]
    [InlineData(nameof(Fault.TooLong))]
    [InlineData(nameof(Fault.Empty))]
    [InlineData(nameof(Fault.Huge))]
    public async Task A_model_that_fails_leaves_the_records_own_words(string fault)
    {
        _fake.Fault = Enum.Parse<Fault>(fault);

        var run = await AskAsync();

        Assert.Equal((0, "extractive"), (run.ExitCode, run.Json.Text("by")));
        Assert.StartsWith("model: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-planted", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_says_what_is_wrong_with_the_connection()
    {
        _fake.Fault = Fault.Refuse;

        var run = await _host.RunAsync(["check", "--connect", .. Settings]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("check Model:ApiKey", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-planted", run.Out + run.Error, StringComparison.Ordinal);
    }

    private string[] Settings => [$"--Model:Endpoint={_fake.Endpoint}", "--Model:Name=fake", "--Model:ApiKey=sk-planted", "--Access:ModelClearance=classified"];

    private Task<HostRun> AskAsync() => _host.RunAsync(["ask", "전력 공급은 누가 요청했나?", "--json", .. Settings]);
}
