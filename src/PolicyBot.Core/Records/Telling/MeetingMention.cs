using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>One stretch of a sentence that tells of one meeting.</summary>
internal sealed record MeetingMention(SourceSpan Span)
{
    public MeetingDate? Date { get; init; }

    public DayHalf? Half { get; init; }

    public TimeOnly? Time { get; init; }

    public string? Place { get; init; }

    public string? Name { get; init; }

    /// <summary>What the words right before its noun call it: AI 핵심인재 간담회.</summary>
    public string? Called { get; init; }

    public string? Kind { get; init; }

    public MeetingStatus Status { get; init; }

    public string? Series { get; init; }

    /// <summary>The day for which it was called before, where the words tell a move.</summary>
    public MeetingDate? MovedFrom { get; init; }

    public bool Undatable { get; init; }

    /// <summary>A date stands in the words, though it may not be known which (no anchor).</summary>
    public bool Dated { get; init; }

    public string? DateWords { get; init; }

    /// <summary>A meeting's noun together with a verb of holding, meeting or taking place.</summary>
    public bool Strong { get; init; }

    public IReadOnlyList<Party> Hosts { get; init; } = [];
}
