using PolicyBot.Records;

namespace PolicyBot.Retrieval;

/// <summary>What to look for, already read from the question: free text and the filters that every hit must meet.</summary>
public sealed record Query
{
    public required string Text { get; init; }

    public int Top { get; init; } = 10;

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public IReadOnlyList<string> Organisations { get; init; } = [];

    public IReadOnlyList<string> People { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public MeetingId? MeetingId { get; init; }

    /// <summary>What may be shown where the answer goes; part of the query, never a filter afterwards.</summary>
    public Clearance Clearance { get; init; } = Clearance.Open;
}

public sealed record FoundPassage(Passage Passage, float Score)
{
    /// <summary>Its place among those nearest in meaning, from 0; null when it is none of them, or nothing knows meanings.</summary>
    public int? Near { get; init; }
}

/// <summary>Finds passages, best first. The embedded index is one; a search service beyond one machine's size is the other.</summary>
public interface IRetriever
{
    Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken);
}
