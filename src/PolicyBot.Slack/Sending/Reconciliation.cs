using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Events;
using PolicyBot.Slack.Rendering;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Looks in the conversation for a piece whose reply was lost.</summary>
internal sealed class Reconciliation(SlackApi api, SlackStreams streams, SlackIntake intake)
{
    private const int MostPages = 5;

    // The clocks of this machine and of Slack may differ by so much.
    private static readonly TimeSpan _drift = TimeSpan.FromMinutes(2);

    // A file that was shared stands in the conversation only once Slack has worked on it: with the pauses between them, so many looks take half a minute from when it was sent.
    private const int LooksForFile = 5;

    public async Task<Reconciled> FindAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        var delivery = piece.Delivery;
        if (delivery.Kind != DeliveryKind.Message && delivery.Conversation.Kind != ConversationKind.Direct) return new(false, null);
        var message = piece.Kind == PieceKind.Answer ? new SlackMessage(piece.Body) : null;
        var file = message?.Find(SlackMessage.File);
        if (file is not null && (string)file["title"]! == "") return new(false, null);
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var reply = await ReadPageAsync(piece, cursor, cancellationToken);
            if (reply is SlackReply.Error { Code: "thread_not_found" or "channel_not_found" or "not_in_channel" }) return new(true, null);
            if (reply is not SlackReply.Ok ok) return new(false, null);
            foreach (var found in ok.Body.At("messages").Items())
            {
                if (PieceMark.IsOn(found, piece.Key)) return new(true, found.Text("ts"));
                if (message?.StreamedText is { } text && IsBrokenStream(found, text)) return new(await streams.RepairAsync(piece, message, found.Text("ts"), cancellationToken), found.Text("ts"));
            }

            cursor = ok.Body.Text("response_metadata", "next_cursor").OrNull();
            if (cursor is null) return new(file is null || piece.Doubts >= LooksForFile, null);
        }

        return new(false, null);
    }

    private Task<SlackReply> ReadPageAsync(OutgoingPiece piece, string? cursor, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>
        {
            ["channel"] = piece.Delivery.Conversation.Channel,
            ["oldest"] = SlackStamps.Write(piece.Stored - _drift),
            ["include_all_metadata"] = "true",
            ["limit"] = "200",
        };
        if (cursor is not null) fields["cursor"] = cursor;
        if (SlackThread.Of(piece.Delivery) is not { } thread) return api.ReadAsync("conversations.history", fields, cancellationToken);
        fields["ts"] = thread;
        return api.ReadAsync("conversations.replies", fields, cancellationToken);
    }

    /// <summary>A stream carries its mark only once it is stopped; until then its first words are all there is.</summary>
    private bool IsBrokenStream(JsonElement message, string text)
    {
        if (message.Text("user") != intake.Bot.UserId || message.Text("metadata", "event_payload", "piece").Length > 0) return false;
        var words = Letters(message.Text("text"), 60);
        return words.Length >= 20 && Letters(text, 60).StartsWith(words, StringComparison.Ordinal);
    }

    private static string Letters(string text, int most) => string.Concat(text.Where(char.IsLetterOrDigit).Take(most));
}
