using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>The zones that a calendar's events name: by IANA name, by Windows name, by a name at the end of a longer one, else by the rules that the calendar brings along.</summary>
internal sealed class CalendarZones(CalendarBlocks calendar)
{
    private readonly Dictionary<string, EventZone> _found = new(StringComparer.Ordinal);

    /// <summary>Of times without a zone: the calendar's own, else Seoul's.</summary>
    public EventZone Floating => field ??= calendar.Property("X-WR-TIMEZONE") is { Length: > 0 } own && Find(own) is { IsKnown: true } zone ? zone : EventZone.Seoul;

    public EventZone Of(ContentLine line)
    {
        if (line.Value.TrimEnd().EndsWith('Z')) return EventZone.Utc;
        return line.Parameter("TZID") is { Length: > 0 } id ? Find(id) : Floating;
    }

    private EventZone Find(string id)
    {
        if (_found.TryGetValue(id, out var known)) return known;
        return _found[id] = Named(id) ?? (calendar.Zones.TryGetValue(id, out var declared) ? Named(declared.Location) ?? Ruled(id, declared.Rules) : null) ?? EventZone.Unknown(Excerpt.Of(id));
    }

    private static EventZone? Named(string? id)
    {
        if (id is null) return null;
        for (var name = id.Trim().Trim('/'); name.Length > 0; name = name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? name[(slash + 1)..] : "")
        {
            if (name == "Asia/Seoul") return EventZone.Seoul;
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone) return EventZone.Of(zone);
            if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana)) return iana == "Asia/Seoul" ? EventZone.Seoul : EventZone.Of(DateTimeZoneProviders.Tzdb[iana]);
            // custom_Pacific/Fiji
            if (name.IndexOf('_', StringComparison.Ordinal) is >= 0 and var line && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name[(line + 1)..]) is { } behind) return EventZone.Of(behind);
        }

        return null;
    }

    private static EventZone? Ruled(string id, List<CalendarBlock> blocks)
    {
        var rules = blocks.Select(OffsetRule.Read).OfType<OffsetRule>().ToList();
        if (rules.Count == 0) return null;
        Offset At(LocalDateTime local) => rules.Select(r => (Rule: r, Since: r.LastOnset(local))).Where(r => r.Since is not null).OrderBy(r => r.Since).Select(r => (Offset?)r.Rule.To).LastOrDefault() ?? rules[0].To;
        return new(
            Excerpt.Of(id),
            local => local.WithOffset(At(local)).ToInstant(),
            instant => instant.WithOffset(At(instant.InUtc().LocalDateTime)) is var first ? instant.WithOffset(At(first.LocalDateTime)).LocalDateTime : default);
    }

    /// <summary>From when on which offset holds, summer or winter.</summary>
    private sealed class OffsetRule(Offset to, LocalDateTime start, List<string> rules, List<LocalDateTime> more)
    {
        private readonly Dictionary<(int Year, int Month), LocalDateTime?> _before = [];

        public Offset To => to;

        public static OffsetRule? Read(CalendarBlock block)
        {
            if (block.Find("TZOFFSETTO") is not { } offset || block.Find("DTSTART") is not { } begun || ParseOffset(offset.Value.Trim()) is not { } to) return null;
            try
            {
                return new(to, EventTime.Parse(begun.Value).Local, [.. block.Lines.Where(l => l.Name == "RRULE").Select(l => l.Value)], [.. block.Lines.Where(l => l.Name == "RDATE").SelectMany(l => EventTime.ParseAll(l, null)).Select(t => t.Local)]);
            }
            catch (UnreadableRecordException)
            {
                return null;
            }
        }

        public LocalDateTime? LastOnset(LocalDateTime local)
        {
            // Changes of the clock are months apart: those before this month are looked up once.
            var month = new LocalDate(local.Year, local.Month, 1).AtMidnight();
            if (!_before.TryGetValue((local.Year, local.Month), out var last)) last = _before[(local.Year, local.Month)] = Last(month.PlusMonths(-13), month);
            return Last(month, local) ?? last ?? more.Append(start).Where(t => t <= local).Select(t => (LocalDateTime?)t).Max();
        }

        private LocalDateTime? Last(LocalDateTime from, LocalDateTime to) =>
            more.Concat(Recurrence.Starts(start, rules, from, to)).Where(t => t >= from && t <= to).Select(t => (LocalDateTime?)t).Max();

        private static Offset? ParseOffset(string written)
        {
            if (written.Length is not (5 or 7) || written[0] is not ('+' or '-') || !int.TryParse(written[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var digits)) return null;
            if (written.Length == 5) digits *= 100;
            var seconds = (digits / 10_000 * 3_600) + (digits / 100 % 100 * 60) + (digits % 100);
            return seconds <= 18 * 3_600 ? Offset.FromSeconds(written[0] == '-' ? -seconds : seconds) : null;
        }
    }
}
