using System.Collections.Concurrent;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Finds the direct conversation of a piece that goes to one person: only there its history can be read.</summary>
internal sealed class PersonalConversations(SlackApi api)
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, string> _channels = new(StringComparer.Ordinal);

    /// <summary>The piece as one of that conversation; why it cannot be sent now when Slack does not open it.</summary>
    public async Task<(OutgoingPiece Piece, SendOutcome? Failed)> ResolveAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        var delivery = piece.Delivery;
        if (delivery is not { Kind: DeliveryKind.Personal, UserId: { } user }) return (piece, null);
        if (!_channels.TryGetValue(user, out var channel))
        {
            var reply = await api.PostAsync("conversations.open", new() { ["users"] = user }, cancellationToken);
            if (reply is not SlackReply.Ok ok || ok.Body.Text("channel", "id").OrNull() is not { } opened) return (piece, Outcomes.OfRepeatable(reply, null));
            if (_channels.Count >= MostRemembered) _channels.Clear();
            _channels[user] = channel = opened;
        }

        return (piece with { Delivery = delivery with { Kind = DeliveryKind.Message, Conversation = delivery.Conversation with { Channel = channel } } }, null);
    }
}
