using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Discord.Sending;

/// <summary>What can be pressed below a message.</summary>
internal static class Components
{
    /// <summary>The question itself stands in the button's id, so that it survives every restart.</summary>
    public const string SuggestionPrefix = "ask:";

    private const int Row = 1, Button = 2, Menu = 3, MostRows = 5, MostInRow = 5, MostChoices = 25, LongestLabel = 80, LongestId = 100, LongestChoice = 100, LongestPlaceholder = 150;

    public static JsonArray Of(Reply reply)
    {
        var buttons = reply.Buttons.Select(b => NewButton(b.Id, b.Label, b.Style))
            .Concat(reply.Suggestions.Where(s => s.Length + SuggestionPrefix.Length <= LongestId).Select(s => NewButton(SuggestionPrefix + s, s, ButtonStyle.Plain)))
            .DistinctBy(b => (string?)b["custom_id"]);
        var rows = buttons.Chunk(MostInRow).Select(chunk => NewRow([.. chunk]));
        if (reply.Menu is { Choices.Count: > 0 } menu) rows = rows.Prepend(NewRow([NewMenu(menu)]));
        return new([.. rows.Take(MostRows)]);
    }

    private static JsonObject NewRow(JsonNode[] components) => new() { ["type"] = Row, ["components"] = new JsonArray(components) };

    private static JsonObject NewButton(string id, string label, ButtonStyle style) => new()
    {
        ["type"] = Button,
        ["style"] = style switch { ButtonStyle.Primary => 1, ButtonStyle.Danger => 4, _ => 2 },
        ["label"] = TextPieces.Shorten(CleanText.Of(label), LongestLabel),
        ["custom_id"] = id,
    };

    private static JsonObject NewMenu(ReplyMenu menu) => new()
    {
        ["type"] = Menu,
        ["custom_id"] = menu.Id,
        ["placeholder"] = TextPieces.Shorten(CleanText.Of(menu.Placeholder), LongestPlaceholder),
        ["options"] = new JsonArray([.. menu.Choices.Where(c => c.Value.Length is > 0 and <= LongestChoice).DistinctBy(c => c.Value).Take(MostChoices)
            .Select(c => new JsonObject { ["label"] = TextPieces.Shorten(CleanText.Of(c.Label), LongestChoice), ["value"] = c.Value })]),
    };
}
