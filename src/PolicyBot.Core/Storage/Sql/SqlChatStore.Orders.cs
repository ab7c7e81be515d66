using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Standing orders and their slots lie beside the outbox: a slot and its pieces are queued in one transaction.</summary>
public abstract partial class SqlChatStore
{
    public Task<StandingOrder?> FindOrderAsync(string id, CancellationToken cancellationToken) => Read(db => OrderRows.Find(db, id), cancellationToken);

    public Task<IReadOnlyList<StandingOrder>> ListOrdersAsync(Conversation conversation, string? userId, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<StandingOrder>>(db => OrderRows.List(db, conversation, userId), cancellationToken);

    public Task<IReadOnlyList<StandingOrder>> ListOrdersAsync(string? kind, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<StandingOrder>>(db => OrderRows.List(db, kind), cancellationToken);

    public Task SaveOrdersAsync(IReadOnlyList<StandingOrder> orders, CancellationToken cancellationToken) => WriteAsync(db => new OrderRows(db, Now).Save(orders), cancellationToken);

    public Task<IReadOnlyList<SlotClaim>> ClaimAsync(IReadOnlyList<Slot> slots, CancellationToken cancellationToken) =>
        Writer.WriteAsync<IReadOnlyList<SlotClaim>>(db => new SlotRows(db, Now).Claim(slots), cancellationToken);

    public Task MissAsync(IReadOnlyList<Slot> slots, CancellationToken cancellationToken) => WriteAsync(db => new SlotRows(db, Now).Miss(slots), cancellationToken);

    public Task<IReadOnlyList<SlotClaim>> TakeOverAsync(CancellationToken cancellationToken) =>
        Writer.WriteAsync<IReadOnlyList<SlotClaim>>(db => new SlotRows(db, Now).TakeOver(), cancellationToken);

    public async Task FillAsync(IReadOnlyList<SlotFilling> fillings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fillings);
        Announce(await Writer.WriteAsync(
            db =>
            {
                var rows = new SlotRows(db, Now);
                var lanes = new List<string>();
                foreach (var filling in fillings)
                {
                    if (!rows.Fill(filling)) continue;
                    lanes.AddRange(Queue(db, filling.Pieces));
                    rows.NoteSentBefore(filling);
                }

                return lanes;
            },
            cancellationToken));
    }

    public Task FailAsync(SlotClaim claim, string reason, CancellationToken cancellationToken) => WriteAsync(db => new SlotRows(db, Now).Fail(claim, reason), cancellationToken);

    public Task<IReadOnlyList<SlotStatus>> ListSlotsAsync(DateTimeOffset from, CancellationToken cancellationToken) => Read<IReadOnlyList<SlotStatus>>(db => SlotRows.List(db, from), cancellationToken);

    public Task<IReadOnlySet<string>> FindToldAsync(string order, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Read<IReadOnlySet<string>>(db => SlotRows.FindTold(db, order, keys), cancellationToken);

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> ListDeliveredAsync(string kind, CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<string, DateTimeOffset>>(db => SlotRows.ListDelivered(db, kind), cancellationToken);

    public async Task<IReadOnlyList<StandingOrder>> PauseLostAsync(Func<StandingOrder, string, IReadOnlyList<QueuedPiece>> notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var (lanes, paused) = await Writer.WriteAsync(
            db =>
            {
                var lost = new OrderRows(db, Now).PauseLost();
                return (lost.SelectMany(l => Queue(db, notice(l.Order, l.Reason))).ToList(), lost.Select(l => l.Order).ToList());
            },
            cancellationToken);
        Announce(lanes);
        return paused;
    }
}
