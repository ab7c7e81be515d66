using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Answers;
using PolicyBot.Tests.Verbs;
using PolicyBot.Text;

namespace PolicyBot.Tests.Access;

/// <summary>One row for everything that left or was refused, chained: who changes one is found out.</summary>
public sealed class AuditTests(AskedArchive archive) : IClassFixture<AskedArchive>, IAsyncLifetime
{
    private readonly HostFolder _host = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private SqliteChatStore _store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_passed_the_gate_is_told_in_one_row_without_a_word_of_it()
    {
        var gate = new EgressGate(archive.Archive, new([new("slack", Grade.Open)]), _store, "small-model");
        var asked = new Conversation("slack", "T1", "D1", null, ConversationKind.Direct);
        var reply = new Reply { Language = Language.Korean, Text = "카나리 전화 010-1234-5678", IsByModel = true, Citations = [new([1], "제목", null, null, "july", null, ["비밀 인용"])] };

        await gate.PassAsync(reply, new() { Conversation = asked, UserId = "U1", AskedHash = TextHash.Of("카나리는 누구인가?") }, Token);
        await gate.PassAsync(reply with { Citations = [new([1], "제목", null, null, "nowhere", null, [])] }, new() { Conversation = asked, UserId = "U1" }, Token);

        var rows = await _store.ExportAsync(Token).ToListAsync(Token);
        Assert.Equal(2, rows.Count);
        Assert.All((string[])["\"who\":\"slack/U1\"", "\"where\":\"slack/T1/D1\"", "\"records\":[\"july\"]", "\"model\":\"small-model\"", $"\"question\":\"{TextHash.Of("카나리는 누구인가?")}\"", "\"decision\":\"Masked\""], part => Assert.Contains(part, rows[0], StringComparison.Ordinal));
        Assert.Contains("\"decision\":\"Refused\"", rows[1], StringComparison.Ordinal);
        Assert.All((string[])["카나리", "비밀", "1234", "제목"], word => Assert.DoesNotContain(rows, row => row.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UPDATE audit SET body = replace(body, 'row-7', 'row-x') WHERE sequence = 7", 7)]
    [InlineData("UPDATE audit SET at = at + 1 WHERE sequence = 7", 7)]
    [InlineData("DELETE FROM audit WHERE sequence = 7", 7)]
    [InlineData("DELETE FROM audit WHERE sequence >= 9", 9)]
    [InlineData("DELETE FROM audit WHERE sequence < 3", 1)]
    [InlineData("UPDATE audit SET sequence = -sequence WHERE sequence = 4", 4)]
    [InlineData("UPDATE audit_head SET hash = 'x'", 11)]
    public async Task A_row_that_was_changed_or_taken_out_is_named(string tampering, long row)
    {
        await FillAsync(10);
        Assert.Null((await _store.VerifyAsync(Token)).BrokenAt);

        Tamper(tampering);

        Assert.Equal(row, (await _store.VerifyAsync(Token)).BrokenAt);
        var verified = await _host.RunAsync("audit", "verify", "--json");
        Assert.Equal((1, row), (verified.ExitCode, verified.Json.GetProperty("brokenAt").GetInt64()));
    }

    [Fact]
    public async Task A_trail_without_a_row_is_whole() => Assert.Null((await _store.VerifyAsync(Token)).BrokenAt);

    [Fact]
    public async Task Rows_go_by_their_age_and_the_rest_is_still_whole()
    {
        _store.Retention = new(TimeSpan.FromDays(90), TimeSpan.FromDays(30));
        await FillAsync(5);
        _time.Advance(TimeSpan.FromDays(31));
        await FillAsync(3);

        Assert.Equal(5, await _store.SweepAsync(Token));

        var state = await _store.VerifyAsync(Token);
        Assert.Equal((3, 5, null), (state.Rows, state.Removed, state.BrokenAt));
        Assert.Equal(0, await _store.SweepAsync(Token));
        Tamper("DELETE FROM audit WHERE sequence = 6");
        Assert.Equal(6, (await _store.VerifyAsync(Token)).BrokenAt);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain()
    {
        await using var second = SqliteChatStore.Open(_host.Data, _time);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? _store : second).AppendAsync(Entry(i), Token)));

        var state = await _store.VerifyAsync(Token);
        Assert.Equal((100, null), (state.Rows, state.BrokenAt));
    }

    [Fact]
    public async Task The_export_is_one_row_a_line()
    {
        await FillAsync(3);
        var file = Path.Combine(_host.Data, "audit.jsonl");

        Assert.Equal(0, (await _host.RunAsync("audit", "export", file)).ExitCode);

        var lines = await File.ReadAllLinesAsync(file, Token);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, l => Assert.Contains("\"hash\":\"", l, StringComparison.Ordinal));
    }

    public ValueTask InitializeAsync()
    {
        _store = SqliteChatStore.Open(_host.Data, _time);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _host.Dispose();
    }

    private async Task FillAsync(int rows)
    {
        for (var i = 1; i <= rows; i++) await _store.AppendAsync(Entry(i), Token);
    }

    private static AuditEntry Entry(int i) => new("slack/U1", "slack/T1/C1", 0, [$"row-{i}"], "", "q", "a", EgressDecision.Passed);

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_host.Data, "chat.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
