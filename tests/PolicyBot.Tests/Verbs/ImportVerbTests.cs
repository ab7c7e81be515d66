namespace PolicyBot.Tests.Verbs;

public sealed class ImportVerbTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task A_day_told_once_wins_over_a_captions_and_is_not_forgotten()
    {
        var article = _host.Write("article.txt", "홍길동 A사 대표는 22일 세종에서 열린 간담회에서 전력 공급을 늘려 달라고 요청했다.\n\n자료사진 2024.3.5 예시통신\n");

        await _host.RunAsync("import", article, "--published", "2025-07-23");
        var again = await _host.RunAsync("import", article, "--published", "2025-07-23", "--json");
        var records = await _host.RunAsync("records", "--json");

        Assert.Equal(1, again.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal("2025-07-23", Assert.Single(records.Json.GetProperty("records").EnumerateArray()).GetProperty("published").GetString());
    }

    [Fact]
    public async Task A_text_imported_again_without_its_day_keeps_it()
    {
        var article = _host.Write("article.txt", "홍길동 A사 대표는 22일 세종에서 열린 간담회에서 전력 공급을 늘려 달라고 요청했다.\n");

        await _host.RunAsync("import", article, "--published", "2025-07-23");
        var again = await _host.RunAsync("import", article, "--json");

        Assert.Equal((1, 0), (again.Json.GetProperty("unchanged").GetInt32(), again.Json.GetProperty("updated").GetInt32()));
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_no_file() =>
        Assert.Equal(2, (await _host.RunAsync("import", "a.txt", "--publishd", "2025-07-10")).ExitCode);

    [Fact]
    public async Task A_folder_is_imported_once_and_then_unchanged()
    {
        var first = await _host.RunAsync("import", _host.Records, "--json");
        var again = await _host.RunAsync("import", _host.Records, "--json");

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        Shape.Fits("imported unchanged updated rejected records", first.Json);
        Shape.FitsEach("id path title meetings statements version?", first.Json.GetProperty("records"));
        Assert.Equal(5, first.Json.GetProperty("imported").GetInt32());
        Assert.Equal((0, 5), (again.Json.GetProperty("imported").GetInt32(), again.Json.GetProperty("unchanged").GetInt32()));
        Assert.Contains("permits-named", first.Json.Texts("records", "id"));
    }

    [Fact]
    public async Task A_new_version_counts_as_updated()
    {
        await _host.RunAsync("import", _host.Records);
        _host.Write("records/named.md", OwnRecords.Named.Replace("대전", "부산", StringComparison.Ordinal));

        var run = await _host.RunAsync("import", _host.Records, "--json");

        Assert.Equal((1, 4), (run.Json.GetProperty("updated").GetInt32(), run.Json.GetProperty("unchanged").GetInt32()));
        var record = (await _host.RunAsync("record", "permits-named", "--json")).Json.GetProperty("record");
        Assert.Equal([2, 1], record.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_bad_file_is_refused_by_name_and_its_neighbours_come_in()
    {
        _host.Write("records/empty.txt", "");

        var run = await _host.RunAsync("import", _host.Records, "--json");

        Assert.Equal(1, run.ExitCode);
        var rejected = Assert.Single(run.Json.GetProperty("rejected").EnumerateArray());
        Shape.Fits("path reason", rejected);
        Assert.EndsWith("empty.txt", rejected.Text("path"), StringComparison.Ordinal);
        Assert.NotEmpty(rejected.Text("reason")!);
        Assert.Equal(5, run.Json.GetProperty("imported").GetInt32());
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_refused_by_name()
    {
        var run = await _host.RunAsync("import", Path.Combine(_host.Path, "nowhere"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_nothing_is_wrong_use() => Assert.Equal(2, (await _host.RunAsync("import")).ExitCode);

    [Fact]
    public async Task What_is_imported_under_another_day_counts_as_imported_then()
    {
        await _host.RunAsync("import", _host.Records, "--as-of", "2025-09-20");

        var record = (await _host.RunAsync("record", "permits-named", "--json")).Json.GetProperty("record");
        Assert.StartsWith("2025-09-20", record.GetProperty("versions")[0].Text("imported"), StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();
}
