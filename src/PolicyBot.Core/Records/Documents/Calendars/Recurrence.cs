using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>When something recurs, by its own clock.</summary>
internal static class Recurrence
{
    private const int MostUnmatched = 1_000;

    /// <summary>Between two moments, in their order; what a rule gives before it loses itself counts.</summary>
    /// <param name="rules">As calendars write them: <c>FREQ=WEEKLY;BYDAY=MO</c>.</param>
    public static List<LocalDateTime> Starts(LocalDateTime start, IReadOnlyList<string> rules, LocalDateTime from, LocalDateTime to, int most = int.MaxValue)
    {
        List<LocalDateTime> starts = [];
        if (rules.Count == 0) return start >= from && start <= to ? [start] : [];
        try
        {
            foreach (var occurrence in Event(start, rules).GetOccurrences(Written(from), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostUnmatched }))
            {
                var at = LocalDateTime.FromDateTime(occurrence.Period.StartTime.Value);
                if (at > to || starts.Count >= most) break;
                if (at >= from) starts.Add(at);
            }
        }
        catch (Exception fault) when (fault is EvaluationException)
        {
            // A rule that never fits, or goes on beyond the last year there is.
        }

        return starts;
    }

    private static CalendarEvent Event(LocalDateTime start, IReadOnlyList<string> rules)
    {
        var text = string.Join("\r\n", rules.Select(r => $"RRULE:{r.Trim().TrimEnd(';')}"));
        return Calendar.Load($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:{start:uuuuMMdd'T'HHmmss}\r\n{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")!.Events[0]!;
    }

    private static CalDateTime Written(LocalDateTime at) => new(at.ToDateTimeUnspecified(), null, true);
}
