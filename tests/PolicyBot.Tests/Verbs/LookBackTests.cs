using PolicyBot.Records;

namespace PolicyBot.Tests.Verbs;

/// <summary>On an earlier day nobody knew what was published later: it is not found, not counted and not reckoned with.</summary>
public sealed class LookBackTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Theory]
    [InlineData("2025-09-02", "not_found", 2)]
    [InlineData("2025-09-03", "answered", 3)]
    [InlineData("2025-09-20", "answered", 4)]
    public async Task An_answer_knows_what_was_published_by_that_day(string day, string status, int records)
    {
        var answer = (await _host.RunAsync("ask", "Who asked for tax credits?", "--as-of", day, "--json")).Json;

        Assert.Equal((status, records), (answer.Text("status"), answer.GetProperty("searched").GetProperty("records").GetInt32()));
        Assert.All(answer.GetProperty("citations").EnumerateArray(), c => Assert.True(string.CompareOrdinal(c.Text("date"), day) <= 0));
    }

    [Fact]
    public async Task So_do_the_lists()
    {
        string[] then = ["--as-of", "2025-08-01", "--json"];

        Assert.Equal(["2025-07-24"], (await _host.RunAsync(["meetings", .. then])).Json.Texts("meetings", "date"));
        Assert.Equal(["power-together"], (await _host.RunAsync(["records", .. then])).Json.Texts("records", "id"));
        Assert.Equal(["power-together"], (await _host.RunAsync(["concerns", .. then])).Json.Texts("concerns", "recordId").Distinct());
        Assert.Equal(["2025-07-24", "2025-08-05"], (await _host.RunAsync("meetings", "--as-of", "2025-08-06", "--json")).Json.Texts("meetings", "date"));
        Assert.Equal(1, (await _host.RunAsync(["record", "tax-english", .. then])).ExitCode);
        Assert.Equal(0, (await _host.RunAsync(["record", "power-together", .. then])).ExitCode);
    }

    [Fact]
    public async Task A_search_goes_on_until_it_has_enough_that_was_known()
    {
        var first = (await _host.RunAsync("search", "인허가 절차를 줄여 달라", "--top", "1", "--json")).Json.Texts("passages", "recordId");
        var then = (await _host.RunAsync("search", "인허가 절차를 줄여 달라고 요청", "--top", "1", "--as-of", "2025-08-01", "--json")).Json.Texts("passages", "recordId");

        Assert.Equal(["permits-named"], first);
        Assert.Equal(["power-together"], then);
    }

    [Fact]
    public async Task What_tells_of_the_archive_itself_tells_of_all_of_it() =>
        Assert.Equal(4, (await _host.RunAsync("status", "--as-of", "2025-08-01", "--json")).Json.GetProperty("records").GetInt32());

    [Fact]
    public void Two_looks_back_together_go_to_the_earlier_day()
    {
        var (early, late) = (new DateOnly(2025, 8, 1), new DateOnly(2025, 9, 1));
        Clearance today = Grade.Sensitive;

        Assert.Equal(early, (today with { PublishedBy = early }).And(today with { PublishedBy = late }).PublishedBy);
        Assert.Equal(early, (today with { PublishedBy = late }).And(Clearance.Everything with { PublishedBy = early }).PublishedBy);
        Assert.Equal(late, today.And(today with { PublishedBy = late }).PublishedBy);
        Assert.Null(today.And(Clearance.Everything).PublishedBy);
    }
}
