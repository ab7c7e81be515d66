using System.Globalization;
using PolicyBot.Digests;

namespace PolicyBot.Tests.Digests;

public sealed class SlotCalendarTests
{
    [Theory]
    // Clocks go forward at 02:00 and 01:00: the first moment behind the gap.
    [InlineData("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:00:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00:00Z")]
    // Clocks go back: the first of the two.
    [InlineData("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30:00Z")]
    // Midnight itself is missing.
    [InlineData("Asia/Beirut", "00:00", "2026-03-29", "2026-03-28T22:00:00Z")]
    [InlineData("Australia/Lord_Howe", "02:10", "2026-10-04", "2026-10-03T15:30:00Z")]
    [InlineData("Asia/Seoul", "08:30", "2028-02-29", "2028-02-28T23:30:00Z")]
    [InlineData("Asia/Kathmandu", "00:00", "2026-12-31", "2026-12-30T18:15:00Z")]
    public void A_day_has_one_moment_whatever_its_clocks_do(string zone, string time, string day, string due)
    {
        var calendar = Calendar(new() { Zone = zone, At = TimeOnly.Parse(time, CultureInfo.InvariantCulture), Cadence = Cadence.Daily });
        var moment = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture);

        var slot = Assert.Single(calendar.Between(moment.AddHours(-12), moment.AddHours(11)));

        Assert.Equal((DateOnly.Parse(day, CultureInfo.InvariantCulture), moment), slot);
    }

    [Theory]
    [InlineData("Asia/Seoul")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Chatham")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Casablanca")]
    public void Every_day_of_ten_years_comes_once_at_every_hour(string zone)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var calendar = Calendar(new() { Zone = zone, At = new(hour, 15), Cadence = Cadence.Daily });
            var slots = calendar.Between(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToList();

            Assert.Equal(Enumerable.Range(0, slots.Count).Select(slots[0].Day.AddDays), slots.Select(s => s.Day));
            Assert.InRange(slots.Count, 3652, 3654);
            Assert.Equal(slots.Select(s => s.Due).Order(), slots.Select(s => s.Due));
        }
    }

    [Fact]
    public void Looking_in_steps_of_any_size_finds_the_same_slots()
    {
        var calendar = Calendar(new() { Zone = "America/New_York", At = new(2, 30), Cadence = Cadence.Weekdays });
        var (from, until, random) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), new Random(7));
        var stepped = new List<(DateOnly Day, DateTimeOffset Due)>();
        for (var at = from; at < until;)
        {
            var next = at.AddMinutes(random.Next(1, 4000)) is var later && later < until ? later : until;
            stepped.AddRange(calendar.Between(at, next));
            at = next;
        }

        Assert.Equal(calendar.Between(from, until), stepped);
    }

    [Fact]
    public void Weekdays_leave_out_weekends_and_weekly_has_its_day()
    {
        var monday = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal([30, 1, 2, 3, 4], Calendar(new() { Zone = "Etc/UTC", Cadence = Cadence.Weekdays }).Between(monday, monday.AddDays(7)).Select(s => s.Day.Day));
        Assert.Equal(new DateOnly(2026, 12, 6), Assert.Single(Calendar(new() { Zone = "Etc/UTC", Cadence = Cadence.Weekly, Day = DayOfWeek.Sunday }).Between(monday, monday.AddDays(7))).Day);
    }

    [Fact]
    public void Holidays_are_left_out_when_that_is_wished()
    {
        var calendar = new SlotCalendar(new() { Zone = "Asia/Seoul", SkipsHolidays = true }, new([new(2026, 6, 3)]));

        Assert.Equal(new DateOnly(2026, 6, 4), calendar.Next(new(2026, 6, 2, 0, 0, 0, TimeSpan.Zero)).Day);
        Assert.Equal(new DateOnly(2026, 9, 28), calendar.Next(new(2026, 9, 23, 12, 0, 0, TimeSpan.Zero)).Day);
        Assert.Equal(new DateOnly(2026, 9, 23), DateOnly.FromDateTime(calendar.Before(new(2026, 9, 27, 23, 30, 0, TimeSpan.Zero)).ToOffset(TimeSpan.FromHours(9)).DateTime));
    }

    private static SlotCalendar Calendar(Subscription subscription) => new(subscription, KoreanHolidays.ByRule);
}
