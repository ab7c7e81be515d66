namespace PolicyBot.Chat;

/// <summary>A chat service: brings what people do to the inbox, and carries what the outbox holds.</summary>
public interface IChatPlatform
{
    /// <summary>"slack" or "discord"; the same in <see cref="Conversation.Platform"/>.</summary>
    string Name { get; }

    /// <summary>In one line, free of secrets.</summary>
    ConnectionState State { get; }

    /// <summary>Whether only one of several workers may be connected at a time. Any of them may send.</summary>
    bool IsExclusive => false;

    /// <summary>Connects and stays connected until stopped. Returns without an exception when the service refuses for good; <see cref="State"/> then says why.</summary>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Tries credentials and permissions once, changing nothing: one line per thing that is missing, none when all is well.</summary>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Who reads a channel now; what cannot be learned in time is taken as the kind that may see least.</summary>
    Task<ConversationKind> FindKindAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(conversation.Kind);

    /// <summary>The reply as this platform's request bodies, in the order in which they are sent. Pure; each is under the platform's limits.</summary>
    IReadOnlyList<string> Render(Reply reply, Delivery delivery);

    /// <summary>Sends one piece. Never throws for what the service or the network does: that is the outcome.</summary>
    Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken);

    /// <summary>Whether a piece whose sending ended in doubt has arrived.</summary>
    Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken);

    /// <summary>Opens a file of a message; throws <see cref="ChatFileException"/> with a sentence for people when it cannot be had.</summary>
    Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken);
}

/// <param name="Phase">Health is good in <see cref="ConnectionPhase.Connected"/> and <see cref="ConnectionPhase.StandingBy"/>.</param>
/// <param name="Reason">A sentence: why it is not connected and what to do; null when it is.</param>
/// <param name="Since">When this phase began.</param>
public sealed record ConnectionState(ConnectionPhase Phase, string? Reason, DateTimeOffset Since);

public enum ConnectionPhase
{
    Starting,
    Connected,

    /// <summary>Lost; being tried again.</summary>
    Reconnecting,

    /// <summary>Refused for good: a person has to mend something.</summary>
    Failed,

    /// <summary>Well, and not connected: another worker is, and this one takes its place when it ends.</summary>
    StandingBy,
}

/// <summary>One request to a platform: stored before it is sent.</summary>
public sealed record OutgoingPiece
{
    /// <summary>The same for the same piece over restarts; platforms that know idempotency keys get one made of it.</summary>
    public required string Key { get; init; }

    public required PieceKind Kind { get; init; }

    public required Delivery Delivery { get; init; }

    /// <summary>As <see cref="IChatPlatform.Render"/> made it; for <see cref="PieceKind.Working"/> the code of the language to say it in ("ko"), or empty for both.</summary>
    public required string Body { get; init; }

    /// <summary>The message that this piece takes the place of; null posts a new one.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether an earlier piece of the same answer was sent already (a Discord follow-up, not the original).</summary>
    public bool IsFurther { get; init; }

    /// <summary>When it was stored: the earliest moment at which it can have been sent.</summary>
    public DateTimeOffset Stored { get; init; }

    /// <summary>How often nobody could tell whether it arrived; each time the wait before the next look is twice as long (0, 2, 4 … s).</summary>
    public int Doubts { get; init; }
}

public enum PieceKind
{
    /// <summary>Shows that the bot is at work ("searching…"); how, the platform decides.</summary>
    Working,

    /// <summary>Part of the answer.</summary>
    Answer,
}

/// <summary>What came of sending.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <param name="MessageId">Null when the platform gives none, or when there is nothing to edit later.</param>
    public sealed record Sent(string? MessageId) : SendOutcome;

    /// <summary>Nothing arrived, and may be sent again after this long.</summary>
    public sealed record Later(TimeSpan Wait, string Reason) : SendOutcome;

    /// <summary>It may have arrived: <see cref="IChatPlatform.ReconcileAsync"/> decides before anything is sent again.</summary>
    public sealed record InDoubt(string Reason) : SendOutcome;

    /// <summary>It will never be accepted.</summary>
    /// <param name="Reason">Free of secrets, for an operator.</param>
    /// <param name="ConversationLost">The channel is gone, or the bot may not write there any more.</param>
    public sealed record Refused(string Reason, bool ConversationLost = false) : SendOutcome;
}

/// <param name="Known">False when the platform can't tell.</param>
/// <param name="MessageId">Null when it has not arrived.</param>
public sealed record Reconciled(bool Known, string? MessageId);

public sealed class ChatFileException(string message, Exception? inner = null) : Exception(message, inner);
