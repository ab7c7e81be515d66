using PolicyBot.Records;
using PolicyBot.Retrieval;

namespace PolicyBot.Storage;

public sealed record IndexProgress(int Records);

public sealed class IndexFollower(IArchive archive, PassageIndex index, PassageCutter cutter)
{
    public async Task FollowAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var target = await archive.ReadSequenceAsync(cancellationToken);
        if (index.Sequence == target.Newest) return;
        index.Clear();
        var n = 0;
        await foreach (var change in archive.ReadChangesAsync(0, cancellationToken))
        {
            if (change.Record is { } r) index.Replace(change.Id, cutter.Cut(r.Record, r.Meetings, [.. r.Statements.Select(s => s.Statement)]));
            else index.Remove(change.Id);
            progress?.Report(new(++n));
        }

        index.Commit(target.Newest);
    }
}
