
namespace PolicyBot.Tests.Verbs;

/// <summary>A release and the articles made of it are one happening: counted once, and all cited.</summary>
public sealed class RepeatTests : IDisposable
{
    private const string Release = """
        ---
        id: release
        title: 데이터센터 업계 간담회 개최
        published: 2025-07-25
        grade: open
        ---
        과학기술정보통신부는 2025년 7월 24일 세종에서 데이터센터 업계 간담회를 열었다. 간담회에는 가나클라우드, 다라전자, 마바데이터가 참석했다. 참석자들은 수도권 밖 데이터센터에 전력 공급을 늘려 달라고 한목소리로 요청했다. 과기정통부는 전력 공급 방안을 검토하겠다고 답했다. 이번 간담회는 현장의 어려움을 듣고 제도를 손보기 위해 마련됐으며 하반기에도 이어질 예정이다.
        """;

    private const string Article = """
        ---
        id: article
        title: "데이터센터 업계 “전력 늘려 달라”"
        published: 2025-07-26
        grade: open
        ---
        [예시신문] 데이터센터 업계가 정부와 마주 앉았다. 참석자들은 수도권 밖 데이터센터에 전력 공급을 늘려 달라고 한목소리로 요청했다. 과기정통부는 전력 공급 방안을 검토하겠다고 답했다. 이번 간담회는 현장의 어려움을 듣고 제도를 손보기 위해 마련됐으며 하반기에도 이어질 예정이다.
        """;

    /// <summary>The same form filled in for another meeting of the day.</summary>
    private const string Other = """
        ---
        id: other
        title: 로봇 업계 간담회 개최
        published: 2025-07-25
        grade: open
        ---
        과학기술정보통신부는 2025년 7월 24일 부산 벡스코에서 로봇 업계 간담회를 열었다. 간담회에는 사아로봇이 참석했다. 참석자들은 수도권 밖 데이터센터에 전력 공급을 늘려 달라고 한목소리로 요청했다. 과기정통부는 전력 공급 방안을 검토하겠다고 답했다. 이번 간담회는 현장의 어려움을 듣고 제도를 손보기 위해 마련됐으며 하반기에도 이어질 예정이다.
        """;

    /// <summary>Nothing in it says when.</summary>
    private const string Undated = """
        ---
        id: undated
        title: 데이터센터 업계 간담회 결과
        grade: open
        ---
        제3차 데이터센터 업계 간담회 결과를 알린다. 참석자들은 수도권 밖 데이터센터에 전력 공급을 늘려 달라고 한목소리로 요청했다. 과기정통부는 전력 공급 방안을 검토하겠다고 답했다. 이번 간담회는 현장의 어려움을 듣고 제도를 손보기 위해 마련됐으며 하반기에도 이어질 예정이다.
        """;

    private readonly HostFolder _host = new();

