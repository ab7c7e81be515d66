using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Storage.Sqlite;

/// <summary>The vectors of passages beside the search index: derived like it, yet kept with more care, as each was paid for.</summary>
public sealed class VectorFile : IDisposable
{
    private readonly SqliteConnection _connection;

    private VectorFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens <c>vectors.db</c> in that folder. A file that cannot be read starts anew.</summary>
    public static VectorFile Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "vectors.db");
        try
        {
            return OpenOrCreate(path);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            foreach (var part in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(part);
            return OpenOrCreate(path);
        }
        catch (SqliteException fault)
        {
            throw new ArchiveException($"The vectors in {path} cannot be used: {fault.Message} They are derived: the file may be deleted. / {path}의 벡터를 쓸 수 없습니다. 다시 만들 수 있는 것이니 파일을 지워도 됩니다.", fault);
        }
    }

    /// <summary>What the vectors are of; null when there are none.</summary>
    public VectorState? Read()
    {
        using var command = Command("SELECT name, dimension, sequence, fault, (SELECT count(*) FROM vectors) FROM state");
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt32(4)) : null;
    }

    public IEnumerable<PassageVector> ReadAll()
    {
        using var command = Command("SELECT record, passage, grade, group_name, day, cells FROM vectors ORDER BY record, passage");
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new(new(row.GetString(0)), new(row.GetString(1)), (Grade)row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : DateOnly.FromDayNumber(row.GetInt32(4)), MemoryMarshal.Cast<byte, sbyte>((byte[])row.GetValue(5)).ToArray());
    }

    /// <summary>Forgets everything and begins with these.</summary>
    public void Reset(string name, int dimension, long sequence)
    {
        using var transaction = _connection.BeginTransaction();
        Execute("DELETE FROM vectors");
        Execute("DELETE FROM state");
        Execute("INSERT INTO state (name, dimension, sequence) VALUES (@name, @dimension, @sequence)", ("@name", name), ("@dimension", dimension), ("@sequence", sequence));
        transaction.Commit();
    }

    /// <summary>Puts these in the place of what the records had, complete up to this change. False when another process was here meanwhile: nothing is written then.</summary>
    public bool Write(long before, long sequence, IReadOnlyDictionary<RecordId, IReadOnlyList<PassageVector>> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var transaction = _connection.BeginTransaction();
        if (Execute("UPDATE state SET sequence = @sequence, fault = NULL WHERE sequence = @before", ("@sequence", sequence), ("@before", before)) == 0) return false;
        foreach (var (record, vectors) in records)
        {
            Execute("DELETE FROM vectors WHERE record = @record", ("@record", record.Value));
            foreach (var one in vectors)
                Execute(
                    "INSERT INTO vectors (record, passage, grade, group_name, day, cells) VALUES (@record, @passage, @grade, @group, @day, @cells) ON CONFLICT DO NOTHING",
                    ("@record", record.Value), ("@passage", one.Id.Value), ("@grade", (int)one.Grade), ("@group", one.Group), ("@day", one.Day?.DayNumber), ("@cells", MemoryMarshal.AsBytes(one.Cells.Span).ToArray()));
        }

        transaction.Commit();
        return true;
    }

    /// <summary>Why the vectors are behind; null when they are not.</summary>
    public void Note(string? fault) => Execute("UPDATE state SET fault = @fault WHERE fault IS NOT @fault", ("@fault", fault));

    public void Dispose() => _connection.Dispose();

    private static VectorFile OpenOrCreate(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, Pooling = false }.ToString());
        var file = new VectorFile(connection);
        try
        {
            connection.Open();
            // A power cut costs at most the last batch, which is made again.
            file.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 30000");
            file.Execute(
                """
                CREATE TABLE IF NOT EXISTS state (name TEXT NOT NULL, dimension INTEGER NOT NULL, sequence INTEGER NOT NULL, fault TEXT) STRICT;
                CREATE TABLE IF NOT EXISTS vectors (
                    record TEXT NOT NULL, passage TEXT NOT NULL, grade INTEGER NOT NULL, group_name TEXT, day INTEGER, cells BLOB NOT NULL, PRIMARY KEY (record, passage)
                ) STRICT;
                """);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}

/// <param name="Name">Of the model.</param>
/// <param name="Sequence">The archive's change up to which they are complete.</param>
/// <param name="Fault">Why they are not being brought up further; null when they are.</param>
public sealed record VectorState(string Name, int Dimension, long Sequence, string? Fault, int Passages);
