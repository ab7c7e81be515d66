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
    private sealed record SaidBefore(Invited Who, Said Own, Said Together, Said Named, Said Made, Meeting? LastContact)
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
        var (own, together, made) = (Said.Nothing, Said.Nothing, Said.Nothing);
        if (who.Organisation is { } organisation)
        {
            var raising = basis with { Kinds = [StatementKind.Concern, StatementKind.Request] };
            own = await FindAsync(raising with { Organisations = [organisation] }, null, view, cancellationToken);
            together = await FindAsync(raising with { Present = [organisation] }, null, view, cancellationToken);
            together = together with { Statements = [.. together.Statements.Where(s => s.Statement.Attribution.Level == AttributionLevel.Participants)] };
            made = await FindAsync(basis with { Organisations = [organisation], Kinds = [StatementKind.Commitment] }, null, view, cancellationToken);
        }

        var named = await NamedAlikeAsync(who, basis, view, cancellationToken);
        if (who.Organisation is null && Namesakes.AreOne(named.Statements, who.PersonNames[0], organisations)) (own, named) = (named, Said.Nothing);
        return new(who, own, together, named, made, await LastContactAsync(who, own, view, cancellationToken));
    }

    private static InvitedBrief Compose(SaidBefore said, ILookup<StatementId, StoredStatement> replies, IReadOnlyDictionary<string, Recurrence> times, DateOnly today)
    {
        var own = Entries(said.Own);
        return new(said.Who, Grouped(own), Grouped(Entries(said.Together)), Grouped([.. said.Named.Statements.Select(s => new LedgerEntry(s, []))]), Commitments(own, said.Made.Statements, today), said.LastContact)
        {
            MoreConcerns = said.Own.More,
            MoreTogether = said.Together.More,
            MoreSameName = said.Named.More,
            MoreMade = said.Made.More,
        };

        List<LedgerEntry> Entries(Said part) =>
            [.. Ledger.Join([.. part.Statements.Select(s => s.ConcernKey is { } key && times.TryGetValue(key, out var raised) ? s with { Raised = raised } : s)], replies)];
    }

    /// <param name="without">What meets the filter and belongs elsewhere all the same: neither told nor counted.</param>
    private async Task<Said> FindAsync(StatementFilter filter, StatementFilter? without, View view, CancellationToken cancellationToken)
    {
        var read = await archive.FindStatementsAsync(filter, cancellationToken);
        var isCut = read.Count >= MostSpoken;
        var fitting = isCut && view.Topics.Count > 0 ? await archive.FindStatementsAsync(filter with { Topics = view.Topics }, cancellationToken) : [];
        List<StoredStatement> all = [.. fitting.Concat(read).DistinctBy(s => s.Statement.Id)];
        if (without is not null && all.Count > 0)
        {
            var theirs = await archive.FindStatementsAsync(without with { RecordIds = [.. all.Select(s => s.Record.Id).Distinct()], Limit = int.MaxValue }, cancellationToken);
            all = [.. all.ExceptBy(theirs.Select(s => s.Statement.Id), s => s.Statement.Id)];
        }

        if (!isCut) return new([.. all.Where(view.Includes)], 0);
        var things = (await archive.CountToldAsync(filter, cancellationToken)).Things - (without is null ? 0 : (await archive.CountToldAsync(without, cancellationToken)).Things);
        return new([.. all.Where(view.Includes)], Math.Max(0, things - ToldTogether.Group(all.Select(s => new FoundStatement(s, 1))).Count));
    }

    /// <summary>What somebody of the name said for the house that is invited stands there already.</summary>
    private async Task<Said> NamedAlikeAsync(Invited who, StatementFilter basis, View view, CancellationToken cancellationToken)
    {
        if (who.PersonNames.Count == 0) return Said.Nothing;
        var filter = basis with { People = who.PersonNames, Kinds = [StatementKind.Concern, StatementKind.Request] };
        return await FindAsync(filter, who.Organisation is { } organisation ? filter with { Organisations = [organisation] } : null, view, cancellationToken);
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
