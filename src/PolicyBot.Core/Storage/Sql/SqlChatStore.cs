using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>The chat in a database of its own: an import that writes for minutes never holds up an acknowledgement.</summary>
public abstract partial class SqlChatStore : IChatStore
{
    private readonly SqlDatabase _database;
    private readonly TimeProvider _time;
    private readonly Channel<InboxEntry> _arrivals = Channel.CreateUnbounded<InboxEntry>();
    private readonly Channel<string> _lanes = Channel.CreateUnbounded<string>();

    private protected SqlChatStore(SqlDatabase database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        Writer = new(database);
    }

    public Retention Retention { get; set; } = Retention.Default;

    internal SqlWriter Writer { get; }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (entry, isNew) = await Writer.WriteAsync(
            db =>
            {
                var rows = new InboxRows(db, Now, Worker);
                if (session is not null) rows.SaveSession(message.Conversation.Platform, session);
                return (rows.Insert(message, out var isNew), isNew);
            },
            cancellationToken);
        if (entry is not null) _arrivals.Writer.TryWrite(entry);
        return isNew;
    }

    public Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken) =>
        WriteAsync(db => new InboxRows(db, Now, Worker).SaveSession(platform, session), cancellationToken);

    public Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken) =>
        Read(db => (string?)db.Scalar("SELECT session FROM sessions WHERE platform = $platform", ("$platform", platform)), cancellationToken);

    public async IAsyncEnumerable<InboxEntry> ReadInboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = await Writer.WriteAsync(db => new InboxRows(db, Now, Worker).Adopt(), cancellationToken);
        foreach (var entry in waiting) yield return entry;
        // What came before this reader stands in both.
        var known = waiting.Select(entry => entry.Id).ToHashSet();
        await foreach (var entry in _arrivals.Reader.ReadAllAsync(cancellationToken))
            if (!known.Remove(entry.Id)) yield return entry;
    }

    public Task<InboxMessage?> FindMessageAsync(long id, CancellationToken cancellationToken) => Read(db => new InboxRows(db, Now, Worker).Find(id), cancellationToken);

    public Task BeginAsync(long id, QueuedPiece? working, CancellationToken cancellationToken) => QueueAsync(
        working is null ? [] : [working], db => new InboxRows(db, Now, Worker).Begin(id), cancellationToken);

    public async Task GreetAsync(long id, QueuedPiece working, CancellationToken cancellationToken) =>
        Announce(await Writer.WriteAsync(db => new InboxRows(db, Now, Worker).Find(id) is null ? [] : Queue(db, [working]), cancellationToken));

    public async Task CompleteAsync(InboxMessage message, Handled? outcome, Conversation? thread, IReadOnlyList<QueuedPiece> pieces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(pieces);
        var lanes = await Writer.WriteAsync(
            db =>
            {
                if (!new InboxRows(db, Now, Worker).Finish(message.Id, outcome is null)) return [];
                if (outcome is not null) new MemoryRows(db, Now).Keep(outcome, message.Message.Conversation, thread);
                return Queue(db, pieces);
            },
            cancellationToken);
        Announce(lanes);
    }

    public Task QueueAsync(IReadOnlyList<QueuedPiece> pieces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return QueueAsync(pieces, _ => { }, cancellationToken);
    }

    public async Task<bool> QueueNewAsync(IReadOnlyList<QueuedPiece> pieces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        if (pieces.Count == 0) return false;
        var lanes = await Writer.WriteAsync(db => new OutboxRows(db, Now, Worker).Insert(pieces[0]) ? Queue(db, [.. pieces.Skip(1)]).Append(pieces[0].Delivery.Conversation.Lane).ToList() : null, cancellationToken);
        if (lanes is not null) Announce(lanes);
        return lanes is not null;
    }

    public async IAsyncEnumerable<string> ReadLanesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lane in await Read(db => OutboxRows.FreeLanes(db, Worker), cancellationToken)) yield return lane;
        await foreach (var lane in _lanes.Reader.ReadAllAsync(cancellationToken)) yield return lane;
    }

    public async Task RecallLanesAsync(CancellationToken cancellationToken) => Announce(await Read(db => OutboxRows.FreeLanes(db, Worker), cancellationToken));

    public Task<OutboxEntry?> FindHeadAsync(string lane, CancellationToken cancellationToken) => Read(db => OutboxRows.FindHead(db, lane), cancellationToken);

    public Task<bool> MarkSendingAsync(long id, CancellationToken cancellationToken) => Writer.WriteAsync(db => new OutboxRows(db, Now, Worker).MarkSending(id), cancellationToken);

    public Task SettleAsync(long id, SendOutcome outcome, DateTimeOffset? notBefore, CancellationToken cancellationToken) =>
        WriteAsync(db => new OutboxRows(db, Now, Worker).Settle(id, outcome, notBefore), cancellationToken);

    public Task DetachAsync(long id, CancellationToken cancellationToken) => WriteAsync(db => new OutboxRows(db, Now, Worker).Detach(id), cancellationToken);

    public Task ExpireAsync(string lane, DateTimeOffset before, Func<int, QueuedPiece?> notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return WriteAsync(
            db =>
            {
                var rows = new OutboxRows(db, Now, Worker);
                if (rows.Expire(lane, before) is > 0 and var count && notice(count) is { } piece) rows.Insert(piece);
            },
            cancellationToken);
    }

    public Task<string?> FindContextAsync(Conversation conversation, CancellationToken cancellationToken) => Read(db => MemoryRows.FindContext(db, conversation), cancellationToken);

    public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => Read(db => MemoryRows.IsOwn(db, conversation), cancellationToken);

    public Task<KeptAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken) => Read(db => MemoryRows.FindAnswer(db, id), cancellationToken);

    public Task<ChannelSettings?> FindChannelAsync(Conversation conversation, CancellationToken cancellationToken) => Read(db => MemoryRows.FindChannel(db, conversation), cancellationToken);

    public Task<StoredAccess> ReadAccessAsync(CancellationToken cancellationToken) => Read(AccessRows.Read, cancellationToken);

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return WriteAsync(db => AuditRows.Append(db, entry, Now), cancellationToken);
    }

    public Task<AuditState> VerifyAsync(CancellationToken cancellationToken) => Read(AuditRows.Verify, cancellationToken);

    public async IAsyncEnumerable<string> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var at = 0L; await Read(db => AuditRows.Export(db, at), cancellationToken) is [.., var last] page; at = last.Sequence)
            foreach (var (_, line) in page) yield return line;
    }

    public Task<ChatMessage?> FindLaterEditAsync(ChatMessage message, CancellationToken cancellationToken) => Read(db => InboxRows.FindChange(db, message), cancellationToken);

    public Task<IReadOnlyList<ReviewItem>> ListReviewAsync(int most, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<ReviewItem>>(db => MemoryRows.ListReview(db, most), cancellationToken);

    public Task<ChatQueues> MeasureAsync(CancellationToken cancellationToken) => Read(ChatCounts.Read, cancellationToken);

    public Task<int> SweepAsync(CancellationToken cancellationToken) => Writer.WriteAsync(db => ChatSweep.Run(db, _time.GetUtcNow(), Retention), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        _database.Release();
        GC.SuppressFinalize(this);
    }

    private async Task QueueAsync(IReadOnlyList<QueuedPiece> pieces, Action<SqlSession> first, CancellationToken cancellationToken) => Announce(await Writer.WriteAsync(
        db =>
        {
            first(db);
            return Queue(db, pieces);
        },
        cancellationToken));

    private List<string> Queue(SqlSession db, IReadOnlyList<QueuedPiece> pieces)
    {
        var rows = new OutboxRows(db, Now, Worker);
        return [.. pieces.Where(rows.Insert).Select(piece => piece.Delivery.Conversation.Lane).Distinct()];
    }

    private void Announce(List<string> lanes)
    {
        foreach (var lane in lanes) _lanes.Writer.TryWrite(lane);
    }

    private Task<bool> WriteAsync(Action<SqlSession> work, CancellationToken cancellationToken) => Writer.WriteAsync(
        db =>
        {
            work(db);
            return true;
        },
        cancellationToken);

    private Task<T> Read<T>(Func<SqlSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _database.ReadAsync(work, cancellationToken);
    }
}
