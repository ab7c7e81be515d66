using System.Text.Json;
using PolicyBot.Chat;

namespace PolicyBot.Discord.Events;

/// <summary>Reads what people write, edit and delete.</summary>
/// <param name="bot">Own user id.</param>
internal sealed class MessageReader(Places places, IInbox inbox, Func<string> bot, TimeProvider clock)
{
    private const int Ordinary = 0, AReply = 19;

    /// <summary>Null when it is of no interest: our own, a machine's, or not for us.</summary>
    public async Task<ChatMessage?> ReadAsync(JsonElement message, bool isEdit, CancellationToken cancellationToken)
    {
        if (message.Text("id") is not { } id || message.Text("channel_id") is not { } channel || message.Field("author").Text("id") is not { } author) return null;
        if (author == bot() || message.Field("author").IsTrue("bot") || message.Field("webhook_id").IsThere()) return null;
        if (message.Number("type") is not (Ordinary or AReply)) return null;
        // Previews of links come as edits without the moment of an edit.
        if (isEdit && message.Text("edited_timestamp") is null) return null;
        var guild = message.Text("guild_id");
        var isTagged = IsTagged(message, guild);
        var conversation = await places.FindAsync(channel, guild, cancellationToken);
        var isAddressed = conversation.Kind == ConversationKind.Direct || isTagged || RepliesTo(message) == bot();
        var text = Markup.ToPlain(message.Text("content") ?? "", message, [bot(), places.BotRoleIn(guild) ?? bot()], places.NameOf);
        var files = Files(message);
        if (!isAddressed && (text.Length + files.Length == 0 || conversation.Thread is null || !await inbox.IsOwnThreadAsync(conversation, cancellationToken))) return null;
        return new()
        {
            Key = isEdit ? $"{id}/{message.Text("edited_timestamp")}" : id,
            Kind = isEdit ? ChatMessageKind.Edited : ChatMessageKind.Text,
            Conversation = conversation,
            User = User(message.Field("author"), message.Field("member")),
            At = Snowflake.At(id) ?? clock.GetUtcNow(),
            Text = text,
            IsAddressed = isAddressed,
            TagsOthers = TagsOthers(message, guild),
            MessageId = id,
            Files = files,
        };
    }

    public async Task<ChatMessage?> ReadDeletedAsync(JsonElement data, CancellationToken cancellationToken) =>
        data.Text("id") is { } id && data.Text("channel_id") is { } channel
            ? new()
            {
                Key = $"{id}/deleted",
                Kind = ChatMessageKind.Deleted,
                Conversation = await places.FindAsync(channel, data.Text("guild_id"), cancellationToken),
                User = new(""),
                At = clock.GetUtcNow(),
                MessageId = id,
            }
            : null;

    public static ChatUser User(JsonElement user, JsonElement member) =>
        new(user.Text("id") ?? "", member.Text("nick") ?? user.Text("global_name") ?? user.Text("username"), (member.Number("flags") & IsGuestFlag) != 0) { Roles = [.. member.Items("roles").Select(r => r.AsText()).OfType<string>()] };

    public static ChatFile[] Files(JsonElement message) =>
        [.. message.Items("attachments").Where(f => f.Text("url") is not null).Select(File)];

    public static ChatFile File(JsonElement file) => new(file.Text("id") ?? "", file.Text("filename") ?? "file", file.Number("size"), file.Text("url")!);

    private const int IsGuestFlag = 1 << 4;

    private bool IsTagged(JsonElement message, string? guild) =>
        message.Items("mentions").Any(u => u.Text("id") == bot())
        || (places.BotRoleIn(guild) is { } role && message.Items("mention_roles").Any(r => r.AsText() == role));

    private bool TagsOthers(JsonElement message, string? guild) =>
        message.IsTrue("mention_everyone")
        || message.Items("mentions").Any(u => u.Text("id") != bot())
        || message.Items("mention_roles").Any(r => r.AsText() != places.BotRoleIn(guild))
        || (RepliesTo(message) is { } other && other != bot() && !IsTagged(message, guild));

    private static string? RepliesTo(JsonElement message) => message.Number("type") == AReply ? message.Field("referenced_message").Field("author").Text("id") : null;
}
