using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>A folder that is watched, or a feed that is polled, and how the last look at it went.</summary>
/// <param name="Address">The folder's full path, or the feed's address.</param>
/// <param name="Fault">A sentence; null when all went well.</param>
/// <param name="State">What whoever looks there has to remember, in a form of its own.</param>
public sealed record WatchedPlace(string Address, DateTimeOffset Looked, string? Fault = null, string? State = null);

/// <summary>What a watched place holds under one path, and what came of it.</summary>
/// <param name="Content">Another one for any other content; empty when it could not be read.</param>
/// <param name="At">When that came of it.</param>
public sealed record SeenDocument(string Path, string Content, long Size, DateTimeOffset Modified, DateTimeOffset At, IReadOnlyList<IntakeResult> Results)
{
    public bool IsGone => Results is [{ Outcome: IntakeOutcome.Gone }];
}

/// <summary>What came of one document of a watched place.</summary>
/// <param name="Path">Of the document: an entry of an archive has its own.</param>
/// <param name="Detail">Why it was refused; whence it was renamed.</param>
/// <param name="Version">The version that took the place of an older one.</param>
public sealed record IntakeResult(string Path, IntakeOutcome Outcome, string? Detail = null, RecordId? Record = null, int? Version = null);

public enum IntakeOutcome
{
    Imported,
    Unchanged,
    Updated,
    Refused,

    /// <summary>The same content lies under another name.</summary>
    Renamed,

    /// <summary>The file is there no more; what was read of it stays on record.</summary>
    Gone,
}

/// <summary>Another record that tells the same with much the same words.</summary>
/// <param name="Share">Per cent of the shorter text that stands in the longer one.</param>
/// <param name="IsOrigin">Whether it came first: then this record repeats it.</param>
public sealed record Repetition(RecordId Id, string Title, DateOnly? Published, int Share, bool IsOrigin);
