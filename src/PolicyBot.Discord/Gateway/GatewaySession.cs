using System.Text.Json.Nodes;

namespace PolicyBot.Discord.Gateway;

/// <summary>Our place in Discord's stream of events. Stored with every event that is taken in, so that the next start misses nothing.</summary>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence)
{
    public string Write() => new JsonObject { ["id"] = Id, ["url"] = ResumeUrl.AbsoluteUri, ["seq"] = Sequence }.Write();

    /// <summary>Null when there is none, or none that can be read: then a new session begins.</summary>
    public static GatewaySession? Read(string? stored) =>
        stored is not null && JsonFields.Parse(System.Text.Encoding.UTF8.GetBytes(stored)) is { } session
        && session.Text("id") is { Length: > 0 } id && Uri.TryCreate(session.Text("url"), UriKind.Absolute, out var url)
            ? new(id, url, session.Number("seq"))
            : null;
}
