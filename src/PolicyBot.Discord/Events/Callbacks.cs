using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Text;

namespace PolicyBot.Discord.Events;

/// <summary>The first answers to interactions.</summary>
internal static class Callbacks
{
    public const int Ephemeral = 1 << 6;

    private const int Deferred = 5, Unchanged = 6, Choices = 8, Modal = 9, Label = 18, Input = 4, MostChoices = 25, Title = 45, Choice = 100;

    /// <param name="isPrivate">Chosen here, and fixed from here on.</param>
    public static JsonObject Defer(bool isPrivate) => isPrivate ? new() { ["type"] = Deferred, ["data"] = new JsonObject { ["flags"] = Ephemeral } } : new() { ["type"] = Deferred };

    public static JsonObject Keep() => new() { ["type"] = Unchanged };

    public static JsonObject Suggest(IEnumerable<Suggestion> suggestions) => new()
    {
        ["type"] = Choices,
        ["data"] = new JsonObject
        {
            // A value that had to be cut would stand for something else.
            ["choices"] = new JsonArray([.. suggestions.Where(s => s.Value.Length is > 0 and <= Choice && s.Label.Length > 0).Take(MostChoices)
                .Select(s => new JsonObject { ["name"] = TextPieces.Shorten(CleanText.Of(s.Label), Choice), ["value"] = s.Value })]),
        },
    };

    public static JsonObject Open(FormDefinition form, string id, Language language) => new()
    {
        ["type"] = Modal,
        ["data"] = new JsonObject
        {
            ["custom_id"] = id,
            ["title"] = TextPieces.Shorten(language == Language.Korean ? form.Korean : form.English, Title),
            ["components"] = new JsonArray([.. form.Fields.Select(field => Field(field, language))]),
        },
    };

    private static JsonObject Field(FormField field, Language language) => new()
    {
        ["type"] = Label,
        ["label"] = TextPieces.Shorten(language == Language.Korean ? field.Korean : field.English, Title),
        ["component"] = new JsonObject { ["type"] = Input, ["custom_id"] = field.Name, ["style"] = field.IsLong ? 2 : 1, ["required"] = field.IsRequired, ["max_length"] = field.IsLong ? 4_000 : 1_000 },
    };
}
