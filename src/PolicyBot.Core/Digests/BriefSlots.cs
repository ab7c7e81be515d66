using PolicyBot.Chat;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Digests;

/// <summary>The brief some hours before each meeting, in the conversations that wish it: once a meeting and conversation.</summary>
internal sealed class BriefSlots(DigestDesk desk, OrderPieces pieces)
{
    /// <summary>When a meeting is taken to begin that is told with its day alone.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    public async Task<IReadOnlyList<Slot>> FindAsync(IReadOnlyList<(StandingOrder Order, Subscription Subscription)> orders, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var slots = new List<Slot>();
        var wishing = orders.Where(o => o.Subscription.BriefHours is not null).ToList();
        foreach (var alike in wishing.GroupBy(o => (Clearance: desk.Clearances.Of(o.Order.To.Conversation), Organisations: string.Join('\n', o.Subscription.Organisations))))
        {
            var most = TimeSpan.FromHours(alike.Max(o => o.Subscription.BriefHours!.Value));
            var meetings = await ComingAsync(alike.First().Subscription.Organisations, alike.Key.Clearance, now, most, cancellationToken);
            slots.AddRange(from o in alike
                           from m in meetings
                           let due = m.Begins - TimeSpan.FromHours(o.Subscription.BriefHours!.Value)
                           where due <= now && now < m.Begins && m.Begins > o.Order.Since
                           select new Slot(o.Order.Id, Subscription.BriefKind, m.Id.Value, due));
        }

        return slots;
    }

    /// <summary>None when the meeting was called off or is not to be shown any more.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Slot slot, Delivery to, Subscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clearance = desk.Clearances.Of(to.Conversation);
        if (await desk.Archive.FindMeetingsAsync(new() { Id = new(slot.Key), Clearance = clearance }, cancellationToken) is not [{ Status: MeetingStatus.Upcoming } meeting]) return [];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, subscription.TimeZone).DateTime);
        var composed = await new BriefComposer(desk.Archive, desk.Organisations, desk.Topics).ComposeAsync(meeting, today, clearance, cancellationToken);
        var brief = await composed.PhrasedAsync(desk.TopLines, subscription.Language, null, cancellationToken);
        return await pieces.RenderAsync(BriefReply.Pages(brief, subscription.Language), to, cancellationToken);
    }

    private async Task<IReadOnlyList<(MeetingId Id, DateTimeOffset Begins)>> ComingAsync(IReadOnlyList<string> organisations, Clearance clearance, DateTimeOffset now, TimeSpan ahead, CancellationToken cancellationToken)
    {
        // Local days differ by at most one from those of UTC.
        var filter = new MeetingFilter
        {
            From = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1),
            To = DateOnly.FromDateTime((now + ahead).UtcDateTime).AddDays(1),
            Status = MeetingStatus.Upcoming,
            IncludeUndated = false,
            Clearance = clearance,
        };
        var found = new List<Meeting>();
        if (organisations.Count == 0) found.AddRange(await desk.Archive.FindMeetingsAsync(filter, cancellationToken));
        foreach (var organisation in organisations) found.AddRange(await desk.Archive.FindMeetingsAsync(filter with { Organisation = organisation }, cancellationToken));
        return [.. found.DistinctBy(m => m.Id).Where(m => m.Date?.Day is not null).Select(m => (m.Id, Begins(m)))];
    }

    private static DateTimeOffset Begins(Meeting meeting)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(meeting.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = meeting.Date!.First.ToDateTime(meeting.Time ?? Morning);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
