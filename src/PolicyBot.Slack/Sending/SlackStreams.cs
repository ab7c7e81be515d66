using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Slack.Rendering;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Streams long answers in threads. The words are verified before: they come in parts only so that reading can begin.</summary>
internal sealed class SlackStreams(SlackApi api)
{
    private static readonly TimeSpan _stopLimit = TimeSpan.FromSeconds(10);

    private volatile bool _isRefused;

    /// <summary>Null when the piece is not for streaming, or Slack will not stream now: it is posted whole.</summary>
    public async Task<SendOutcome?> TrySendAsync(OutgoingPiece piece, SlackMessage message, CancellationToken cancellationToken)
    {
        if (_isRefused || message.StreamedText is not { } text || SlackThread.Of(piece.Delivery) is not { } thread || piece.Delivery.UserId is not { } user) return null;
        var chunks = StreamText.Cut(text);
        var started = await api.PostAsync("chat.startStream", new()
        {
            ["channel"] = piece.Delivery.Conversation.Channel,
            ["thread_ts"] = thread,
            ["recipient_team_id"] = piece.Delivery.Conversation.Workspace,
            ["recipient_user_id"] = user,
            ["markdown_text"] = chunks[0],
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        }, cancellationToken);
        if (started is SlackReply.Doubt doubt) return new SendOutcome.InDoubt(doubt.Reason);
        if (started is SlackReply.Error error) _isRefused = error.Code is "unknown_method" or "missing_scope" or "not_allowed_token_type";
        if (started is not SlackReply.Ok ok || ok.Body.Text("ts").OrNull() is not { } stamp) return null;
        return await FinishAsync(piece, message, chunks, stamp, cancellationToken);
    }

    /// <summary>Brings a message that a broken stream left behind to its full words.</summary>
    public async Task<bool> RepairAsync(OutgoingPiece piece, SlackMessage message, string stamp, CancellationToken cancellationToken)
    {
        await StopAsync(piece, message, stamp, withRest: false);
        var body = message.Compose();
        body["channel"] = piece.Delivery.Conversation.Channel;
        body["ts"] = stamp;
        body["metadata"] = PieceMark.Compose(piece.Key);
        return await api.PostAsync("chat.update", body, cancellationToken) is SlackReply.Ok;
    }

    private async Task<SendOutcome> FinishAsync(OutgoingPiece piece, SlackMessage message, IReadOnlyList<string> chunks, string stamp, CancellationToken cancellationToken)
    {
        var (isWhole, isStopped) = (false, false);
        try
        {
            isWhole = await AppendAsync(piece, chunks, stamp, cancellationToken);
        }
        finally
        {
            isStopped = await StopAsync(piece, message, stamp, withRest: isWhole);
        }

        return (isWhole && isStopped) || await RepairAsync(piece, message, stamp, cancellationToken)
            ? new SendOutcome.Sent(stamp)
            : new SendOutcome.InDoubt("the stream broke off");
    }

    private async Task<bool> AppendAsync(OutgoingPiece piece, IReadOnlyList<string> chunks, string stamp, CancellationToken cancellationToken)
    {
        foreach (var chunk in chunks.Skip(1))
        {
            var reply = await api.PostAsync("chat.appendStream", new() { ["channel"] = piece.Delivery.Conversation.Channel, ["ts"] = stamp, ["markdown_text"] = chunk }, cancellationToken);
            if (reply is not SlackReply.Ok) return false;
        }

        return true;
    }

    // A stream that is not stopped stays open on the server: being stopped ourselves is no reason to leave it so.
    private async Task<bool> StopAsync(OutgoingPiece piece, SlackMessage message, string stamp, bool withRest)
    {
        using var limit = new CancellationTokenSource(_stopLimit);
        var body = new JsonObject { ["channel"] = piece.Delivery.Conversation.Channel, ["ts"] = stamp, ["unfurl_links"] = false, ["unfurl_media"] = false };
        if (withRest)
        {
            body["metadata"] = PieceMark.Compose(piece.Key);
            if (message.Rest() is { Count: > 0 } rest) body["blocks"] = rest;
        }

        try
        {
            return await api.PostAsync("chat.stopStream", body, limit.Token) is SlackReply.Ok;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
