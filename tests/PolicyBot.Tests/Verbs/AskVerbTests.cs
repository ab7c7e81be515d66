namespace PolicyBot.Tests.Verbs;

public sealed class AskVerbTests(ImportedFolder imported) : IClassFixture<ImportedFolder>
{
    private readonly HostFolder _host = imported.Host;

    [Theory]
    [InlineData("인허가 문제는 누가 제기했나?", "ko")]
    [InlineData("Who asked for tax credits?", "en")]
    public async Task An_answer_has_the_shape_of_the_contract(string question, string language)
    {
        var run = await _host.RunAsync("ask", question, "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.FitsAnswer(run.Json);
        Assert.Equal((question, "answered", language, "extractive"), (run.Json.Text("question"), run.Json.Text("status"), run.Json.Text("language"), run.Json.Text("by")));
        Assert.Equal((4, "2025-07-24"), (run.Json.GetProperty("searched").GetProperty("records").GetInt32(), run.Json.GetProperty("searched").Text("from")));
    }

    [Theory]
    [InlineData("전력 공급은 누가 요청했나?")]
    [InlineData("인허가 요청에 뭐라고 답했나?")]
    [InlineData("8월 5일 간담회에서 나온 건의 정리해 줘")]
    [InlineData("Who asked for tax credits?")]
    public async Task A_quote_is_the_text_of_the_record_between_its_offsets(string question)
    {
        var answer = (await _host.RunAsync("ask", question, "--json")).Json;

        Assert.NotEmpty(answer.GetProperty("citations").EnumerateArray());
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
        {
            var record = (await _host.RunAsync("record", citation.Text("recordId")!, "--json")).Json.GetProperty("record");
            Assert.Equal(citation.Text("quote"), record.Text("text")![citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
            Assert.Equal((record.Text("title"), record.Text("published")), (citation.Text("title"), citation.Text("date")));
        }
    }

    [Fact]
    public async Task A_web_source_comes_as_url()
    {
        var answer = (await _host.RunAsync("ask", "전력 공급은 누가 요청했나?", "--json")).Json;

        Assert.Equal("https://example.org/together", answer.GetProperty("citations")[0].Text("url"));
    }

    [Fact]
    public async Task What_is_not_on_record_is_done_and_said_with_count_and_period()
    {
        var run = await _host.RunAsync("ask", "화성 탐사는 누가 요구했나?", "--json");

        Assert.Equal((0, "not_found"), (run.ExitCode, run.Json.Text("status")));
        Assert.Contains("4건", run.Json.Text("text"), StringComparison.Ordinal);
        Assert.Empty(run.Json.GetProperty("points").EnumerateArray());
    }

    [Fact]
    public async Task A_reader_gets_the_text_and_where_its_numbers_stand()
    {
        var run = await _host.RunAsync("ask", "인허가", "절차는", "누가", "요청했나?");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("성춘향 가나클라우드 대표", run.Out, StringComparison.Ordinal);
        Assert.Contains("[1][2] 인허가 현장 간담회, 2025-08-06, permits-named", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task No_question_and_two_kinds_of_question_are_wrong_use()
    {
        Assert.Equal(2, (await _host.RunAsync("ask")).ExitCode);
        Assert.Equal(2, (await _host.RunAsync("ask", "전력은?", "--batch", _host.Write("q.jsonl", "{}"))).ExitCode);
        Assert.Equal(2, (await _host.RunAsync("ask", "--batch", "no-such-file.jsonl")).ExitCode);
    }

    [Fact]
    public async Task A_batch_gives_one_answer_a_line_in_order()
    {
        var file = _host.Write("good.jsonl", """
            {"id": "a", "question": "인허가 절차는 누가 요청했나?"}

            {"id": "b", "question": "Who asked for tax credits?"}
            """);

        var run = await _host.RunAsync("ask", "--batch", file, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a", "b"], run.JsonLines.Select(l => l.Text("id")));
        Assert.All(run.JsonLines, Shape.FitsAnswer);
    }

    [Theory]
    [InlineData("{\"id\": \"x\", \"question\"", 1)]
    [InlineData("[]", 1)]
    [InlineData("null", 1)]
    [InlineData("{\"id\": \"x\"}", 1)]
    [InlineData("{\"id\": \"x\", \"question\": \"화성 탐사는 누가 요구했나?\"}", 2)]
    [InlineData("{\"id\": \"x\", \"question\": \"\"}", 2)]
    public async Task A_line_that_is_no_question_or_has_no_answer_does_not_stop_the_batch(string line, int answers)
    {
        var file = _host.Write("mixed.jsonl", line + "\n{\"id\": \"b\", \"question\": \"인허가 절차는 누가 요청했나?\"}\n");

        var run = await _host.RunAsync("ask", "--batch", file, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(answers, run.JsonLines.Count);
        Assert.Equal(("b", "answered"), (run.JsonLines[^1].Text("id"), run.JsonLines[^1].Text("status")));
        if (answers == 1) Assert.Contains("mixed.jsonl:1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_may_look_like_a_setting_behind_two_dashes()
    {
        var run = await _host.RunAsync("ask", "--json", "--", "--Slack:Mode");

        Assert.Equal("--Slack:Mode", run.Json.Text("question"));
    }
}
