using System.Text.Json;

namespace PolicyBot.Tests.Wire;

/// <summary>One message of the bot as it stands now, as the fake platform's own journal has it.</summary>
/// <param name="Thread">Null outside of threads.</param>
/// <param name="IsPrivate">Only the one who asked sees it.</param>
/// <param name="Text">All words of it.</param>
/// <param name="Body">The body that the platform was sent last.</param>
/// <param name="Buttons">Label, and what comes back when it is pressed.</param>
internal sealed record Shown(string Id, string Channel, string? Thread, bool IsPrivate, string Text, JsonElement Body, IReadOnlyList<(string Label, string Id, string? Value)> Buttons)
{
    public bool Says(params string[] words) => words.All(w => Text.Contains(w, StringComparison.Ordinal));

    /// <summary>Every button anywhere in a body: an object with an id to come back and a label.</summary>
    public static IReadOnlyList<(string, string, string?)> FindButtons(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when IdOf(element) is { } id && LabelOf(element) is { } label => [(label, id, element.TryGetProperty("value", out var value) ? value.GetString() : null)],
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(p => FindButtons(p.Value))],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(FindButtons)],
        _ => [],
    };

    /// <summary>Every text anywhere in a body.</summary>
    public static IEnumerable<string> FindTexts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.String && p.Name is "text" or "markdown_text" or "content" or "url" ? [p.Value.GetString()!] : FindTexts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(FindTexts),
        _ => [],
    };

    private static string? IdOf(JsonElement element) =>
        element.TryGetProperty("action_id", out var slack) ? slack.GetString() : element.TryGetProperty("custom_id", out var discord) ? discord.GetString() : null;

    private static string? LabelOf(JsonElement element) =>
        element.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String ? label.GetString()
        : element.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.Object ? text.GetProperty("text").GetString()
        : null;
}
