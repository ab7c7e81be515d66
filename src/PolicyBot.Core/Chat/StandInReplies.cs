using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>
/// Words at once for those who ask while the store is away. They alone leave past the outbox, which is away too: one try each, once a message, and nothing hangs on it, since the answer itself still comes by way of the outbox.
/// </summary>
public sealed partial class StandInReplies(IChatHandler handler, ChatPlatforms platforms, IEgress egress, TimeProvider time, ILogger<StandInReplies> log)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // One notice tells a user enough for a while.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _lately = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _penalties = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>Never throws but when it is cancelled.</summary>
    public async Task TellAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        // By the message, not by the event: a mention comes as two.
        var source = $"{message.Conversation.Platform}/{message.Conversation.Channel}/{message.MessageId ?? message.Key}";
        var user = $"{message.Conversation.Platform}/{message.User.Id}";
        if (!IsTimely(message.Conversation.Platform, user)) return;
        if (_told.Count >= MostRemembered) _told.Clear();
        if (!_told.TryAdd(source, true)) return;
        try
        {
            if (await handler.StandInAsync(message, cancellationToken) is not { } reply) return;
            if (_lately.Count >= MostRemembered) _lately.Clear();
            _lately[user] = time.GetUtcNow();
            var to = Delivery.Answering(message, message.Kind == ChatMessageKind.Text || message.Conversation.Kind == ConversationKind.Direct ? DeliveryKind.Message : DeliveryKind.Private);
            if (platforms.Find(to.Conversation) is not { } platform || platform.Render(egress.PassStandIn(reply, to), to) is not [var body, ..]) return;
            var outcome = await platform.SendAsync(new() { Key = $"{source}/stand-in", Kind = PieceKind.Answer, Delivery = to, Body = body, Stored = time.GetUtcNow() }, cancellationToken).WaitAsync(Patience, time, cancellationToken);
            if (outcome is SendOutcome.Later later) _penalties[message.Conversation.Platform] = time.GetUtcNow() + later.Wait;
            if (outcome is not SendOutcome.Sent) Log.NotTold(log, source, outcome.GetType().Name);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotTold(log, source, fault.GetType().Name);
        }
    }

    /// <summary>Not twice to one user at once, and not while the platform told to wait.</summary>
    private bool IsTimely(string platform, string user)
    {
        var now = time.GetUtcNow();
        return !(_penalties.TryGetValue(platform, out var until) && now < until) && !(_lately.TryGetValue(user, out var last) && now - last < Quiet);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "While the store is away, {Source} could not be told so ({Reason}); the answer comes when it is back")]
        public static partial void NotTold(ILogger logger, string source, string reason);
    }
}
