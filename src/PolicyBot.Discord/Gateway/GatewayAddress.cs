using System.Net.WebSockets;

namespace PolicyBot.Discord.Gateway;

/// <summary>Where to connect: encrypted, but on the machine itself.</summary>
internal static class GatewayAddress
{
    /// <exception cref="WebSocketException">The address is not one to send a token to.</exception>
    public static Uri Complete(Uri address, Uri apiBase)
    {
        if (address.Scheme != Uri.UriSchemeWss && !(address.Scheme == Uri.UriSchemeWs && address.IsLoopback && apiBase.IsLoopback))
            throw new WebSocketException("Discord named a gateway that is not encrypted; it is not followed.");
        return address.Query.Length > 1 ? address : new UriBuilder(address) { Query = "v=10&encoding=json" }.Uri;
    }
}
