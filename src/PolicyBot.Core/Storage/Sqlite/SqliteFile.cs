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

    private readonly string _still = new SqliteConnectionStringBuilder
    {
        DataSource = new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri + "?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();

    public SqliteSession Open()
    {
        try
        {
            return OpenWritable();
        }
        catch (SqliteException fault) when (IsReadOnlyFolder(fault))
        {
            var connection = new SqliteConnection(_still);
            connection.Open();
            return new(connection);
        }
    }

    // WAL needs a file beside the database. Where none can be made, an archive without a log left over is read as it lies: nobody can be writing it.
    private bool IsReadOnlyFolder(SqliteException fault) =>
        fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY && File.Exists(path) && !File.Exists(path + "-wal");

    private SqliteSession OpenWritable()
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
