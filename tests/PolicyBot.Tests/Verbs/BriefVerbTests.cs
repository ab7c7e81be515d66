namespace PolicyBot.Tests.Verbs;

public sealed class BriefVerbTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Fact]
    public async Task A_brief_has_the_shape_of_the_contract()
    {
        var id = (await _host.RunAsync("record", "permits-named", "--json")).Json.GetProperty("meetings")[0].Text("id")!;
        var run = await _host.RunAsync("brief", id, "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("meeting invited text", run.Json);
        Shape.Fits(Shape.Meeting, run.Json.GetProperty("meeting"));
        Shape.FitsEach("name organisation? people concerns commitments together sameName lastContact", run.Json.GetProperty("invited"));
    }

    [Fact]
    public async Task Concerns_commitments_and_shared_requests_stand_apart()
    {
        var file = _host.Write("after.md", """
            ---
            id: after
            title: 후속 간담회 안내
            published: 2025-09-28
            grade: open
            ---
            과학기술정보통신부는 오는 2025년 10월 27일 서울에서 데이터센터 후속 간담회를 연다. 간담회에는 가나클라우드, 다라전자가 참석할 예정이다.
            """);
        Assert.Equal(0, (await _host.RunAsync("import", file)).ExitCode);
        var invited = (await _host.RunAsync("brief", "2025-10-27", "--as-of", "2026-01-05", "--json")).Json.GetProperty("invited").EnumerateArray().ToDictionary(i => i.Text("name")!);

        var own = Assert.Single(invited["가나클라우드"].GetProperty("concerns").EnumerateArray());
        Shape.Fits(Shape.Statement + " replies status timesRaised firstRaised lastRaised date meeting? place? alsoTold", own);
        Assert.Equal(("permits-named", "2025-08-05"), (own.Text("recordId"), own.Text("date")));
        var promise = Assert.Single(invited["가나클라우드"].GetProperty("commitments").EnumerateArray());
        Shape.Fits(Shape.Statement + " state byInvited general date", promise);
        Assert.Equal("overdue", promise.Text("state"));
        Assert.Empty(invited["다라전자"].GetProperty("concerns").EnumerateArray());
        Assert.Equal("power-together", Assert.Single(invited["다라전자"].GetProperty("together").EnumerateArray()).Text("recordId"));
    }

    [Fact]
    public async Task A_meeting_that_nobody_knows_is_not_found()
    {
        var run = await _host.RunAsync("brief", "양자컴퓨터");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("양자컴퓨터", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _host.RunAsync("brief")).ExitCode);
    }

    [Theory]
    [InlineData("ko", "예정")]
    [InlineData("en", "upcoming")]
    public async Task A_reader_is_told_in_the_language_asked_for(string language, string expected) =>
        Assert.Contains(expected, (await _host.RunAsync("brief", "2025-10-20", "--language", language)).Out, StringComparison.Ordinal);
}
