using PolicyBot.Chat;
using PolicyBot.Discord.Events;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Sending;

/// <summary>Finds out whether a message whose sending ended in doubt has arrived.</summary>
internal sealed class Reconciliation(DiscordRest rest, DiscordSender sender, Destinations destinations, Func<string> bot, TimeProvider clock)
{
    private const int Page = 100;

    /// <summary>Discord knows a nonce again for "a few minutes"; within these it may simply be sent again.</summary>
    private static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(2);

    /// <summary>Our clock and Discord's may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private static readonly Reconciled SendAgain = new(true, null);
    private static readonly Reconciled Unknown = new(false, null);

    public async Task<Reconciled> FindAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        if (piece.Delivery.Kind == DeliveryKind.Home || piece.Replaces is not null) return SendAgain;
        if (sender.AnswerRoute(piece) is { } route)
        {
            if (route.IsIdempotent) return SendAgain;
            // Nobody can look up what one person alone can see.
            if (piece.Delivery is { Kind: DeliveryKind.Private, Conversation.Kind: not ConversationKind.Direct }) return Unknown;
            return await LookAsync(piece.Delivery.Conversation.Thread ?? piece.Delivery.Conversation.Channel, piece, cancellationToken);
        }

        if (clock.GetUtcNow() - piece.Stored < NonceWindow) return SendAgain;
        var destination = await destinations.FindAsync(piece.Delivery, cancellationToken);
        return destination.Failed is null ? await LookAsync(destination.Channel, piece, cancellationToken) : Unknown;
    }

    private async Task<Reconciled> LookAsync(string channel, OutgoingPiece piece, CancellationToken cancellationToken)
    {
        if (await rest.GetAsync(Route.History(channel, Snowflake.From(piece.Stored - Skew)), cancellationToken) is not RestResult.Done({ ValueKind: System.Text.Json.JsonValueKind.Array } messages)) return Unknown;
        var content = DiscordSender.BodyOf(piece).Content.Trim();
        var found = messages.EnumerateArray().FirstOrDefault(m => m.Field("author").Text("id") == bot() && m.Text("content")?.Trim() == content);
        if (found.Text("id") is { } id) return new(true, id);
        return messages.GetArrayLength() < Page ? SendAgain : Unknown;
    }
}
