using PolicyBot.Chat;

namespace PolicyBot.Tests.Chat;

/// <summary>The outer edge: a platform that keeps its own journal of what arrived, and fails by script. Tests judge from the journal.</summary>
internal sealed class JournalPlatform(TimeProvider time) : IChatPlatform
{
    private readonly Lock _lock = new();
    private readonly List<Posting> _journal = [];

    /// <summary>What sending does; null sends. <see cref="Applied"/> outcomes post first.</summary>
    public Func<OutgoingPiece, Fault?> Script { get; set; } = _ => null;

    /// <summary>How a reply becomes bodies.</summary>
    public Func<Reply, string[]> Rendered { get; set; } = reply => reply.Text.Split('|');

    public bool TellsWhatArrived { get; set; } = true;

    /// <summary>Who reads a channel now.</summary>
    public Func<Conversation, ConversationKind> Kind { get; set; } = conversation => conversation.Kind;

    public Func<CancellationToken, Task> Running { get; set; } = token => Task.Delay(Timeout.Infinite, token);

    public string Name { get; init; } = "test";

    public ConnectionState State { get; set; } = new(ConnectionPhase.Connected, null, DateTimeOffset.UnixEpoch);

    public int Renewed { get; private set; }

    public Task RunAsync(CancellationToken cancellationToken)
    {
        Renewed++;
        return Running(cancellationToken);
    }

    /// <summary>Everything that arrived, in order: new messages and edits.</summary>
    public IReadOnlyList<Posting> Journal
    {
        get
        {
            lock (_lock) return [.. _journal];
        }
    }

    /// <summary>What people see: each message with its newest words.</summary>
    public IReadOnlyList<string> Shown => [.. Journal.GroupBy(p => p.MessageId).Select(p => p.Last().Body)];

    public List<(string Lane, DateTimeOffset Until)> Penalties { get; } = [];

    public List<string> Faults { get; } = [];

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<ConversationKind> FindKindAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(Kind(conversation));

    public IReadOnlyList<string> Render(Reply reply, Delivery delivery) => Rendered(reply);

    public Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var lane = piece.Delivery.Conversation.Lane;
            if (Penalties.Any(p => p.Lane == lane && time.GetUtcNow() < p.Until)) Faults.Add($"{piece.Key} was sent within a penalty");
            var fault = Script(piece);
            if (fault is { Outcome: SendOutcome.Later later }) Penalties.Add((lane, time.GetUtcNow() + later.Wait));
            if (fault is { Applied: false }) return Task.FromResult(fault.Outcome);
            var id = piece.Replaces ?? $"p{_journal.Count}";
            _journal.Add(new(id, piece.Key, lane, piece.Kind == PieceKind.Working ? "…" : piece.Body, piece.Replaces is not null, piece.IsFurther, time.GetUtcNow()));
            return Task.FromResult(fault?.Outcome ?? new SendOutcome.Sent(id));
        }
    }

    /// <summary>Of each look for a piece, how often it had been looked for in vain.</summary>
    public List<int> Looks { get; } = [];

    public Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        Looks.Add(piece.Doubts);
        return Task.FromResult(TellsWhatArrived ? new Reconciled(true, Journal.LastOrDefault(p => p.Key == piece.Key)?.MessageId) : new(false, null));
    }

    public Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <param name="Applied">Whether it arrived all the same.</param>
    public sealed record Fault(SendOutcome Outcome, bool Applied = false);

    public sealed record Posting(string MessageId, string Key, string Lane, string Body, bool IsEdit, bool IsFurther, DateTimeOffset At);
}
