using System.Text;
using PolicyBot.Meetings;
using PolicyBot.Records;

namespace PolicyBot.Tests.Meetings;

public sealed class CalendarFeedTests
{
    private static readonly DateTimeOffset Now = new(2025, 10, 1, 10, 0, 0, TimeSpan.FromHours(9));

    private static readonly DateOnly Today = new(2025, 10, 1);

    private static readonly Meeting Meeting = new()
    {
        Id = new("talent#1"),
        Title = "AI 인재; 간담회, 첫 모임",
        Date = new MeetingDate(2025, 10, 20),
        Time = new(14, 30),
        Place = "두리센터\n2층",
        Hosts = [new(null, null, "예시부")],
        Status = MeetingStatus.Upcoming,
        RecordIds = [new("talent")],
    };

    [Fact]
    public void A_meeting_stands_at_its_hour_with_its_words_escaped()
    {
        var lines = Unfolded(Meeting);

        Assert.Contains("DTSTART:20251020T053000Z", lines);
        Assert.Contains("DTEND:20251020T063000Z", lines);
        Assert.Contains(lines, l => l.StartsWith("DESCRIPTION:", StringComparison.Ordinal) && l.Contains("the end is not on record", StringComparison.Ordinal) && l.Contains("끝나는 시각은 기록에 없어", StringComparison.Ordinal));
        Assert.Contains("DTSTAMP:20251001T010000Z", lines);
        Assert.Contains(@"SUMMARY:AI 인재\; 간담회\, 첫 모임", lines);
        Assert.Contains(@"LOCATION:두리센터\n2층", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
    }

    [Fact]
    public void Without_an_hour_or_a_known_zone_it_takes_the_whole_day()
    {
        Assert.Contains("DTSTART;VALUE=DATE:20251020", Unfolded(Meeting with { Time = null }));
        Assert.DoesNotContain(Unfolded(Meeting with { Time = null }), l => l.StartsWith("DTEND", StringComparison.Ordinal) || l.Contains("the end", StringComparison.Ordinal));
        Assert.Contains("DTSTART;VALUE=DATE:20251020", Unfolded(Meeting with { TimeZone = "Nowhere/Land" }));
    }

    [Fact]
    public void A_cancelled_meeting_says_so() => Assert.Contains("STATUS:CANCELLED", Unfolded(Meeting with { Status = MeetingStatus.Cancelled }));

    [Fact]
    public void An_announced_meeting_that_nobody_confirmed_is_not_confirmed()
    {
        Assert.Contains("STATUS:CONFIRMED", Unfolded(Meeting, new(2025, 10, 20)));
        Assert.Contains("STATUS:TENTATIVE", Unfolded(Meeting, new(2025, 10, 21)));
        Assert.Contains("STATUS:CONFIRMED", Unfolded(Meeting with { Status = MeetingStatus.Held }, new(2025, 10, 21)));
    }

    [Fact]
    public void A_meeting_without_a_day_is_left_out()
    {
        Assert.DoesNotContain("BEGIN:VEVENT", Unfolded(Meeting with { Date = null }));
        Assert.DoesNotContain("BEGIN:VEVENT", Unfolded(Meeting with { Date = new MeetingDate(2025, 10, null) }));
    }

    [Fact]
    public void No_line_is_longer_than_programs_take_and_none_breaks_a_character()
    {
        var title = string.Concat(Enumerable.Repeat("가나😀", 60));
        var feed = CalendarFeed.Write([Meeting with { Title = title }], Now, Today);

        Assert.All(feed.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("SUMMARY:" + title, feed.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', feed);
    }

    [Fact]
    public void What_is_written_is_read_back_by_another_reader_of_calendars()
    {
        var moved = Meeting with { Id = new("moved#1"), Revision = 3, MovedFrom = new(2025, 10, 10), Participants = [new("성춘향", "대표", "가나; 클라우드, (주)")] };
        var feed = CalendarFeed.Write([Meeting with { Title = string.Concat(Enumerable.Repeat("긴 제목, ", 30)) }, moved, Meeting with { Id = new("off#1"), Status = MeetingStatus.Cancelled, Time = null }], Now, Today);

        var calendar = Ical.Net.Calendar.Load(feed)!;

        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal(["talent#1@policybot", "moved#1@policybot", "off#1@policybot"], calendar.Events.Select(e => e.Uid));
        Assert.Equal([0, 3, 0], calendar.Events.Select(e => e.Sequence));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], calendar.Events.Select(e => e.Status));
        Assert.All(calendar.Events.Take(2), e => Assert.Equal(new(2025, 10, 20, 5, 30, 0, DateTimeKind.Utc), e.Start!.AsUtc));
        Assert.Equal((false, new DateOnly(2025, 10, 20)), (calendar.Events[2]!.Start!.HasTime, calendar.Events[2]!.Start!.Date));
        Assert.Equal(string.Concat(Enumerable.Repeat("긴 제목, ", 30)), calendar.Events[0]!.Summary);
        Assert.Contains("성춘향 가나; 클라우드, (주) 대표", calendar.Events[1]!.Description, StringComparison.Ordinal);
        Assert.Equal("두리센터\n2층", calendar.Events[1]!.Location);
    }

    private static string[] Unfolded(Meeting meeting, DateOnly? today = null) => CalendarFeed.Write([meeting], Now, today ?? Today).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
