using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Marks a message as one piece, so that it is found again after a lost reply. Every member of the workspace can read it: it is a hash and nothing else.</summary>
internal static class PieceMark
{
    private const string EventType = "policybot_piece";

    public static JsonObject Compose(string key) =>
        new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["piece"] = Hash(key) } };

    /// <summary>A shared file takes no metadata: its mark is the id of the block with its title.</summary>
    public static JsonObject ComposeTitle(string key, string title) =>
        new() { ["type"] = "section", ["block_id"] = Hash(key), ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = title } };

    public static bool IsOn(JsonElement message, string key) =>
        message.Text("metadata", "event_payload", "piece") == Hash(key) || message.At("blocks").Items().Any(b => b.Text("block_id") == Hash(key));

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
