using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Postgres;

namespace PolicyBot.Tests.Storage.Postgres;

public sealed class PostgresSchemaTests
{
    private static readonly string[] Old = ["CREATE TABLE a (n INTEGER) STRICT; INSERT INTO a VALUES (1)"];
    private static readonly string[] Grown = [.. Old, "ALTER TABLE a ADD COLUMN m INTEGER DEFAULT 7", "UPDATE a SET n = n + m"];

    private readonly PostgresCluster _cluster = PostgresCluster.Shared;

    [Fact]
    public void An_old_schema_is_brought_forward_and_a_current_one_left_alone()
    {
        var connection = _cluster.NewDatabase();
        using (Open(connection, Old)) { }
        using (Open(connection, Grown)) { }

        using var server = Open(connection, Grown);

        Assert.Equal(8L, server.Use(s => s.Scalar("SELECT n FROM a")));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_before_it()
    {
        var connection = _cluster.NewDatabase();

        Assert.Throws<ArchiveException>(() => Open(connection, [.. Old, "UPDATE a SET n = 99; INSERT INTO nowhere VALUES (1)"]));

        using var server = Open(connection, Grown);
        Assert.Equal(8L, server.Use(s => s.Scalar("SELECT n FROM a")));
    }

    [Fact]
    public void A_newer_schema_is_refused_by_name()
    {
        var connection = _cluster.NewDatabase();
        using (Open(connection, Grown)) { }

        var fault = Assert.Throws<ArchiveException>(() => Open(connection, Old));

        Assert.Contains("The schema trial on 127.0.0.1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("version 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_workers_may_start_on_a_new_database_at_once()
    {
        var connection = _cluster.NewDatabase();
        await Parallel.ForAsync(0, 8, TestContext.Current.CancellationToken, (_, _) =>
        {
            using var server = Open(connection, Grown);
            return ValueTask.CompletedTask;
        });

        using var one = Open(connection, Grown);
        Assert.Equal(8L, one.Use(s => s.Scalar("SELECT n FROM a")));
    }

    [Fact]
    public void Missing_rights_are_told_with_the_grant_that_mends_them()
    {
        var connection = _cluster.NewDatabase();
        var database = new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
        _cluster.Execute($"CREATE ROLE poor_{database} LOGIN");

        var fault = Assert.Throws<ArchiveException>(() => PostgresArchive.Open(_cluster.Connection(database, $"poor_{database}"), Organisations.Empty, TimeProvider.System));

        Assert.Contains("GRANT CREATE", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.IsPassing);
    }

    [Fact]
    public void A_database_that_cannot_hold_Korean_is_refused()
    {
        var connection = _cluster.NewDatabase("ENCODING 'SQL_ASCII' TEMPLATE template0");

        Assert.Contains("UTF-8", Assert.Throws<ArchiveException>(() => Open(connection, Old)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=u;Password=planted-secret", "cannot be reached", true)]
    [InlineData("Hast=127.0.0.1;Password=planted-secret", "is not a PostgreSQL connection", false)]
    public void A_connection_that_leads_nowhere_is_told_without_its_password(string connection, string told, bool passes)
    {
        var fault = Assert.Throws<ArchiveException>(() => PostgresArchive.Open(connection, Organisations.Empty, TimeProvider.System));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-secret", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(passes, fault.IsPassing);
    }

    [Fact]
    public void A_database_that_is_not_there_is_named()
    {
        var fault = Assert.Throws<ArchiveException>(() => PostgresArchive.Open(_cluster.Connection("nowhere"), Organisations.Empty, TimeProvider.System));

        Assert.Contains("/nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_connection_has_its_limits()
    {
        using var server = Open(_cluster.NewDatabase(), Old);

        Assert.Equal(("30s", "10s", "3"), server.Use(s => ((string)s.Scalar("SHOW statement_timeout")!, (string)s.Scalar("SHOW idle_in_transaction_session_timeout")!, (string)s.Scalar("SHOW tcp_keepalives_count")!)));
        Assert.Equal(("on", "off"), server.Use(s => ((string)s.Scalar("SHOW synchronous_commit")!, (string)s.Scalar("SHOW jit")!)));
    }

    private static PostgresServer Open(string connection, string[] steps) => PostgresServer.Open(connection, "trial", steps);
}
