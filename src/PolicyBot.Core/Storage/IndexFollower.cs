using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Storage;

/// <summary>Brings the search index up to the archive: only what changed since, or everything when the index is new, damaged or another archive's.</summary>
public sealed class IndexFollower(IArchive archive, PassageIndex index, PassageCutter cutter)
{
    // A crash costs at most the work since the last commit; a commit costs a sync of the disk.
    private const int RecordsPerCommit = 2000;

    /// <returns>How many records were brought into the index.</returns>
    public async Task<int> FollowAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var sequence = await archive.ReadSequenceAsync(cancellationToken);
        var rebuild = index.Sequence is not { } known || !sequence.Includes(known);
        var at = rebuild ? sequence.Beginning : index.Sequence!.Value;
        if (!rebuild && at == sequence.Newest) return 0;

        var extent = await archive.MeasureAsync(Clearance.Everything, cancellationToken);
        var all = (int)Math.Min(extent.Records, sequence.Newest - at);
        var done = 0;
        if (rebuild) index.Clear();
        await foreach (var change in archive.ReadChangesAsync(at, cancellationToken))
        {
            Follow(change);
            at = change.Sequence;
            if (++done % RecordsPerCommit == 0) index.Commit(at);
            if (done % 100 == 0) progress?.Report(new(done, all, rebuild));
        }

        index.Commit(at);
        progress?.Report(new(done, all, rebuild));
        return done;
    }

    private void Follow(RecordChange change)
    {
        if (change.Record is { } record)
            index.Replace(change.Id, cutter.Cut(record.Record, record.Meetings, [.. record.Statements.Select(s => s.Statement)]));
        else index.Remove(change.Id);
    }
}

/// <param name="Rebuilding">Everything anew, because the index was of no use.</param>
public sealed record IndexProgress(int Records, int All, bool Rebuilding);
