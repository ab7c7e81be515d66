using PolicyBot.Chat;

namespace PolicyBot.Discord;

/// <summary>Fetches what people attach to their messages: from Discord's own hosts alone, and without our token.</summary>
internal sealed class DiscordFiles : IDisposable
{
    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    private readonly HttpClient _http;
    private readonly bool _isLocal;

    public DiscordFiles(DiscordOptions options)
    {
        _isLocal = options.ApiBaseUrl.IsLoopback;
        _http = new(new SocketsHttpHandler { UseProxy = !_isLocal, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task<Stream> OpenAsync(ChatFile file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address) || !IsAllowed(address)) throw new ChatFileException($"The file {file.Name} does not lie with Discord; attach it to the message itself.");
        try
        {
            var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode) return await response.Content.ReadAsStreamAsync(cancellationToken);
            response.Dispose();
            throw new ChatFileException($"Discord no longer gives out the file {file.Name}; attach it again.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChatFileException($"The file {file.Name} could not be fetched from Discord; try again later.", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private bool IsAllowed(Uri address) => (address.Scheme == Uri.UriSchemeHttps && Hosts.Contains(address.Host)) || (_isLocal && address.IsLoopback);
}
