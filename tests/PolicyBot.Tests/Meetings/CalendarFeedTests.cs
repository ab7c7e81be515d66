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
        Assert.Contains("DTSTAMP:20251001T010000Z", lines);
        Assert.Contains(@"SUMMARY:AI 인재\; 간담회\, 첫 모임", lines);
        Assert.Contains(@"LOCATION:두리센터\n2층", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
    }

    [Fact]
    public void Without_an_hour_or_a_known_zone_it_takes_the_whole_day()
    {
        Assert.Contains("DTSTART;VALUE=DATE:20251020", Unfolded(Meeting with { Time = null }));
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

    private static string[] Unfolded(Meeting meeting, DateOnly? today = null) => CalendarFeed.Write([meeting], Now, today ?? Today).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
