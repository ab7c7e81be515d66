using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>Something that a person did in a chat, as the platform told it. Nothing in it is to be trusted.</summary>
public sealed record ChatMessage
{
    /// <summary>The platform's own key of this event: the same again is the same event, however often it is delivered.</summary>
    public required string Key { get; init; }

    /// <summary>A second key under which the platform may tell the same thing once more (Slack: channel and time stamp of a message).</summary>
    public string? TwinKey { get; init; }

    public required ChatMessageKind Kind { get; init; }

    public required Conversation Conversation { get; init; }

    public required ChatUser User { get; init; }

    /// <summary>When it happened, by the platform's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Plain words: the platform's markup resolved, the mention of the bot taken out.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the bot is spoken to: a direct message, a mention, a command, a press on its own button.</summary>
    public bool IsAddressed { get; init; }

    /// <summary>Whether somebody else is tagged: then a line in a thread of the bot is not for the bot.</summary>
    public bool TagsOthers { get; init; }

    /// <summary>The message itself; for a press the message that carries the button; for an edit or a deletion the message that it concerns.</summary>
    public string? MessageId { get; init; }

    /// <summary>Name of the command without its slash.</summary>
    public string? Command { get; init; }

    /// <summary>Id of the button, menu, form or shortcut, as the reply or the catalogue declared it.</summary>
    public string? Action { get; init; }

    /// <summary>Options of a command by their English name, fields of a form, the chosen value of a menu under "value".</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ChatFile> Files { get; init; } = [];

    /// <summary>Of the user's client; null when the platform does not tell.</summary>
    public Language? Language { get; init; }

    /// <summary>What the platform wants back to answer this very event (an interaction token, a response address). A credential: never logged.</summary>
    public string? ReplyHandle { get; init; }
}

public enum ChatMessageKind
{
    /// <summary>Words: in a channel, a thread or a direct message.</summary>
    Text,
    Command,

    /// <summary>A button, or a choice from a menu.</summary>
    Press,

    /// <summary>A form that was sent off.</summary>
    Form,

    /// <summary>An action on somebody's message, such as "import as meeting record".</summary>
    Shortcut,

    /// <summary>The user opened the bot's own page.</summary>
    Home,

    /// <summary>The user opened a fresh conversation with the bot and waits for suggestions.</summary>
    ThreadOpened,

    /// <summary><see cref="ChatMessage.MessageId"/> now says <see cref="ChatMessage.Text"/>.</summary>
    Edited,
    Deleted,

    /// <summary>The bot was taken out of the conversation, or the conversation was closed.</summary>
    Left,
}

/// <param name="Platform">"slack" or "discord".</param>
/// <param name="Workspace">Slack team or Discord guild; empty for a Discord direct message.</param>
/// <param name="Thread">Null outside of threads.</param>
public sealed record Conversation(string Platform, string Workspace, string Channel, string? Thread, ConversationKind Kind)
{
    /// <summary>What is sent within one lane keeps its order.</summary>
    public string Lane => $"{Platform}/{Channel}";
}

public enum ConversationKind
{
    /// <summary>With one person.</summary>
    Direct,

    /// <summary>A channel that only its members see.</summary>
    Private,

    /// <summary>A channel that everybody in the workspace may join.</summary>
    Public,

    /// <summary>A channel with guests or with other organisations.</summary>
    Shared,
}

/// <param name="Name">As shown to others; null when the platform does not tell.</param>
public sealed record ChatUser(string Id, string? Name = null, bool IsGuest = false)
{
    /// <summary>Ids of the roles and user groups that the user has, where the platform tells.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>A file that came with a message; it is fetched with <see cref="IChatPlatform.OpenFileAsync"/>.</summary>
/// <param name="Size">In bytes, as the platform tells.</param>
public sealed record ChatFile(string Id, string Name, long Size, string Address);
