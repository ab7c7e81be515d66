using System.Globalization;

namespace PolicyBot.Discord.Rest;

/// <summary>One place of the REST API.</summary>
/// <param name="Template">With its ids left out: what is logged, and what limits are kept for until Discord names the bucket.</param>
/// <param name="Path">Relative to the base; may hold an interaction token.</param>
/// <param name="Major">The channel, guild or webhook: limits count for each of them apart.</param>
/// <param name="IsInteraction">Callbacks and follow-ups carry their own token, and stand outside of the global limit.</param>
internal sealed record Route(HttpMethod Method, string Template, string Path, string Major = "", bool IsInteraction = false)
{
    /// <summary>Sending it twice changes nothing more than sending it once.</summary>
    public bool IsIdempotent => Method != HttpMethod.Post;

    public override string ToString() => $"{Method} {Template}";

    public static Route Me { get; } = new(HttpMethod.Get, "users/@me", "users/@me");

    public static Route Application { get; } = new(HttpMethod.Get, "applications/@me", "applications/@me");

    public static Route GatewayBot { get; } = new(HttpMethod.Get, "gateway/bot", "gateway/bot");

    public static Route MyGuilds { get; } = new(HttpMethod.Get, "users/@me/guilds", "users/@me/guilds?limit=200");

    public static Route OpenDirect { get; } = new(HttpMethod.Post, "users/@me/channels", "users/@me/channels");

    public static Route Channel(string id) => new(HttpMethod.Get, "channels/{channel}", $"channels/{Safe(id)}", id);

    public static Route Guild(string id) => new(HttpMethod.Get, "guilds/{guild}", $"guilds/{Safe(id)}", id);

    public static Route Message(string channel, string id) => new(HttpMethod.Get, "channels/{channel}/messages/{message}", $"channels/{Safe(channel)}/messages/{Safe(id)}", channel);

    public static Route CreateMessage(string channel) => new(HttpMethod.Post, "channels/{channel}/messages", $"channels/{Safe(channel)}/messages", channel);

    public static Route EditMessage(string channel, string id) => new(HttpMethod.Patch, "channels/{channel}/messages/{message}", $"channels/{Safe(channel)}/messages/{Safe(id)}", channel);

    public static Route History(string channel, ulong after) =>
        new(HttpMethod.Get, "channels/{channel}/messages", string.Create(CultureInfo.InvariantCulture, $"channels/{Safe(channel)}/messages?after={after}&limit=100"), channel);

    public static Route OpenThread(string channel, string message) =>
        new(HttpMethod.Post, "channels/{channel}/messages/{message}/threads", $"channels/{Safe(channel)}/messages/{Safe(message)}/threads", channel);

    public static Route Commands(string application, HttpMethod method) =>
        new(method, "applications/{application}/commands", $"applications/{Safe(application)}/commands?with_localizations=true", application);

    public static Route Callback(string interaction, string token) =>
        new(HttpMethod.Post, "interactions/{interaction}/{token}/callback", $"interactions/{Safe(interaction)}/{Safe(token)}/callback", interaction, IsInteraction: true);

    public static Route FollowUp(string application, string token) =>
        new(HttpMethod.Post, "webhooks/{application}/{token}", $"webhooks/{Safe(application)}/{Safe(token)}?wait=true", token, IsInteraction: true);

    public static Route EditAnswer(string application, string token, string message) =>
        new(HttpMethod.Patch, "webhooks/{application}/{token}/messages/{message}", $"webhooks/{Safe(application)}/{Safe(token)}/messages/{(message == Original ? message : Safe(message))}", token, IsInteraction: true);

    /// <summary>Stands for the first answer to an interaction.</summary>
    public const string Original = "@original";

    private static string Safe(string id) => Uri.EscapeDataString(id);
}
