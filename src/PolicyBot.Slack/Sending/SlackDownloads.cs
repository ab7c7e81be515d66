using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Fetches files of messages. The bot's token goes along, so only to Slack.</summary>
internal sealed class SlackDownloads(SlackApi api)
{
    public async Task<Stream> OpenAsync(ChatFile file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address) || !SlackAddress.IsSlack(address, api.BaseUrl))
            throw new ChatFileException($"{file.Name}: the file is not kept by Slack and cannot be fetched from here. Upload it to Slack itself.");
        try
        {
            var response = await api.DownloadAsync(address, cancellationToken);
            // Without the permission Slack shows its sign-in page, with a redirect or with 200.
            if (response.IsSuccessStatusCode && (response.Content.Headers.ContentType?.MediaType != "text/html" || file.Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase)))
                return await response.Content.ReadAsStreamAsync(cancellationToken);
            response.Dispose();
            throw new ChatFileException($"{file.Name}: Slack does not hand out the file (HTTP {(int)response.StatusCode}). The app needs the permission files:read.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChatFileException($"{file.Name}: the file could not be fetched from Slack. Try again.", e);
        }
    }
}
