using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Discord.Events;
using PolicyBot.Discord.Rest;
using PolicyBot.Text;

namespace PolicyBot.Discord.Sending;

/// <summary>Finds the channel in which a message is to stand, opening the thread or the direct conversation when need be.</summary>
internal sealed class Destinations(DiscordRest rest, Func<string> bot)
{
    private const int ThreadIsThere = 160004, MostRemembered = 10_000, LongestTitle = 100, ArchivedAfterMinutes = 4_320;

    private readonly ConcurrentDictionary<string, string> _direct = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _threads = new(StringComparer.Ordinal);

    public async Task<Destination> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery is { Kind: DeliveryKind.Private, UserId: { Length: > 0 } user } && delivery.Conversation.Kind != ConversationKind.Direct) return await DirectAsync(user, cancellationToken);
        // A direct conversation has no threads.
        if (delivery is { Kind: DeliveryKind.Personal, UserId: { } person }) return (await DirectAsync(person, cancellationToken)) with { InReplyTo = delivery.InReplyTo };
        var here = delivery.Conversation.Thread ?? delivery.Conversation.Channel;
        if (delivery.InReplyTo is not { } message || delivery.Conversation.Thread is not null) return new(here, null, null);
        if (!delivery.OpensThread) return new(here, delivery.Conversation.Kind == ConversationKind.Direct ? null : message, null);
        return await ThreadAsync(here, message, cancellationToken);
    }

    private async Task<Destination> DirectAsync(string user, CancellationToken cancellationToken)
    {
        if (_direct.TryGetValue(user, out var known)) return new(known, null, null);
        var result = await rest.SendAsync(Route.OpenDirect, new JsonObject { ["recipient_id"] = user }.Write(), cancellationToken);
        if (result is not RestResult.Done(var channel) || channel.Text("id") is not { } id) return new("", null, Outcomes.OfRepeatable(result));
        if (_direct.Count >= MostRemembered) _direct.Clear();
        return new(_direct[user] = id, null, null);
    }

    /// <summary>A thread has the id of the message it hangs under.</summary>
    private async Task<Destination> ThreadAsync(string channel, string message, CancellationToken cancellationToken)
    {
        if (_threads.TryGetValue(message, out var isThere)) return isThere ? new(message, null, null) : new(channel, message, null);
        var body = new JsonObject { ["name"] = await TitleAsync(channel, message, cancellationToken), ["auto_archive_duration"] = ArchivedAfterMinutes };
        var result = await rest.SendAsync(Route.OpenThread(channel, message), body.Write(), cancellationToken);
        if (result is RestResult.Limited or RestResult.Broken) return new(channel, null, Outcomes.OfRepeatable(result));
        if (_threads.Count >= MostRemembered) _threads.Clear();
        // Where threads are not allowed the answer stands in the channel, as a reply.
        var opened = _threads[message] = result is RestResult.Done or RestResult.Refused { Code: ThreadIsThere };
        return opened ? new(message, null, null) : new(channel, message, null);
    }

    private async Task<string> TitleAsync(string channel, string message, CancellationToken cancellationToken)
    {
        var question = await rest.GetAsync(Route.Message(channel, message), cancellationToken) is RestResult.Done(var body)
            ? Markup.ToPlain(body.Text("content") ?? "", body, [bot()], _ => null).ReplaceLineEndings(" ")
            : "";
        return question.Length > 0 ? TextPieces.Shorten(question, LongestTitle) : "PolicyBot";
    }
}

/// <param name="InReplyTo">The message that is referred to there.</param>
/// <param name="Failed">Why nothing can be sent now; null when it can.</param>
internal sealed record Destination(string Channel, string? InReplyTo, SendOutcome? Failed);
