using PolicyBot.Chat;

namespace PolicyBot.Digests;

/// <summary>Brings the subscriptions of the settings file into the store: what stands there is active unless a person paused it, what was taken out ends.</summary>
public static class SettledSubscriptions
{
    public static async Task SyncAsync(IOrderStore store, IReadOnlyList<StandingOrder> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(wanted);
        var known = (await store.ListOrdersAsync(Subscription.Kind, cancellationToken)).ToDictionary(o => o.Id);
        var ids = wanted.Select(w => w.Id).ToHashSet();
        var changed = wanted.Where(w => !known.TryGetValue(w.Id, out var old) || old.Body != w.Body).ToList();
        changed.AddRange(known.Values.Where(o => !ids.Contains(o.Id) && Subscription.Of(o)?.IsFromSettings == true).Select(o => o with { State = OrderState.Ended }));
        await store.SaveOrdersAsync(changed, cancellationToken);
    }
}
