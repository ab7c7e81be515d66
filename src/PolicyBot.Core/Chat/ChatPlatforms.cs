namespace PolicyBot.Chat;

/// <summary>The platforms that are switched on, by name.</summary>
public sealed class ChatPlatforms(IEnumerable<IChatPlatform> platforms)
{
    public IReadOnlyList<IChatPlatform> All { get; } = [.. platforms];

    public IChatPlatform? Find(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return All.FirstOrDefault(p => p.Name == conversation.Platform);
    }
}
