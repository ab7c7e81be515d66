using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Sending;

/// <summary>A message as it is stored before it is sent: its JSON, and its files.</summary>
internal sealed record DiscordBody(JsonObject Message, IReadOnlyList<BodyFile> Files)
{
    private const int SuppressEmbeds = 1 << 2;

    public string Content => (string?)Message["content"] ?? "";

    public static DiscordBody Of(string content, JsonArray? components = null, IReadOnlyList<ReplyFile>? files = null)
    {
        files ??= [];
        return new(new()
        {
            ["content"] = content,
            // Without this, names that stand in a record would call people.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
            ["flags"] = SuppressEmbeds,
            ["components"] = components ?? [],
            ["attachments"] = new JsonArray([.. files.Index().Select(f => new JsonObject { ["id"] = f.Index.ToString(CultureInfo.InvariantCulture), ["filename"] = f.Item.Name, ["description"] = f.Item.Description })]),
        }, [.. files.Select(f => new BodyFile(f.Name, f.MediaType, f.Bytes.ToArray()))]);
    }

    public string Write() => new JsonObject
    {
        ["message"] = Message.DeepClone(),
        ["files"] = new JsonArray([.. Files.Select(f => new JsonObject { ["name"] = f.Name, ["type"] = f.MediaType, ["data"] = Convert.ToBase64String(f.Bytes) })]),
    }.Write();

    public static DiscordBody Read(string stored)
    {
        var body = JsonNode.Parse(Encoding.UTF8.GetBytes(stored))!.AsObject();
        return new(body["message"]!.DeepClone().AsObject(), [.. body["files"]!.AsArray().Select(f => new BodyFile((string)f!["name"]!, (string)f["type"]!, Convert.FromBase64String((string)f["data"]!)))]);
    }

    /// <param name="flags">Beside those that every message has.</param>
    public string ToWire(int flags = 0, Action<JsonObject>? add = null)
    {
        var wire = Message.DeepClone().AsObject();
        wire["flags"] = SuppressEmbeds | flags;
        add?.Invoke(wire);
        return wire.Write();
    }
}
