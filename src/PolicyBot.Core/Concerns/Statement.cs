using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Stable over re-imports of the same text: record id, hash and the ordinal in the record.</summary>
public sealed record StatementId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Something that somebody said, with the exact words as a span of the record.</summary>
public sealed record Statement
{
    public required StatementId Id { get; init; }

    public required StatementKind Kind { get; init; }

    /// <summary>The content alone: no speaker, quotation marks, quotative ending or reporting verb; conditions and due words stay in.</summary>
    public required SourceSpan Span { get; init; }

    public required RecordId RecordId { get; init; }

    public MeetingId? MeetingId { get; init; }

    public required Attribution Attribution { get; init; }

    /// <summary>Slugs of config/topics.yaml, the surest first; never empty (<c>general</c> when nothing fits).</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Only on replies and commitments; the lower step in doubt.</summary>
    public ReplyStrength? Strength { get; init; }

    public Due? Due { get; init; }

    /// <summary>On replies and commitments: the concerns and requests of the same record that are answered.</summary>
    public IReadOnlyList<StatementId> RepliesTo { get; init; } = [];
}

public enum StatementKind
{
    Concern,
    Request,
    Position,
    Reply,
    Commitment,
}

/// <summary>Who said it, never more exactly than the record does.</summary>
/// <param name="Names">As written at their fullest in the record; for participants the group phrase; for unattributed empty or the vague phrase.</param>
/// <param name="Present">Who was there when the participants spoke together. Attendance is not speech: never shown as speakers.</param>
public sealed record Attribution(AttributionLevel Level, IReadOnlyList<string> Names, IReadOnlyList<string> Present)
{
    public static Attribution Nobody { get; } = new(AttributionLevel.Unattributed, [], []);
}

/// <summary>Ordered: a level may be lowered on the way to an answer, never raised.</summary>
public enum AttributionLevel
{
    Unattributed,
    Participants,
    Organisation,
    Person,
}

/// <summary>How binding an answer is. The first five are a ladder; the last two stand off it.</summary>
public enum ReplyStrength
{
    Heard,
    WillReview,
    Preparing,
    WillPursue,
    Decided,
    Explained,
    Declined,
}

/// <summary>A deadline: the words of the record, and the last day of the period they name (null when they name none).</summary>
public sealed record Due(string Text, DateOnly? By);
