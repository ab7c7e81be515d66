using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>What every archive must do, whatever database holds it. The parts stand in a file a subject.</summary>
public abstract partial class ArchiveContract : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected IArchive Archive { get; private set; } = null!;

    /// <summary>An empty archive whose clock stands at <see cref="Imported"/>.</summary>
    protected abstract Task<IArchive> OpenAsync();

    protected static DateTimeOffset Imported { get; } = new(2025, 8, 1, 9, 0, 0, TimeSpan.Zero);

    public virtual async ValueTask InitializeAsync() => Archive = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task<IReadOnlyList<PutResult>> PutAsync(params ReadRecord[] batch) => Archive.PutAsync(batch, Token);

    private async Task<StoredRecord> FindAsync(string id, Grade clearance = Grade.Open) =>
        await Archive.FindRecordAsync(new(id), clearance, Token) ?? throw new InvalidOperationException($"The record {id} is not there.");

    private Task<IReadOnlyList<StoredStatement>> FindStatementsAsync(StatementFilter? filter = null) =>
        Archive.FindStatementsAsync(filter ?? new(), Token);

    private Task<IReadOnlyList<Meeting>> FindMeetingsAsync(MeetingFilter? filter = null) => Archive.FindMeetingsAsync(filter ?? new(), Token);

    private async Task<List<RecordChange>> ReadChangesAsync(long after) => await Archive.ReadChangesAsync(after, Token).ToListAsync(Token);
}
