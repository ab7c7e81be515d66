using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Discord.Gateway;

/// <summary>One message on the gateway.</summary>
internal sealed record GatewayFrame(int Op, JsonElement Data, long? Sequence, string? Type)
{
    public const int Dispatch = 0, Beat = 1, Identify = 2, Resume = 6, Reconnect = 7, InvalidSession = 9, Hello = 10, BeatAnswer = 11;

    /// <summary>Null when the bytes are no frame.</summary>
    public static GatewayFrame? Parse(ReadOnlySpan<byte> bytes)
    {
        if (JsonFields.Parse(bytes) is not { ValueKind: JsonValueKind.Object } frame || frame.Number("op", -1) is var op && op is < 0 or > int.MaxValue) return null;
        return new((int)op, frame.Field("d"), frame.Field("s").ValueKind == JsonValueKind.Number ? frame.Number("s") : null, frame.Text("t"));
    }

    public static JsonObject NewBeat(long? sequence) => new() { ["op"] = Beat, ["d"] = sequence };

    public static JsonObject NewIdentify(string token, int intents) => new()
    {
        ["op"] = Identify,
        ["d"] = new JsonObject
        {
            ["token"] = token,
            ["intents"] = intents,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "policybot", ["device"] = "policybot" },
        },
    };

    public static JsonObject NewResume(string token, GatewaySession session) => new()
    {
        ["op"] = Resume,
        ["d"] = new JsonObject { ["token"] = token, ["session_id"] = session.Id, ["seq"] = session.Sequence },
    };
}
