using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Reads presses, choices, forms that were sent off, and actions on messages.</summary>
internal static class InteractionReader
{
    /// <summary>Begins the id of a button that asks a question; the question is its value.</summary>
    public const string SuggestionPrefix = "suggestion:";

    public static ChatMessage? Read(JsonElement payload, BotIdentity bot, DateTimeOffset now) => payload.Text("type") switch
    {
        "block_actions" => ReadPress(payload, now),
        "view_submission" => ReadForm(payload, now),
        "message_action" => ReadShortcut(payload, bot, now),
        _ => null,
    };

    private static ChatMessage? ReadPress(JsonElement payload, DateTimeOffset now)
    {
        var action = payload.At("actions").Items().FirstOrDefault();
        var id = action.Text("action_id");
        var stamp = payload.Text("container", "message_ts").OrNull() ?? payload.Text("message", "ts").OrNull();
        var thread = payload.Text("container", "thread_ts").OrNull() ?? payload.Text("message", "thread_ts").OrNull();
        if (id.Length == 0 || Draft(payload, ChatMessageKind.Press, thread == stamp ? null : thread, now) is not { } draft) return null;
        var chosen = action.Text("selected_option", "value").OrNull() ?? action.Text("value");
        var press = draft with
        {
            TwinKey = stamp is null ? null : $"{draft.Conversation.Channel}/{stamp}/{action.Text("action_ts")}",
            At = SlackStamps.Parse(action.Text("action_ts")) ?? now,
            MessageId = stamp,
        };
        if (id.StartsWith(SuggestionPrefix, StringComparison.Ordinal)) return press with { Kind = ChatMessageKind.Text, Text = chosen };
        return press with { Action = id, Values = chosen.Length == 0 ? press.Values : new Dictionary<string, string> { ["value"] = chosen } };
    }

    private static ChatMessage? ReadForm(JsonElement payload, DateTimeOffset now)
    {
        var view = payload.At("view");
        var origin = FormOrigin.Parse(view.Text("private_metadata"));
        if (view.Text("callback_id").Length == 0 || Draft(payload, ChatMessageKind.Form, origin.Thread, now, origin.Channel) is not { } draft) return null;
        return draft with { Action = view.Text("callback_id"), MessageId = origin.Message, Values = ReadFields(view) };
    }

    private static Dictionary<string, string> ReadFields(JsonElement view)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (view.At("state", "values") is not { ValueKind: JsonValueKind.Object } blocks) return fields;
        foreach (var block in blocks.EnumerateObject())
        {
            if (block.Value.ValueKind != JsonValueKind.Object) continue;
            foreach (var field in block.Value.EnumerateObject())
                if (field.Value.Text("value") is { Length: > 0 } value) fields[field.Name] = value;
        }

        return fields;
    }

    private static ChatMessage? ReadShortcut(JsonElement payload, BotIdentity bot, DateTimeOffset now)
    {
        var message = payload.At("message");
        var stamp = message.Text("ts").OrNull() ?? payload.Text("message_ts").OrNull();
        var thread = message.Text("thread_ts").OrNull();
        if (payload.Text("callback_id").Length == 0 || Draft(payload, ChatMessageKind.Shortcut, thread == stamp ? null : thread, now) is not { } draft) return null;
        return draft with
        {
            Action = payload.Text("callback_id"),
            At = SlackStamps.Parse(payload.Text("action_ts")) ?? now,
            MessageId = stamp,
            Text = Markup.Read(message.Text("text"), bot.UserId).Text,
            Files = MessageReader.ReadFiles(message),
        };
    }

    private static ChatMessage? Draft(JsonElement payload, ChatMessageKind kind, string? thread, DateTimeOffset now, string? channel = null)
    {
        var (user, trigger) = (payload.Text("user", "id"), payload.Text("trigger_id"));
        if (user.Length == 0 || trigger.Length == 0) return null;
        // The bot's own page has no channel; what is posted to a user's id goes to the direct conversation with them.
        channel = channel ?? payload.Text("channel", "id").OrNull() ?? payload.Text("container", "channel_id").OrNull() ?? user;
        return new()
        {
            Key = $"trigger/{trigger}",
            Kind = kind,
            Conversation = new(SlackPlatform.PlatformName, payload.Text("team", "id").OrNull() ?? payload.Text("user", "team_id"), channel, thread, channel == user ? ConversationKind.Direct : ConversationKind.Shared),
            User = new(user, payload.Text("user", "name").OrNull() ?? payload.Text("user", "username").OrNull(), IsGuest: true),
            At = now,
            IsAddressed = true,
            ReplyHandle = payload.Text("response_url").OrNull(),
        };
    }
}
