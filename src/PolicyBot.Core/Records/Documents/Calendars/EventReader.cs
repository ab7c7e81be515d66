using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;
using PolicyBot.Records.Events;
using PolicyBot.Records.Reading;
using PolicyBot.Text;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>One event of a calendar as it stands, before it recurs.</summary>
internal sealed record CalendarItem
{
    /// <summary>Where it begins in the file.</summary>
    public required int Line { get; init; }

    public required string Uid { get; init; }

    public required int Sequence { get; init; }

    /// <summary>When it was last changed, as far as it says.</summary>
    public required LocalDateTime Changed { get; init; }

    public required EventZone Zone { get; init; }

    public required EventTime Start { get; init; }

    /// <summary>Which occurrence of a series it replaces, by Seoul's clock where it can be told; null for the series itself, and for what does not recur.</summary>
    public required EventTime? Replaces { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    public required IReadOnlyList<LocalDateTime> More { get; init; }

    public required IReadOnlyList<EventTime> Except { get; init; }

    /// <summary>With everything but key and time.</summary>
    public required EventEntry Entry { get; init; }

    public required bool IsPrivate { get; init; }
}

/// <summary>Reads one event. Throws <see cref="UnreadableRecordException"/> with a sentence for the one that keeps the calendar.</summary>
internal sealed class EventReader(CalendarZones zones, bool cancels)
{
    private const int MostNames = 200;

    /// <summary>Days of events that are told without them, and in which line they stand.</summary>
    public List<(int Line, string Fault)> Faults { get; } = [];

