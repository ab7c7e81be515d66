namespace PolicyBot.Chat;

/// <summary>What left, to whom, by which rights: never a word of it.</summary>
/// <param name="Records">Ids of the records shown.</param>
/// <param name="Model">Name of the model that phrased it; empty when none did.</param>
/// <param name="Question">Hash; empty when nobody asked.</param>
/// <param name="Answer">Hash of what was said in the end.</param>
public sealed record AuditEntry(string Who, string Where, long RightsVersion, IReadOnlyList<string> Records, string Model, string Question, string Answer, EgressDecision Decision)
{
    /// <summary>How many records were kept back there; null where that was not counted.</summary>
    public int? Withheld { get; init; }
}

public enum EgressDecision
{
    Passed,

    /// <summary>With numbers of people hidden.</summary>
    Masked,
    Refused,
}

/// <summary>Rows that are only ever added, each with a hash over itself and the row before.</summary>
public interface IAuditTrail
{
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    Task<AuditState> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>The rows still kept, the oldest first, each as one line of JSON.</summary>
    IAsyncEnumerable<string> ExportAsync(CancellationToken cancellationToken);
}

/// <param name="Removed">Up to which row the retention period removed them; the chain goes on from there.</param>
/// <param name="BrokenAt">The first row that is not what was written; null for a whole chain.</param>
public sealed record AuditState(long Rows, long Removed, string Head, long? BrokenAt);
