using System.Text.Json;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sockets;

/// <summary>One frame of a socket.</summary>
internal sealed record SocketFrame(string Type, string EnvelopeId, bool TakesPayload, JsonElement Payload, string Reason)
{
    /// <summary>A frame that is no JSON object is read as one without a type.</summary>
    public static SocketFrame Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = JsonElement.Parse(bytes);
            return new(json.Text("type"), json.Text("envelope_id"), json.Flag("accepts_response_payload"), json.At("payload"), json.Text("reason"));
        }
        catch (JsonException)
        {
            return new("", "", false, default, "");
        }
    }

    public SocketEnd End => Reason switch
    {
        "warning" or "refresh_requested" => SocketEnd.Refresh,
        "too_many_websockets" => SocketEnd.Crowded,
        "link_disabled" => SocketEnd.SwitchedOff,
        _ => SocketEnd.Lost,
    };
}
