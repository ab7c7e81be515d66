using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sqlite;

/// <summary>The embedded archive: one SQLite file, any number of readers, one writer at a time over all processes.</summary>
public sealed class SqliteArchive : IArchive
{
    private readonly SqliteFile _file;
    private readonly Organisations _organisations;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1);

    private SqliteArchive(SqliteFile file, Organisations organisations, TimeProvider time) =>
        (_file, _organisations, _time) = (file, organisations, time);

    /// <summary>Told of each step of a write, so that a test can end the process there.</summary>
    internal Action<ImportStep>? Passing { get; set; }

    /// <summary>Opens the archive in that folder, creating both when missing. Throws <see cref="ArchiveException"/> when it cannot be used.</summary>
    public static SqliteArchive Open(string folder, Organisations organisations, TimeProvider time)
    {
        var file = new SqliteFile(Path.Combine(folder, "policybot.db"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The folder {folder} cannot be created: {fault.Message} Name another with --data.", fault);
        }

        file.Use(session =>
        {
            SqliteSchema.Migrate(session);
            return true;
        });
        return new(file, organisations, time);
    }

    public async Task<IReadOnlyList<PutResult>> PutAsync(IReadOnlyList<ReadRecord> batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return _file.Use(session => Put(session, batch, cancellationToken));
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<KnownContent?> FindContentAsync(string contentHash, CancellationToken cancellationToken) => Read(session => session.Query(
        """
        SELECT id, (SELECT count(DISTINCT meeting) FROM tellings WHERE record = records.key), (SELECT count(*) FROM statements WHERE record = records.key)
        FROM records WHERE hash = @hash
        """,
        row => new KnownContent(new(row.GetString(0)), row.GetInt32(1), row.GetInt32(2)),
        ("@hash", contentHash)).SingleOrDefault(), cancellationToken);

    public Task<StoredRecord?> FindRecordAsync(RecordId id, Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).Find(id), cancellationToken);

    public Task<IReadOnlyList<RecordSummary>> ListRecordsAsync(Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).List(), cancellationToken);

    public Task<ArchiveExtent> MeasureAsync(Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).Measure(), cancellationToken);

    public Task<IReadOnlyList<StoredStatement>> FindStatementsAsync(StatementFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(session => new StatementQuery(session, filter.Clearance).Find(filter), cancellationToken);
    }

    public Task<IReadOnlyList<Meeting>> FindMeetingsAsync(MeetingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(session => new MeetingQuery(session, filter.Clearance).Find(filter), cancellationToken);
    }

    public Task<long> ReadSequenceAsync(CancellationToken cancellationToken) =>
        Read(session => (long)session.Scalar("SELECT coalesce(max(sequence), 0) FROM changes")!, cancellationToken);

    public async IAsyncEnumerable<RecordChange> ReadChangesAsync(long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await Read(session => NextChange(session, sequence), cancellationToken) is { } change)
        {
            yield return change;
            sequence = change.Sequence;
        }
    }

    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        _file.Release();
        return ValueTask.CompletedTask;
    }

    private List<PutResult> Put(SqliteSession session, IReadOnlyList<ReadRecord> batch, CancellationToken cancellationToken)
    {
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var rows = new RecordRows(session, _organisations, _time);
            var results = new List<PutResult>(batch.Count);
            foreach (var read in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.Add(rows.Write(read));
                Passing?.Invoke(ImportStep.RecordWritten);
            }

            Passing?.Invoke(ImportStep.BeforeCommit);
            session.Execute("COMMIT");
            Passing?.Invoke(ImportStep.Committed);
            return results;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private static RecordChange? NextChange(SqliteSession session, long after)
    {
        var next = session.Query(
            "SELECT sequence, record_id FROM changes WHERE sequence > @after ORDER BY sequence LIMIT 1",
            row => (Sequence: row.GetInt64(0), Id: new RecordId(row.GetString(1))),
            ("@after", after));
        return next is [var (number, id)] ? new(number, id, new RecordQuery(session, Grade.Classified).Find(id)) : null;
    }

    private Task<T> Read<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_file.Read(work));
    }
}
