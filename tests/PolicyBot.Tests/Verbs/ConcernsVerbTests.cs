namespace PolicyBot.Tests.Verbs;

public sealed class ConcernsVerbTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Fact]
    public async Task The_ledger_has_the_shape_of_the_contract()
    {
        var run = await _host.RunAsync("concerns", "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("concerns", run.Json);
        var concerns = run.Json.GetProperty("concerns");
        Shape.FitsEach(Shape.Statement + " replies status timesRaised firstRaised lastRaised", concerns);
        foreach (var concern in concerns.EnumerateArray())
        {
            Shape.FitsStatement(concern);
            Shape.FitsStatements(concern.GetProperty("replies"));
            Assert.Contains(concern.Text("kind"), (string[])["concern", "request"]);
        }

        Assert.Equal(["permits-named", "power-together", "tax-english"], Records(run).Order());
    }

    [Fact]
    public async Task A_concern_comes_with_its_reply_and_deadline()
    {
        var concern = (await _host.RunAsync("concerns", "--topic", "permits", "--json")).Json.GetProperty("concerns")[0];

        Assert.Equal(("committed", 1, "2025-08-05"), (concern.Text("status"), concern.GetProperty("timesRaised").GetInt32(), concern.Text("firstRaised")));
        var reply = Assert.Single(concern.GetProperty("replies").EnumerateArray());
        Assert.Equal(("commitment", "will_pursue", "2025-12-31"), (reply.Text("kind"), reply.Text("strength"), reply.GetProperty("due").Text("by")));
        Assert.Equal(concern.Text("id"), reply.GetProperty("repliesTo")[0].GetString());
    }

    [Theory]
    [InlineData("--organisation", "가나클라우드", "permits-named")]
    [InlineData("--person", "성춘향", "permits-named")]
    [InlineData("--topic", "permits", "permits-named")]
    [InlineData("--topic", "Permits", "permits-named")]
    [InlineData("--topic", "전력", "power-together")]
    [InlineData("--from", "2025-09-01", "tax-english")]
    [InlineData("--to", "2025-07-31", "power-together")]
    [InlineData("--status", "open", "tax-english")]
    [InlineData("--status", "answered", "power-together")]
    [InlineData("--status", "committed", "permits-named")]
    public async Task Each_filter_leaves_what_meets_it(string option, string value, string record)
    {
        var run = await _host.RunAsync("concerns", option, value, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([record], Records(run).Distinct());
    }

    [Fact]
    public async Task One_meeting_can_be_asked_for()
    {
        var meeting = (await _host.RunAsync("record", "power-together", "--json")).Json.GetProperty("meetings")[0].Text("id")!;

        Assert.Equal(["power-together"], Records(await _host.RunAsync("concerns", "--meeting", meeting, "--json")));
    }

    [Fact]
    public async Task Attendance_is_not_speech() => Assert.Empty(Records(await _host.RunAsync("concerns", "--organisation", "다라전자", "--json")));

    [Theory]
    [InlineData("--topic", "no-such-topic")]
    [InlineData("--from", "2025-02-30")]
    [InlineData("--to", "yesterday")]
    [InlineData("--status", "done")]
    public async Task A_filter_with_a_wrong_value_is_wrong_use(string option, string value)
    {
        var run = await _host.RunAsync("concerns", option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_present_apart_from_speakers()
    {
        var run = await _host.RunAsync("concerns", "--topic", "power");

        Assert.Contains("참석자들", run.Out, StringComparison.Ordinal);
        Assert.Contains("(present: 가나클라우드, 다라전자, 마바데이터)", run.Out, StringComparison.Ordinal);
    }

    private static string[] Records(HostRun run) => run.Json.Texts("concerns", "recordId");
}
