using PolicyBot.Chat;
using PolicyBot.Records;

namespace PolicyBot.Access;

/// <summary>Up to which grade records may be shown on one platform.</summary>
public sealed record ClearanceLevels(Clearance Direct, Clearance Private, Clearance Public)
{
    public static ClearanceLevels Open { get; } = new(Clearance.Open, Clearance.Open, Clearance.Open);
}

/// <summary>What a conversation and a user may see: as staff configured it for the platform, never more than open records for guests and in channels shared with others.</summary>
/// <param name="levels">By the platform's name; one that is not named sees open records.</param>
public sealed class Clearances(IReadOnlyDictionary<string, ClearanceLevels> levels)
{
    public static Clearances Default { get; } = new(new Dictionary<string, ClearanceLevels>());

    public Clearance Of(Conversation conversation, ChatUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.IsGuest ? Clearance.Open : Of(conversation);
    }

    /// <summary>What everybody who reads there may see.</summary>
    public Clearance Of(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var own = levels.GetValueOrDefault(conversation.Platform) ?? ClearanceLevels.Open;
        return conversation.Kind switch
        {
            ConversationKind.Direct => own.Direct,
            ConversationKind.Private => own.Private,
            ConversationKind.Public => own.Public,
            _ => Clearance.Open,
        };
    }
}
