using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Discord.Sending;
using PolicyBot.Text;

namespace PolicyBot.Discord.Events;

/// <summary>A command, press, form or autocompletion, as Discord tells it.</summary>
internal sealed class Interaction
{
    private const int CommandType = 2, PressType = 3, TypingType = 4, FormType = 5, OnMessage = 3;

    private readonly JsonElement _json;

    private Interaction(JsonElement json, string id, string token, string channel) => (_json, Id, Token, Channel) = (json, id, token, channel);

    public string Id { get; }

    public string Token { get; }

    public string Channel { get; }

    public string? Guild => _json.Text("guild_id");

    public bool IsCommand => Type == CommandType;

    public bool IsTyping => Type == TypingType;

    public bool IsPress => Type == PressType;

    /// <summary>Acknowledged by leaving the message with the button as it is.</summary>
    public bool KeepsMessage => Type == PressType || (Type == FormType && _json.Field("message").IsThere());

    public JsonElement Data => _json.Field("data");

    public string? Name => Data.Text("name");

    public string? CustomId => Data.Text("custom_id");

    public Language? Language => Languages.Parse(_json.Text("locale") is { } locale ? locale.Split('-')[0] : null);

    public ChatUser User => MessageReader.User(_json.Field("member").Field("user").IsThere() ? _json.Field("member").Field("user") : _json.Field("user"), _json.Field("member"));

    private long Type => _json.Number("type");

    public static Interaction? Read(JsonElement json) =>
        json.Text("id") is { } id && json.Text("token") is { } token && json.Text("application_id") is not null && json.Number("type") is >= CommandType and <= FormType
            ? new(json, id, token, json.Text("channel_id") ?? json.Field("channel").Text("id") ?? "")
            : null;

    public ChatMessage ToMessage(Conversation conversation, ChatCatalogue catalogue, TimeProvider clock)
    {
        var message = new ChatMessage
        {
            Key = Id,
            Kind = ChatMessageKind.Command,
            Conversation = conversation,
            User = User,
            At = Snowflake.At(Id) ?? clock.GetUtcNow(),
            IsAddressed = true,
            Language = Language,
            MessageId = _json.Field("message").Text("id"),
            ReplyHandle = new ReplyHandle(KeepsMessage, _json.Text("application_id")!, Token).Write(),
        };
        return Type switch
        {
            CommandType when Data.Number("type", 1) == OnMessage => OnOthersMessage(message, catalogue),
            CommandType => message with { Command = Name, Values = Options(), Files = Attached() },
            FormType => message with { Kind = ChatMessageKind.Form, Action = CustomId, Values = Fields() },
            _ => Pressed(message),
        };
    }

    /// <summary>The option that is being typed, and what stands in it.</summary>
    public (string Option, string Typed)? Focused()
    {
        var option = Data.Items("options").FirstOrDefault(o => o.IsTrue("focused"));
        return option.Text("name") is { } name ? (name, option.Text("value") ?? "") : null;
    }

    private ChatMessage OnOthersMessage(ChatMessage message, ChatCatalogue catalogue)
    {
        var target = Data.Text("target_id");
        var subject = Data.Field("resolved").Field("messages").Field(target ?? "");
        return message with
        {
            Kind = ChatMessageKind.Shortcut,
            Action = catalogue.Shortcut?.Name ?? Name,
            MessageId = target,
            Text = Markup.ToPlain(subject.Text("content") ?? "", subject, [], _ => null),
            Files = MessageReader.Files(subject),
        };
    }

    private ChatMessage Pressed(ChatMessage message)
    {
        var chosen = Data.Items("values").FirstOrDefault().AsText();
        if (CustomId?.StartsWith(Components.SuggestionPrefix, StringComparison.Ordinal) == true)
            return message with { Kind = ChatMessageKind.Text, Text = CustomId[Components.SuggestionPrefix.Length..] };
        return message with { Kind = ChatMessageKind.Press, Action = CustomId, Values = chosen is null ? message.Values : new Dictionary<string, string> { ["value"] = chosen } };
    }

    private ChatFile[] Attached() =>
        Data.Field("resolved").Field("attachments") is { ValueKind: JsonValueKind.Object } files ? [.. files.EnumerateObject().Select(f => f.Value).Where(f => f.Text("url") is not null).Select(MessageReader.File)] : [];

    public Dictionary<string, string> Options() => Named(Data.Items("options").Select(o => (o.Text("name"), o.Text("value"))));

    /// <summary>Fields stand in labels, in older clients in rows.</summary>
    private Dictionary<string, string> Fields() =>
        Named(Data.Items("components").SelectMany(c => c.Items("components").Append(c.Field("component"))).Select(f => (f.Text("custom_id"), f.Text("value"))));

    private static Dictionary<string, string> Named(IEnumerable<(string? Name, string? Value)> pairs)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
            if (name is not null && !string.IsNullOrEmpty(value)) named[name] = Chat.Rendering.CleanText.Of(value);
        return named;
    }
}
