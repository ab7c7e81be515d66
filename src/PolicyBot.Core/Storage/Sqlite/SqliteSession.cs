using Microsoft.Data.Sqlite;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Sqlite;

internal sealed class SqliteSession(SqliteConnection connection) : SqlSession(connection)
{
    public string File => connection.DataSource;

    public override void Begin() => Execute("BEGIN IMMEDIATE");

    public override void BeginReading() => Execute("BEGIN");

    public override void Commit() => Execute("COMMIT");

    /// <summary>SQLite may already have undone it itself, as it does on a full disk.</summary>
    public override void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) Execute("ROLLBACK");
    }
}
