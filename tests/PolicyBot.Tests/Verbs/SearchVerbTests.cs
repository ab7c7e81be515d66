namespace PolicyBot.Tests.Verbs;

public sealed class SearchVerbTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Fact]
    public async Task Passages_come_best_first_with_their_place()
    {
        var run = await _host.RunAsync("search", "인허가 절차", "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("passages", run.Json);
        var passages = run.Json.GetProperty("passages");
        Shape.FitsEach("recordId passageId score start end text", passages);
        Assert.Equal("permits-named", passages[0].Text("recordId"));
        var scores = passages.EnumerateArray().Select(p => p.GetProperty("score").GetSingle()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        foreach (var passage in passages.EnumerateArray())
        {
            var text = (await _host.RunAsync("record", passage.Text("recordId")!, "--json")).Json.GetProperty("record").Text("text")!;
            Assert.Equal(passage.Text("text"), text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task Top_limits_how_many()
    {
        Assert.Single((await _host.RunAsync("search", "간담회", "--top", "1", "--json")).Json.GetProperty("passages").EnumerateArray());
        Assert.True((await _host.RunAsync("search", "간담회", "--json")).Json.GetProperty("passages").GetArrayLength() > 1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("many")]
    public async Task A_top_that_is_no_sensible_number_is_wrong_use(string top)
    {
        var run = await _host.RunAsync("search", "전력", "--top", top);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--top", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        var run = await _host.RunAsync("search", "zzyzx", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Json.GetProperty("passages").EnumerateArray());
    }
}
