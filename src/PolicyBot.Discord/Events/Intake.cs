using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Discord.Gateway;

namespace PolicyBot.Discord.Events;

/// <summary>Brings events to the inbox one after the other, with the place in the stream, and acknowledges what is stored.</summary>
internal sealed partial class Intake(MessageReader messages, Interactions interactions, Places places, IInbox inbox, TimeProvider clock, ILogger logger)
{
    /// <summary>After a crash so many events of no interest come again.</summary>
    private const int MostUnsaved = 50;

    private readonly Channel<GatewayEvent> _events = Channel.CreateUnbounded<GatewayEvent>(new() { SingleReader = true });
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private int _unsaved;

    /// <summary>Never waits: the gateway reads on.</summary>
    public void Receive(GatewayEvent received)
    {
        if (received.Type != "INTERACTION_CREATE" || !interactions.TryAnswerAtOnce(received.Data)) _events.Writer.TryWrite(received);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var received in _events.Reader.ReadAllAsync(cancellationToken))
        {
            while (!await TryTakeAsync(received, cancellationToken))
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }
    }

    /// <summary>False when it has to be tried again: the store is at fault, not the event.</summary>
    private async Task<bool> TryTakeAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        try
        {
            places.Learn(received.Type, received.Data);
            if (await ReadAsync(received, cancellationToken) is { } message) await TakeInAsync(received, message, cancellationToken);
            else await PassAsync(received, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            if (_unreadable.Add(received.Type)) Log.Unreadable(logger, received.Type, e.GetType().Name);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotStored(logger, received.Type, e);
            return false;
        }
    }

    private async Task<ChatMessage?> ReadAsync(GatewayEvent received, CancellationToken cancellationToken) => received.Type switch
    {
        "MESSAGE_CREATE" => await messages.ReadAsync(received.Data, isEdit: false, cancellationToken),
        "MESSAGE_UPDATE" => await messages.ReadAsync(received.Data, isEdit: true, cancellationToken),
        "MESSAGE_DELETE" => await messages.ReadDeletedAsync(received.Data, cancellationToken),
        "INTERACTION_CREATE" => await interactions.ReadAsync(received.Data, cancellationToken),
        // An outage of Discord looks the same but for its flag.
        "GUILD_DELETE" when !received.Data.IsTrue("unavailable") => Left(received, received.Data.Text("id"), "", null),
        "CHANNEL_DELETE" => Left(received, received.Data.Text("guild_id"), received.Data.Text("id"), null),
        "THREAD_DELETE" => Left(received, received.Data.Text("guild_id"), received.Data.Text("parent_id"), received.Data.Text("id")),
        _ => null,
    };

    /// <summary>An empty channel stands for the whole server.</summary>
    private ChatMessage? Left(GatewayEvent received, string? guild, string? channel, string? thread) => channel is null
        ? null
        : new()
        {
            Key = $"{received.Place.Id}/{received.Place.Sequence}",
            Kind = ChatMessageKind.Left,
            Conversation = new("discord", guild ?? "", channel, thread, guild is null ? ConversationKind.Direct : ConversationKind.Shared),
            User = new(""),
            At = clock.GetUtcNow(),
        };

    private async Task TakeInAsync(GatewayEvent received, ChatMessage message, CancellationToken cancellationToken)
    {
        await inbox.TakeInAsync(message, received.Place.Write(), cancellationToken);
        _unsaved = 0;
        // Known ones too: the process may have ended between storing and acknowledging.
        if (received.Type == "INTERACTION_CREATE") interactions.Acknowledge(received.Data);
    }

    private async Task PassAsync(GatewayEvent received, CancellationToken cancellationToken)
    {
        if (received.Type != "READY" && ++_unsaved < MostUnsaved) return;
        await inbox.SaveSessionAsync("discord", received.Place.Write(), cancellationToken);
        _unsaved = 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An event {Type} could not be read and was left out, as will be others like it ({Reason}).")]
        public static partial void Unreadable(ILogger logger, string type, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "An event {Type} could not be stored; it is tried again.")]
        public static partial void NotStored(ILogger logger, string type, Exception fault);
    }
}
