using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Reads messages, and their edits and deletions. A mention comes as two events, <c>app_mention</c> and <c>message</c>: both read the same.</summary>
internal static class MessageReader
{
    public static ChatMessage? Read(JsonElement payload, BotIdentity bot)
    {
        var inner = payload.At("event");
        return inner.Text("subtype") switch
        {
            "" or "file_share" or "me_message" or "thread_broadcast" => ReadText(payload, inner, bot),
            "message_changed" when inner.Text("message", "subtype") == "tombstone" => ReadLater(payload, ChatMessageKind.Deleted, inner.At("previous_message"), bot),
            "message_changed" when !IsPreviewOnly(inner) => ReadLater(payload, ChatMessageKind.Edited, inner.At("message"), bot),
            "message_deleted" => ReadLater(payload, ChatMessageKind.Deleted, inner.At("previous_message"), bot),
            _ => null,
        };
    }

    /// <summary>Files that lie in a message; an address is missing where Slack wants to be asked first.</summary>
    public static IReadOnlyList<ChatFile> ReadFiles(JsonElement message) =>
        [.. from file in message.At("files").Items()
            let id = file.Text("id")
            where id.Length > 0
            select new ChatFile(id, file.Text("name").OrNull() ?? id, file.Number("size"), file.Text("url_private_download").OrNull() ?? file.Text("url_private"))];

    private static ChatMessage? ReadText(JsonElement payload, JsonElement message, BotIdentity bot) =>
        Read(payload, ChatMessageKind.Text, message, bot) is { } read ? read with { TwinKey = $"{read.Conversation.Channel}/{read.MessageId}" } : null;

    /// <summary>An edit that Slack made itself, to add a link preview, changes no words.</summary>
    private static bool IsPreviewOnly(JsonElement inner) =>
        inner.At("previous_message").ValueKind == JsonValueKind.Object && inner.Text("message", "text") == inner.Text("previous_message", "text");

    private static ChatMessage? ReadLater(JsonElement payload, ChatMessageKind kind, JsonElement message, BotIdentity bot) =>
        Read(payload, kind, message, bot) is not { } read ? null
        : kind == ChatMessageKind.Deleted ? read with { Text = "", Files = [] }
        : read;

    private static ChatMessage? Read(JsonElement payload, ChatMessageKind kind, JsonElement message, BotIdentity bot)
    {
        var (user, stamp, inner) = (message.Text("user"), message.Text("ts"), payload.At("event"));
        if (stamp.Length == 0 || user == bot.UserId || message.Text("bot_id").Length > 0) return null;
        var isDirect = inner.Text("channel_type") == "im";
        // A thread's first message names itself as its thread.
        var thread = message.Text("thread_ts") is { Length: > 0 } root && root != stamp ? root : null;
        var draft = EventReader.Draft(payload, kind, inner.Text("channel"), user, isDirect ? ConversationKind.Direct : ConversationKind.Shared, thread);
        if (draft is null) return null;
        var text = Markup.Read(message.Text("text"), bot.UserId);
        return draft with
        {
            MessageId = stamp,
            Text = text.Text,
            Files = ReadFiles(message),
            IsAddressed = isDirect || text.MentionsBot || inner.Text("type") == "app_mention",
            TagsOthers = text.TagsOthers,
        };
    }
}