    /// <summary>What is read of an event; alarms, attachments and the rest stay behind, however broken they are.</summary>
    private static readonly HashSet<string> Kept = new(["SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "CLASS", "SEQUENCE", "ORGANIZER", "ATTENDEE"], StringComparer.Ordinal);

    public CalendarItem Read(CalendarBlock block)
    {
        if (!block.IsClosed) throw new UnreadableRecordException("The event is not closed (END:VEVENT is missing): the file may be cut off. Export the calendar again. / 일정이 끝나지 않았습니다(END:VEVENT 없음). 파일이 잘렸을 수 있으니 일정을 다시 내보내십시오.");
        var begun = block.Find("DTSTART") ?? throw new UnreadableRecordException("The event has no start (DTSTART). Give it a day in its calendar. / 시작(DTSTART)이 없는 일정입니다. 원래 일정에서 날짜를 넣으십시오.");
        var start = EventTime.Parse(begun.Value);
        var zone = zones.Of(begun);
        var read = Parse(block);
        var told = DescribedNames.Read(read.Description);
        return new()
        {
            Line = block.Line,
            Uid = block.Find("UID")?.Value.Trim() is { Length: > 0 } uid ? uid : $"{begun.Value} {read.Summary} {read.Location}",
            Sequence = Math.Max(0, read.Sequence),
            Changed = Changed(block),
            Zone = zone,
            Start = start,
            Replaces = block.Find("RECURRENCE-ID") is { } id ? InSeoul(EventTime.Parse(id.Value), zones.Of(id)) : null,
            Rules = [.. block.Lines.Where(l => l.Name == "RRULE").Select(l => InOwnHours(l.Value, start, zone))],
            More = [.. block.Lines.Where(l => l.Name == "RDATE").SelectMany(l => EventTime.ParseAll(l, Faults)).Select(zone.Align)],
            // An exception for a day that does not exist excepts nothing.
            Except = [.. block.Lines.Where(l => l.Name == "EXDATE").SelectMany(l => EventTime.ParseAll(l, null)).Select(t => t with { Local = zone.Align(t) })],
            IsPrivate = read.Class?.Trim().ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL",
            Entry = new()
            {
                Key = "",
                Title = EventText.OneLine(read.Summary) ?? "제목 없는 일정 / untitled event",
                Place = EventText.OneLine(read.Location),
                Hosts = [.. Organiser(read).Concat(told.Hosts).Distinct(StringComparer.Ordinal)],
                Invited = [.. read.Attendees.Where(IsInvited).Select(a => Name(a.CommonName, a.Type)).OfType<string>().Concat(told.Invited).Distinct(StringComparer.Ordinal).Take(MostNames)],
                Status = cancels || read.Status?.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true ? MeetingStatus.Cancelled : MeetingStatus.Upcoming,
                Revision = Math.Max(0, read.Sequence),
                About = read.Description,
            },
        };
    }

    /// <summary>The same for every calendar that tells of the event; no address in it can be read back.</summary>
    public static string Key(string uid) => "cal-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)))[..16];

    private static EventTime InSeoul(EventTime time, EventZone zone) => time.IsDay ? time : time with { Local = zone.InSeoul(time.Local) ?? time.Local, IsUtc = false };

    private static CalendarEvent Parse(CalendarBlock block)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n");
        foreach (var line in block.Lines.Where(l => Kept.Contains(l.Name)))
            text.Append(line.Name).Append(line.Parameters.Length > 0 ? ";" : "").Append(line.Parameters).Append(':').Append(line.Value).Append("\r\n");
        try
        {
            return Calendar.Load(text.Append("END:VEVENT\r\nEND:VCALENDAR\r\n").ToString())?.Events is [{ } read] ? read : throw new UnreadableRecordException("The event cannot be read. Export the calendar again. / 일정을 읽을 수 없습니다. 일정을 다시 내보내십시오.");
        }
        catch (Exception fault) when (fault is not (UnreadableRecordException or OutOfMemoryException))
        {
            throw new UnreadableRecordException($"The event cannot be read ({Excerpt.Of(fault.Message.ReplaceLineEndings(" "), 120)}). Correct it in its calendar and export that again. / 일정을 읽을 수 없습니다. 원래 일정에서 고쳐 다시 내보내십시오.");
        }
    }

    private static LocalDateTime Changed(CalendarBlock block)
    {
        foreach (var name in (string[])["LAST-MODIFIED", "CREATED"])
        {
            try
            {
                if (block.Find(name) is { } line) return EventTime.Parse(line.Value).Local;
            }
            catch (UnreadableRecordException)
            {
                // Not known, then.
            }
        }

        return default;
    }

    /// <summary>The end of a series is written in UTC (RFC 5545, section 3.3.10); the rule is worked out in the event's own hours.</summary>
    private static string InOwnHours(string rule, EventTime start, EventZone zone) => string.Join(';', rule.Split(';').Select(part =>
    {
        if (!part.TrimStart().StartsWith("UNTIL=", StringComparison.OrdinalIgnoreCase)) return part;
        var until = EventTime.Parse(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var local = zone.Align(until);
        // A day includes all of its hours.
        return "UNTIL=" + (until.IsDay && !start.IsDay ? local.Date.PlusDays(1).AtMidnight().PlusSeconds(-1) : local).ToString("uuuuMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture);
    }));

    private static IEnumerable<string> Organiser(CalendarEvent read) =>
        read.Attendees.Where(a => IsRole(a.Role, "CHAIR")).Select(a => Name(a.CommonName, a.Type)).Prepend(Name(read.Organizer?.CommonName, null)).OfType<string>();

    /// <summary>Neither rooms nor those who declined, and not the chair, who is on the host's side.</summary>
    private static bool IsInvited(Ical.Net.DataTypes.Attendee attendee) =>
        !IsRole(attendee.Type, "ROOM") && !IsRole(attendee.Type, "RESOURCE") && !IsRole(attendee.Role, "CHAIR") && !IsRole(attendee.Role, "NON-PARTICIPANT") && !IsRole(attendee.ParticipationStatus, "DECLINED");

    private static bool IsRole(string? written, string role) => role.Equals(written?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Addresses are nobody's name, and personal data besides.</summary>
    private static string? Name(string? written, string? type)
    {
        var name = EventText.OneLine(written?.Trim('"', '\'', ' '), 120);
        if (name is null || name.Contains('@', StringComparison.Ordinal) || !name.Any(char.IsLetter)) return null;
        return !IsRole(type, "GROUP") && name.Length is >= 2 and <= 4 && name.All(Hangul.IsSyllable) && Surnames.IsUsual(name[0]) ? EventParties.Person(name) : name;
    }
}
