using System.Threading.Channels;

namespace PolicyBot.Chat;

/// <summary>One message of each user at a time, users in turn: whoever floods waits for himself alone, and a follow-up never overtakes its question.</summary>
internal sealed class FairQueue
{
    private readonly Lock _lock = new();
    private readonly HashSet<long> _ids = [];
    private readonly Dictionary<string, Queue<InboxEntry>> _waiting = new(StringComparer.Ordinal);
    private readonly Channel<string> _turns = Channel.CreateUnbounded<string>();

    public void Add(InboxEntry entry)
    {
        lock (_lock)
        {
            _ids.Add(entry.Id);
            if (_waiting.TryGetValue(entry.User, out var queue)) queue.Enqueue(entry);
            else
            {
                _waiting[entry.User] = new([entry]);
                _turns.Writer.TryWrite(entry.User);
            }
        }
    }

    /// <summary>The next message of the user whose turn it is; its user has no other turn until <see cref="Done"/>.</summary>
    public async ValueTask<InboxEntry> TakeAsync(CancellationToken cancellationToken)
    {
        var user = await _turns.Reader.ReadAsync(cancellationToken);
        lock (_lock)
        {
            var entry = _waiting[user].Dequeue();
            _ids.Remove(entry.Id);
            return entry;
        }
    }

    /// <summary>Whether its turn has not come yet.</summary>
    public bool IsWaiting(InboxEntry entry)
    {
        lock (_lock) return _ids.Contains(entry.Id);
    }

    public void Done(InboxEntry entry)
    {
        lock (_lock)
        {
            if (_waiting[entry.User].Count > 0) _turns.Writer.TryWrite(entry.User);
            else _waiting.Remove(entry.User);
        }
    }
}
