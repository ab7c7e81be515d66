using System.Security.Cryptography;
using System.Text;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Digests;

/// <summary>Finds what is new for a follower among records that changed.</summary>
internal sealed class FollowNews(IArchive archive)
{
    /// <param name="changed">At most some hundred: a store limits how many values one look-up may name.</param>
    /// <param name="since">What stood on record by then is not new.</param>
    public async Task<IReadOnlyList<StoredStatement>> FindAsync(Follow follow, IReadOnlyList<StoredRecord> changed, DateTimeOffset since, Clearance clearance, CancellationToken cancellationToken)
    {
        var candidates = changed.Where(r => r.Versions[0].Imported >= since).ToDictionary(r => r.Record.Id);
        if (candidates.Count == 0) return [];
        var filter = new StatementFilter { RecordIds = [.. candidates.Keys], Clearance = clearance, Limit = int.MaxValue };
        var found = follow.What switch
        {
            FollowKind.Organisation => await archive.FindStatementsAsync(filter with { Organisations = [follow.Value] }, cancellationToken),
            FollowKind.Person => await archive.FindStatementsAsync(filter with { People = [follow.Value] }, cancellationToken),
            FollowKind.Topic => await archive.FindStatementsAsync(filter with { Topics = [follow.Value] }, cancellationToken),
            _ => await FindOfConcernAsync(follow, filter, cancellationToken),
        };
        var news = new List<StoredStatement>();
        foreach (var ofRecord in found.GroupBy(s => s.Record.Id))
        {
            var before = candidates[ofRecord.Key].Versions[^1].Imported < since ? await archive.FindTextBeforeAsync(ofRecord.Key, since, clearance, cancellationToken) : null;
            news.AddRange(ofRecord.Where(s => before?.Contains(s.Text, StringComparison.Ordinal) != true));
        }

        return [.. news.DistinctBy(KeyOf)];
    }

    /// <summary>The same words at the same meeting are one piece of news, whoever tells them.</summary>
    public static string KeyOf(StoredStatement s) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{s.Statement.MeetingId?.Value ?? s.Record.Id.Value} {SpeakerNames.Fold(s.Text)}")))[..24];

    private async Task<IReadOnlyList<StoredStatement>> FindOfConcernAsync(Follow follow, StatementFilter filter, CancellationToken cancellationToken)
    {
        if (follow.RecordId is not { } record) return [];
        var own = await archive.FindStatementsAsync(filter with { RecordIds = [new(record)] }, cancellationToken);
        if (own.FirstOrDefault(s => s.Statement.Id.Value == follow.Value) is not { } followed) return [];
        var alike = followed.ConcernKey is not { } key
            ? []
            : (await archive.FindStatementsAsync(filter with { RecordIds = [], Kinds = [StatementKind.Concern, StatementKind.Request] }, cancellationToken)).Where(s => s.ConcernKey == key).ToList();
        var ids = alike.Select(s => s.Statement.Id).Append(followed.Statement.Id).ToHashSet();
        return [.. (await archive.FindStatementsAsync(filter, cancellationToken))
            .Where(s => (ids.Contains(s.Statement.Id) && s.Statement.Id != followed.Statement.Id) || s.Statement.RepliesTo.Any(ids.Contains))];
    }
}
