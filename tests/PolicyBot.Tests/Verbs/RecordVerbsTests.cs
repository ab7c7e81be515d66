namespace PolicyBot.Tests.Verbs;

public sealed class RecordVerbsTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Fact]
    public async Task A_record_comes_whole_with_offsets_that_fit_its_text()
    {
        var run = await _host.RunAsync("record", "permits-named", "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("record meetings statements", run.Json);
        Shape.Fits("id title published language grade source sources metadata text versions", run.Json.GetProperty("record"));
        Shape.FitsEach("version imported path", run.Json.GetProperty("record").GetProperty("versions"));
        Shape.FitsMeetings(run.Json.GetProperty("meetings"));
        Shape.FitsStatements(run.Json.GetProperty("statements"));
        var text = run.Json.GetProperty("record").Text("text")!;
        Assert.Equal(OwnRecords.Named, text);
        Assert.Equal(2, run.Json.GetProperty("statements").GetArrayLength());
        Assert.All(run.Json.GetProperty("statements").EnumerateArray(), s => Assert.Equal(s.Text("text"), text[s.GetProperty("start").GetInt32()..s.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found_and_says_what_to_do()
    {
        var run = await _host.RunAsync("record", "nobody", "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("'nobody'", run.Error, StringComparison.Ordinal);
        Assert.Contains("policybot records", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_are_listed_the_newest_first()
    {
        var run = await _host.RunAsync("records", "--json");

        Shape.Fits("records", run.Json);
        Shape.FitsEach("id title published grade source", run.Json.GetProperty("records"));
        Assert.Equal(["talent-coming", "tax-english", "permits-named", "power-together"], run.Json.Texts("records", "id"));
        Assert.Equal(["open"], run.Json.Texts("records", "grade").Distinct());
    }

    [Fact]
    public async Task A_reader_sees_text_meeting_and_statements()
    {
        var run = await _host.RunAsync("record", "permits-named");

        Assert.Contains("성춘향 가나클라우드 대표는 인허가 절차를 줄여 달라고 요청했다.", run.Out, StringComparison.Ordinal);
        Assert.Contains("due 연내 = 2025-12-31", run.Out, StringComparison.Ordinal);
    }
}
