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
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address) || !IsAllowed(address)) throw new ChatFileException($"The file {file.Name} does not lie with Discord; attach it to the message itself. / {file.Name} 파일은 Discord에 있지 않습니다. 메시지에 직접 첨부하십시오.");
        try
        {
            var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode) return await response.Content.ReadAsStreamAsync(cancellationToken);
            response.Dispose();
            throw new ChatFileException($"Discord no longer gives out the file {file.Name}; attach it again. / Discord가 {file.Name} 파일을 더 이상 내주지 않습니다. 다시 첨부하십시오.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChatFileException($"The file {file.Name} could not be fetched from Discord; try again later. / Discord에서 {file.Name} 파일을 가져오지 못했습니다. 나중에 다시 하십시오.", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private bool IsAllowed(Uri address) => (address.Scheme == Uri.UriSchemeHttps && Hosts.Contains(address.Host)) || (_isLocal && address.IsLoopback);
}
