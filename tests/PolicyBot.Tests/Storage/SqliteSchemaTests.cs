using Microsoft.Data.Sqlite;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

public sealed class SqliteSchemaTests : IDisposable
{
    private static readonly string[] Old = ["CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1)"];
    private static readonly string[] Grown = [.. Old, "ALTER TABLE a ADD COLUMN m INTEGER DEFAULT 7", "UPDATE a SET n = n + m"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_old_archive_is_brought_forward_with_what_it_holds()
    {
        using (var old = Session()) SqliteSchema.Migrate(old, Old);

        using var session = Session();
        SqliteSchema.Migrate(session, Grown);

        Assert.Equal(8L, session.Scalar("SELECT n FROM a"));
        Assert.Equal(3L, session.Scalar("PRAGMA user_version"));
    }

    [Fact]
    public void A_current_archive_is_not_touched()
    {
        using var session = Session();
        SqliteSchema.Migrate(session, Grown);
        SqliteSchema.Migrate(session, Grown);

        Assert.Equal(8L, session.Scalar("SELECT n FROM a"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_before_it()
    {
        string[] broken = [.. Old, "UPDATE a SET n = 99; INSERT INTO nowhere VALUES (1)"];
        using var session = Session();

        Assert.Throws<SqliteException>(() => SqliteSchema.Migrate(session, broken));

        Assert.Equal(1L, session.Scalar("SELECT n FROM a"));
        Assert.Equal(1L, session.Scalar("PRAGMA user_version"));
        SqliteSchema.Migrate(session, Grown);
        Assert.Equal(8L, session.Scalar("SELECT n FROM a"));
    }

    [Fact]
    public void A_newer_archive_is_refused()
    {
        using var session = Session();
        SqliteSchema.Migrate(session, Grown);

        Assert.Contains("version 3", Assert.Throws<ArchiveException>(() => SqliteSchema.Migrate(session, Old)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_programs_may_open_a_new_archive_at_once()
    {
        await Parallel.ForAsync(0, 8, TestContext.Current.CancellationToken, (_, _) =>
        {
            using var session = Session();
            SqliteSchema.Migrate(session, Grown);
            return ValueTask.CompletedTask;
        });

        using var session = Session();
        Assert.Equal(8L, session.Scalar("SELECT n FROM a"));
    }

    public void Dispose() => _folder.Dispose();

    private SqliteSession Session() => new SqliteFile(Path.Combine(_folder.Path, "test.db")).Open();
}
