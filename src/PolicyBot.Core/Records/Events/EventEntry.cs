namespace PolicyBot.Records.Events;

/// <summary>An event of a calendar, or a meeting that somebody entered, with names as they were written.</summary>
internal sealed record EventEntry
{
    /// <summary>The same for all versions of the event, whichever calendar tells it.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>In Seoul.</summary>
    public MeetingDate? Date { get; init; }

    /// <summary>Null for a whole day, and when nobody can tell which hour is meant.</summary>
    public TimeOnly? Time { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<string> Invited { get; init; } = [];

    public MeetingStatus Status { get; init; } = MeetingStatus.Upcoming;

    public MeetingDate? MovedFrom { get; init; }

    /// <summary>How often its organiser changed it; the highest is in force.</summary>
    public int Revision { get; init; }

    /// <summary>What a reader should know of the time: the zone it was written in.</summary>
    public string? Remark { get; init; }

    public string? About { get; init; }
}
