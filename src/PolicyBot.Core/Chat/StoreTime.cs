namespace PolicyBot.Chat;

/// <summary>The clock of the store that several workers share, so that a worker whose own clock is wrong does nothing too early or too late. What was measured is the machine's.</summary>
public sealed class StoreTime(TimeProvider machine) : TimeProvider
{
    // Smaller steps are the network's, not the clock's.
    private static readonly TimeSpan Tolerated = TimeSpan.FromMilliseconds(250);

    private long _ahead;

    /// <summary>How far the machine's clock is before the store's.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() - Ahead;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <param name="clock">What the store's clock says now.</param>
    public void Follow(DateTimeOffset clock)
    {
        var ahead = machine.GetUtcNow() - clock;
        if ((ahead - Ahead).Duration() > Tolerated) Interlocked.Exchange(ref _ahead, ahead.Ticks);
    }
}
