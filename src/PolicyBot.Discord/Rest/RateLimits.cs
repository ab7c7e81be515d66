namespace PolicyBot.Discord.Rest;

/// <summary>Knows when a request may go out. Limits are learnt from Discord's headers, never assumed, but for the two that it tells in prose only.</summary>
internal sealed class RateLimits(TimeProvider clock)
{
    /// <summary>50 a second over all routes; some are left for what other programs send with the same token.</summary>
    private const int PerSecond = 45;

    /// <summary>10,000 replies of 401, 403 or 429 within ten minutes ban the address.</summary>
    private const int MostInvalid = 9_500;

    private const int MostBuckets = 5_000;

    private static readonly TimeSpan InvalidWindow = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lastSecond = new();
    private readonly Queue<DateTimeOffset> _invalid = new();
    private DateTimeOffset _globalUntil;

    /// <summary>Zero lets the request go and counts it; otherwise how long to wait.</summary>
    public TimeSpan Reserve(Route route)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Forget(_lastSecond, now - TimeSpan.FromSeconds(1));
            Forget(_invalid, now - InvalidWindow);
            var bucket = _buckets.GetValueOrDefault(KeyOf(route));
            var until = Latest(_globalUntil,
                _invalid.Count >= MostInvalid ? _invalid.Peek() + InvalidWindow : default,
                !route.IsInteraction && _lastSecond.Count >= PerSecond ? _lastSecond.Peek() + TimeSpan.FromSeconds(1) : default,
                bucket is { Remaining: <= 0 } ? bucket.Until : default);
            if (until > now) return until - now;
            if (bucket is { Remaining: > 0 }) bucket.Remaining--;
            if (!route.IsInteraction) _lastSecond.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Takes in what a reply says about its bucket.</summary>
    public void Learn(Route route, string? name, int remaining, TimeSpan resetAfter)
    {
        lock (_gate)
        {
            if (name is not null) _names[route.ToString()] = name;
            var until = clock.GetUtcNow() + resetAfter;
            var bucket = BucketOf(route);
            // Replies may overtake each other: within one window the lower count is the newer one.
            var isSameWindow = bucket.Until > clock.GetUtcNow() && (until - bucket.Until).Duration() < TimeSpan.FromSeconds(1);
            bucket.Remaining = isSameWindow ? Math.Min(bucket.Remaining, remaining) : remaining;
            bucket.Until = isSameWindow ? Latest(bucket.Until, until) : until;
        }
    }

    public void Penalise(Route route, TimeSpan wait, bool isGlobal)
    {
        lock (_gate)
        {
            var until = clock.GetUtcNow() + wait;
            if (isGlobal)
            {
                _globalUntil = Latest(_globalUntil, until);
                return;
            }

            var bucket = BucketOf(route);
            bucket.Remaining = 0;
            bucket.Until = Latest(bucket.Until, until);
        }
    }

    public void CountInvalid()
    {
        lock (_gate) _invalid.Enqueue(clock.GetUtcNow());
    }

    private string KeyOf(Route route) => $"{_names.GetValueOrDefault(route.ToString(), route.ToString())}|{route.Major}";

    private Bucket BucketOf(Route route)
    {
        var key = KeyOf(route);
        if (_buckets.TryGetValue(key, out var bucket)) return bucket;
        if (_buckets.Count >= MostBuckets) Prune();
        return _buckets[key] = new Bucket { Remaining = 1 };
    }

    private void Prune()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, bucket) in _buckets)
            if (bucket.Until < now) _buckets.Remove(key);
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = default(DateTimeOffset);
        foreach (var moment in moments)
            if (moment > latest) latest = moment;
        return latest;
    }

    private static void Forget(Queue<DateTimeOffset> moments, DateTimeOffset before)
    {
        while (moments.TryPeek(out var oldest) && oldest <= before) moments.Dequeue();
    }

    private sealed class Bucket
    {
        public int Remaining { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
