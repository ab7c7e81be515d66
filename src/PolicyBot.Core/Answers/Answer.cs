using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>What is said to the one who asked: a short text, the points behind it, and the exact words that prove each.</summary>
public sealed record Answer
{
    public required string Question { get; init; }

    public required AnswerStatus Status { get; init; }

    public required Language Language { get; init; }

    /// <summary>A few sentences without mark-up; numbers in square brackets refer to <see cref="Citations"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The same as <see cref="Text"/>, part by part, for places that show more than lines.</summary>
    public IReadOnlyList<AnswerPart> Parts { get; init; } = [];

    public IReadOnlyList<AnswerPoint> Points { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    public required Searched Searched { get; init; }

    public AnswerSource By { get; init; }

    public long TookMs { get; init; }

    /// <summary>How the question was read and what was found: shown by <c>/why</c>, never part of the answer.</summary>
    public Reasoning? Why { get; init; }
}

/// <summary>What one party said at one place, what was told of one meeting, or a sentence of its own.</summary>
/// <param name="Speaker">At the level that the record supports; a meeting's heading; null for a sentence.</param>
/// <param name="Where">Meeting and day.</param>
public sealed record AnswerPart(string? Speaker, string? Where, IReadOnlyList<string> Lines);

public enum AnswerStatus
{
    Answered,

    /// <summary>The records do not hold it; the text says how many records and which period were searched.</summary>
    NotFound,

    /// <summary>The question cannot be worked on (empty, too long); the text says why.</summary>
    Refused,
}

public enum AnswerSource
{
    Extractive,
    Model,
}

/// <summary>One thing that somebody said. The attribution is the statement's own, never raised.</summary>
public sealed record AnswerPoint
{
    public required string Text { get; init; }

    public required Attribution Attribution { get; init; }

    public StatementId? StatementId { get; init; }

    public StatementKind? Kind { get; init; }

    public ReplyStrength? Strength { get; init; }

    public MeetingId? MeetingId { get; init; }

    public MeetingDate? Date { get; init; }

    /// <summary>Numbers of <see cref="Citation"/>s.</summary>
    public required IReadOnlyList<int> Citations { get; init; }
}

/// <summary>The proof: <see cref="Quote"/> is exactly the record's text between start and end (UTF-16, end exclusive), but for the numbers of people, which are masked sign by sign.</summary>
public sealed record Citation(int N, RecordId RecordId, string Title, DateOnly? Date, int Start, int End, string Quote, string? Url)
{
    /// <summary>Page, slide or paragraph of the document, where it has such.</summary>
    public TextPlace? Place { get; init; }
}

/// <summary>What lay open to the question: how many records, and the period that they speak of.</summary>
public sealed record Searched(int Records, DateOnly? From, DateOnly? To);

/// <summary>The steps behind an answer, for people who doubt it.</summary>
public sealed record Reasoning(string ReadAs, IReadOnlyList<ReasonedPassage> Passages, IReadOnlyList<string> Rules);

public sealed record ReasonedPassage(PolicyBot.Retrieval.PassageId PassageId, RecordId RecordId, float Score, string Text);
