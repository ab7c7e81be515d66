using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>An event that records tell of. One record may tell several, several records one.</summary>
public sealed record Meeting
{
    public required MeetingId Id { get; init; }

    /// <summary>As the record names it, else made of what is known: "과학기술정보통신부 간담회 (네이버 각 세종)".</summary>
    public required string Title { get; init; }

    /// <summary>Null when the record does not let it be known; never guessed.</summary>
    public MeetingDate? Date { get; init; }

    public TimeOnly? Time { get; init; }

    internal const string Seoul = "Asia/Seoul";

    /// <summary>IANA name; Asia/Seoul unless the record says otherwise. Of an hour that was left out because nobody knows its zone, the zone's name as it was written.</summary>
    public string TimeZone { get; init; } = Seoul;

    /// <summary>Its calendar gives an hour, in a zone that nobody knows.</summary>
    public bool IsHourLeftOut => Time is null && TimeZone != Seoul;

    public string? Place { get; init; }

    public IReadOnlyList<Party> Hosts { get; init; } = [];

    /// <summary>Who was present or invited, as printed. Presence is not speech.</summary>
    public IReadOnlyList<Party> Participants { get; init; } = [];

    public MeetingStatus Status { get; init; }

    /// <summary>The rhythm of a recurring meeting as written, such as "매주"; such a meeting has no date of its own.</summary>
    public string? Series { get; init; }

    /// <summary>The day for which it was called before, as a calendar or a record in words tells it.</summary>
    public MeetingDate? MovedFrom { get; init; }

    /// <summary>Of an event of a calendar, how often its organiser changed it; null for what records tell in words.</summary>
    public int? Revision { get; init; }

    public required IReadOnlyList<RecordId> RecordIds { get; init; }

    /// <summary>The stretches of the record that tell this meeting; statements inside belong to it. Only set while one record is read.</summary>
    public IReadOnlyList<SourceSpan> Told { get; init; } = [];

    /// <summary>Announced for a day that is past, without a report: nobody knows whether it was held.</summary>
    public bool IsUnconfirmed(DateOnly today) => Status == MeetingStatus.Upcoming && Date?.Last < today;
}

/// <summary>A day, or only its month when that is all that is known (written <c>2025-07-24</c> or <c>2025-05</c>).</summary>
public sealed record MeetingDate(int Year, int Month, int? Day)
{
    public static MeetingDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public DateOnly First => new(Year, Month, Day ?? 1);

    public DateOnly Last => new(Year, Month, Day ?? DateTime.DaysInMonth(Year, Month));

    public override string ToString() => Day is { } day ? $"{Year:D4}-{Month:D2}-{day:D2}" : $"{Year:D4}-{Month:D2}";
}

/// <summary>A person, an organisation, or a person of an organisation; each as written at its fullest in the record.</summary>
public sealed record Party(string? Person, string? Role, string? Organisation)
{
    public override string ToString() =>
        string.Join(' ', new[] { Person, Organisation, Role }.Where(p => !string.IsNullOrEmpty(p)));
}

public enum MeetingStatus
{
    Held,
    Upcoming,
    Cancelled,
}
