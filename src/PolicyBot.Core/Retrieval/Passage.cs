using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

public sealed record PassageId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A stretch of a record that retrieval can find and an answer can cite: a paragraph, a turn, or a piece of a long one.</summary>
public sealed record Passage
{
    public required PassageId Id { get; init; }

    public required RecordId RecordId { get; init; }

    public required SourceSpan Span { get; init; }

    public required string Text { get; init; }

    public string Title { get; init; } = "";

    public string? Speaker { get; init; }

    /// <summary>Canonical names of organisations that speak or are named here.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public MeetingId? MeetingId { get; init; }

    /// <summary>The meeting's day, else the record's publication.</summary>
    public DateOnly? Date { get; init; }

    public Grade Grade { get; init; } = Grade.Sensitive;

    public string? Group { get; init; }
}
