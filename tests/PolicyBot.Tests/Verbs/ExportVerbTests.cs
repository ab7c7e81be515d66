using PolicyBot.Verbs;

namespace PolicyBot.Tests.Verbs;

public sealed class ExportVerbTests : IDisposable
{
    private readonly HostFolder _host = new();

    private string Table => Path.Combine(_host.Path, "ledger.csv");

    [Fact]
    public async Task The_table_opens_right_in_a_spreadsheet()
    {
        await _host.RunAsync("import", _host.Records);
        var run = await _host.RunAsync("export", Table);

        Assert.Equal(0, run.ExitCode);
        var bytes = await File.ReadAllBytesAsync(Table, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"date\",\"meeting\",\"place\",\"kind\",\"level\",\"speaker\",\"present\",\"words\"", rows[0], StringComparison.Ordinal);
        Assert.Equal(4, rows.Length);
        var permits = Assert.Single(rows, r => r.Contains("permits-named", StringComparison.Ordinal));
        Assert.StartsWith("\"2025-08-05\",\"인허가 현장 간담회\",\"대전\",\"request\",\"person\",\"성춘향 가나클라우드 대표\",\"\",\"인허가 절차를 줄여 달라\",\"permits\",\"committed\",\"1\"", permits, StringComparison.Ordinal);
        Assert.Contains("\"연내 (2025-12-31)\"", permits, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_nothing_else_stands_on_standard_output()
    {
        var run = await _host.RunAsync("export", Table, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.True(File.Exists(Table));
    }

    [Fact]
    public async Task In_Korean_the_columns_and_the_words_of_the_ledger_are_Korean()
    {
        await _host.RunAsync("import", _host.Records);
        var run = await _host.RunAsync("export", Table, "--language", "ko");

        Assert.Equal($"3건을 {Table}에 썼습니다.\n", run.Out.ReplaceLineEndings("\n"));
        var rows = (await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"날짜\",\"회의\",\"장소\",\"종류\",\"발언 수준\",\"발언자\"", rows[0], StringComparison.Ordinal);
        var permits = Assert.Single(rows, r => r.Contains("permits-named", StringComparison.Ordinal));
        Assert.StartsWith("\"2025-08-05\",\"인허가 현장 간담회\",\"대전\",\"요청\",\"개인\",\"성춘향 가나클라우드 대표\",\"\",\"인허가 절차를 줄여 달라\",\"permits\",\"약속됨\"", permits, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ledger.xlsx")]
    [InlineData("ledger")]
    [InlineData("ledger.csv.txt")]
    public async Task A_table_of_another_kind_is_refused_rather_than_written_under_a_wrong_name(string name)
    {
        var run = await _host.RunAsync("export", Path.Combine(_host.Path, name));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("written as .csv only", run.Error, StringComparison.Ordinal);
        Assert.Contains(".csv 파일로만", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_host.Path, name)));
    }

    [Fact]
    public async Task An_extension_in_capitals_is_the_same() => Assert.Equal(0, (await _host.RunAsync("export", Path.Combine(_host.Path, "LEDGER.CSV"))).ExitCode);

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+82-2", "\"'+82-2\"")]
    [InlineData("-전력", "\"'-전력\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("그는 \"전력\"이라 했다", "\"그는 \"\"전력\"\"이라 했다\"")]
    [InlineData("전력 = 전기", "\"전력 = 전기\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_quoted_and_never_a_formula(string text, string cell) => Assert.Equal(cell, ExportVerb.Cell(text));

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named_and_leaves_nothing_behind()
    {
        var missing = await _host.RunAsync("export", Path.Combine(_host.Path, "no-such-folder", "ledger.csv"));
        var taken = Directory.CreateDirectory(Path.Combine(_host.Path, "taken.csv")).FullName;
        var folder = await _host.RunAsync("export", taken);

        Assert.Equal((2, 2), (missing.ExitCode, folder.ExitCode));
        Assert.Contains("no-such-folder", missing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(taken + ".part"));
    }

    public void Dispose() => _host.Dispose();
}
