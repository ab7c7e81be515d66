using Npgsql;
using PolicyBot.Tests.Hosting.Workers;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Tests.Storage.Postgres;

namespace PolicyBot.Tests.Verbs;

/// <summary>A server that PolicyBot cannot work with, as whoever types a verb is told.</summary>
public sealed class PostgresRefusalTests : IDisposable
{
    private readonly HostFolder _host = new();
    private readonly PostgresCluster _cluster = PostgresCluster.Shared;

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("move")]
    public async Task A_server_that_is_too_old_is_named_with_its_version_and_the_setting(string verb)
    {
        // The server says at each connection what it is.
        using var old = new CutCable(_cluster.Port) { SaysVersion = "14" };

        var run = await RunAsync(verb, _cluster.NewDatabase().Replace($"Port={_cluster.Port}", $"Port={old.Port}", StringComparison.Ordinal));

        AssertTold(run, "has version 14.", "PolicyBot needs 15 or newer", "Store:ConnectionString");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("move")]
    public async Task A_user_who_may_not_create_tables_is_told_with_the_grant_that_mends_it(string verb)
    {
        var database = new NpgsqlConnectionStringBuilder(_cluster.NewDatabase()).Database!;
        _cluster.Execute($"CREATE ROLE poor_{database} LOGIN");

        var run = await RunAsync(verb, _cluster.Connection(database, $"poor_{database}"));

        AssertTold(run, "Store:ConnectionString lacks a right", "GRANT CREATE, CONNECT ON DATABASE");
    }

    public void Dispose() => _host.Dispose();

    private async Task<HostRun> RunAsync(string verb, string connection)
    {
        if (verb == "move")
        {
            Assert.Equal(0, (await _host.RunAsync("import", _host.Records)).ExitCode);
            return await _host.RunAsync("move", "--to", connection + ";Password=planted-secret");
        }

        string[] store = ["--Store:Provider", "Postgres", "--Store:ConnectionString", connection + ";Password=planted-secret"];
        return verb == "check"
            ? await _host.RunAsync(["check", "--connect", .. store])
            : await _host.RunAsync(["run", .. store, "--Slack:BotToken", FakeSlackServer.BotToken, "--Slack:AppToken", FakeSlackServer.AppToken, "--Slack:ApiBaseUrl", "http://127.0.0.1:9/api"]).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static void AssertTold(HostRun run, params string[] words)
    {
        Assert.NotEqual(0, run.ExitCode);
        var said = run.Out + run.Error;
        Assert.All(words, w => Assert.Contains(w, said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", said, StringComparison.Ordinal);
    }
}
