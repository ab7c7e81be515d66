using System.Collections.Concurrent;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Slack;

/// <summary>An inbox that remembers until the test ends.</summary>
internal sealed class MemoryInbox : IInbox
{
    private readonly ConcurrentDictionary<string, bool> _keys = new();
    private readonly ConcurrentQueue<ChatMessage> _messages = new();

    public IReadOnlyList<ChatMessage> Messages => [.. _messages];

    public HashSet<string> OwnThreads { get; } = [];

    /// <summary>Thrown at the next message, once.</summary>
    public Exception? Fails { get; set; }

    /// <summary>Waited for before anything is stored.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken)
    {
        await Gate;
        if (Fails is { } fault)
        {
            Fails = null;
            throw fault;
        }

        lock (_keys)
        {
            if (_keys.ContainsKey(message.Key) || (message.TwinKey is { } twin && _keys.ContainsKey(twin))) return false;
            _keys[message.Key] = true;
            if (message.TwinKey is { } other) _keys[other] = true;
            _messages.Enqueue(message);
            return true;
        }
    }

    public Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(OwnThreads.Contains(conversation.Thread!));
}
