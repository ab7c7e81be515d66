using System.Globalization;
using PolicyBot.Chat;

namespace PolicyBot.Digests;

/// <summary>Compares what was due with what was delivered.</summary>
public sealed class DigestWatch(KoreanHolidays holidays)
{
    /// <summary>How far back a starting bot, or one whose clock was set back, looks for what it owes, and a report for what is missing.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>Sending may take a while; after this a slot counts as missing.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    public DigestReport Read(IEnumerable<StandingOrder> orders, IEnumerable<SlotStatus> slots, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var digests = orders.Where(o => o.Kind == Subscription.Kind).ToList();
        var known = slots.Where(s => s.Slot.Kind == Subscription.Kind).ToDictionary(s => (s.Slot.Order, s.Slot.Key));
        var report = new DigestReport(0, 0, 0, [], null);
        foreach (var order in digests.Where(o => o.State == OrderState.Active))
        {
            if (Subscription.Of(order) is not { } subscription) continue;
            var calendar = new SlotCalendar(subscription, holidays);
            report = report with { Active = report.Active + 1, Next = calendar.Next(now).Due is var next && (report.Next is null || next < report.Next) ? next : report.Next };
            var from = now - LooksBack;
            foreach (var (day, due) in calendar.Between(order.Since > from ? order.Since : from, now))
            {
                var slot = known.GetValueOrDefault((order.Id, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                var isDone = slot?.State is SlotState.Delivered or SlotState.Quiet;
                report = report with { Due = report.Due + 1, Delivered = report.Delivered + (isDone ? 1 : 0) };
                if (!isDone && now - due > Grace) report = report with { Gaps = [.. report.Gaps, new(order.Id, day, due, Reason(slot))] };
            }
        }

        return report;
    }

    private static string Reason(SlotStatus? slot) => slot switch
    {
        null => "nothing is known of it",
        { State: SlotState.Claimed } => "it is not put together yet",
        { State: SlotState.Queued } => "it waits to be sent",
        { State: SlotState.Missed } => "the bot was down when it was due",
        _ => slot.Reason ?? slot.State.ToString().ToLowerInvariant(),
    };
}

/// <summary>Of the last seven days.</summary>
/// <param name="Next">When the next digest of any subscription is due.</param>
public sealed record DigestReport(int Active, int Due, int Delivered, IReadOnlyList<DigestGap> Gaps, DateTimeOffset? Next)
{
    /// <summary>What an operator should hear of now; older gaps stand in the status.</summary>
    public IReadOnlyList<DigestGap> Alarms(DateTimeOffset now) => [.. Gaps.Where(g => now - g.Due <= TimeSpan.FromDays(1))];
}

public sealed record DigestGap(string Order, DateOnly Day, DateTimeOffset Due, string Reason);
