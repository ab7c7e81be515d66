using System.Globalization;
using System.Text;
using PolicyBot.Records;

namespace PolicyBot.Meetings;

/// <summary>Meetings as a calendar file that calendar programs subscribe to (RFC 5545). A meeting without a day is left out: a calendar has no place for it.</summary>
public static class CalendarFeed
{
    /// <summary>In octets, without the line break (RFC 5545, section 3.1).</summary>
    private const int LongestLine = 75;

    /// <summary>Without an end programs show no length at all, and some hide the event; that it is none of the record's stands in the description.</summary>
    private static readonly TimeSpan Assumed = TimeSpan.FromHours(1);

    /// <param name="today">Decides which announced meetings nobody confirmed.</param>
    public static string Write(IEnumerable<Meeting> meetings, DateTimeOffset now, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meetings);
        var feed = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PolicyBot//Meetings//EN", "METHOD:PUBLISH"]) AddLine(feed, line);
        foreach (var meeting in meetings.Where(HasDay)) AddMeeting(feed, meeting, now, today);
        AddLine(feed, "END:VCALENDAR");
        return feed.ToString();
    }

    public static bool HasDay(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.Date?.Day is not null;
    }

    private static void AddMeeting(StringBuilder feed, Meeting meeting, DateTimeOffset now, DateOnly today)
    {
        AddLine(feed, "BEGIN:VEVENT");
        AddLine(feed, $"UID:{Escape(meeting.Id.Value)}@policybot");
        AddLine(feed, $"DTSTAMP:{Utc(now)}");
        AddLine(feed, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(meeting.Revision ?? 0, meeting.MovedFrom is null ? 0 : 1)}"));
        if (Start(meeting) is { } start)
        {
            AddLine(feed, $"DTSTART:{Utc(start)}");
            AddLine(feed, $"DTEND:{Utc(start + Assumed)}");
        }
        else
        {
            AddLine(feed, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{meeting.Date!.First:yyyyMMdd}"));
        }

        AddLine(feed, $"SUMMARY:{Escape(meeting.Title)}");
        if (meeting.Place is { } place) AddLine(feed, $"LOCATION:{Escape(place)}");
        AddLine(feed, $"DESCRIPTION:{Escape(Describe(meeting))}");
        AddLine(feed, "STATUS:" + Status(meeting, today));
        AddLine(feed, "END:VEVENT");
    }

    /// <summary>The hour, in a zone that is known; else null, for the whole day.</summary>
    private static DateTimeOffset? Start(Meeting meeting) =>
        meeting.Time is { } time && meeting.Date!.First.ToDateTime(time) is var local && TimeZoneInfo.TryFindSystemTimeZoneById(meeting.TimeZone, out var zone) && !zone.IsInvalidTime(local)
            ? new(local, zone.GetUtcOffset(local))
            : null;

    /// <summary>Announced for a day that is past is not confirmed: nobody knows whether it was held.</summary>
    private static string Status(Meeting meeting, DateOnly today) => meeting switch
    {
        { Status: MeetingStatus.Cancelled } => "CANCELLED",
        _ when meeting.IsUnconfirmed(today) => "TENTATIVE",
        _ => "CONFIRMED",
    };

    private static string Describe(Meeting meeting)
    {
        var lines = new List<string>();
        if (Start(meeting) is not null) lines.Add("끝나는 시각은 기록에 없어 한 시간으로 표시 / the end is not on record; shown as one hour");
        if (meeting.Hosts.Count > 0) lines.Add("주최 / host: " + string.Join(", ", meeting.Hosts));
        if (meeting.Participants.Count > 0) lines.Add((meeting.Status == MeetingStatus.Held ? "참석 / present: " : "초청 / invited: ") + string.Join(", ", meeting.Participants));
        lines.Add("기록 / records: " + string.Join(", ", meeting.RecordIds));
        return string.Join('\n', lines);
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        return escaped.ToString();
    }

    /// <summary>Long lines go on after a space; a character is never cut.</summary>
    private static void AddLine(StringBuilder feed, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                feed.Append("\r\n ");
                length = 1;
            }

            feed.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        feed.Append("\r\n");
    }
}
