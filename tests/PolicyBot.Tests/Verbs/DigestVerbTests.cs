namespace PolicyBot.Tests.Verbs;

public sealed class DigestVerbTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Fact]
    public async Task A_digest_has_the_shape_of_the_contract()
    {
        var run = await _host.RunAsync("digest", "--date", "2025-10-01", "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("slot newConcerns newReplies commitmentsDue unanswered meetings text basis leftOut?", run.Json);
        Assert.Equal("2025-10-01", run.Json.Text("slot"));
        Assert.Equal(["permits-named", "power-together", "tax-english"], run.Json.Texts("newConcerns", "recordId").Order());
        Shape.FitsEach(Shape.Statement, run.Json.GetProperty("newReplies"));
        Shape.FitsEach(Shape.Statement + " replies status timesRaised firstRaised lastRaised date meeting? place? alsoTold", run.Json.GetProperty("newConcerns"));
    }

    [Fact]
    public async Task What_was_imported_as_of_a_day_is_new_on_that_day()
    {
        using var host = new HostFolder();
        Assert.Equal(0, (await host.RunAsync("import", Path.Combine(host.Records, "named.md"), "--as-of", "2025-12-30")).ExitCode);

        Assert.Equal(["permits-named"], (await host.RunAsync("digest", "--as-of", "2025-12-30", "--json")).Json.Texts("newConcerns", "recordId"));
        var next = (await host.RunAsync("digest", "--date", "2025-12-31", "--json")).Json;
        Assert.Empty(next.Texts("newConcerns", "recordId"));
        Shape.FitsEach(Shape.Statement + " state byInvited general date", next.GetProperty("commitmentsDue"));
        Assert.Equal(["due"], next.Texts("commitmentsDue", "state"));
        Assert.Equal(["overdue"], (await host.RunAsync("digest", "--date", "2026-01-01", "--json")).Json.Texts("commitmentsDue", "state"));
    }

    [Fact]
    public async Task This_weeks_meetings_are_told() =>
        Assert.Equal(["2025-10-20"], (await _host.RunAsync("digest", "--date", "2025-10-15", "--json")).Json.Texts("meetings", "date"));

    [Fact]
    public async Task A_digest_is_queued_for_a_channel_once_and_tells_it_open_records_alone()
    {
        string[] send = ["digest", "--date", "2025-10-01", "--send", "slack/C1", "--Slack:BotToken", "xoxb-planted", "--Slack:AppToken", "xapp-planted", "--json"];
        var (first, second) = (await _host.RunAsync(send), await _host.RunAsync(send));

        Assert.Equal((0, 1), (first.ExitCode, second.ExitCode));
        Assert.Contains("queued", second.Error, StringComparison.Ordinal);
        var status = await _host.RunAsync("status", "--json");
        Assert.InRange(status.Json.GetProperty("queues").GetProperty("outbox").GetInt32(), 1, 10);
        Assert.Equal(0, status.Json.GetProperty("digests").GetProperty("due").GetInt32());
        var hidden = (await _host.RunAsync("digest", "--date", "2025-10-01", "--clearance", "open", "--json")).Json;
        Assert.Equal(hidden.Texts("newConcerns", "recordId"), first.Json.Texts("newConcerns", "recordId"));
    }

    [Theory]
    [InlineData("--send", "slack/C1")]
    [InlineData("--date", "9999-12-31")]
    [InlineData("--date", "yesterday")]
    [InlineData("--topic", "no-such-topic")]
    [InlineData("--send", "general")]
    public async Task What_cannot_be_done_is_wrong_use(string option, string value)
    {
        var run = await _host.RunAsync("digest", option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.NotEmpty(run.Error);
    }
}
