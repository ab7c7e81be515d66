using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Slack.Rendering;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Sends one piece by the call that fits it.</summary>
internal sealed class SlackSender(SlackApi api, SlackStreams streams, SlackUploads uploads, ResponseAddresses addresses)
{
    /// <summary>Stands for the private message behind a response address, which has no id: it can be replaced, and that is all.</summary>
    private const string PrivateMessage = "response";

    public Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken) =>
        piece.Kind == PieceKind.Working ? new WorkingSign(api, addresses, PrivateMessage).SendAsync(piece, cancellationToken) : SendAnswerAsync(piece, new(piece.Body), cancellationToken);

    private async Task<SendOutcome> SendAnswerAsync(OutgoingPiece piece, SlackMessage message, CancellationToken cancellationToken)
    {
        var delivery = piece.Delivery;
        if (message.Find(SlackMessage.View) is { } view) return await PublishAsync(delivery, view, cancellationToken);
        if (message.Find(SlackMessage.File) is { } file) return await uploads.SendAsync(piece, file, cancellationToken);
        if (message.FindPrompts() is { } prompts) return await SuggestAsync(delivery, prompts, cancellationToken);
        if (delivery.Kind == DeliveryKind.Private && delivery.Conversation.Kind != ConversationKind.Direct) return await SendPrivatelyAsync(piece, message, cancellationToken);
        if (piece.Replaces is { } id && id != PrivateMessage && await ReplaceAsync(piece, message, id, cancellationToken) is { } replaced) return replaced;
        if (piece.Replaces is null && await streams.TrySendAsync(piece, message, cancellationToken) is { } streamed) return streamed;
        return await PostAsync(piece, message, cancellationToken);
    }

    private async Task<SendOutcome> PublishAsync(Delivery delivery, JsonObject view, CancellationToken cancellationToken) =>
        Outcomes.OfRepeatable(await api.PostAsync("views.publish", new() { ["user_id"] = delivery.UserId, ["view"] = view.DeepClone() }, cancellationToken), null);

    private async Task<SendOutcome> SuggestAsync(Delivery delivery, JsonArray prompts, CancellationToken cancellationToken) =>
        Outcomes.OfRepeatable(await api.PostAsync("assistant.threads.setSuggestedPrompts", new() { ["channel_id"] = delivery.Conversation.Channel, ["thread_ts"] = delivery.Conversation.Thread, ["prompts"] = prompts.DeepClone() }, cancellationToken), null);

    private async Task<SendOutcome> PostAsync(OutgoingPiece piece, SlackMessage message, CancellationToken cancellationToken)
    {
        var reply = await api.PostAsync("chat.postMessage", Address(piece, message.Compose()), cancellationToken);
        // Silence would be worse than a plain look.
        if (reply is SlackReply.Error error && SlackErrors.IsLayout(error.Code)) reply = await api.PostAsync("chat.postMessage", Address(piece, message.Compose(withBlocks: false)), cancellationToken);
        // A command works in channels that the bot is no member of; its address does too.
        if (reply is SlackReply.Error { Code: "not_in_channel" or "channel_not_found" } && addresses.Take(piece.Delivery) is { } address)
        {
            var body = message.Compose();
            body["response_type"] = "in_channel";
            body["replace_original"] = false;
            reply = await api.RespondAsync(address, body, cancellationToken);
        }

        return Outcomes.OfPost(reply, IdOf(reply));
    }

    /// <summary>Null when the message is gone or too old to edit: a new one takes its place.</summary>
    private async Task<SendOutcome?> ReplaceAsync(OutgoingPiece piece, SlackMessage message, string id, CancellationToken cancellationToken)
    {
        var body = message.Compose();
        body["channel"] = piece.Delivery.Conversation.Channel;
        body["ts"] = id;
        body["metadata"] = PieceMark.Compose(piece.Key);
        var reply = await api.PostAsync("chat.update", body, cancellationToken);
        return reply is SlackReply.Error { Code: "message_not_found" or "cant_update_message" or "edit_window_closed" } ? null : Outcomes.OfRepeatable(reply, id);
    }

    private async Task<SendOutcome> SendPrivatelyAsync(OutgoingPiece piece, SlackMessage message, CancellationToken cancellationToken)
    {
        if (addresses.Take(piece.Delivery) is { } address)
        {
            var body = message.Compose();
            body["response_type"] = "ephemeral";
            body["replace_original"] = piece.Replaces == PrivateMessage;
            var reply = await api.RespondAsync(address, body, cancellationToken);
            // What takes the place of the sign of work may be sent twice without standing there twice.
            if (reply is not SlackReply.Error) return piece.Replaces == PrivateMessage ? Outcomes.OfRepeatable(reply, null) : Outcomes.OfPost(reply, null);
        }

        var ephemeral = Address(piece, message.Compose());
        ephemeral.Remove("metadata");
        ephemeral["user"] = piece.Delivery.UserId;
        var shown = await api.PostAsync("chat.postEphemeral", ephemeral, cancellationToken);
        return shown is SlackReply.Error { Code: "user_not_in_channel" or "not_in_channel" or "channel_not_found" } ? await SendDirectlyAsync(piece, message, cancellationToken) : Outcomes.OfPost(shown, null);
    }

    /// <summary>Where the bot is no member, the private answer goes to the direct conversation.</summary>
    private async Task<SendOutcome> SendDirectlyAsync(OutgoingPiece piece, SlackMessage message, CancellationToken cancellationToken)
    {
        var body = message.Compose();
        body["channel"] = piece.Delivery.UserId;
        body["metadata"] = PieceMark.Compose(piece.Key);
        return Outcomes.OfPost(await api.PostAsync("chat.postMessage", body, cancellationToken), null);
    }

    private static JsonObject Address(OutgoingPiece piece, JsonObject body)
    {
        body["channel"] = piece.Delivery.Conversation.Channel;
        body["metadata"] = PieceMark.Compose(piece.Key);
        if (SlackThread.Of(piece.Delivery) is { } thread) body["thread_ts"] = thread;
        return body;
    }

    private static string? IdOf(SlackReply reply) => reply is SlackReply.Ok ok && ok.Body.ValueKind == System.Text.Json.JsonValueKind.Object ? ok.Body.Text("ts").OrNull() : null;
}
