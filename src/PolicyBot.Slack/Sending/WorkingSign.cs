using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;
using PolicyBot.Text;

namespace PolicyBot.Slack.Sending;

/// <summary>Shows that the bot is at work: a status in a thread, a private line after a command, elsewhere a line that the answer takes the place of.</summary>
internal sealed class WorkingSign(SlackApi api, ResponseAddresses addresses, string privateMessage)
{
    public async Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        var (delivery, words) = (piece.Delivery, Words(piece.Body));
        if (delivery.Kind == DeliveryKind.Home) return new SendOutcome.Sent(null);
        if (delivery.Kind == DeliveryKind.Private && delivery.Conversation.Kind != ConversationKind.Direct) return await RespondAsync(delivery, words, cancellationToken);
        if (SlackThread.Of(delivery) is { } thread)
        {
            var status = await api.PostAsync("assistant.threads.setStatus", new() { ["channel_id"] = delivery.Conversation.Channel, ["thread_ts"] = thread, ["status"] = words }, cancellationToken);
            if (status is not SlackReply.Error) return Outcomes.OfRepeatable(status, null);
        }

        var body = new JsonObject { ["channel"] = delivery.Conversation.Channel, ["text"] = words, ["unfurl_links"] = false, ["unfurl_media"] = false, ["metadata"] = PieceMark.Compose(piece.Key) };
        if (SlackThread.Of(delivery) is { } place) body["thread_ts"] = place;
        var posted = await api.PostAsync("chat.postMessage", body, cancellationToken);
        return Outcomes.OfPost(posted, posted is SlackReply.Ok ok ? ok.Body.Text("ts").OrNull() : null);
    }

    private async Task<SendOutcome> RespondAsync(Delivery delivery, string words, CancellationToken cancellationToken)
    {
        if (addresses.Take(delivery) is not { } address) return new SendOutcome.Sent(null);
        var reply = await api.RespondAsync(address, new() { ["response_type"] = "ephemeral", ["replace_original"] = false, ["text"] = words, ["unfurl_links"] = false, ["unfurl_media"] = false }, cancellationToken);
        return reply is SlackReply.Ok ? new SendOutcome.Sent(privateMessage) : Outcomes.OfRepeatable(reply, null);
    }

    private static string Words(string language) => Languages.Parse(language) switch
    {
        Language.Korean => "기록을 찾는 중…",
        Language.English => "Searching the records…",
        _ => "기록을 찾는 중… · Searching…",
    };
}
