using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Slack.Events;

namespace PolicyBot.Slack.Rendering;

/// <summary>The blocks of Slack's Block Kit that the bot uses, each within its limits.</summary>
internal static class Blocks
{
    public const int SectionText = 2_900;

    private const int ButtonsInRow = 5;

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, 150) };

    /// <param name="mrkdwn">Escaped already.</param>
    public static IEnumerable<JsonObject> Sections(string mrkdwn) =>
        TextPieces.Split(mrkdwn, SectionText).Select(piece => new JsonObject { ["type"] = "section", ["text"] = Text(piece) });

    public static JsonObject Context(string text) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray(Text(Mrkdwn.Escape(TextPieces.Shorten(text, 1_500)))) };

    public static IEnumerable<JsonObject> Buttons(IEnumerable<ReplyButton> buttons) => Rows(buttons.DistinctBy(b => b.Id).Select(Button));

    public static IEnumerable<JsonObject> Suggestions(IReadOnlyList<string> questions) => Rows(questions.Take(10).Select((question, i) =>
    {
        var button = Button(new($"{InteractionReader.SuggestionPrefix}{i}", question));
        button["value"] = TextPieces.Shorten(question, 1_900);
        return button;
    }));

    public static IEnumerable<JsonObject> Menu(ReplyMenu menu)
    {
        // Slack holds values to 150 characters (from memory); a choice that lost its end would stand for something else.
        var options = menu.Choices.Where(c => c.Label.Length > 0 && c.Value.Length is > 0 and <= 150).DistinctBy(c => c.Value).Take(100)
            .Select(c => new JsonObject { ["text"] = Plain(c.Label, 75), ["value"] = c.Value }).ToArray<JsonNode>();
        if (options.Length == 0) yield break;
        yield return Row([new JsonObject { ["type"] = "static_select", ["action_id"] = menu.Id, ["placeholder"] = Plain(menu.Placeholder, 150), ["options"] = new JsonArray(options) }]);
    }

    private static IEnumerable<JsonObject> Rows(IEnumerable<JsonObject> elements) => elements.Chunk(ButtonsInRow).Select(Row);

    private static JsonObject Row(JsonObject[] elements) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    private static JsonObject Button(ReplyButton button)
    {
        var element = new JsonObject { ["type"] = "button", ["action_id"] = button.Id, ["text"] = Plain(button.Label, 75) };
        if (button.Style != ButtonStyle.Plain) element["style"] = button.Style == ButtonStyle.Primary ? "primary" : "danger";
        return element;
    }

    // Verbatim: Slack makes no links or mentions of plain words in it.
    private static JsonObject Text(string mrkdwn) => new() { ["type"] = "mrkdwn", ["text"] = mrkdwn, ["verbatim"] = true };

    private static JsonObject Plain(string text, int most) =>
        new() { ["type"] = "plain_text", ["text"] = CleanText.Of(TextPieces.Shorten(text.ReplaceLineEndings(" "), most)) is { Length: > 0 } clean ? clean : "…", ["emoji"] = false };
}
