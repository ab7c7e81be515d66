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
    private const int MostSpoken = 100;

    private const int LatestMeetings = 8;

    private readonly Ledger _ledger = new(archive);

    public async Task<Brief> ComposeAsync(Meeting meeting, DateOnly today, Clearance clearance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var view = new View(meeting, LastDayBefore(meeting, today), today, clearance, topics.FindIn(meeting.Title));
        var parties = InvitedParties.Of(meeting, organisations);
        var said = new SaidBefore[parties.Count];
        // No guest waits for another's look-ups; what was answered to them and how often it came up is looked up for all at once, for they met at the same tables.
        await Parallel.ForAsync(0, parties.Count, cancellationToken, async (at, token) => said[at] = await ReadAsync(parties[at], view, token));
        List<StoredStatement> raised = [.. said.SelectMany(s => s.All).DistinctBy(s => s.Statement.Id)];
        var replies = await _ledger.FindRepliesAsync(raised, clearance, cancellationToken);
        var times = await archive.CountRaisedAsync([.. raised.Select(s => s.ConcernKey).OfType<string>().Distinct(StringComparer.Ordinal)], clearance, cancellationToken);
        return new(meeting, today, [.. said.Select(s => Compose(s, replies, times, today))]) { Sources = await MeetingSources.ReadAsync(archive, meeting, clearance, MostSources, cancellationToken) };
    }

    private sealed record View(Meeting Meeting, DateOnly Until, DateOnly Today, Clearance Clearance, IReadOnlyList<string> Topics)
    {
        /// <summary>Said elsewhere, and not after the meeting; what has no day may have been before.</summary>
        public bool Includes(StoredStatement s) => s.Statement.MeetingId != Meeting.Id && ((s.Meeting?.Date?.First ?? s.Record.Published) is not { } day || day <= Until);
    }

    /// <param name="Made">Commitments of the guest's own.</param>
    private sealed record SaidBefore(Invited Who, Said Own, Said Together, Said Named, List<StoredStatement> Made, Meeting? LastContact)
    {
        public IEnumerable<StoredStatement> All => [.. Own.Statements, .. Together.Statements];
    }

    /// <param name="More">How many more stand on record that were not looked at.</param>
    private sealed record Said(List<StoredStatement> Statements, int More)
    {
        public static readonly Said Nothing = new([], 0);
    }

    private async Task<SaidBefore> ReadAsync(Invited who, View view, CancellationToken cancellationToken)
    {
        var basis = new StatementFilter { Clearance = view.Clearance, Limit = MostSpoken, To = view.Until < view.Today ? view.Until : null, CountsRaised = false };
        var (own, together) = (Said.Nothing, Said.Nothing);
        List<StoredStatement> made = [];
        if (who.Organisation is { } organisation)
        {
            own = await RaisedAsync(basis with { Organisations = [organisation] }, view, cancellationToken);
            together = await RaisedAsync(basis with { Present = [organisation] }, view, cancellationToken);
            together = together with { Statements = [.. together.Statements.Where(s => s.Statement.Attribution.Level == AttributionLevel.Participants)] };
            made = [.. (await archive.FindStatementsAsync(basis with { Organisations = [organisation], Kinds = [StatementKind.Commitment] }, cancellationToken)).Where(view.Includes)];
        }

        var named = await NamedAlikeAsync(who, basis, own, view, cancellationToken);
        if (who.Organisation is null && Namesakes.AreOne(named.Statements, who.PersonNames[0], organisations)) (own, named) = (named, Said.Nothing);
        return new(who, own, together, named, made, await LastContactAsync(who, own, view, cancellationToken));
    }

    private static InvitedBrief Compose(SaidBefore said, ILookup<StatementId, StoredStatement> replies, IReadOnlyDictionary<string, Recurrence> times, DateOnly today)
    {
        var own = Entries(said.Own);
        return new(said.Who, Grouped(own), Grouped(Entries(said.Together)), said.Named.Statements, Commitments(own, said.Made, today), said.LastContact)
        {
            MoreConcerns = said.Own.More,
            MoreTogether = said.Together.More,
            MoreSameName = said.Named.More,
        };

        List<LedgerEntry> Entries(Said part) =>
            [.. Ledger.Join([.. part.Statements.Select(s => s.ConcernKey is { } key && times.TryGetValue(key, out var raised) ? s with { Raised = raised } : s)], replies)];
    }

    private async Task<Said> RaisedAsync(StatementFilter filter, View view, CancellationToken cancellationToken)
    {
        filter = filter with { Kinds = [StatementKind.Concern, StatementKind.Request] };
        var read = await archive.FindStatementsAsync(filter, cancellationToken);
        if (read.Count < MostSpoken) return new([.. read.Where(view.Includes)], 0);
        var fitting = view.Topics.Count == 0 ? [] : await archive.FindStatementsAsync(filter with { Topics = view.Topics }, cancellationToken);
        List<StoredStatement> all = [.. fitting.Concat(read).DistinctBy(s => s.Statement.Id)];
        return new([.. all.Where(view.Includes)], Math.Max(0, await _ledger.CountAsync(filter, cancellationToken) - ToldTogether.Group(all.Select(s => new FoundStatement(s, 1))).Count));
    }

    private async Task<Said> NamedAlikeAsync(Invited who, StatementFilter basis, Said own, View view, CancellationToken cancellationToken)
    {
        if (who.PersonNames.Count == 0) return Said.Nothing;
        var known = own.Statements.Select(s => s.Statement.Id).ToHashSet();
        var said = await RaisedAsync(basis with { People = who.PersonNames }, view, cancellationToken);
        return said with { Statements = [.. said.Statements.Where(s => !known.Contains(s.Statement.Id))] };
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

    private async Task<Meeting?> LastContactAsync(Invited who, Said own, View view, CancellationToken cancellationToken)
    {
        if (who.Organisation is not { } organisation) return Latest(own.Statements.Select(s => s.Meeting).OfType<Meeting>().Where(m => m.Date is not null), view);
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