    [Fact]
    public async Task A_record_tells_what_it_repeats_and_what_repeats_it()
    {
        await ImportAsync(Release, Article);

        var article = (await _host.RunAsync("record", "article", "--json")).Json;
        var release = (await _host.RunAsync("record", "release", "--json")).Json;

        Assert.Equal("release", Assert.Single(article.GetProperty("repeats").EnumerateArray()).Text("id"));
        Assert.InRange(article.GetProperty("repeats")[0].GetProperty("share").GetInt32(), 70, 100);
        Assert.Equal("article", Assert.Single(release.GetProperty("repeatedBy").EnumerateArray()).Text("id"));
        Assert.Contains("repeats release", (await _host.RunAsync("record", "article")).Out, StringComparison.Ordinal);
        Assert.Contains("repeated by article", (await _host.RunAsync("record", "release")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_happening_counts_once_and_every_record_of_it_is_cited(bool articleFirst)
    {
        await ImportAsync(articleFirst ? [Article, Release] : [Release, Article]);

        var concerns = (await _host.RunAsync("concerns", "--json")).Json.GetProperty("concerns").EnumerateArray().ToList();
        var answer = (await _host.RunAsync("ask", "전력 공급은 누가 요구했나?", "--json")).Json;

        Assert.NotEmpty(concerns);
        Assert.All(concerns, c => Assert.Equal(1, c.GetProperty("timesRaised").GetInt32()));
        var point = answer.GetProperty("points")[0];
        var cited = point.GetProperty("citations").EnumerateArray().Select(n => answer.GetProperty("citations").EnumerateArray().Single(c => c.GetProperty("n").GetInt32() == n.GetInt32()).Text("recordId"));
        Assert.Equal(["article", "release"], cited.Order());
        Assert.Equal("participants", point.GetProperty("attribution").Text("level"));
    }

    [Fact]
    public async Task A_digest_tells_the_article_of_the_next_day_as_nothing_new()
    {
        await ImportAsync(Release);
        await _host.RunAsync("import", _host.Write("next/article.md", Article), "--as-of", "2025-10-02");

        var digest = (await _host.RunAsync("digest", "--date", "2025-10-02", "--json")).Json;

        Assert.Empty(digest.GetProperty("newConcerns").EnumerateArray());
        Assert.Empty(digest.GetProperty("newReplies").EnumerateArray());
    }

    [Fact]
    public async Task Two_meetings_of_one_day_told_on_one_form_stay_two()
    {
        await ImportAsync(Release, Other);

        var release = (await _host.RunAsync("record", "release", "--json")).Json;
        var concerns = (await _host.RunAsync("concerns", "--json")).Json.GetProperty("concerns").EnumerateArray().ToList();

        Assert.False(release.TryGetProperty("repeatedBy", out _));
        Assert.Contains(concerns, c => c.GetProperty("timesRaised").GetInt32() == 2);
    }

    [Fact]
    public async Task A_new_version_that_tells_something_else_repeats_no_more()
    {
        await ImportAsync(Release, Article);
        await _host.RunAsync("import", _host.Write("article.md", Article[..Article.IndexOf("[예시신문]", StringComparison.Ordinal)] + "보기부는 항만 물류 토론회를 다음 달 부산에서 연다. 누가 참석하는지는 아직 알려지지 않았고 논의할 주제도 정해지지 않았다."));

        Assert.False((await _host.RunAsync("record", "release", "--json")).Json.TryGetProperty("repeatedBy", out _));
        Assert.False((await _host.RunAsync("record", "article", "--json")).Json.TryGetProperty("repeats", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_without_a_day_are_linked_when_they_are_nearly_the_same(bool copyFirst)
    {
        var copy = Undated.Replace("id: undated", "id: copy", StringComparison.Ordinal) + "\n담당 부서는 인터넷진흥과다.";
        await ImportAsync(copyFirst ? [copy, Undated] : [Undated, copy]);

        var concerns = (await _host.RunAsync("concerns", "--json")).Json.GetProperty("concerns").EnumerateArray().ToList();

        Assert.Equal(copyFirst ? "undated" : "copy", await RepeatersAsync(copyFirst ? "copy" : "undated"));
        Assert.NotEmpty(concerns);
        Assert.All(concerns, c => Assert.Equal(1, c.GetProperty("timesRaised").GetInt32()));
    }

    [Theory]
    [InlineData("제3차", "제4차")]
    [InlineData("이번 간담회는 현장의 어려움을 듣고 제도를 손보기 위해 마련됐으며 ", "")]
    [InlineData("과기정통부는 전력 공급 방안을 검토하겠다고 답했다. ", "보기부는 내년 예산에 담겠다고 약속했다. ")]
    public async Task Records_without_a_day_that_differ_in_a_number_or_in_more_than_a_little_stay_apart(string words, string others)
    {
        var other = Undated.Replace("id: undated", "id: other", StringComparison.Ordinal).Replace(words, others, StringComparison.Ordinal) + " 다음 일정은 따로 알린다고 밝혔고 장소는 아직 정해지지 않았다.";
        await ImportAsync(Undated, other);

        Assert.Equal("", await RepeatersAsync("undated"));
    }

    [Fact]
    public async Task A_record_without_a_day_makes_no_one_happening_of_two_days()
    {
        static string On(string id, string day) => Undated.Replace("id: undated", $"id: {id}\npublished: {day}", StringComparison.Ordinal);
        await ImportAsync(On("july", "2025-07-25"), On("august", "2025-08-25"), Undated);

        Assert.Equal("undated", await RepeatersAsync("july"));
        Assert.Equal("", await RepeatersAsync("august"));
    }

    public void Dispose() => _host.Dispose();

    private async Task<string> RepeatersAsync(string id) =>
        (await _host.RunAsync("record", id, "--json")).Json.TryGetProperty("repeatedBy", out var by) ? string.Join(' ', by.EnumerateArray().Select(r => r.Text("id"))) : "";

    private async Task ImportAsync(params string[] texts)
    {
        foreach (var (n, text) in texts.Index()) Assert.Equal(0, (await _host.RunAsync("import", _host.Write($"{n}.md", text))).ExitCode);
    }
}
