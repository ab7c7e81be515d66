namespace PolicyBot.Chat;

/// <summary>What people want to be told from now on without asking again: a digest, alerts. It is written by its maker's feature and kept with the chat, so that what is due and what is sent change together.</summary>
/// <param name="Id">The same for the same wish: giving it again changes it.</param>
/// <param name="Kind">Of which feature.</param>
/// <param name="To">Where it is told.</param>
/// <param name="OwnerId">Who gave it; told when it cannot be kept. Null when the settings gave it.</param>
/// <param name="Body">As its feature wrote it.</param>
public sealed record StandingOrder(string Id, string Kind, Delivery To, string? OwnerId, OrderState State, string Body)
{
    /// <summary>When it was given, changed or taken up again: nothing before then is owed. Set by the store.</summary>
    public DateTimeOffset Since { get; init; }
}

public enum OrderState
{
    Active,
    Paused,

    /// <summary>Paused because nothing can be written there any more.</summary>
    Lost,
    Ended,
}

/// <summary>One thing that an order owes: told once, whatever crashes.</summary>
/// <param name="Order">The order's id.</param>
/// <param name="Kind">What of it: a digest, the brief before a meeting.</param>
/// <param name="Key">Unique within both: the local date of a digest, the id of a meeting.</param>
public sealed record Slot(string Order, string Kind, string Key, DateTimeOffset Due)
{
    /// <summary>Begins the keys of its pieces: the same over restarts.</summary>
    public string PieceKey => $"{Kind}/{Order}/{Key}";

    /// <summary>The kind of the slot that is delivered with this piece; null for its further pieces, and for what somebody asked for.</summary>
    public static string? KindOf(OutgoingPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var parts = piece.Key.Split('/');
        return parts is [var kind, _, .., "0"] && kind != piece.Delivery.Conversation.Platform && kind != ChatPhrases.Stale ? kind : null;
    }
}

/// <param name="Epoch">Whoever took the slot over since has a higher one: what the old holder writes then changes nothing.</param>
public sealed record SlotClaim(Slot Slot, long Epoch);

/// <summary>What came of a claimed slot.</summary>
/// <param name="Pieces">The first tells whether it was delivered; none when there was nothing to say.</param>
public sealed record SlotFilling(SlotClaim Claim, IReadOnlyList<QueuedPiece> Pieces)
{
    /// <summary>What its orders were told with it, by keys of their own: <see cref="IOrderStore.FindToldAsync"/> knows them from then on.</summary>
    public IReadOnlyList<(string Order, string Key)> Told { get; init; } = [];
}

public sealed record SlotStatus(Slot Slot, SlotState State, DateTimeOffset? Finished, string? Reason);

public enum SlotState
{
    /// <summary>Somebody is putting it together.</summary>
    Claimed,

    /// <summary>Its pieces wait in the outbox.</summary>
    Queued,
    Delivered,

    /// <summary>There was nothing to say, and it was wished that nothing is said then.</summary>
    Quiet,

    /// <summary>Noticed when it was too old to be sent, or a younger one stood for it.</summary>
    Missed,

    /// <summary>Given up, with the reason.</summary>
    Failed,

    /// <summary>Given up because nothing can be written there any more.</summary>
    Lost,

    /// <summary>Its order was paused or ended meanwhile.</summary>
    Dropped,
}

/// <summary>Standing orders and what they owe. Claims are rows with unique keys, so that several workers may share the store.</summary>
public interface IOrderStore
{
    Task<IReadOnlyList<StandingOrder>> ListOrdersAsync(string? kind, CancellationToken cancellationToken);

    /// <summary>Stores orders outside of any message. One that is there already with the same words and state is left as it is.</summary>
    Task SaveOrdersAsync(IReadOnlyList<StandingOrder> orders, CancellationToken cancellationToken);

    /// <summary>Those of the slots that nobody had claimed before; all others are left as they are.</summary>
    Task<IReadOnlyList<SlotClaim>> ClaimAsync(IReadOnlyList<Slot> slots, CancellationToken cancellationToken);

    /// <summary>Notes slots that will not be sent, where nothing is known of them yet.</summary>
    Task MissAsync(IReadOnlyList<Slot> slots, CancellationToken cancellationToken);

    /// <summary>Takes over what a process that ended had claimed. Called before anything is claimed.</summary>
    Task<IReadOnlyList<SlotClaim>> TakeOverAsync(CancellationToken cancellationToken);

    /// <summary>Queues the pieces of each slot together with its being queued. One whose order is no longer active is dropped; one that was taken over is left.</summary>
    Task FillAsync(IReadOnlyList<SlotFilling> fillings, CancellationToken cancellationToken);

    /// <summary>Gives a claimed slot up.</summary>
    Task FailAsync(SlotClaim claim, string reason, CancellationToken cancellationToken);

    /// <summary>Slots due from then on, whatever became of them.</summary>
    Task<IReadOnlyList<SlotStatus>> ListSlotsAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Those of the keys that the order was told already.</summary>
    Task<IReadOnlySet<string>> FindToldAsync(string order, IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>When the newest delivered slot of each order was due.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ListDeliveredAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Active orders with a slot that was lost, and pauses them: each is returned once, together with what <paramref name="notice"/> made of it being queued.</summary>
    Task<IReadOnlyList<StandingOrder>> PauseLostAsync(Func<StandingOrder, string, IReadOnlyList<QueuedPiece>> notice, CancellationToken cancellationToken);
}
