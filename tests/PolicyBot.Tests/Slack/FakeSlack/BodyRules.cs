using System.Text.Json;
using PolicyBot.Tests.Conformance;

namespace PolicyBot.Tests.Slack.FakeSlack;

/// <summary>What Slack demands of a message, a view or a stream: the published schema, and the limits that it does not know.</summary>
internal static class BodyRules
{
    private static readonly JsonSchema? _schema = ConformanceData.Find("slack/block-kit.schema.json") is { } path ? JsonSchema.Load(path) : null;

    public static IEnumerable<string> Check(string method, JsonElement body)
    {
        if (method is "chat.postMessage" or "chat.postEphemeral" or "response_url")
            foreach (var name in (string[])["unfurl_links", "unfurl_media"])
                if (!body.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.False) yield return $"{method} lacks {name}: false";
        if (body.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && text.GetString()!.Length >= 3_800) yield return $"{method}: text of {text.GetString()!.Length}";
        if (body.TryGetProperty("markdown_text", out var markdown) && markdown.GetString()!.Length > 12_000) yield return $"{method}: markdown_text of {markdown.GetString()!.Length}";
        if (body.TryGetProperty("blocks", out var blocks))
            foreach (var fault in CheckBlocks(method, blocks, 50)) yield return fault;
        if (body.TryGetProperty("view", out var view))
        {
            foreach (var fault in _schema?.Validate(view, view.GetProperty("type").GetString() == "home" ? "#/definitions/HomeView" : "#/definitions/ModalView") ?? []) yield return $"{method}: {fault}";
            foreach (var fault in CheckBlocks(method, view.GetProperty("blocks"), 100)) yield return fault;
            if (view.TryGetProperty("title", out var title) && title.GetProperty("text").GetString()!.Length > 24) yield return $"{method}: title over 24";
        }

        var raw = body.GetRawText();
        if (raw.Length > 100 && Texts(body).Sum(t => t.Length) > 13_200) yield return $"{method}: {Texts(body).Sum(t => t.Length)} characters in all";
        foreach (var tag in (string[])["<!channel", "<!here", "<!everyone", "<@", "<!subteam"])
            if (Texts(body).Any(t => t.Contains(tag, StringComparison.Ordinal))) yield return $"{method}: a mention is alive ({tag})";
    }

    private static IEnumerable<string> CheckBlocks(string method, JsonElement blocks, int most)
    {
        if (blocks.GetArrayLength() > most) yield return $"{method}: {blocks.GetArrayLength()} blocks";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks.EnumerateArray())
        {
            foreach (var fault in _schema?.Validate(block, "#/definitions/KnownBlock") ?? []) yield return $"{method}: {fault}";
            foreach (var fault in CheckLengths(block)) yield return $"{method}: {fault}";
            if (!block.TryGetProperty("elements", out var elements)) continue;
            if (elements.GetArrayLength() > 25) yield return $"{method}: {elements.GetArrayLength()} elements";
            foreach (var element in elements.EnumerateArray().Where(e => e.TryGetProperty("action_id", out _)))
            {
                if (!ids.Add(element.GetProperty("action_id").GetString()!)) yield return $"{method}: action_id {element.GetProperty("action_id")} twice";
                if (element.GetProperty("type").GetString() == "button" && element.GetProperty("text").GetProperty("text").GetString()!.Length > 75) yield return $"{method}: button over 75";
            }
        }
    }

    private static IEnumerable<string> CheckLengths(JsonElement block)
    {
        var most = block.GetProperty("type").GetString() switch { "section" => 3_000, "header" => 150, _ => int.MaxValue };
        if (block.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.Object && text.GetProperty("text").GetString() is { } words && (words.Length > most || words.Length == 0)) yield return $"{block.GetProperty("type")} of {words.Length}";
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.String ? p.Name is "text" or "markdown_text" ? [p.Value.GetString()!] : [] : Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
