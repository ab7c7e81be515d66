namespace PolicyBot;

/// <summary>A clock that pretends to be on another day, at the present time of day, and goes on from there: for replays and look-backs.</summary>
internal sealed class AsOfTime(TimeProvider real, DateOnly day, TimeZoneInfo zone) : TimeProvider
{
    private readonly TimeSpan _shift = Shift(real, day, zone);

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _shift;

    public override long GetTimestamp() => real.GetTimestamp();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => zone;

    private static TimeSpan Shift(TimeProvider real, DateOnly day, TimeZoneInfo zone)
    {
        var now = TimeZoneInfo.ConvertTime(real.GetUtcNow(), zone);
        return TimeSpan.FromDays(day.DayNumber - DateOnly.FromDateTime(now.DateTime).DayNumber);
    }
}
