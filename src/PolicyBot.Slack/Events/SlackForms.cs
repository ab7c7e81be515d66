using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Slack.Web;
using PolicyBot.Text;

namespace PolicyBot.Slack.Events;

/// <summary>Opens a form at a press: the permission to do so ends after three seconds.</summary>
internal sealed partial class SlackForms(SlackApi api, ILogger logger)
{
    public async Task OpenAsync(FormDefinition form, ChatMessage press, string trigger, Language? language, CancellationToken cancellationToken)
    {
        var view = Compose(form, press, language ?? Language.Korean);
        var reply = await api.PostAsync("views.open", new() { ["trigger_id"] = trigger, ["view"] = view }, cancellationToken);
        if (reply is not SlackReply.Ok) Log.NotOpened(logger, form.Name, reply.Describe());
    }

    internal static JsonObject Compose(FormDefinition form, ChatMessage press, Language language)
    {
        var isKorean = language == Language.Korean;
        return new()
        {
            ["type"] = "modal",
            ["callback_id"] = press.Action,
            ["private_metadata"] = new FormOrigin(press.Conversation.Channel, press.Conversation.Thread, press.MessageId).Write(),
            ["title"] = Plain(isKorean ? form.Korean : form.English),
            ["submit"] = Plain(isKorean ? "보내기" : "Send"),
            ["close"] = Plain(isKorean ? "취소" : "Cancel"),
            ["blocks"] = new JsonArray([.. form.Fields.Select(f => Input(f, isKorean))]),
        };
    }

    private static JsonObject Input(FormField field, bool isKorean) => new()
    {
        ["type"] = "input",
        ["block_id"] = field.Name,
        ["optional"] = !field.IsRequired,
        ["label"] = Plain(isKorean ? field.Korean : field.English, 2_000),
        ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = field.Name, ["multiline"] = field.IsLong, ["max_length"] = 3_000 },
    };

    private static JsonObject Plain(string text, int most = 24) => new() { ["type"] = "plain_text", ["text"] = TextPieces.Shorten(text, most) };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The form {Form} could not be opened in Slack: {Reason}")]
        public static partial void NotOpened(ILogger logger, string form, string reason);
    }
}
