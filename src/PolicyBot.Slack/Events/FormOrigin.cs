using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Where the button stood that opened a form: it travels in the form, because Slack does not tell when the form comes back.</summary>
internal sealed record FormOrigin(string? Channel, string? Thread, string? Message)
{
    public string Write() => new JsonObject { ["channel"] = Channel, ["thread"] = Thread, ["message"] = Message }.ToJsonString();

    public static FormOrigin Parse(string metadata)
    {
        try
        {
            var json = metadata.Length == 0 ? default : JsonElement.Parse(metadata);
            return new(json.Text("channel").OrNull(), json.Text("thread").OrNull(), json.Text("message").OrNull());
        }
        catch (JsonException)
        {
            return new(null, null, null);
        }
    }
}
