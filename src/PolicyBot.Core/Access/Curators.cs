using PolicyBot.Chat;

namespace PolicyBot.Access;

/// <summary>Those who may import records from a chat and settle how the bot behaves in a channel.</summary>
/// <param name="users">Written "platform/userId".</param>
public sealed class Curators(IEnumerable<string> users)
{
    private readonly HashSet<string> _users = new(users.Select(u => u.Trim()).Where(u => u.Length > 0), StringComparer.OrdinalIgnoreCase);

    public static Curators Nobody { get; } = new([]);

    public bool Include(Conversation conversation, ChatUser user)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(user);
        return _users.Contains($"{conversation.Platform}/{user.Id}");
    }

    /// <summary>Anyone in a direct conversation; in channels curators, or everybody as long as none is named.</summary>
    public bool MaySettle(Conversation conversation, ChatUser user)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return conversation.Kind == ConversationKind.Direct || _users.Count == 0 || Include(conversation, user);
    }
}
