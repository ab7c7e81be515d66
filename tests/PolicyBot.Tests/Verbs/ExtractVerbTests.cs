namespace PolicyBot.Tests.Verbs;

public sealed class ExtractVerbTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task A_file_is_shown_as_understood_with_offsets_into_its_text()
    {
        var run = await _host.RunAsync("extract", Path.Combine(_host.Records, "together.md"), "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("record meetings statements", run.Json);
        Shape.Fits("title published language text", run.Json.GetProperty("record"));
        Shape.FitsMeetings(run.Json.GetProperty("meetings"));
        Shape.FitsStatements(run.Json.GetProperty("statements"));
        Assert.Equal("2025-07-25", run.Json.GetProperty("record").Text("published"));
        var text = run.Json.GetProperty("record").Text("text")!;
        Assert.Equal(OwnRecords.Together, text);
        Assert.NotEmpty(run.Json.GetProperty("statements").EnumerateArray());
        Assert.All(run.Json.GetProperty("statements").EnumerateArray(), s => Assert.Equal(s.Text("text"), text[s.GetProperty("start").GetInt32()..s.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task A_record_without_a_day_says_null()
    {
        var run = await _host.RunAsync("extract", _host.Write("note.txt", "참석자들은 전력 공급을 늘려 달라고 요청했다.\n"), "--json");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("record").GetProperty("published").ValueKind);
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        await _host.RunAsync("extract", Path.Combine(_host.Records, "together.md"));

        Assert.Empty((await _host.RunAsync("records", "--json")).Json.GetProperty("records").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_use_and_named()
    {
        var run = await _host.RunAsync("extract", "no-such-file.txt", "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("no-such-file.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_reason()
    {
        var run = await _host.RunAsync("extract", _host.Write("broken.md", "---\ntitle: [1\n---\n말\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("broken.md", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();
}
