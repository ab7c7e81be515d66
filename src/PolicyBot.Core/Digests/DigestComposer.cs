using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Digests;

/// <summary>Puts together what changed since the digest before, and what is due; rights count at the time of composing.</summary>
public sealed class DigestComposer(IArchive archive)
{
    /// <summary>How far ahead deadlines and meetings are told.</summary>
    private const int DaysAhead = 6;

    public async Task<Digest> ComposeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var novelty = await Novelty.ReadAsync(archive, request, cancellationToken);
        var raised = await RaisedAsync(request, novelty, cancellationToken);
        return new(
            request,
            [.. raised.Where(c => c.AlsoTold.Prepend(c.Entry.Raised).All(novelty.IsNew))],
            await RepliesAsync(request, novelty, raised, cancellationToken),
            await CommitmentsAsync(request, novelty, raised, cancellationToken),
            [.. raised.Where(c => c.Entry.Status == LedgerStatus.Open && Digest.DayOf(c) < request.Day.AddDays(-request.UnansweredDays)).OrderBy(Digest.DayOf)],
            await MeetingsAsync(request, novelty, cancellationToken))
        { Weeks = TopicWeeks.Count(raised, request.Day), Basis = novelty.Basis };
    }

    /// <summary>All concerns and requests that had come in by then; one thing said once at one meeting is one of them.</summary>
    private async Task<List<RaisedBefore>> RaisedAsync(DigestRequest request, Novelty novelty, CancellationToken cancellationToken)
    {
        var filter = new StatementFilter { Topics = request.Topics, Organisations = request.Organisations, Clearance = request.Clearance, Limit = int.MaxValue };
        var entries = (await new Ledger(archive).ReadAsync(filter, null, cancellationToken)).Where(e => novelty.Knows(e.Raised.Record.Id))
            .Select(e => e with { Replies = [.. e.Replies.Where(r => novelty.Knows(r.Record.Id))] })
            .DistinctBy(e => e.Raised.Statement.Id).ToDictionary(e => e.Raised.Statement.Id);
        return [.. ToldTogether.Group(entries.Values.Select(e => new FoundStatement(e.Raised, 1)))
            .Select(t => new RaisedBefore(entries[t.Main.Statement.Id], [.. t.Also.Select(a => a.Stored)]))];
    }

    private async Task<List<StoredStatement>> RepliesAsync(DigestRequest request, Novelty novelty, List<RaisedBefore> raised, CancellationToken cancellationToken)
    {
        var all = new List<StoredStatement>();
        // In portions: a store limits how many values one look-up may name.
        foreach (var portion in novelty.Records.Chunk(200))
            all.AddRange(await archive.FindStatementsAsync(new() { Kinds = StatementFinder.Answered, RecordIds = portion, Clearance = request.Clearance, Limit = int.MaxValue }, cancellationToken));
        var fresh = OfFilter(all.Where(novelty.IsNew), request, raised).DistinctBy(Telling).ToList();
        var known = new HashSet<(string, string)>();
        foreach (var meeting in fresh.Select(r => r.Statement.MeetingId).OfType<MeetingId>().Distinct())
            known.UnionWith((await archive.FindStatementsAsync(new() { Kinds = StatementFinder.Answered, MeetingId = meeting, Clearance = request.Clearance, Limit = int.MaxValue }, cancellationToken))
                .Where(r => novelty.Knows(r.Record.Id) && !novelty.IsNew(r)).Select(Telling));
        foreach (var record in fresh.Where(r => r.Statement.MeetingId is null).Select(r => r.Record.Id).Distinct())
        {
            // What it repeats told the same before, at a meeting that it does not name.
            if (await archive.FindRecordAsync(record, request.Clearance, cancellationToken) is not { Repeats: { Count: > 0 } repeats }) continue;
            known.UnionWith((await archive.FindStatementsAsync(new() { Kinds = StatementFinder.Answered, RecordIds = [.. repeats.Select(r => r.Id)], Clearance = request.Clearance, Limit = int.MaxValue }, cancellationToken))
                .Where(r => novelty.Knows(r.Record.Id) && !novelty.IsNew(r)).Select(Telling));
        }

        return [.. fresh.Where(r => !known.Contains(Telling(r)))];
    }

    private async Task<List<Owed>> CommitmentsAsync(DigestRequest request, Novelty novelty, List<RaisedBefore> raised, CancellationToken cancellationToken)
    {
        var all = await archive.FindStatementsAsync(new() { Kinds = [StatementKind.Commitment], Clearance = request.Clearance, Limit = int.MaxValue }, cancellationToken);
        return [.. OfFilter(all.Where(c => novelty.Knows(c.Record.Id)), request, raised)
            .Where(c => c.Statement.Due?.By <= request.Day.AddDays(DaysAhead))
            .DistinctBy(Telling)
            .Select(c => new Owed(c, CommitmentStates.Of(c.Statement, request.Day), ByInvited: false))
            .Where(c => c.State is CommitmentState.Due or CommitmentState.Overdue)
            .OrderBy(c => c.Commitment.Statement.Due!.By)];
    }

    private async Task<List<Meeting>> MeetingsAsync(DigestRequest request, Novelty novelty, CancellationToken cancellationToken)
    {
        var filter = new MeetingFilter { From = request.Day, To = request.Day.AddDays(DaysAhead), IncludeUndated = false, PublishedBy = novelty.Basis.ByPublication ? request.Day : null, Clearance = request.Clearance };
        var meetings = await archive.FindMeetingsAsync(filter, cancellationToken);
        if (request.Organisations.Count > 0)
        {
            var wanted = new HashSet<MeetingId>();
            foreach (var organisation in request.Organisations)
                wanted.UnionWith((await archive.FindMeetingsAsync(filter with { Organisation = organisation }, cancellationToken)).Select(m => m.Id));
            meetings = [.. meetings.Where(m => wanted.Contains(m.Id))];
        }

        return [.. meetings.Where(m => m.Date!.Day is not null && m.RecordIds.Any(novelty.Knows))];
    }

    /// <summary>Answers are of a topic or an organisation through what they answer.</summary>
    private static IEnumerable<StoredStatement> OfFilter(IEnumerable<StoredStatement> answers, DigestRequest request, List<RaisedBefore> raised)
    {
        if (request.Topics.Count + request.Organisations.Count == 0) return answers;
        var wanted = raised.SelectMany(c => c.AlsoTold.Prepend(c.Entry.Raised)).Select(s => s.Statement.Id).ToHashSet();
        return answers.Where(a => a.Statement.RepliesTo.Any(wanted.Contains));
    }

    /// <summary>The same words at the same meeting, whoever tells them.</summary>
    private static (string, string) Telling(StoredStatement s) => (s.Event, SpeakerNames.Fold(s.Text));
}
