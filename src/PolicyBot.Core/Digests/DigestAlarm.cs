using PolicyBot.Chat;

namespace PolicyBot.Digests;

/// <summary>The digests of the last day that were due and not delivered.</summary>
public sealed class DigestAlarm(IChatStore store, DigestDesk desk, TimeProvider time)
{
    public async Task<IReadOnlyList<DigestGap>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var report = new DigestWatch(desk.Holidays).Read(await store.ListOrdersAsync(Subscription.Kind, cancellationToken), await store.ListSlotsAsync(now - DigestWatch.LooksBack, cancellationToken), now);
        return report.Alarms(now);
    }
}
