using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>An archive in a database: any number of readers, one writer at a time over all processes.</summary>
public abstract class SqlArchive : IArchive
{
    private protected const string Changed = "policybot_changed";

    private readonly SqlDatabase _database;
    private readonly Organisations _organisations;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private protected SqlArchive(SqlDatabase database, Organisations organisations, TimeProvider time) =>
        (_database, _organisations, _time) = (database, organisations, time);

    /// <summary>Told of each step of a write, so that a test can end the process there.</summary>
    internal Action<ImportStep>? Passing { get; set; }

    /// <summary>Sets up the writing connection further, so that a test can make its disk small.</summary>
    internal Action<SqlSession>? Prepared { get; set; }

    public async Task<IReadOnlyList<PutResult>> PutAsync(IReadOnlyList<ReadRecord> batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await WriteAsync(session => Put(session, batch, cancellationToken), cancellationToken);
    }

    public async Task<string?> CorrectAsync(StatementId statement, Attribution? attribution, string by, string? reason, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return _database.Use(session => Write(session, () => Correct(session, statement, attribution, by, reason, clearance)));
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<IReadOnlyList<Correction>> ListCorrectionsAsync(RecordId id, Clearance clearance, CancellationToken cancellationToken) => Read<IReadOnlyList<Correction>>(
        session => new RecordQuery(session, clearance).Find(id) is null ? [] : new CorrectionRows(session).Of(id), cancellationToken);

    public Task<IReadOnlyDictionary<string, KnownContent>> FindContentsAsync(IReadOnlyList<string> contentHashes, CancellationToken cancellationToken) =>
        Read(session => RecordQuery.FindContents(session, contentHashes), cancellationToken);

    public Task<IReadOnlyList<RecordId>> ListUnderstoodOtherwiseAsync(string understanding, CancellationToken cancellationToken) =>
        Read(session => RecordQuery.ListUnderstoodOtherwise(session, understanding), cancellationToken);

    public Task<IReadOnlyList<Record>> FindRecordsAsync(IReadOnlyList<RecordId> ids, Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).Find(ids), cancellationToken);

    public Task<IReadOnlyDictionary<string, RecordId>> FindAtPathsAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        Read(session => RecordQuery.FindAtPaths(session, paths), cancellationToken);

    public Task<IReadOnlyList<ReadFile>> FindReadFilesAsync(string build, IReadOnlyList<string> contents, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<ReadFile>>(session => ReadFileRows.Find(session, build, contents), cancellationToken);

    public Task SaveReadFilesAsync(string build, IReadOnlyList<ReadFile> files, CancellationToken cancellationToken) => WriteAsync(
        session => Whole(session, () => ReadFileRows.Save(session, build, files)), cancellationToken);

    public Task<StoredRecord?> FindRecordAsync(RecordId id, Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).Find(id), cancellationToken);

