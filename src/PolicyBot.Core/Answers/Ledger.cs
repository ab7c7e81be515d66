using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>Concern -> reply -> commitment: each concern and request with what was answered to it.</summary>
public sealed class Ledger(IArchive archive)
{
    /// <summary>Entries that meet the filter, the newest meeting first. The filter's kinds are ignored: a ledger holds concerns and requests.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(StatementFilter filter, LedgerStatus? status, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var raised = await archive.FindStatementsAsync(filter with { Kinds = [StatementKind.Concern, StatementKind.Request] }, cancellationToken);
        return [.. Join(raised, await FindRepliesAsync(raised, filter.Clearance, cancellationToken)).Where(e => status is null || e.Status == status)];
    }

    /// <summary>What was raised, each with its replies of those that were found.</summary>
    public static IEnumerable<LedgerEntry> Join(IReadOnlyList<StoredStatement> raised, ILookup<StatementId, StoredStatement> replies)
    {
        // Two records may tell one concern of one meeting, and only one of them the answer.
        var sisters = raised.ToLookup(c => (c.Event, c.ConcernKey));
        return raised.Select(c => new LedgerEntry(c, [.. Sisters(c).SelectMany(s => replies[s.Statement.Id]).DistinctBy(r => r.Statement.Id)]));

        IEnumerable<StoredStatement> Sisters(StoredStatement c) => c is { ConcernKey: not null } ? sisters[(c.Event, c.ConcernKey)] : [c];
    }

    /// <summary>How many concerns and requests meet the filter, whatever its limit; told by several records one counts once.</summary>
    public async Task<int> CountAsync(StatementFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return (await archive.CountToldAsync(filter with { Kinds = [StatementKind.Concern, StatementKind.Request] }, cancellationToken)).Things;
    }

    /// <summary>Replies and commitments by the statement they answer. One that answers a whole meeting stands under each of its concerns.</summary>
    public async Task<ILookup<StatementId, StoredStatement>> FindRepliesAsync(IEnumerable<StoredStatement> raised, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(raised);
        var records = raised.Select(c => c.Statement.RecordId).Distinct().ToList();
        // In portions: a store limits how many values one look-up may name.
        var replies = await archive.FindStatementsOfEachAsync(
            [.. records.Chunk(200).Select(portion => new StatementFilter { Kinds = [StatementKind.Reply, StatementKind.Commitment], RecordIds = portion, Clearance = clearance, Limit = int.MaxValue, CountsRaised = false })],
            cancellationToken);
        return replies.SelectMany(portion => portion).SelectMany(r => r.Statement.RepliesTo.Select(to => (to, r))).ToLookup(p => p.to, p => p.r);
    }

    /// <summary>A reply to everything at once closes no single item.</summary>
    public static bool IsGeneral(StoredStatement reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Statement.Topics is [Topics.General];
    }
}

public sealed record LedgerEntry(StoredStatement Raised, IReadOnlyList<StoredStatement> Replies)
{
    /// <summary>By the strongest reply to this very item; a general reply leaves it open.</summary>
    public LedgerStatus Status => Replies.Where(r => !Ledger.IsGeneral(r)).Select(r => r.Statement.Kind).Distinct().ToList() switch
    {
        [] => LedgerStatus.Open,
        var kinds when kinds.Contains(StatementKind.Commitment) => LedgerStatus.Committed,
        _ => LedgerStatus.Answered,
    };
}

public enum LedgerStatus
{
    Open,
    Answered,
    Committed,
}
