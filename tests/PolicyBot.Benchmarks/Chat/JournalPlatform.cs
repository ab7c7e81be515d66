using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PolicyBot.Chat;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>A platform that notes when each message appeared. It is the judge: what it shows is what people would see.</summary>
internal sealed class JournalPlatform : IChatPlatform
{
    private readonly ConcurrentDictionary<string, string> _arrived = new(StringComparer.Ordinal);
    private int _ids;

    public string Name => "bench";

    public ConnectionState State { get; } = new(ConnectionPhase.Connected, null, DateTimeOffset.UnixEpoch);

    /// <summary>By the message that is answered: when something was first to be seen.</summary>
    public ConcurrentDictionary<string, long> First { get; } = new(StringComparer.Ordinal);

    /// <summary>By the message that is answered: its answers, one expected.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<long>> Answers { get; } = new(StringComparer.Ordinal);

    public Task RunAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public IReadOnlyList<string> Render(Reply reply, Delivery delivery) => [reply.Text];

    public async Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        // A call over the network and back.
        await Task.Delay(20, CancellationToken.None);
        var (now, asked) = (Stopwatch.GetTimestamp(), piece.Delivery.InReplyTo!);
        First.TryAdd(asked, now);
        if (piece.Kind == PieceKind.Answer) Answers.GetOrAdd(asked, _ => []).Enqueue(now);
        return new SendOutcome.Sent(_arrived[piece.Key] = piece.Replaces ?? Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture));
    }

    public Task<Reconciled> ReconcileAsync(OutgoingPiece piece, CancellationToken cancellationToken) => Task.FromResult(new Reconciled(true, _arrived.GetValueOrDefault(piece.Key)));

    public Task<Stream> OpenFileAsync(ChatFile file, CancellationToken cancellationToken) => throw new ChatFileException("There are no files here.");
}
