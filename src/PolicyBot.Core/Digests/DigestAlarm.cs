using PolicyBot.Chat;

namespace PolicyBot.Digests;

/// <summary>The digests of the last day that were due and not delivered.</summary>
public sealed class DigestAlarm(IChatStore store, DigestDesk desk, OrderPieces pieces, TimeProvider time)
{
    public async Task<IReadOnlyList<DigestGap>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // What a platform that is switched off owes is nobody's fault.
        var orders = (await store.ListOrdersAsync(Subscription.Kind, cancellationToken)).Where(o => pieces.Reaches(o.To));
        var report = new DigestWatch(desk.Holidays).Read(orders, await store.ListSlotsAsync(now - DigestWatch.LooksBack, cancellationToken), now);
        return report.Alarms(now);
    }
}
