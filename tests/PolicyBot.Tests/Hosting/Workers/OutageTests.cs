using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PolicyBot.Tests.Slack;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Tests.Storage.Postgres;
using PolicyBot.Tests.Verbs;

namespace PolicyBot.Tests.Hosting.Workers;

/// <summary>One real worker whose PostgreSQL goes away, or has no room left, while people ask; the fake Slack's channels are the judge.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private const string First = "1800000000.000100";
    private const string Second = "1800000000.000200";
    private const string Notice = "데이터베이스를 쓸 수 없습니다";
    private const string Answered = "원문 발췌";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HostFolder _host = new();
    private readonly FakeSlackServer _slack = new();
    private readonly PostgresCluster _cluster = PostgresCluster.Begin();
    private string _connection = "";
    private WorkerProcess _worker = null!;
    private FakeSocket _socket = null!;

    public async ValueTask InitializeAsync()
    {
        await _slack.StartAsync();
        _connection = _cluster.NewDatabase();
        Assert.Equal(0, (await _host.RunAsync("import", _host.Records, "--Store:Provider", "Postgres", "--Store:ConnectionString", _connection)).ExitCode);
        _worker = WorkerProcess.Run(Path.Combine(_host.Path, "worker"), _slack, TimeSpan.Zero, "--Store:Provider", "Postgres", "--Store:ConnectionString", _connection);
        _socket = await _slack.WaitForSocketAsync(1);
        await _slack.DeliverAsync(_socket, "events_api", SlackBench.Mention("Ev1", First, "<@U0BOT> 인허가 절차는 누가 줄여 달라고 했나?"));
        await ShownAsync(First, Answered);
    }

    [Fact]
    public async Task Whoever_asks_while_the_database_is_away_is_shown_passages_at_once_and_answered_once_when_it_is_back()
    {
        _cluster.Stop();
        var mention = SlackBench.Mention("Ev2", Second, "<@U0BOT> 인허가 절차는 누가 줄여 달라고 했나?");
        var unacknowledged = await _slack.SendEnvelopeAsync(_socket, "events_api", mention);

        var notice = await ShownAsync(Second, Notice);
        Assert.Contains("성춘향 가나클라우드 대표는 인허가 절차를 줄여 달라고 요청했다", notice, StringComparison.Ordinal);
        // As Slack does with what is not acknowledged.
        await _slack.SendEnvelopeAsync(_socket, "events_api", mention);
        Assert.False(unacknowledged.IsCompleted);
        _cluster.Start();

        await ShownAsync(Second, Answered);
        await _slack.DeliverAsync(_socket, "events_api", mention);
        await SettledAsync();
        Assert.Equal((1, 1), (Shown(Second).Count(m => m.Contains(Notice, StringComparison.Ordinal)), Shown(Second).Count(m => m.Contains(Answered, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_full_disk_on_the_server_is_told_by_name_and_the_answer_comes_once_there_is_room()
    {
        Run("""
            CREATE FUNCTION policybot_chat.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON policybot_chat.outbox FOR EACH ROW EXECUTE FUNCTION policybot_chat.no_room()
            """);
        await _slack.DeliverAsync(_socket, "events_api", SlackBench.Mention("Ev2", Second, "<@U0BOT> 인허가 절차는 누가 줄여 달라고 했나?"));

        await ShownAsync(Second, Notice);
        await _worker.UntilSaidAsync("is full (53100). Nothing was half-written");
        Run("DROP TRIGGER no_room ON policybot_chat.outbox");

        await ShownAsync(Second, Answered);
        await SettledAsync();
        Assert.Equal(1, Shown(Second).Count(m => m.Contains(Answered, StringComparison.Ordinal)));
        Assert.DoesNotContain(Shown(Second), m => m.Contains("죄송합니다", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _worker?.Dispose();
        await _slack.DisposeAsync();
        _cluster.Dispose();
        _host.Dispose();
        Assert.Empty(_slack.Violations);
    }

    private void Run(string sql) => _cluster.Execute(sql, new NpgsqlConnectionStringBuilder(_connection).Database!);

    /// <summary>Another question is asked and answered: what came before it has been dealt with.</summary>
    private async Task SettledAsync()
    {
        await _slack.DeliverAsync(_socket, "events_api", SlackBench.Mention("Ev9", "1800000000.000900", "<@U0BOT> 전력 공급은 누가 늘려 달라고 했나?"));
        await ShownAsync("1800000000.000900", Answered);
    }

    private Task<string> ShownAsync(string thread, string words) => _slack.WaitAsync(() => Shown(thread).FirstOrDefault(m => m.Contains(words, StringComparison.Ordinal)), $"'{words}' under {thread}; the worker said {_worker.Log}", TimeSpan.FromMinutes(2));

    private List<string> Shown(string thread) => [.. _slack.Workspace.Messages.Where(m => (string?)m["thread_ts"] == thread).Select(m => m.ToJsonString(Readable))];
}
