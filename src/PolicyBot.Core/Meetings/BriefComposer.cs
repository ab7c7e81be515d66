using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Meetings;

/// <summary>Puts the brief of a meeting together from the ledger; what the clearance hides is not counted either.</summary>
public sealed class BriefComposer(IArchive archive, Organisations organisations, Topics topics)
{
    private const int MostSources = 5;
    private const int LatestMeetings = 8;

    private readonly Ledger _ledger = new(archive);

    public async Task<Brief> ComposeAsync(Meeting meeting, DateOnly today, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var view = new BriefView(meeting, LastDayBefore(meeting, today), clearance, topics.FindIn(meeting.Title));
        var looks = new GuestLooks(archive, view);
        var parties = InvitedParties.Of(meeting, organisations);
        // They met at the same tables: what is on record of all guests is looked up at once, and read once.
        var found = await looks.ReadAsync(parties, cancellationToken);
        var said = new SaidBefore[parties.Count];
        await Parallel.ForAsync(0, parties.Count, cancellationToken, async (at, token) => said[at] = await CompleteAsync(parties[at], found[at], view, token));
        List<StoredStatement> raised = [.. said.SelectMany(s => s.All).DistinctBy(s => s.Statement.Id)];
        var replies = await _ledger.FindRepliesAsync(raised, clearance, cancellationToken);
        var times = await archive.CountRaisedAsync([.. raised.Select(s => s.ConcernKey).OfType<string>().Distinct(StringComparer.Ordinal)], clearance, cancellationToken);
        return new(meeting, today, [.. said.Select(s => Compose(s, replies, times, today))]) { Sources = await MeetingSources.ReadAsync(archive, meeting, clearance, MostSources, cancellationToken) };
    }

    private sealed record SaidBefore(Invited Who, GuestSaid Found, Meeting? LastContact)
    {
        public IEnumerable<StoredStatement> All => [.. Found.Own.Statements, .. Found.Together.Statements];
    }

    private async Task<SaidBefore> CompleteAsync(Invited who, GuestSaid found, BriefView view, CancellationToken cancellationToken)
    {
        if (who.Organisation is null && Namesakes.AreOne(found.Named.Statements, who.PersonNames[0], organisations)) found = found with { Own = found.Named, Named = Said.Nothing };
        return new(who, found, await LastContactAsync(who, found.Own, view, cancellationToken));
    }

    private static InvitedBrief Compose(SaidBefore said, ILookup<StatementId, StoredStatement> replies, IReadOnlyDictionary<string, Recurrence> times, DateOnly today)
    {
        var (own, found) = (Entries(said.Found.Own), said.Found);
        return new(said.Who, Grouped(own), Grouped(Entries(found.Together)), Grouped([.. found.Named.Statements.Select(s => new LedgerEntry(s, []))]), Commitments(own, found.Made.Statements, today), said.LastContact)
        {
            MoreConcerns = found.Own.More,
            MoreTogether = found.Together.More,
            MoreSameName = found.Named.More,
            MoreMade = found.Made.More,
        };

        List<LedgerEntry> Entries(Said part) =>
            [.. Ledger.Join([.. part.Statements.Select(s => s.ConcernKey is { } key && times.TryGetValue(key, out var raised) ? s with { Raised = raised } : s)], replies)];
    }

    /// <summary>One thing said once at one meeting is one concern, however many records tell it.</summary>
    private static List<RaisedBefore> Grouped(List<LedgerEntry> entries)
    {
        var byId = entries.DistinctBy(e => e.Raised.Statement.Id).ToDictionary(e => e.Raised.Statement.Id);
        return [.. ToldTogether.Group(byId.Values.Select(e => new FoundStatement(e.Raised, 1)))
            .Select(t => new RaisedBefore(byId[t.Main.Statement.Id], [.. t.Also.Select(a => a.Stored)]))];
    }

    private static List<Owed> Commitments(List<LedgerEntry> own, List<StoredStatement> made, DateOnly today)
    {
        var replies = own.SelectMany(e => e.Replies).Where(r => r.Statement.Kind == StatementKind.Commitment).Select(r => (Said: r, ByInvited: false));
        return [.. replies.Concat(made.Select(m => (Said: m, ByInvited: true)))
            .DistinctBy(c => c.Said.Statement.Id)
            .DistinctBy(c => (c.Said.Statement.MeetingId?.Value ?? c.Said.Record.Id.Value, SpeakerNames.Fold(c.Said.Text)))
            .Select(c => new Owed(c.Said, CommitmentStates.Of(c.Said.Statement, today), c.ByInvited))
            .OrderBy(c => c.Commitment.Statement.Due?.By ?? DateOnly.MaxValue)];
    }

    private async Task<Meeting?> LastContactAsync(Invited who, Said own, BriefView view, CancellationToken cancellationToken)
    {
        if (who.Organisation is not { } organisation) return Latest(own.Statements.Select(s => s.Meeting).OfType<Meeting>().Where(m => m.Date is not null), view);
        var filter = new MeetingFilter { Organisation = organisation, To = view.Until, IncludeUndated = false, Clearance = view.Clearance };
        // Nearly always one of the latest was held; only when none was, all are looked at.
        return Latest(await archive.FindMeetingsAsync(filter with { Newest = LatestMeetings }, cancellationToken), view)
            ?? Latest(await archive.FindMeetingsAsync(filter with { Status = MeetingStatus.Held }, cancellationToken), view);
    }

    private static Meeting? Latest(IEnumerable<Meeting> meetings, BriefView view) =>
        meetings.Where(m => m.Id != view.Meeting.Id && m.Status == MeetingStatus.Held).MaxBy(m => m.Date!.First);

    private static DateOnly LastDayBefore(Meeting meeting, DateOnly today) => meeting.Date switch
    {
        null => today,
        { } date when meeting.Status == MeetingStatus.Upcoming && date.Last >= today => today,
        { } date when date.First <= today => date.First.AddDays(-1),
        _ => today,
    };
}
