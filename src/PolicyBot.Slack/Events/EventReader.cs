using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Reads events of the Events API. What comes out has the strictest conversation and user: <see cref="SlackDirectory"/> knows better.</summary>
internal static class EventReader
{
    /// <summary>Null when the event is of no interest, of an unknown type, or lacks what it needs.</summary>
    public static ChatMessage? Read(JsonElement payload, BotIdentity bot)
    {
        var inner = payload.At("event");
        if (payload.Text("event_id").Length == 0) return null;
        return inner.Text("type") switch
        {
            "app_mention" or "message" => MessageReader.Read(payload, bot),
            "app_home_opened" when inner.Text("tab") is "home" or "" => Draft(payload, ChatMessageKind.Home, inner.Text("channel"), inner.Text("user"), ConversationKind.Direct),
            "assistant_thread_started" => ReadThread(payload),
            "member_left_channel" when inner.Text("user") == bot.UserId => Draft(payload, ChatMessageKind.Left, inner.Text("channel"), bot.UserId),
            "channel_left" or "group_left" or "channel_archive" or "group_archive" or "channel_deleted" or "group_deleted" =>
                Draft(payload, ChatMessageKind.Left, inner.Text("channel"), inner.Text("user").OrNull() ?? bot.UserId),
            _ => null,
        };
    }

    public static ChatMessage? Draft(JsonElement payload, ChatMessageKind kind, string channel, string user, ConversationKind conversation = ConversationKind.Shared, string? thread = null)
    {
        if (channel.Length == 0 || user.Length == 0) return null;
        var inner = payload.At("event");
        var team = payload.Text("team_id");
        return new()
        {
            Key = $"{team}/{payload.Text("event_id")}",
            Kind = kind,
            Conversation = new(SlackPlatform.PlatformName, team, channel, thread, conversation),
            User = new(user, IsGuest: true),
            At = SlackStamps.Parse(inner.Text("event_ts")) ?? DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(payload.Number("event_time"), 0, int.MaxValue)),
        };
    }

    private static ChatMessage? ReadThread(JsonElement payload)
    {
        var thread = payload.At("event", "assistant_thread");
        return Draft(payload, ChatMessageKind.ThreadOpened, thread.Text("channel_id"), thread.Text("user_id"), ConversationKind.Direct, thread.Text("thread_ts").OrNull());
    }
}
