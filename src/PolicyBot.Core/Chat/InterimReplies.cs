using System.Threading.Channels;

namespace PolicyBot.Chat;

/// <summary>First parts of an answer on their way to the outbox, in order and only the newest: an edit a second is what platforms allow.</summary>
internal sealed class InterimReplies : IProgress<Reply>, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IChatStore _store;
    private readonly AnswerPieces _pieces;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly Channel<Reply> _replies = Channel.CreateBounded<Reply>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Task _queueing;

    public InterimReplies(IChatStore store, AnswerPieces pieces, TimeProvider time)
    {
        (_store, _pieces, _time) = (store, pieces, time);
        _queueing = QueueAsync();
    }

    public void Report(Reply value) => _replies.Writer.TryWrite(value);

    /// <summary>Returns when nothing of it can come behind the answer any more.</summary>
    public async ValueTask DisposeAsync()
    {
        _replies.Writer.TryComplete();
        await _ended.CancelAsync();
        await _queueing;
        _ended.Dispose();
    }

    private async Task QueueAsync()
    {
        try
        {
            await foreach (var reply in _replies.Reader.ReadAllAsync(_ended.Token))
            {
                if (await _pieces.InterimAsync(reply, _ended.Token) is { } piece) await _store.QueueAsync([piece], _ended.Token);
                await Task.Delay(Pause, _time, _ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The whole answer is there.
        }
    }
}
