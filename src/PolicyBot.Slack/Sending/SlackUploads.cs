using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Sends a file: asks for an address, brings the bytes, and shares it. Only the last step can be seen by anybody.</summary>
internal sealed class SlackUploads(SlackApi api)
{
    public async Task<SendOutcome> SendAsync(OutgoingPiece piece, JsonObject file, CancellationToken cancellationToken)
    {
        var delivery = piece.Delivery;
        var bytes = Convert.FromBase64String((string)file["bytes"]!);
        var asked = await api.ReadAsync("files.getUploadURLExternal", [new("filename", (string)file["name"]!), new("length", bytes.Length.ToString(CultureInfo.InvariantCulture))], cancellationToken);
        if (asked is not SlackReply.Ok ok) return Outcomes.OfRepeatable(asked, null);
        if (SlackAddress.Parse(ok.Body.Text("upload_url"), api.BaseUrl) is not { } address) return new SendOutcome.Refused("Slack named no safe address to upload to");
        var uploaded = await api.UploadAsync(address, bytes, cancellationToken);
        if (uploaded is not SlackReply.Ok) return Outcomes.OfRepeatable(uploaded, null);
        var (channel, asking) = await FindChannelAsync(delivery, cancellationToken);
        if (channel is null) return Outcomes.OfRepeatable(asking!, null);
        var title = (string)file["title"]!;
        var share = new JsonObject { ["channel_id"] = channel, ["files"] = new JsonArray(new JsonObject { ["id"] = ok.Body.Text("file_id"), ["title"] = title }) };
        if (title.Length > 0) share["blocks"] = new JsonArray(PieceMark.ComposeTitle(piece.Key, title));
        if (delivery.Kind == DeliveryKind.Message && SlackThread.Of(delivery) is { } thread) share["thread_ts"] = thread;
        return Outcomes.OfPost(await api.PostAsync("files.completeUploadExternal", share, cancellationToken), null);
    }

    /// <summary>Files cannot be shown to one person in a channel: a private one goes to the direct conversation.</summary>
    private async Task<(string? Channel, SlackReply? Reply)> FindChannelAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Kind == DeliveryKind.Message && !delivery.Conversation.Channel.StartsWith('U')) return (delivery.Conversation.Channel, null);
        var reply = await api.PostAsync("conversations.open", new() { ["users"] = delivery.UserId }, cancellationToken);
        return reply is SlackReply.Ok ok ? (ok.Body.Text("channel", "id").OrNull() ?? delivery.Conversation.Channel, null) : (null, reply);
    }
}
