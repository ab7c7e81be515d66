using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Discord.Events;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Sending;

/// <summary>Sends one piece: as the answer of an interaction while that is open, else as a message.</summary>
internal sealed class DiscordSender(DiscordRest rest, Interactions interactions, Destinations destinations, TimeProvider clock)
{
    private const string CannotWriteToYou =
        "개인 메시지를 보낼 수 없습니다. 이 서버의 개인 메시지를 허용한 뒤 다시 물어 주세요. / I cannot send you a direct message: allow them for this server, then ask again.";

    /// <summary>A minute short of Discord's 15: the clocks may differ.</summary>
    private static readonly TimeSpan HandleLife = TimeSpan.FromMinutes(14);

    public async Task<SendOutcome> SendAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        if (piece.Delivery.Kind == DeliveryKind.Home) return new SendOutcome.Sent(null);
        var body = BodyOf(piece);
        return await AnswerAsync(piece, body, cancellationToken) ?? await PostAsync(piece, body, cancellationToken);
    }

    public static DiscordBody BodyOf(OutgoingPiece piece) =>
        piece.Kind == PieceKind.Working ? DiscordBody.Of(WorkingSign.In(piece.Body)) : DiscordBody.Read(piece.Body);

    /// <summary>Where a piece goes while its interaction is open; null when there is none.</summary>
    public Route? AnswerRoute(OutgoingPiece piece)
    {
        if (ReplyHandle.Read(piece.Delivery.ReplyHandle) is not { } handle || clock.GetUtcNow() - piece.Delivery.AskedAt > HandleLife) return null;
        if (piece.Replaces is { } replaced) return Route.EditAnswer(handle.Application, handle.Token, replaced);
        return handle.IsPress || piece.IsFurther ? Route.FollowUp(handle.Application, handle.Token) : Route.EditAnswer(handle.Application, handle.Token, Route.Original);
    }

    /// <summary>Null when it has to be a message.</summary>
    private async Task<SendOutcome?> AnswerAsync(OutgoingPiece piece, DiscordBody body, CancellationToken cancellationToken)
    {
        if (AnswerRoute(piece) is not { } route || ReplyHandle.Read(piece.Delivery.ReplyHandle) is not { } handle) return null;
        // Discord shows that a deferred command is worked at.
        if (piece.Kind == PieceKind.Working && !handle.IsPress) return new SendOutcome.Sent(null);
        await interactions.WhenAcknowledgedAsync(handle).WaitAsync(cancellationToken);
        var isPrivate = piece.Delivery is { Kind: DeliveryKind.Private, Conversation.Kind: not ConversationKind.Direct };
        var result = await rest.SendAsync(route, body.ToWire(!route.IsIdempotent && isPrivate ? Callbacks.Ephemeral : 0), body.Files, cancellationToken);
        if (Outcomes.IsHandleDead(result)) return null;
        return route.IsIdempotent ? Outcomes.OfRepeatable(result) : Outcomes.Of(result);
    }

    private async Task<SendOutcome> PostAsync(OutgoingPiece piece, DiscordBody body, CancellationToken cancellationToken)
    {
        var destination = await destinations.FindAsync(piece.Delivery, cancellationToken);
        if (destination.Failed is { } failed) return failed;
        if (piece.Replaces is { } replaced)
        {
            var edited = await rest.SendAsync(Route.EditMessage(destination.Channel, replaced), body.ToWire(), body.Files, cancellationToken);
            if (edited is not RestResult.Refused { Code: Outcomes.UnknownMessage or Outcomes.UnknownChannel }) return Outcomes.OfRepeatable(edited);
        }

        var result = await CreateAsync(destination, piece.Key, body, cancellationToken);
        if (result is RestResult.Refused { Code: Outcomes.CannotMessageUser } && piece.Delivery.Kind == DeliveryKind.Private) return await TellPubliclyAsync(piece, cancellationToken);
        return Outcomes.Of(result);
    }

    private Task<RestResult> CreateAsync(Destination destination, string key, DiscordBody body, CancellationToken cancellationToken) =>
        rest.SendAsync(Route.CreateMessage(destination.Channel), body.ToWire(add: message =>
        {
            message["nonce"] = Nonce.Of(key);
            message["enforce_nonce"] = true;
            if (destination.InReplyTo is { } question) message["message_reference"] = new JsonObject { ["message_id"] = question, ["fail_if_not_exists"] = false };
        }), body.Files, cancellationToken);

    /// <summary>Without anything of the answer, and once: further pieces have the same key here.</summary>
    private async Task<SendOutcome> TellPubliclyAsync(OutgoingPiece piece, CancellationToken cancellationToken)
    {
        if (piece.IsFurther || piece.Kind == PieceKind.Working) return new SendOutcome.Sent(null);
        var here = piece.Delivery.Conversation.Thread ?? piece.Delivery.Conversation.Channel;
        return Outcomes.Of(await CreateAsync(new(here, null, null), piece.Key + "/public", DiscordBody.Of(CannotWriteToYou), cancellationToken));
    }
}
