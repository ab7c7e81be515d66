using System.Data.Common;
using Microsoft.Data.Sqlite;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Sqlite;

/// <summary>The database file: every connection to it is opened here, with the settings that "acknowledged means kept" rests on.</summary>
internal sealed class SqliteFile(string path) : SqlDatabase
{
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    private readonly string _still = new SqliteConnectionStringBuilder
    {
        DataSource = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();

    public override string Name => path;

    public override SqliteSession Open()
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

    public override ArchiveException Explain(DbException fault) => fault is SqliteException known ? SqliteFault.Explain(known, path) : new($"The archive {path} failed: {fault.Message} / 저장소 {path}에서 오류가 났습니다.", fault);

    /// <summary>Opens the database, creating its folder when missing, and brings it to the schema.</summary>
    public static SqliteFile Open(string folder, string name, IReadOnlyList<string> steps)
    {
        var file = new SqliteFile(Path.Combine(folder, name));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The folder {folder} cannot be created: {fault.Message} Name another with --data. / 폴더 {folder}을(를) 만들 수 없습니다. --data에 다른 폴더를 쓰십시오.", fault);
        }

        file.Use(session =>
        {
            SqliteSchema.Migrate((SqliteSession)session, steps);
            return true;
        });
        return file;
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
            // A question looks at pages all over the file: mapped, they cost no system call each, and connections share them.
            session.Execute("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA mmap_size = 1073741824");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Afterwards the files may be moved or deleted.</summary>
    public override void Release()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}
