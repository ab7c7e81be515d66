using NodaTime;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>How the hours of an event become moments. A zone that nobody knows has none.</summary>
/// <param name="Name">As a reader knows it; null for Seoul's own.</param>
internal sealed record EventZone(string? Name, Func<LocalDateTime, Instant>? ToInstant, Func<Instant, LocalDateTime>? ToLocal)
{
    private static readonly DateTimeZone SeoulZone = DateTimeZoneProviders.Tzdb["Asia/Seoul"];

    public static EventZone Seoul { get; } = Of(SeoulZone) with { Name = null };

    public static EventZone Utc { get; } = Of(DateTimeZone.Utc);

    public bool IsKnown => ToInstant is not null;

    public static EventZone Of(DateTimeZone zone) => new(zone.Id, local => zone.AtLeniently(local).ToInstant(), instant => instant.InZone(zone).LocalDateTime);

    public static EventZone Unknown(string name) => new(name, null, null);

    /// <summary>In Seoul; null when nobody can tell.</summary>
    public LocalDateTime? InSeoul(LocalDateTime local) => ToInstant?.Invoke(local).InZone(SeoulZone).LocalDateTime;

    /// <summary>A time of a list, as this zone writes it: exceptions in UTC belong to events with hours of their own.</summary>
    public LocalDateTime Align(EventTime time) => time.IsUtc && ToLocal is { } toLocal ? toLocal(time.Local.InUtc().ToInstant()) : time.Local;
}
