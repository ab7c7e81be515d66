namespace PolicyBot.Chat;

/// <param name="User">Messages of one user a minute; 0 sets no limit.</param>
/// <param name="Channel">Of one channel.</param>
public sealed record RateLimits(int User, int Channel)
{
    public static RateLimits None { get; } = new(0, 0);
}

/// <summary>How much one user and one channel may ask in a minute. What is beyond is told once, then met with silence: it costs nobody else anything.</summary>
internal sealed class ChatRates(RateLimits limits, TimeProvider time)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset Began, int Count)> _counts = new(StringComparer.Ordinal);

    public RateVerdict Take(ChatMessage message)
    {
        var conversation = message.Conversation;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_counts.Count > MostKept) Forget(now);
            var user = Count($"{conversation.Platform}/{message.User.Id}", now, limits.User);
            // Who is beyond his own limit takes nothing from his channel.
            return user != RateVerdict.Within ? user : Count("lane " + conversation.Lane, now, limits.Channel);
        }
    }

    private RateVerdict Count(string whose, DateTimeOffset now, int limit)
    {
        if (limit == 0) return RateVerdict.Within;
        var (began, count) = _counts.TryGetValue(whose, out var known) && now - known.Began < Window ? known : (now, 0);
        _counts[whose] = (began, ++count);
        return count <= limit ? RateVerdict.Within : count == limit + 1 ? RateVerdict.Told : RateVerdict.Beyond;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var whose in _counts.Where(c => now - c.Value.Began >= Window).Select(c => c.Key).ToList()) _counts.Remove(whose);
    }
}

internal enum RateVerdict
{
    Within,

    /// <summary>The first beyond: somebody is told to wait.</summary>
    Told,
    Beyond,
}
