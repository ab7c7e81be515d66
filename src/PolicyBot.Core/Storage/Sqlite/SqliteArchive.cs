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

    /// <summary>Sets up the writing connection further, so that a test can make its disk small.</summary>
    internal Action<SqliteSession>? Prepared { get; set; }

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

    public Task<IReadOnlyDictionary<string, KnownContent>> FindContentsAsync(IReadOnlyList<string> contentHashes, CancellationToken cancellationToken) =>
        Read(session => RecordQuery.FindContents(session, contentHashes), cancellationToken);

    public Task<IReadOnlyList<RecordId>> ListUnderstoodOtherwiseAsync(string understanding, CancellationToken cancellationToken) =>
        Read(session => RecordQuery.ListUnderstoodOtherwise(session, understanding), cancellationToken);

    public Task<StoredRecord?> FindRecordAsync(RecordId id, Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).Find(id), cancellationToken);

    public Task<IReadOnlyDictionary<RecordId, TextPlaces>> FindPlacesAsync(IReadOnlyList<RecordId> ids, Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).FindPlaces(ids), cancellationToken);

    public Task<IReadOnlyList<RecordSummary>> ListRecordsAsync(Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).List(), cancellationToken);

    public Task<IReadOnlyList<RecordArrival>> ListArrivalsAsync(Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).ListArrivals(), cancellationToken);

    public Task<string?> FindTextBeforeAsync(RecordId id, DateTimeOffset before, Grade clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).FindTextBefore(id, before), cancellationToken);

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

    public Task<ArchiveSequence> ReadSequenceAsync(CancellationToken cancellationToken) => Read(session => session.Query(
        "SELECT beginning, coalesce((SELECT max(sequence) FROM changes), beginning) FROM archive",
        row => new ArchiveSequence(row.GetInt64(0), row.GetInt64(1))).Single(), cancellationToken);

    public async IAsyncEnumerable<RecordChange> ReadChangesAsync(long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await Read(session => RecordQuery.NextChanges(session, sequence), cancellationToken) is [.., var last] changes)
        {
            foreach (var change in changes) yield return change;
            sequence = last.Sequence;
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
        Prepared?.Invoke(session);
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

    private Task<T> Read<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_file.Read(work));
    }
}
