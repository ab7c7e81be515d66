namespace PolicyBot.Tests.Verbs;

public sealed class EvalVerbTests : IDisposable
{
    private readonly HostFolder _host = new();

    private string Corpus => _host.Write("corpus.jsonl", """
        {"id": "d1", "text": "데이터센터에 전력을 더 공급해 달라는 건의가 나왔다."}
        {"id": "d2", "title": "세제", "text": "로봇 기업에 세금을 깎아 달라는 말이 있었다."}
        """);

    private string Queries => _host.Write("queries.jsonl", """{"id": "q1", "text": "전력 공급 건의"}""" + "\n" + """{"id": "q2", "text": "세금 감면"}""");

    private string Qrels => _host.Write("qrels.tsv", "query\tpassage\tscore\nq1\td1\t1\nq2\td2\t1\n");

    [Fact]
    public async Task Retrieval_is_scored_on_small_files()
    {
        var run = await _host.RunAsync("eval", "retrieval", "--corpus", Corpus, "--queries", Queries, "--qrels", Qrels, "--json");

        Assert.Equal(0, run.ExitCode);
        Shape.Fits("queries recallAt1 recallAt5 recallAt10 mrrAt10 ndcgAt10 indexSeconds p50Ms p95Ms peakMb", run.Json);
        Assert.Equal((2, 1.0), (run.Json.GetProperty("queries").GetInt32(), run.Json.GetProperty("recallAt1").GetDouble()));
    }

    [Fact]
    public async Task A_reader_gets_a_table()
    {
        var run = await _host.RunAsync("eval", "retrieval", "--corpus", Corpus, "--queries", Queries, "--qrels", Qrels);

        Assert.Contains("R@1", run.Out, StringComparison.Ordinal);
        Assert.Contains("1.000", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus")]
    [InlineData("queries")]
    [InlineData("qrels")]
    public async Task A_broken_or_missing_file_is_wrong_use_and_named(string which)
    {
        var broken = _host.Write("broken.txt", "{ this is neither\n");
        foreach (var path in (string[])[broken, Path.Combine(_host.Path, "not-there.txt")])
        {
            var run = await _host.RunAsync(
                "eval", "retrieval", "--corpus", which == "corpus" ? path : Corpus, "--queries", which == "queries" ? path : Queries, "--qrels", which == "qrels" ? path : Qrels, "--json");

            Assert.Equal((2, ""), (run.ExitCode, run.Out));
            Assert.Contains(Path.GetFileName(path), run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Attribution_is_scored_on_a_small_file()
    {
        const string text = "참석자들은 전력 공급을 늘려 달라고 요청했다.";
        var (start, end) = (text.IndexOf("전력", StringComparison.Ordinal), text.IndexOf("고 요청", StringComparison.Ordinal));
        var gold = _host.Write("gold.jsonl", $$"""
            {"id": "g1", "lang": "ko", "trap": "plain", "published": "2025-07-25", "text": "{{text}}", "statements": [{"kind": "request", "start": {{start}}, "end": {{end}}, "attribution": {"level": "participants", "names": ["참석자들"]}, "topic": "power", "reply_to": [], "strength": null, "due": null}], "notes": ""}
            """);

        var run = await _host.RunAsync("eval", "attribution", "--gold", gold, "--json");

        Assert.Equal(0, run.ExitCode);
        foreach (var name in (string[])["statements", "kind", "levelAccuracy", "falseAttributions", "bySlice"]) Assert.True(run.Json.TryGetProperty(name, out _), name);
        Shape.Fits("labelled found right precision recall f1", run.Json.GetProperty("statements"));
        Assert.Equal((1.0, 0), (run.Json.GetProperty("statements").GetProperty("f1").GetDouble(), run.Json.GetProperty("falseAttributions").GetInt32()));
        Assert.Contains("statements P / R / F1", (await _host.RunAsync("eval", "attribution", "--gold", gold)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"id\": \"g1\"")]
    [InlineData("{\"id\": \"g1\"}")]
    [InlineData("[]")]
    public async Task A_malformed_label_is_wrong_use_and_named_by_line(string line)
    {
        var run = await _host.RunAsync("eval", "attribution", "--gold", _host.Write("gold.jsonl", line + "\n"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("gold.jsonl", run.Error, StringComparison.Ordinal);
        Assert.Contains("1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_option_is_wrong_use()
    {
        Assert.Equal(2, (await _host.RunAsync("eval", "attribution")).ExitCode);
        Assert.Equal(2, (await _host.RunAsync("eval", "attribution", "--gold", "not-there.jsonl")).ExitCode);
        Assert.Equal(2, (await _host.RunAsync("eval")).ExitCode);
    }

    public void Dispose() => _host.Dispose();
}
