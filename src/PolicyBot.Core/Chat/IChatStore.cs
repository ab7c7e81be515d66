namespace PolicyBot.Chat;

/// <summary>What was taken in and what is to be sent, kept over crashes. Everything written is on the disk when the call returns.</summary>
public interface IChatStore : IInbox, IChatMemory, IOrderStore, IAuditTrail, IWorkers, IAsyncDisposable
{
    /// <summary>How long what is kept of conversations, and of what was let out, is kept.</summary>
    Retention Retention { get; set; }

    /// <summary>Every message that waits to be handled, then each as it comes. What was being handled by a process that ended waits again. For one reader.</summary>
    IAsyncEnumerable<InboxEntry> ReadInboxAsync(CancellationToken cancellationToken);

    /// <summary>Null when the message is done already.</summary>
    Task<InboxMessage?> FindMessageAsync(long id, CancellationToken cancellationToken);

    /// <summary>Notes that handling begins, and queues the sign of work when there is one.</summary>
    Task BeginAsync(long id, QueuedPiece? working, CancellationToken cancellationToken);

    /// <summary>Queues the sign of work of a message whose handling has not begun; does nothing once it is done.</summary>
    Task GreetAsync(long id, QueuedPiece working, CancellationToken cancellationToken);

    /// <summary>Stores all that came of the message together with its being done; does nothing when it is done already.</summary>
    /// <param name="outcome">Null when handling failed.</param>
    /// <param name="thread">What <see cref="Handled.Context"/> and <see cref="Handled.OwnsThread"/> are about.</param>
    Task CompleteAsync(InboxMessage message, Handled? outcome, Conversation? thread, IReadOnlyList<QueuedPiece> pieces, CancellationToken cancellationToken);

    /// <summary>Queues pieces; one whose key is known already is left out.</summary>
    Task QueueAsync(IReadOnlyList<QueuedPiece> pieces, CancellationToken cancellationToken);

    /// <summary>The same; false, and nothing queued, when the first key is known already.</summary>
    Task<bool> QueueNewAsync(IReadOnlyList<QueuedPiece> pieces, CancellationToken cancellationToken);

    /// <summary>Every lane that has something to send, then each as it gets something. For one reader.</summary>
    IAsyncEnumerable<string> ReadLanesAsync(CancellationToken cancellationToken);

    /// <summary>Tells the reader of lanes once more which have something to send: another process may have queued it.</summary>
    Task RecallLanesAsync(CancellationToken cancellationToken);

    /// <summary>The oldest piece of the lane that is neither sent nor given up; null when there is none.</summary>
    Task<OutboxEntry?> FindHeadAsync(string lane, CancellationToken cancellationToken);

    /// <summary>Notes that the piece is about to be sent: without an outcome it is in doubt from here on. False when it is not for this worker to send.</summary>
    Task<bool> MarkSendingAsync(long id, CancellationToken cancellationToken);

    /// <summary>Stores what came of sending. A lost conversation gives up all that waits in its lane.</summary>
    /// <param name="notBefore">When a piece that is still open may be tried again.</param>
    Task SettleAsync(long id, SendOutcome outcome, DateTimeOffset? notBefore, CancellationToken cancellationToken);

    /// <summary>The message that the piece was to replace is gone: it is posted anew.</summary>
    Task DetachAsync(long id, CancellationToken cancellationToken);

    /// <summary>Gives up what waits in the lane since before then, and queues one piece in its place.</summary>
    /// <param name="notice">From the number of answers given up; null says nothing.</param>
    Task ExpireAsync(string lane, DateTimeOffset before, Func<int, QueuedPiece?> notice, CancellationToken cancellationToken);

    Task<ChatQueues> MeasureAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a small batch of what is too old to matter; the number of rows.</summary>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}

/// <param name="User">Platform and user: nobody waits for the questions of somebody else.</param>
public sealed record InboxEntry(long Id, string User);

/// <param name="Tries">How often handling began already.</param>
public sealed record InboxMessage(long Id, ChatMessage Message, int Tries)
{
    /// <summary>Of everything that is sent because of this message; the same over restarts.</summary>
    public string Source => $"{Message.Conversation.Platform}/{Message.Key}";
}

/// <summary>A piece on its way into the outbox.</summary>
/// <param name="Key">The same whenever the same message is handled again: what is known already is not sent twice.</param>
public sealed record QueuedPiece(string Key, PiecePart Part, Delivery Delivery, string Body)
{
    /// <summary><see cref="InboxMessage.Source"/> of the message that is answered; null when nobody asked.</summary>
    public string? Source { get; init; }

    /// <summary>Key of an earlier piece of the lane: this one stands in the thread under it, once it has an id.</summary>
    public string? Under { get; init; }

    /// <summary>Whether it takes the place of the pieces of its source before it that are chained too: sent ones are edited, waiting ones left out.</summary>
    public bool IsChained { get; init; }
}

public enum PiecePart
{
    Working,
    Interim,
    Answer,
}

/// <param name="IsInDoubt">Sending began, and nothing is known of its end.</param>
/// <param name="Tries">How often it was sent and refused for the time being.</param>
/// <param name="Doubts">How often sending or asking ended in doubt.</param>
public sealed record OutboxEntry(long Id, OutgoingPiece Piece, bool IsInDoubt, DateTimeOffset? NotBefore, int Tries, int Doubts);

/// <summary>How much waits, for an operator.</summary>
/// <param name="DeadLetters">The newest of what was given up.</param>
public sealed record ChatQueues(int Waiting, int Failed, int ToSend, int InDoubt, int Dead, DateTimeOffset? LastTakenIn, IReadOnlyList<DeadLetter> DeadLetters);

public sealed record DeadLetter(string Key, string Lane, DateTimeOffset At, string Reason);
