using Microsoft.Extensions.Logging;
using PolicyBot.Telemetry;

namespace PolicyBot.Chat;

/// <summary>The head of one lane: intent, call, outcome. What ended in doubt is looked for before anything is sent again.</summary>
internal sealed partial class LaneWork(IChatStore store, ChatPlatforms platforms, ChatSteps steps, Lease lease, TimeProvider time, ILogger<LaneWork> log)
{
    /// <summary>Nobody wants yesterday's answers in a row when a platform comes back.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>With the waits between them, about a day.</summary>
    public const int MostTries = 60;

    public const int MostDoubts = 8;

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PlatformPause = TimeSpan.FromSeconds(10);

    /// <summary>False when the lane has nothing for this worker to send.</summary>
    public async Task<bool> SendHeadAsync(string lane, CancellationToken stopping, CancellationToken giveUp)
    {
        if (await store.FindHeadAsync(lane, stopping) is not { } head) return false;
        if (platforms.Find(head.Piece.Delivery.Conversation) is not { } platform) return false;
        var now = time.GetUtcNow();
        if (!head.IsInDoubt && now - head.Piece.Stored > Stale) await store.ExpireAsync(lane, now - Stale, count => Notice(head, count, platform), stopping);
        else if (platform.State.Phase == ConnectionPhase.Failed) await Task.Delay(PlatformPause, time, stopping);
        else if (head.NotBefore > now) await Task.Delay(head.NotBefore.Value - now, time, stopping);
        else if (head.IsInDoubt) await ReconcileAsync(head, platform, giveUp);
        else return await SendAsync(head, platform, giveUp);
        return true;
    }

    private async Task<bool> SendAsync(OutboxEntry head, IChatPlatform platform, CancellationToken giveUp)
    {
        var term = lease.Term;
        if (!await store.MarkSendingAsync(head.Id, giveUp)) return false;
        await steps.PassAsync(ChatStep.Sending);
        // The last look before the call: a process that was paused here has lost the lane to another, which looks for the piece before it sends it.
        if (!lease.IsHeld) return false;
        using var held = CancellationTokenSource.CreateLinkedTokenSource(giveUp, term);
        var outcome = await CallAsync(head, platform, held.Token);
        Measures.CountPiece(platform.Name, outcome.GetType().Name);
        await steps.PassAsync(ChatStep.Sent);
        await SettleAsync(head, outcome);
        await steps.PassAsync(ChatStep.Settled);
        return true;
    }

    private async Task<SendOutcome> CallAsync(OutboxEntry head, IChatPlatform platform, CancellationToken giveUp)
    {
        using var sending = Measures.Stage("send");
        try
        {
            return await platform.SendAsync(head.Piece, giveUp).WaitAsync(LongestCall, time, giveUp);
        }
        catch (Exception fault)
        {
            // A platform that throws, hangs or is cut off at the stop may have sent it all the same.
            if (!giveUp.IsCancellationRequested) Log.CallFailed(log, head.Piece.Key, fault);
            return new SendOutcome.InDoubt(fault.GetType().Name);
        }
    }

    private async Task ReconcileAsync(OutboxEntry head, IChatPlatform platform, CancellationToken giveUp)
    {
        Reconciled found;
        try
        {
            found = await platform.ReconcileAsync(head.Piece with { Doubts = head.Doubts }, giveUp).WaitAsync(LongestCall, time, giveUp);
        }
        catch (Exception fault) when (!giveUp.IsCancellationRequested)
        {
            Log.CallFailed(log, head.Piece.Key, fault);
            found = new(false, null);
        }

        await SettleAsync(head, found switch
        {
            { Known: true, MessageId: { } id } => new SendOutcome.Sent(id),
            { Known: true } => new SendOutcome.Later(TimeSpan.Zero, "It had not arrived."),
            _ => new SendOutcome.InDoubt("The platform cannot tell whether it arrived."),
        });
    }

    private Task SettleAsync(OutboxEntry head, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Sent && Slot.KindOf(head.Piece) is { } kind) Measures.CountSlots(kind, "delivered");
        var now = time.GetUtcNow();
        switch (outcome)
        {
            case SendOutcome.Refused { ConversationLost: false } when head.Piece is { Kind: PieceKind.Answer, Replaces: not null }:
                // Somebody deleted the message that was to be edited: better a new one than silence.
                return store.DetachAsync(head.Id, CancellationToken.None);
            case SendOutcome.Later later when head.Tries + 1 < MostTries:
                return store.SettleAsync(head.Id, later, now + Max(later.Wait, Backoff(head.Tries - 2)), CancellationToken.None);
            case SendOutcome.InDoubt doubt when head.Doubts + 1 < MostDoubts:
                return store.SettleAsync(head.Id, doubt, now + (head.Doubts == 0 ? TimeSpan.Zero : Backoff(head.Doubts)), CancellationToken.None);
            case SendOutcome.Later later:
                outcome = new SendOutcome.Refused($"Given up after {MostTries} tries. {later.Reason}");
                break;
            case SendOutcome.InDoubt doubt:
                // A double answer helps nobody: it is left to an operator.
                outcome = new SendOutcome.Refused($"It may have arrived; nobody can tell. {doubt.Reason}");
                break;
        }

        if (outcome is SendOutcome.Refused refused) Log.GivenUp(log, head.Piece.Key, refused.Reason);
        return store.SettleAsync(head.Id, outcome, null, CancellationToken.None);
    }

    private static QueuedPiece? Notice(OutboxEntry head, int count, IChatPlatform platform)
    {
        var to = new Delivery { Conversation = head.Piece.Delivery.Conversation with { Thread = null } };
        return platform.Render(ChatPhrases.NotDelivered(count), to) is [var body, ..] ? new($"{ChatPhrases.Stale}/{head.Piece.Key}", PiecePart.Answer, to, body) : null;
    }

    private static TimeSpan Backoff(int power) => power < 0 ? TimeSpan.Zero : Min(TimeSpan.FromSeconds(Math.Pow(2, Math.Min(power, 20))), LongestWait);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Piece {Key}: the platform's client failed; it is looked for before it is sent again")]
        public static partial void CallFailed(ILogger logger, string key, Exception fault);

        [LoggerMessage(LogLevel.Error, "Piece {Key} is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, string key, string reason);
    }
}
