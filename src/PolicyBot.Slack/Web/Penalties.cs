using System.Collections.Concurrent;

namespace PolicyBot.Slack.Web;

/// <summary>Remembers which kind of call Slack asked to pause, and until when.</summary>
internal sealed class Penalties(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>What is left of the wait; null when calls are free.</summary>
    public TimeSpan? FindRest(string key)
    {
        if (!_until.TryGetValue(key, out var until)) return null;
        if (until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero) return rest;
        _until.TryRemove(new(key, until));
        return null;
    }

    public void Set(string key, TimeSpan wait) => _until[key] = time.GetUtcNow() + wait;
}
