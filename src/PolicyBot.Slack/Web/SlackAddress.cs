namespace PolicyBot.Slack.Web;

/// <summary>Which addresses may be followed. Slack names some itself, and they carry credentials.</summary>
internal static class SlackAddress
{
    /// <summary>Encrypted, or on this machine when the configured base is on this machine too.</summary>
    public static bool IsSafe(Uri address, Uri baseUrl) =>
        address.IsAbsoluteUri && (address.Scheme is "https" or "wss" || (address.Scheme is "http" or "ws" && address.IsLoopback && baseUrl.IsLoopback));

    /// <summary>Whether the bot's token may be sent there.</summary>
    public static bool IsSlack(Uri address, Uri baseUrl) =>
        IsSafe(address, baseUrl) && (address.Host == baseUrl.Host || address.Host == "slack.com" || address.Host.EndsWith(".slack.com", StringComparison.Ordinal));

    public static Uri? Parse(string address, Uri baseUrl) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsSafe(uri, baseUrl) ? uri : null;

    public static Uri Method(Uri baseUrl, string method) => new($"{baseUrl.AbsoluteUri.TrimEnd('/')}/{method}");
}
