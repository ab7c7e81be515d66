using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>Where a reply goes.</summary>
public sealed record Delivery
{
    public required Conversation Conversation { get; init; }

    public DeliveryKind Kind { get; init; } = DeliveryKind.Message;

    /// <summary>Who asked; the only one to see a private answer.</summary>
    public string? UserId { get; init; }

    /// <summary>The message that is answered. Outside of a thread and of direct messages the answer opens a thread under it when <see cref="OpensThread"/> says so.</summary>
    public string? InReplyTo { get; init; }

    public bool OpensThread { get; init; }

    /// <summary>Of the event that is answered; a credential. Preferred over a plain message while it is valid.</summary>
    public string? ReplyHandle { get; init; }

    /// <summary>What was asked, as a hash: the audit trail holds no words of people.</summary>
    public string? AskedHash { get; init; }

    /// <summary>When the answered event happened: handles expire.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>To one person, wherever they first met. Its lane is the person's own: a channel that is lost does not take it along.</summary>
    public static Delivery To(Conversation met, string userId)
    {
        ArgumentNullException.ThrowIfNull(met);
        return new() { Conversation = new(met.Platform, met.Workspace, userId, null, ConversationKind.Direct), Kind = DeliveryKind.Personal, UserId = userId };
    }

    /// <summary>Back to where the message came from. Words in a channel open a thread; a direct message, a press and a command do not.</summary>
    public static Delivery Answering(ChatMessage message, DeliveryKind kind = DeliveryKind.Message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new()
        {
            Conversation = message.Conversation,
            Kind = kind,
            UserId = message.User.Id,
            InReplyTo = message.MessageId,
            OpensThread = kind == DeliveryKind.Message && message is { Kind: ChatMessageKind.Text, Conversation: { Thread: null, Kind: not ConversationKind.Direct } },
            ReplyHandle = message.ReplyHandle,
            AskedAt = message.At,
            AskedHash = TextHash.Of(string.Join('\n', [message.Command, message.Action, message.Text, .. message.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")])),
        };
    }
}

public enum DeliveryKind
{
    Message,

    /// <summary>Seen by the one who asked alone.</summary>
    Private,

    /// <summary>In the bot's direct conversation with the user, opened when need be; nobody asked just now.</summary>
    Personal,

    /// <summary>The user's own page of the bot; platforms without such a page send nothing.</summary>
    Home,
}
