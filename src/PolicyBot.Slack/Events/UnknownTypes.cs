using System.Collections.Concurrent;

namespace PolicyBot.Slack.Events;

/// <summary>Keeps the log short: each type is told once, and a sender that invents types is not told at all.</summary>
internal sealed class UnknownTypes
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public bool IsNew(string type) => type.Length <= 80 && _told.Count < Most && _told.TryAdd(type, true);
}
