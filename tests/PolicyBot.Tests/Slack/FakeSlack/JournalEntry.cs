using System.Text.Json;

namespace PolicyBot.Tests.Slack.FakeSlack;

/// <summary>One thing that reached the fake, with the moment by its own clock.</summary>
/// <param name="What">A method of the Web API, or <c>ack</c>, <c>response_url</c>, <c>upload</c>, <c>socket</c>.</param>
internal sealed record JournalEntry(TimeSpan At, string What, JsonElement Body, string Detail = "")
{
    public string Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";
}
