using System.Globalization;
using System.Text;
using PolicyBot.Chat;
using PolicyBot.Meetings;
using PolicyBot.Records;

namespace PolicyBot.Commands;

/// <summary>One meeting as a file for people's own calendars.</summary>
internal static class MeetingFile
{
    private const int MostSources = 3;

    public static async Task<Reply> ComposeAsync(Desk desk, Wish wish, Meeting meeting, CancellationToken cancellationToken)
    {
        if (!CalendarFeed.HasDay(meeting)) return wish.Say("이 회의는 날짜가 정해지지 않아 일정에 넣을 수 없습니다.", "This meeting has no day yet, so that no calendar can take it.");
        var name = string.Create(CultureInfo.InvariantCulture, $"{meeting.Date!.First:yyyy-MM-dd}.ics");
        var sources = await MeetingSources.ReadAsync(desk.Archive, meeting, wish.Clearance, MostSources, cancellationToken);
        return wish.Say($"{meeting.Date} {meeting.Title}: 파일을 열면 일정에 더해집니다.", $"{meeting.Date} {meeting.Title}: open the file to add it to your calendar.") with
        {
            Files = [new(name, "text/calendar", Encoding.UTF8.GetBytes(CalendarFeed.Write([meeting], desk.Time.GetUtcNow(), desk.Today)), meeting.Title)],
            Citations = [.. sources.Select((r, i) => Listing.Cite(r, i + 1))],
        };
    }
}
