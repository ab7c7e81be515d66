using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Meetings;

/// <summary>Puts the brief of a meeting together from the ledger; what the clearance hides is not counted either.</summary>
public sealed class BriefComposer(IArchive archive, Organisations organisations, Topics topics)
{
    private const int MostSources = 5;

    /// <summary>Of one guest and kind, the newest, and as many on the topics of the meeting: a brief is read in minutes, and an organisation may have spoken a thousand times.</summary>
    private const int MostSpoken = 150;

    private const int LatestMeetings = 8;

    private readonly Ledger _ledger = new(archive);

    public async Task<Brief> ComposeAsync(Meeting meeting, DateOnly today, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var view = new View(meeting, LastDayBefore(meeting, today), today, clearance, topics.FindIn(meeting.Title));
        var invited = new List<InvitedBrief>();
        foreach (var party in InvitedParties.Of(meeting, organisations)) invited.Add(await ComposeAsync(party, view, cancellationToken));
        return new(meeting, today, invited) { Sources = await MeetingSources.ReadAsync(archive, meeting, clearance, MostSources, cancellationToken) };
    }

    private sealed record View(Meeting Meeting, DateOnly Until, DateOnly Today, Clearance Clearance, IReadOnlyList<string> Topics)
    {
        /// <summary>Said elsewhere, and not after the meeting; what has no day may have been before.</summary>
        public bool Includes(StoredStatement s) => s.Statement.MeetingId != Meeting.Id && ((s.Meeting?.Date?.First ?? s.Record.Published) is not { } day || day <= Until);
    }

    private async Task<InvitedBrief> ComposeAsync(Invited who, View view, CancellationToken cancellationToken)
    {
        var basis = new StatementFilter { Clearance = view.Clearance, Limit = MostSpoken, To = view.Until < view.Today ? view.Until : null };
        Said own = new([], 0), together = new([], 0);
        List<StoredStatement> made = [];
        if (who.Organisation is { } organisation)
        {
            own = await RaisedAsync(basis with { Organisations = [organisation] }, view, cancellationToken);
            together = await RaisedAsync(basis with { Present = [organisation] }, view, cancellationToken);
            together = together with { Entries = [.. together.Entries.Where(e => e.Raised.Statement.Attribution.Level == AttributionLevel.Participants)] };
            made = [.. (await archive.FindStatementsAsync(basis with { Organisations = [organisation], Kinds = [StatementKind.Commitment] }, cancellationToken)).Where(view.Includes)];
        }

        var named = await NamedAlikeAsync(who, basis, own.Entries, view, cancellationToken);
        if (who.Organisation is null && Namesakes.AreOne(named.Entries.Select(e => e.Raised), who.PersonNames[0], organisations)) (own, named) = (named, new([], 0));
        return new(
            who, Grouped(own.Entries), Grouped(together.Entries), [.. named.Entries.Select(e => e.Raised)], Commitments(own.Entries, made, view.Today),
            await LastContactAsync(who, own.Entries, view, cancellationToken))
        { MoreConcerns = own.More, MoreTogether = together.More, MoreSameName = named.More };
    }

    /// <param name="More">How many more stand on record that were not looked at.</param>
    private sealed record Said(List<LedgerEntry> Entries, int More);

    private async Task<Said> RaisedAsync(StatementFilter filter, View view, CancellationToken cancellationToken)
    {
        var read = await _ledger.ReadAsync(filter, null, cancellationToken);
        if (read.Count < MostSpoken) return new([.. read.Where(e => view.Includes(e.Raised))], 0);
        var fitting = view.Topics.Count == 0 ? [] : await _ledger.ReadAsync(filter with { Topics = view.Topics }, null, cancellationToken);
        List<LedgerEntry> all = [.. fitting.Concat(read).DistinctBy(e => e.Raised.Statement.Id)];
        return new([.. all.Where(e => view.Includes(e.Raised))], Math.Max(0, await _ledger.CountAsync(filter, cancellationToken) - Grouped(all).Count));
    }

    private async Task<Said> NamedAlikeAsync(Invited who, StatementFilter basis, List<LedgerEntry> own, View view, CancellationToken cancellationToken)
    {
        if (who.PersonNames.Count == 0) return new([], 0);
        var known = own.Select(e => e.Raised.Statement.Id).ToHashSet();
        var said = await RaisedAsync(basis with { People = who.PersonNames }, view, cancellationToken);
        return said with { Entries = [.. said.Entries.Where(e => !known.Contains(e.Raised.Statement.Id))] };
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

    private async Task<Meeting?> LastContactAsync(Invited who, List<LedgerEntry> own, View view, CancellationToken cancellationToken)
    {
        if (who.Organisation is not { } organisation) return Latest(own.Select(e => e.Raised.Meeting).OfType<Meeting>().Where(m => m.Date is not null), view);
        var filter = new MeetingFilter { Organisation = organisation, To = view.Until, IncludeUndated = false, Clearance = view.Clearance };
        // Nearly always one of the latest was held; only when none was, all are looked at.
        return Latest(await archive.FindMeetingsAsync(filter with { Newest = LatestMeetings }, cancellationToken), view)
            ?? Latest(await archive.FindMeetingsAsync(filter with { Status = MeetingStatus.Held }, cancellationToken), view);
    }

    private static Meeting? Latest(IEnumerable<Meeting> meetings, View view) =>
        meetings.Where(m => m.Id != view.Meeting.Id && m.Status == MeetingStatus.Held).MaxBy(m => m.Date!.First);

    private static DateOnly LastDayBefore(Meeting meeting, DateOnly today) => meeting.Date switch
    {
        null => today,
        { } date when meeting.Status == MeetingStatus.Upcoming && date.Last >= today => today,
        { } date when date.First <= today => date.First.AddDays(-1),
        _ => today,
    };
}
