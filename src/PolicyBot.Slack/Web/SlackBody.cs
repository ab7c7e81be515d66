using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyBot.Slack.Web;

internal static class SlackBody
{
    /// <summary>Hangul stays readable in stored bodies, and takes a third of the bytes.</summary>
    public static JsonSerializerOptions Written { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
