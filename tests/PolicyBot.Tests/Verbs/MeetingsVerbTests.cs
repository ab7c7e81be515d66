namespace PolicyBot.Tests.Verbs;

public sealed class MeetingsVerbTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Fact]
    public async Task Meetings_have_the_shape_of_the_contract()
    {
        var run = await _host.RunAsync("meetings", "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("meetings", run.Json);
        Shape.FitsMeetings(run.Json.GetProperty("meetings"));
        Assert.Equal(["2025-07-24", "2025-08-05", "2025-09-02", "2025-10-20"], run.Json.Texts("meetings", "date").Order());
    }

    [Fact]
    public async Task Upcoming_counts_from_the_day_it_is_today()
    {
        Assert.Equal(["2025-10-20"], (await _host.RunAsync("meetings", "--upcoming", "--json")).Json.Texts("meetings", "date"));
        Assert.Empty((await _host.RunAsync("meetings", "--upcoming", "--as-of", "2025-10-21", "--json")).Json.Texts("meetings", "date"));
        Assert.Empty((await _host.RunAsync("meetings", "--days", "5", "--json")).Json.Texts("meetings", "date"));
        Assert.Equal(["2025-10-20"], (await _host.RunAsync("meetings", "--days", "5", "--as-of", "2025-10-15", "--json")).Json.Texts("meetings", "date"));
    }

    [Fact]
    public async Task An_announced_meeting_whose_day_is_past_is_not_called_upcoming()
    {
        string[] after = ["meetings", "--as-of", "2025-10-21"];

        var listed = (await _host.RunAsync([.. after, "--json"])).Json.GetProperty("meetings").EnumerateArray().Where(m => m.TryGetProperty("unconfirmed", out var u) && u.GetBoolean());
        var run = await _host.RunAsync(after);

        Assert.Equal("2025-10-20", Assert.Single(listed).GetProperty("date").GetString());
        Assert.Contains("2025-10-20 Announced; whether it was held is not on record / 개최 여부 확인 안 됨", run.Out, StringComparison.Ordinal);
        Assert.Contains("2025-10-20 Upcoming", (await _host.RunAsync("meetings", "--as-of", "2025-10-20")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organisation_may_be_named_by_an_alias()
    {
        var run = await _host.RunAsync("meetings", "--organisation", "과기정통부", "--json");

        Assert.Contains("2025-07-24", run.Json.Texts("meetings", "date"));
        Assert.Empty((await _host.RunAsync("meetings", "--organisation", "없는기관", "--json")).Json.Texts("meetings", "date"));
    }

    [Theory]
    [InlineData("permits")]
    [InlineData("인허가·입지")]
    public async Task The_topic_may_be_named_by_slug_or_name(string topic) =>
        Assert.Equal(["2025-08-05"], (await _host.RunAsync("meetings", "--topic", topic, "--json")).Json.Texts("meetings", "date"));

    [Theory]
    [InlineData("--topic", "no-such-topic")]
    [InlineData("--days", "0")]
    [InlineData("--days", "soon")]
    public async Task A_filter_with_a_wrong_value_is_wrong_use(string option, string value) =>
        Assert.Equal(2, (await _host.RunAsync("meetings", option, value)).ExitCode);

    [Fact]
    public async Task A_reader_sees_who_was_present()
    {
        var run = await _host.RunAsync("meetings", "--topic", "power");

        Assert.Contains("present: 가나클라우드; 다라전자; 마바데이터", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 meetings / 1건" + Environment.NewLine, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_meetings_are_written_as_a_calendar()
    {
        var file = Path.Combine(_host.Path, "meetings.ics");
        var run = await _host.RunAsync("meetings", "--upcoming", "--ics", file, "--json");

        Assert.Equal(["2025-10-20"], run.Json.Texts("meetings", "date"));
        var feed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(1, feed.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART;VALUE=DATE:20251020", feed, StringComparison.Ordinal);
    }
}
