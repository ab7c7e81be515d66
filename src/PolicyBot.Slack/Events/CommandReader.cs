using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Reads slash commands. Slack brings one line of words: <c>/concerns 삼성 topic:세제 from:2025-01-01</c>.</summary>
internal static class CommandReader
{
    /// <summary>The one name that no other app takes: the command follows as its first word, and words that are no command are a question.</summary>
    public const string Umbrella = "policybot";

    public static ChatMessage? Read(JsonElement payload, ChatCatalogue catalogue, DateTimeOffset now)
    {
        var (team, channel, user, trigger) = (payload.Text("team_id"), payload.Text("channel_id"), payload.Text("user_id"), payload.Text("trigger_id"));
        var name = payload.Text("command").TrimStart('/');
        if (channel.Length == 0 || user.Length == 0 || trigger.Length == 0 || name.Length == 0) return null;
        var text = Markup.Read(payload.Text("text"), "").Text;
        if (name == Umbrella) (name, text) = Unfold(text, catalogue);
        var command = Find(name, catalogue);
        return new()
        {
            Key = $"command/{trigger}",
            Kind = ChatMessageKind.Command,
            Conversation = new(SlackPlatform.PlatformName, team, channel, null, ConversationKind.Shared),
            User = new(user, payload.Text("user_name").OrNull(), IsGuest: true),
            At = now,
            Text = text,
            IsAddressed = true,
            Command = command?.Name ?? name,
            Values = command is null ? new Dictionary<string, string>() : CommandWords.Read(text, command),
            ReplyHandle = payload.Text("response_url").OrNull(),
        };
    }

    private static CommandDefinition? Find(string name, ChatCatalogue catalogue) => catalogue.Commands.FirstOrDefault(c => c.Name == name || c.KoreanName == name);

    private static (string Name, string Text) Unfold(string text, ChatCatalogue catalogue)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var blank ? blank : text.Length;
        if (Find(text[..end].TrimStart('/'), catalogue) is { } command) return (command.Name, text[end..].Trim());
        return (text.Length == 0 ? "help" : "ask", text);
    }
}
