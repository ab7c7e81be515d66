using PolicyBot.Records;

namespace PolicyBot.Storage;

/// <summary>What came of an import. What is counted here is on the disk.</summary>
/// <param name="Unchanged">Those that were understood anew included.</param>
/// <param name="Skipped">Files inside folders that are of no known kind, or hidden.</param>
/// <param name="Stopped">Why the import ended before its last file, as a sentence; null when it did not.</param>
public sealed record ImportResult(
    int Imported,
    int Unchanged,
    int Updated,
    int Skipped,
    IReadOnlyList<RejectedDocument> Rejected,
    IReadOnlyList<ImportedRecord> Records,
    string? Stopped)
{
    /// <summary>Of the unchanged ones: understood anew, because the rules or the catalogues are others than when they were imported.</summary>
    public int Reread => Records.Count(record => record.Outcome == PutOutcome.Reread);
}

public sealed record RejectedDocument(string Path, string Reason);

/// <param name="Id">Where the content is stored; for a twin of an older record, that record's id.</param>
public sealed record ImportedRecord(RecordId Id, string Path, string Title, int Meetings, int Statements, PutOutcome Outcome)
{
    /// <summary>The version that was stored; null when nothing was.</summary>
    public int? Version { get; init; }
}

/// <summary>Sent after each commit: whatever is named here survives any crash from now on.</summary>
/// <param name="Stored">New since the last report.</param>
public sealed record ImportProgress(int FilesDone, int Files, int Records, int Rejected, TimeSpan Elapsed, IReadOnlyList<ImportedRecord> Stored)
{
    public double RecordsPerSecond => Elapsed > TimeSpan.Zero ? Records / Elapsed.TotalSeconds : 0;
}
