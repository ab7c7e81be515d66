using System.Collections.Concurrent;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Discord;

/// <summary>An inbox without a disk.</summary>
internal sealed class MemoryInbox : IInbox
{
    private readonly ConcurrentDictionary<string, string?> _sessions = new();

    public ConcurrentQueue<ChatMessage> Messages { get; } = new();

    public HashSet<string> OwnThreads { get; } = [];

    public Func<ChatMessage, Task>? Before { get; set; }

    public async Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken)
    {
        if (Before is { } before) await before(message);
        if (session is not null) _sessions["discord"] = session;
        if (Messages.Any(m => m.Key == message.Key)) return false;
        Messages.Enqueue(message);
        return true;
    }

    public Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken)
    {
        _sessions[platform] = session;
        return Task.CompletedTask;
    }

    public Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken) => Task.FromResult(_sessions.GetValueOrDefault(platform));

    public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(conversation.Thread is { } thread && OwnThreads.Contains(thread));
}
