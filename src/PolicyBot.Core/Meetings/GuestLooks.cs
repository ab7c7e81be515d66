using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Storage;

namespace PolicyBot.Meetings;

/// <param name="Until">The last day before the meeting.</param>
/// <param name="Topics">Of its title.</param>
internal sealed record BriefView(Records.Meeting Meeting, DateOnly Until, Records.Clearance Clearance, IReadOnlyList<string> Topics)
{
    /// <summary>Said elsewhere, and not after the meeting; what has no day may have been before.</summary>
    public bool Includes(StoredStatement s) => s.Statement.MeetingId != Meeting.Id && ((s.Meeting?.Date?.First ?? s.Record.Published) is not { } day || day <= Until);
}

/// <param name="More">How many more things stand on record that were not looked at.</param>
internal sealed record Said(List<StoredStatement> Statements, int More)
{
    public static readonly Said Nothing = new([], 0);
}

/// <param name="Named">Said by people of the same name, for nobody or for another house.</param>
/// <param name="Made">Commitments of the guest's own.</param>
internal sealed record GuestSaid(Said Own, Said Together, Said Named, Said Made);

/// <summary>Looks up what all guests of a meeting said before: in few queries, each statement and each meeting read once.</summary>
internal sealed class GuestLooks(IArchive archive, BriefView view)
{
    /// <summary>Of one guest and kind, the newest, and as many on the topics of the meeting: a brief is read in minutes, and an organisation may have spoken a thousand times.</summary>
    private const int MostSpoken = 100;

    /// <summary>Of looks for one guest, in the order of <see cref="GuestSaid"/>.</summary>
    private const int Kinds = 4;

    private static readonly StatementKind[] Raising = [StatementKind.Concern, StatementKind.Request];

    /// <param name="Without">What meets the filter and belongs elsewhere all the same: neither told nor counted.</param>
    private sealed record Look(StatementFilter Filter, StatementFilter? Without = null);

    public async Task<IReadOnlyList<GuestSaid>> ReadAsync(IReadOnlyList<Invited> guests, CancellationToken cancellationToken)
    {
        var basis = new StatementFilter { Clearance = view.Clearance, Limit = MostSpoken, CountsRaised = false };
        // What is looked back at from another day must not crowd out what was said before it. What has no day at all is left out then.
        if ((await archive.MeasureAsync(view.Clearance, cancellationToken)).To > view.Until) basis = basis with { To = view.Until };
        var looks = guests.Select(who => Looks(who, basis)).ToList();
        var said = new Said[Kinds][];
        // What guests share is of one kind, such as what was said together: the kinds need not wait for one another.
        await Parallel.ForAsync(0, Kinds, cancellationToken, async (kind, token) =>
        {
            var read = new Queue<Said>(await ReadAsync([.. looks.Select(l => l[kind]).OfType<Look>()], token));
            said[kind] = [.. looks.Select(l => l[kind] is null ? Said.Nothing : read.Dequeue())];
        });
        return [.. guests.Select((_, at) => new GuestSaid(said[0][at], Together(said[1][at]), said[2][at], said[3][at]))];
    }

    /// <summary>A curator may have found a speaker among those who were present.</summary>
    private static Said Together(Said said) => said with { Statements = [.. said.Statements.Where(s => s.Statement.Attribution.Level == AttributionLevel.Participants)] };

    private static Look?[] Looks(Invited who, StatementFilter basis)
    {
        var raising = basis with { Kinds = Raising };
        var named = who.PersonNames.Count == 0 ? null : raising with { People = who.PersonNames };
        if (who.Organisation is not { } organisation) return [null, null, named is null ? null : new(named), null];
        return
        [
            new(raising with { Organisations = [organisation] }),
            new(raising with { Present = [organisation] }),
            // What somebody of the name said for the house that is invited stands there already.
            named is null ? null : new(named, named with { Organisations = [organisation] }),
            new(basis with { Organisations = [organisation], Kinds = [StatementKind.Commitment] }),
        ];
    }

    private async Task<Said[]> ReadAsync(IReadOnlyList<Look> looks, CancellationToken cancellationToken)
    {
        var read = await archive.FindStatementsOfEachAsync([.. looks.Select(l => l.Filter)], cancellationToken);
        var cut = Enumerable.Range(0, looks.Count).Where(at => read[at].Count >= MostSpoken).ToHashSet();
        var all = read.Select(found => found.ToList()).ToArray();
        if (view.Topics.Count > 0)
        {
            var fitting = await archive.FindStatementsOfEachAsync([.. cut.Select(at => looks[at].Filter with { Topics = view.Topics })], cancellationToken);
            foreach (var (at, found) in cut.Zip(fitting)) all[at] = [.. found.Concat(all[at]).DistinctBy(s => s.Statement.Id)];
        }

        List<int> mixed = [.. Enumerable.Range(0, looks.Count).Where(at => looks[at].Without is not null && all[at].Count > 0)];
        var theirs = await archive.FindStatementsOfEachAsync([.. mixed.Select(at => looks[at].Without! with { RecordIds = [.. all[at].Select(s => s.Record.Id).Distinct()], Limit = int.MaxValue })], cancellationToken);
        foreach (var (at, found) in mixed.Zip(theirs)) all[at] = [.. all[at].ExceptBy(found.Select(s => s.Statement.Id), s => s.Statement.Id)];
        var said = new Said[looks.Count];
        for (var at = 0; at < looks.Count; at++)
            said[at] = new([.. all[at].Where(view.Includes)], cut.Contains(at) ? Math.Max(0, await CountAsync(looks[at], cancellationToken) - ToldTogether.Group(all[at].Select(s => new FoundStatement(s, 1))).Count) : 0);
        return said;
    }

    private async Task<int> CountAsync(Look look, CancellationToken cancellationToken)
    {
        var things = (await archive.CountToldAsync(look.Filter, cancellationToken)).Things;
        return look.Without is null ? things : things - (await archive.CountToldAsync(look.Without, cancellationToken)).Things;
    }
}