    public Task<IReadOnlyDictionary<RecordId, TextPlaces>> FindPlacesAsync(IReadOnlyList<RecordId> ids, Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).FindPlaces(ids), cancellationToken);

    public Task<IReadOnlyList<RecordSummary>> ListRecordsAsync(Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).List(), cancellationToken);

    public Task<IReadOnlyList<RecordArrival>> ListArrivalsAsync(Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).ListArrivals(), cancellationToken);

    public Task<string?> FindTextBeforeAsync(RecordId id, DateTimeOffset before, Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).FindTextBefore(id, before), cancellationToken);

    public Task<ArchiveExtent> MeasureAsync(Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new RecordQuery(session, clearance).Measure(), cancellationToken);

    public Task<IReadOnlyList<StoredStatement>> FindStatementsAsync(StatementFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(session => new StatementQuery(session, filter.Clearance, filter.CountsRaised).Find(filter), cancellationToken);
    }

    public Task<IReadOnlyList<IReadOnlyList<StoredStatement>>> FindStatementsOfEachAsync(IReadOnlyList<StatementFilter> filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return filters is [var first, ..] ? Read(session => new StatementQuery(session, first.Clearance, first.CountsRaised).Find(filters), cancellationToken) : Task.FromResult<IReadOnlyList<IReadOnlyList<StoredStatement>>>([]);
    }

    public Task<ToldCount> CountToldAsync(StatementFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(session => new StatementQuery(session, filter.Clearance).Count(filter), cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, Recurrence>> CountRaisedAsync(IReadOnlyList<string> concernKeys, Clearance clearance, CancellationToken cancellationToken) =>
        Read(session => new StatementQuery(session, clearance).CountRaised(concernKeys), cancellationToken);

    public Task<IReadOnlyList<Meeting>> FindMeetingsAsync(MeetingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Read(session => new MeetingQuery(session, filter.Clearance).Find(filter), cancellationToken);
    }

    public Task<IReadOnlyList<StoredDisagreement>> ListDisagreementsAsync(Clearance clearance, int most, CancellationToken cancellationToken) =>
        Read(session => DisagreementRows.List(session, clearance, most), cancellationToken);

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

    public virtual Task WaitForChangeAsync(CancellationToken cancellationToken) => _changed.Reader.ReadAsync(cancellationToken).AsTask();

    public Task<IReadOnlyList<WatchedPlace>> ListPlacesAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<WatchedPlace>>(SeenRows.ListPlaces, cancellationToken);

    public Task<IReadOnlyList<SeenDocument>> ListSeenAsync(string place, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<SeenDocument>>(session => SeenRows.List(session, place), cancellationToken);

    public Task SavePlaceAsync(WatchedPlace place, IReadOnlyList<SeenDocument> seen, IReadOnlyList<string> forgotten, CancellationToken cancellationToken) => WriteAsync(
        session => Whole(session, () => SeenRows.Save(session, place, seen, forgotten)), cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        _writing.Dispose();
        _database.Release();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected void Wake() => _changed.Writer.TryWrite(true);

    private string? Correct(SqlSession session, StatementId id, Attribution? attribution, string by, string? reason, Clearance clearance)
    {
        if (StatementQuery.FindKey(session, id) is not { } found || new RecordQuery(session, clearance).Find(found.Record) is not { } stored || stored.Statements.FirstOrDefault(s => s.Statement.Id == id) is not { } statement)
            return $"There is no statement '{id}'. / '{id}' 발언은 없습니다.";
        if (attribution is not null && Correction.FindFault(attribution, stored.Record.Text) is { } fault) return fault;
        var now = _time.GetUtcNow();
        var made = new Correction(found.Record, statement.Text, attribution, statement.Statement.Attribution, by, reason, now);
        new RecordRows(session, _organisations, _time).Correct(made, found.Key, statement.Statement with { Attribution = attribution ?? statement.Statement.Attribution }, statement.Meeting?.Date?.First ?? stored.Record.Published);
        return null;
    }

    private T Write<T>(SqlSession session, Func<T> work)
    {
        session.Begin();
        try
        {
            session.Execute("UPDATE archive SET beginning = beginning");
            var result = work();
            session.Announce(Changed);
            session.Commit();
            Wake();
            return result;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    /// <summary>What tells nobody that records changed.</summary>
    private static bool Whole(SqlSession session, Action work)
    {
        session.Begin();
        try
        {
            work();
            session.Commit();
            return true;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private List<PutResult> Put(SqlSession session, IReadOnlyList<ReadRecord> batch, CancellationToken cancellationToken)
    {
        Prepared?.Invoke(session);
        session.Begin();
        try
        {
            // One writer at a time: numbers of changes are handed out in the order in which they become visible. SQLite has only one writer anyway.
            session.Execute("UPDATE archive SET beginning = beginning");
            var rows = new RecordRows(session, _organisations, _time);
            var results = new List<PutResult>(batch.Count);
            foreach (var read in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.Add(rows.Write(read));
                Passing?.Invoke(ImportStep.RecordWritten);
            }

            Passing?.Invoke(ImportStep.BeforeCommit);
            session.Announce(Changed);
            session.Commit();
            Passing?.Invoke(ImportStep.Committed);
            Wake();
            return results;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private async Task<T> WriteAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await _database.UseAsync(work, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private Task<T> Read<T>(Func<SqlSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _database.ReadAsync(work, cancellationToken);
    }
}
