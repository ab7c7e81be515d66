namespace PolicyBot.Chat;

/// <summary>Where adapters put what people do. An adapter acknowledges an event to its platform only after this has returned.</summary>
public interface IInbox
{
    /// <summary>Stores the message; on the disk when this returns. False when it is known already: acknowledge it and do nothing more.</summary>
    /// <param name="session">The platform's place in its stream of events, stored in the same transaction; null leaves it as it is.</param>
    Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken);

    /// <summary>Stores the place in the stream alone: after events that are of no interest.</summary>
    Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken);

    /// <summary>What was last stored as the platform's place; null when there is none.</summary>
    Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken);

    /// <summary>Whether the thread is a conversation with the bot.</summary>
    Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken);
}
