using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Telemetry;

namespace PolicyBot.Digests;

/// <summary>One look at the clock: what is due is claimed, made and queued; what is too old is noted as missed. Whatever ends in between is taken up again at the next start.</summary>
internal sealed partial class DigestRound(DigestDesk desk, IChatStore store, OrderPieces pieces, BriefSlots briefs, DigestSteps steps, TimeProvider time, ILogger<DigestRound> log)
{
    private const int Together = 100;

    private readonly List<SlotClaim> _open = [];
    private DateTimeOffset? _lookedUntil;
    private bool _tookOver;

    /// <summary>Another worker may have been at it since: what it left is taken over, and what it did is in the store.</summary>
    public void Reset()
    {
        _open.Clear();
        (_lookedUntil, _tookOver) = (null, false);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!_tookOver)
        {
            foreach (var claim in await store.TakeOverAsync(cancellationToken))
            {
                if (claim.Slot.Kind is Subscription.Kind or Subscription.BriefKind) _open.Add(claim);
                else await store.FailAsync(claim, "The process ended; what was found is found again.", cancellationToken);
            }

            _tookOver = true;
        }

        // Digests are due on whole minutes: nothing can have become due within one.
        if (_lookedUntil is { } until && _open.Count == 0 && until <= now && Minute(until) == Minute(now)) return;
        var orders = (await store.ListOrdersAsync(Subscription.Kind, cancellationToken)).Where(o => o.State == OrderState.Active && pieces.Reaches(o.To))
            .Select(o => (Order: o, Subscription: Subscription.Of(o))).Where(o => o.Subscription is not null).ToDictionary(o => o.Order.Id, o => (o.Order, Subscription: o.Subscription!));
        var from = _lookedUntil is { } looked && looked <= now ? looked : now - DigestWatch.LooksBack;
        var due = new List<Slot>();
        var missed = new List<Slot>();
        foreach (var (order, subscription) in orders.Values) Notice(order, subscription, from, now, due, missed);
        due.AddRange(await briefs.FindAsync([.. orders.Values], now, cancellationToken));
        await steps.PassAsync(DigestStep.Noticed);
        foreach (var portion in missed.Chunk(Together)) await store.MissAsync(portion, cancellationToken);
        foreach (var kind in missed.CountBy(s => s.Kind)) Measures.CountSlots(kind.Key, "missed", kind.Value);
        foreach (var portion in due.Chunk(Together)) _open.AddRange(Due(await store.ClaimAsync(portion, cancellationToken)));
        _lookedUntil = now;
        if (_open.Count == 0) return;
        await steps.PassAsync(DigestStep.Claimed);
        await FillAsync(orders, now, cancellationToken);
    }

    private static IReadOnlyList<SlotClaim> Due(IReadOnlyList<SlotClaim> claimed)
    {
        foreach (var kind in claimed.CountBy(c => c.Slot.Kind)) Measures.CountSlots(kind.Key, "due", kind.Value);
        return claimed;
    }

    /// <summary>Of several that were not sent, the newest stands for all: it tells everything since the last one that was delivered.</summary>
    private void Notice(StandingOrder order, Subscription subscription, DateTimeOffset from, DateTimeOffset now, List<Slot> due, List<Slot> missed)
    {
        var slots = desk.CalendarOf(subscription).Between(order.Since > from ? order.Since : from, now)
            .Select(s => new Slot(order.Id, Subscription.Kind, s.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Due)).ToList();
        if (slots.Count == 0) return;
        missed.AddRange(slots[..^1]);
        (now - slots[^1].Due <= subscription.CatchUpLimit ? due : missed).Add(slots[^1]);
    }

    private async Task FillAsync(Dictionary<string, (StandingOrder Order, Subscription Subscription)> orders, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var delivered = await store.ListDeliveredAsync(Subscription.Kind, cancellationToken);
        var maker = new DigestMaker(desk, pieces);
        foreach (var portion in _open.ToArray().Chunk(Together))
        {
            var fillings = new List<SlotFilling>();
            foreach (var claim in portion)
            {
                if (!orders.TryGetValue(claim.Slot.Order, out var known))
                {
                    await store.FailAsync(claim, "Its subscription was paused or ended, or its platform was switched off.", cancellationToken);
                    _open.Remove(claim);
                }
                else if (await TryMakeAsync(maker, claim, known.Order, known.Subscription, delivered, now, cancellationToken) is { } bodies)
                {
                    fillings.Add(new(claim, OrderPieces.Compose(claim.Slot.PieceKey, known.Order.To, bodies)));
                }
            }

            await steps.PassAsync(DigestStep.Composed);
            await store.FillAsync(fillings, cancellationToken);
            foreach (var kind in fillings.CountBy(f => f.Claim.Slot.Kind)) Measures.CountSlots(kind.Key, "made", kind.Value);
            _open.RemoveAll(fillings.Select(f => f.Claim).ToHashSet().Contains);
            await steps.PassAsync(DigestStep.Queued);
        }
    }

    /// <summary>Null when it cannot be made now: it is tried again, until it is too old.</summary>
    private async Task<IReadOnlyList<string>?> TryMakeAsync(
        DigestMaker maker, SlotClaim claim, StandingOrder order, Subscription subscription, IReadOnlyDictionary<string, DateTimeOffset> delivered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var slot = claim.Slot;
        try
        {
            var to = await desk.AsItStandsAsync(order.To, pieces, cancellationToken);
            if (slot.Kind == Subscription.BriefKind) return await briefs.MakeAsync(slot, to, subscription, now, cancellationToken);
            var since = delivered.TryGetValue(order.Id, out var last) && last < slot.Due ? last : desk.CalendarOf(subscription).Before(slot.Due);
            return await maker.MakeAsync(subscription, to, DateOnly.ParseExact(slot.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), since, slot.Due, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotMade(log, slot.PieceKey, fault);
            if (now - slot.Due > subscription.CatchUpLimit)
            {
                await store.FailAsync(claim, "It could not be put together; the log says why.", cancellationToken);
                _open.Remove(claim);
            }

            return null;
        }
    }

    private static long Minute(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerMinute;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Slot} could not be put together; trying again")]
        public static partial void NotMade(ILogger logger, string slot, Exception fault);
    }
}
