using System.Globalization;
using NodaTime;
using PolicyBot.Records.Events;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>The days on which events take place: series are worked out for a window around today, with what was excepted, moved and called off.</summary>
internal sealed class SeriesReader(DateOnly today, TimeProvider time)
{
    private const int MonthsBack = 13, MonthsAhead = 14;

    public const int MostOccurrences = 500;

    /// <summary>A calendar that takes longer is made to; its remaining series are told by their first day.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    // Whole months: a series that goes on for ever is told in other words once a month, not once a day.
    private readonly LocalDateTime _from = new LocalDate(today.Year, today.Month, 1).PlusMonths(-MonthsBack).AtMidnight();
    private readonly LocalDateTime _to = new LocalDate(today.Year, today.Month, 1).PlusMonths(MonthsAhead).AtMidnight().PlusSeconds(-1);
    private readonly LocalDateTime _last = new(today.Year + 100, 1, 1, 0, 0);
    private readonly long _begun = time.GetTimestamp();

    /// <summary>Series that were not worked out.</summary>
    public int Unfinished { get; private set; }

    /// <summary>Names of series that have days, but none in the window.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>What is wrong with a series that is told all the same, and in which line it begins.</summary>
    public List<(int Line, string Fault)> Faults { get; } = [];

    public string Window => string.Create(CultureInfo.InvariantCulture, $"{_from:uuuu-MM} to {_to:uuuu-MM}");

    /// <param name="items">All items of one event: the series, and those that replace occurrences of it.</param>
    public IEnumerable<EventEntry> Read(IEnumerable<CalendarItem> items)
    {
        var newest = items.ToLookup(i => i.Replaces?.Local);
        List<CalendarItem> replaced = [.. newest.Where(same => same.Key is not null).Select(Newest)];
        // Programs that give several events one name: each is one.
        var last = newest[null].Select(i => i.Sequence).DefaultIfEmpty(0).Max();
        List<CalendarItem> own = [.. newest[null].Where(i => i.Sequence == last).GroupBy(i => i.Entry.Title, StringComparer.Ordinal).Select(Newest)];
        if (own is [{ Rules.Count: 0, More.Count: 0 } alone] && replaced.Count == 0) return [Entry(alone, alone.Start.Local, EventReader.Key(alone.Uid), null)];
        return own.SelectMany(series => Starts(series).Where(s => !replaced.Exists(r => IsReplaced(series, s, r.Replaces!.Value))).Select(s => Entry(series, s, OccurrenceKey(series, Clock(series, s)), null)))
            .Concat(replaced.Select(r => Entry(r, r.Start.Local, OccurrenceKey(r, r.Replaces!.Value.Local), Moved(r))));
    }

    private static CalendarItem Newest(IEnumerable<CalendarItem> same) => same.OrderBy(i => i.Sequence).ThenBy(i => i.Changed).Last();

    private List<LocalDateTime> Starts(CalendarItem own)
    {
        List<LocalDateTime> starts = [own.Start.Local];
        if (own.Rules.Any(IsFinerThanDays) || time.GetElapsedTime(_begun) > Patience) Unfinished++;
        else starts = Recurrence.Starts(own.Start.Local, own.Rules, own.Rules.Count == 0 ? own.Start.Local : _from, own.Rules.Count == 0 ? own.Start.Local : _to, MostOccurrences);
        if (starts.Count == 0 && own.Rules.Count > 0 && Recurrence.Starts(own.Start.Local, own.Rules, own.Start.Local, _last, 1).Count == 0)
        {
            // The first day is one of the series whatever its rule says (RFC 5545, section 3.8.5.3).
            Faults.Add((own.Line, $"The rule of \"{own.Entry.Title}\" (RRULE:{Excerpt.Of(own.Rules[0], 60)}) fits no day: only its first day is read. Correct it in its calendar."));
            starts = [own.Start.Local];
        }

        if (starts.Count == 0 && !own.More.Any(m => m >= _from && m <= _to)) Outside.Add(own.Entry.Title);
        return [.. starts.Concat(own.More.Where(m => m >= _from && m <= _to)).Distinct().Where(s => !own.Except.Any(e => e.IsDay ? e.Local.Date == s.Date : IsSame(e.Local, s, own.Start.IsDay))).Order().Take(MostOccurrences)];
    }

    /// <summary>No meeting recurs by the hour.</summary>
    private static bool IsFinerThanDays(string rule) => ((string[])["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY"]).Any(f => rule.Contains(f, StringComparison.OrdinalIgnoreCase));

    private static bool IsSame(LocalDateTime a, LocalDateTime b, bool days) => days ? a.Date == b.Date : a == b;

    private static bool IsReplaced(CalendarItem series, LocalDateTime start, EventTime by) => IsSame(Clock(series, start), by.Local, series.Start.IsDay || by.IsDay);

    /// <summary>What Seoul's clock shows then; where nobody can tell, the hour as written.</summary>
    private static LocalDateTime Clock(CalendarItem item, LocalDateTime start) => item.Start.IsDay ? start : item.Zone.InSeoul(start) ?? start;

    /// <summary>One key for one occurrence, wherever it is moved to.</summary>
    private static string OccurrenceKey(CalendarItem item, LocalDateTime original) => $"{EventReader.Key(item.Uid)}-{original.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}";

    private static MeetingDate? Moved(CalendarItem item)
    {
        var was = Date(item.Replaces!.Value.Local);
        return was == Date(Clock(item, item.Start.Local)) ? null : was;
    }

    private static EventEntry Entry(CalendarItem item, LocalDateTime start, string key, MeetingDate? movedFrom)
    {
        var (date, hour, remark) = Seoul(item, start);
        return item.Entry with { Key = key, Date = date, Time = hour, Remark = remark, MovedFrom = movedFrom };
    }

    /// <summary>Where nobody can tell which hour is meant, the day stands as it is written, without an hour.</summary>
    private static (MeetingDate Date, TimeOnly? Time, string? Remark) Seoul(CalendarItem item, LocalDateTime start)
    {
        if (item.Start.IsDay) return (Date(start), null, null);
        if (item.Zone.InSeoul(start) is not { } seoul)
            return (Date(start), null, EventText.InUnknownZone(start.ToString("HH:mm", CultureInfo.InvariantCulture), item.Zone.Name!));
        return (Date(seoul), new(seoul.Hour, seoul.Minute), item.Zone.Name is null or "UTC" ? null : $"{start.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} {item.Zone.Name}");
    }

    private static MeetingDate Date(LocalDateTime at) => new(at.Year, at.Month, at.Day);
}
