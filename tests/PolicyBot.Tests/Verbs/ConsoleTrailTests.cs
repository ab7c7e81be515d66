using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Settings;

namespace PolicyBot.Tests.Verbs;

public sealed class ConsoleTrailTests : IAsyncLifetime
{
    private const string Hidden = "수출 허가 기간은 누가 요청했나?";

    private readonly HostFolder _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_in_the_console_is_one_row_with_its_records_and_how_many_were_withheld()
    {
        var answer = (await _host.RunAsync("ask", "인허가 절차는 누가 요청했나?", "--json")).Json;
        await _host.RunAsync("ask", Hidden);
        await _host.RunAsync("ask", Hidden, "--clearance", "classified");

        var rows = await RowsAsync();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Contains("\"who\":\"console\",\"where\":\"console/ask\"", r, StringComparison.Ordinal));
        Assert.All(answer.GetProperty("citations").EnumerateArray(), c => Assert.Contains($"\"{c.Text("recordId")}\"", rows[0], StringComparison.Ordinal));
        Assert.Contains("\"withheld\":1", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret-export", rows[1], StringComparison.Ordinal);
        Assert.Contains("\"withheld\":0", rows[2], StringComparison.Ordinal);
        Assert.Contains("\"records\":[\"secret-export\"]", rows[2], StringComparison.Ordinal);
        Assert.All((string[])["인허가", "수출", "이몽룡"], word => Assert.DoesNotContain(rows, r => r.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(0, (await _host.RunAsync("audit", "verify")).ExitCode);
    }

    [Fact]
    public async Task Every_answer_of_a_batch_is_a_row()
    {
        await _host.RunAsync("ask", "--batch", _host.Write("q.jsonl", "{\"question\": \"인허가 절차는 누가 요청했나?\"}\n{\"question\": \"Who asked for tax credits?\"}\n"));

        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task An_export_is_one_row_with_the_records_in_it()
    {
        var table = Path.Combine(_host.Path, "ledger.csv");
        await _host.RunAsync("export", table);

        var row = Assert.Single(await RowsAsync());
        Assert.Contains("\"where\":\"console/export\"", row, StringComparison.Ordinal);
        Assert.Contains("\"permits-named\"", row, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-export", row, StringComparison.Ordinal);
        Assert.Contains("\"withheld\":1", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_cannot_be_noted_is_not_written()
    {
        // A folder where the chat's database has to be.
        Directory.CreateDirectory(Path.Combine(_host.Data, "chat.db"));
        var table = Path.Combine(_host.Path, "ledger.csv");

        Assert.NotEqual(0, (await _host.RunAsync("export", table)).ExitCode);
        Assert.False(File.Exists(table));
        Assert.False(File.Exists(table + ".part"));
    }

    [Fact]
    public async Task Why_tells_in_the_console_how_many_records_were_withheld()
    {
        var settings = BotSettings.Load(_host.Write("own.json", "{}"), new Dictionary<string, string>(), []);
        await using var workplace = new Workplace(settings, _host.Data, settings.ConsoleClearance, TimeProvider.System);
        var answer = await (await workplace.OpenAnswererAsync(null, Token)).AnswerAsync(Hidden, workplace.Clearance, null, workplace.Console, null, Token);
        var shown = new StringWriter();

        await new ConsoleCommands(workplace, new(shown, PolicyBot.Text.Language.Korean)).RunAsync("/why", answer, Token);

        Assert.Contains("Records withheld here: 1", shown.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => Assert.Equal(0, (await _host.RunAsync("import", _host.Records)).ExitCode);

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var file = Path.Combine(_host.Path, "audit.jsonl");
        await _host.RunAsync("audit", "export", file);
        return await File.ReadAllLinesAsync(file, Token);
    }
}
