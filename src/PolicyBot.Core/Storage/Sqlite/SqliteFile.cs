using Microsoft.Data.Sqlite;

namespace PolicyBot.Storage.Sqlite;

/// <summary>The database file: every connection to it is opened here, with the settings that "acknowledged means kept" rests on.</summary>
internal sealed class SqliteFile(string path)
{
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    public string Path => path;

    public SqliteSession Open()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            // WAL with synchronous=NORMAL would lose acknowledged commits on a power cut: only FULL syncs the log at each commit.
            session.Execute("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public T Use<T>(Func<SqliteSession, T> work)
    {
        try
        {
            using var session = Open();
            return work(session);
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Explain(fault, path);
        }
    }

    /// <summary>Many queries on one state of the archive, whatever is written meanwhile.</summary>
    public T Read<T>(Func<SqliteSession, T> work) => Use(session =>
    {
        session.Execute("BEGIN");
        try
        {
            return work(session);
        }
        finally
        {
            session.RollBack();
        }
    });

    /// <summary>Lets the pooled handles go, so that the files may be moved or deleted.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}
