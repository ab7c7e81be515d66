using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Fetches files of messages. The bot's token goes along, so only to Slack.</summary>
internal sealed class SlackDownloads(SlackApi api)
{
    public async Task<Stream> OpenAsync(ChatFile file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address) || !SlackAddress.IsSlack(address, api.BaseUrl))
            throw new ChatFileException($"{file.Name}: the file is not kept by Slack and cannot be fetched from here. Upload it to Slack itself. / {file.Name}: Slack에 저장된 파일이 아니어서 가져올 수 없습니다. Slack에 직접 올리십시오.");
        try
        {
            var response = await api.DownloadAsync(address, cancellationToken);
            // Without the permission Slack shows its sign-in page, with a redirect or with 200.
            if (response.IsSuccessStatusCode && (response.Content.Headers.ContentType?.MediaType != "text/html" || file.Name.EndsWith(".html", StringComparison.OrdinalIgnoreCase)))
                return await response.Content.ReadAsStreamAsync(cancellationToken);
            response.Dispose();
            throw new ChatFileException($"{file.Name}: Slack does not hand out the file (HTTP {(int)response.StatusCode}). The app needs the permission files:read. / {file.Name}: Slack이 파일을 내주지 않습니다(HTTP {(int)response.StatusCode}). 앱에 files:read 권한이 필요합니다.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ChatFileException($"{file.Name}: the file could not be fetched from Slack. Try again. / {file.Name}: Slack에서 파일을 가져오지 못했습니다. 다시 하십시오.", e);
        }
    }
}
