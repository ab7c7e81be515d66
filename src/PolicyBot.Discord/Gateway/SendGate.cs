namespace PolicyBot.Discord.Gateway;

/// <summary>120 sent frames within 60 seconds, heartbeats included; more closes the connection with 4008.</summary>
internal sealed class SendGate(TimeProvider clock)
{
    /// <summary>Below the limit by what may be on the way.</summary>
    private const int Most = 115;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<DateTimeOffset> _sent = new();

    /// <summary>Zero lets the frame go and counts it; otherwise how long to wait. Callers hold the socket's lock.</summary>
    public TimeSpan Reserve()
    {
        var now = clock.GetUtcNow();
        while (_sent.TryPeek(out var oldest) && oldest <= now - Window) _sent.Dequeue();
        if (_sent.Count >= Most) return _sent.Peek() + Window - now;
        _sent.Enqueue(now);
        return TimeSpan.Zero;
    }
}
