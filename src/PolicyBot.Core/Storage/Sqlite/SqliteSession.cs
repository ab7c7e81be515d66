using Microsoft.Data.Sqlite;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Sqlite;

internal sealed class SqliteSession(SqliteConnection connection) : SqlSession(connection)
{
    public string File => connection.DataSource;

    protected override string Translate(string sql) => sql.Replace("CLOCK()", "CAST(unixepoch('subsec') * 1000 AS INTEGER)", StringComparison.Ordinal);

    /// <summary>SQLite goes on by itself, but for the changes: those begin far from zero.</summary>
    public override void ContinueNumbers(IReadOnlyList<string> tables)
    {
        if (tables.Contains("changes"))
            Execute("UPDATE sqlite_sequence SET seq = coalesce((SELECT max(sequence) FROM changes), (SELECT beginning FROM archive)) WHERE name = 'changes'");
    }

    public override void Begin() => Execute("BEGIN IMMEDIATE");

    public override void BeginReading() => Execute("BEGIN");

    public override void Commit() => Execute("COMMIT");

    /// <summary>SQLite may already have undone it itself, as it does on a full disk.</summary>
    public override void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) Execute("ROLLBACK");
    }
}
