using System.Globalization;
using PolicyBot.Digests;

namespace PolicyBot.Tests.Digests;

/// <summary>Against the public holidays as the government's calendars had them, without days set for once.</summary>
public sealed class KoreanHolidaysTests
{
    [Theory]
    [InlineData(2017, "01-01 01-27 01-28 01-29 01-30 03-01 05-03 05-05 06-06 08-15 10-03 10-04 10-05 10-06 10-09 12-25")]
    [InlineData(2021, "01-01 02-11 02-12 02-13 03-01 05-05 05-19 06-06 08-15 08-16 09-20 09-21 09-22 10-03 10-04 10-09 10-11 12-25")]
    [InlineData(2023, "01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-03 10-09 12-25")]
    [InlineData(2024, "01-01 02-09 02-10 02-11 02-12 03-01 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-03 10-09 12-25")]
    [InlineData(2025, "01-01 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25")]
    [InlineData(2026, "01-01 02-16 02-17 02-18 03-01 03-02 05-05 05-24 05-25 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25")]
    public void A_year_has_its_holidays_and_their_substitutes(int year, string expected)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Where(KoreanHolidays.ByRule.Include);

        Assert.Equal(expected, string.Join(' ', days.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Two_feasts_on_neighbouring_days_are_made_up_for_once_each()
    {
        Assert.True(KoreanHolidays.ByRule.Include(new(2028, 10, 5)));
        Assert.False(KoreanHolidays.ByRule.Include(new(2028, 10, 6)));
        Assert.True(KoreanHolidays.ByRule.Include(new(2027, 2, 9)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1800)]
    [InlineData(2060)]
    [InlineData(9999)]
    public void Beyond_the_tables_the_fixed_days_remain(int year) => Assert.True(KoreanHolidays.ByRule.Include(new(year, 3, 1)));
}
