using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>The workers on this store. Where there is only ever one, nothing is asked of the database.</summary>
public abstract partial class SqlChatStore
{
    private long _worker;

    public virtual bool IsShared => false;

    private long Worker => Interlocked.Read(ref _worker);

    public async Task<LeaseTerm> RenewAsync(WorkerCard card, TimeSpan length, TimeSpan clockAhead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        var (number, clock) = await Writer.WriteAsync(
            db => new WorkerRows(db, Worker).Renew(length, clockAhead) is { } now ? (Worker, now) : new WorkerRows(db, Worker).Register(card, length),
            cancellationToken);
        Interlocked.Exchange(ref _worker, number);
        return new(number, clock);
    }

    public Task ResignAsync(CancellationToken cancellationToken) => WriteAsync(db => new WorkerRows(db, Worker).Resign(), cancellationToken);

    public Task<bool> ClaimAsync(string what, CancellationToken cancellationToken) =>
        IsShared ? Writer.WriteAsync(db => new WorkerRows(db, Worker).Claim(what), cancellationToken) : Task.FromResult(true);

    public Task ReleaseAsync(string what, CancellationToken cancellationToken) =>
        IsShared ? WriteAsync(db => new WorkerRows(db, Worker).Release(what), cancellationToken) : Task.CompletedTask;

    public async Task AdoptAsync(CancellationToken cancellationToken)
    {
        var (messages, lanes) = await Read(db => (InboxRows.HasOrphans(db), OutboxRows.FreeLanes(db, Worker)), cancellationToken);
        if (messages)
        {
            foreach (var entry in await Writer.WriteAsync(db => new InboxRows(db, Now, Worker).Adopt(), cancellationToken)) _arrivals.Writer.TryWrite(entry);
        }

        Announce(lanes);
    }

    public Task<IReadOnlyList<WorkerStatus>> ListWorkersAsync(CancellationToken cancellationToken) => Read<IReadOnlyList<WorkerStatus>>(WorkerRows.List, cancellationToken);
}
