using System.Collections.Concurrent;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Addresses that Slack gives with a command or a press: five uses in thirty minutes.</summary>
internal sealed class ResponseAddresses(Uri baseUrl, TimeProvider time)
{
    private const int MostUses = 5;
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(30);

    // Lost at a restart: Slack then refuses a sixth use itself.
    private readonly ConcurrentDictionary<string, (int Uses, DateTimeOffset Until)> _uses = new(StringComparer.Ordinal);

    /// <summary>Counts the use; null when the address is missing, unsafe, too old or used up.</summary>
    public Uri? Take(Delivery delivery)
    {
        var now = time.GetUtcNow();
        var until = (delivery.AskedAt ?? now) + _lifetime;
        if (delivery.ReplyHandle is not { } handle || now >= until || SlackAddress.Parse(handle, baseUrl) is not { } address) return null;
        foreach (var old in _uses.Where(u => u.Value.Until <= now)) _uses.TryRemove(old);
        return _uses.AddOrUpdate(handle, _ => (1, until), (_, use) => (use.Uses + 1, use.Until)).Uses <= MostUses ? address : null;
    }
}
