using System.Collections.Concurrent;
using System.Globalization;

namespace PolicyBot.Digests;

/// <summary>The public holidays of Korea by their rules, with the lunar ones and the substitute days of the decree on public holidays. Days that a government sets for once are given.</summary>
public sealed class KoreanHolidays(IEnumerable<DateOnly> more)
{
    private static readonly KoreanLunisolarCalendar Lunar = new();
    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Years = new();

    private readonly HashSet<DateOnly> _more = [.. more];

    public static KoreanHolidays ByRule { get; } = new([]);

    public bool Include(DateOnly day) => _more.Contains(day) || Years.GetOrAdd(day.Year, OfYear).Contains(day);

    private static HashSet<DateOnly> OfYear(int year)
    {
        var all = Holidays(year).OrderBy(h => h.Days[0]).ToList();
        var days = all.SelectMany(h => h.Days).ToHashSet();
        foreach (var (at, holiday) in all.Index())
        {
            // Of two that fall on one day, the second is made up for.
            var isTaken = holiday.Days.Any(d => IsRestDay(holiday, d) || all.Take(at).Any(o => o.Days.Contains(d)));
            if (!isTaken || year < holiday.SubstitutedSince) continue;
            var substitute = holiday.Days[^1].AddDays(1);
            while (substitute.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || days.Contains(substitute)) substitute = substitute.AddDays(1);
            days.Add(substitute);
        }

        return days;
    }

    private static bool IsRestDay(Holiday holiday, DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || (day.DayOfWeek == DayOfWeek.Saturday && holiday.CountsSaturday);

    private static IEnumerable<Holiday> Holidays(int year)
    {
        const int Never = int.MaxValue;
        yield return new([new(year, 1, 1)], Never);
        yield return new([new(year, 3, 1)], 2022);
        yield return new([new(year, 5, 5)], 2014);
        yield return new([new(year, 6, 6)], Never);
        // A holiday again by the law of 2026.
        if (year >= 2026) yield return new([new(year, 7, 17)], 2026);
        yield return new([new(year, 8, 15)], 2021);
        yield return new([new(year, 10, 3)], 2021);
        yield return new([new(year, 10, 9)], 2021);
        yield return new([new(year, 12, 25)], 2023);
        if (Find(year, 4, 8) is { } buddha) yield return new([buddha], 2023);
        foreach (var feast in (DateOnly?[])[Find(year, 1, 1), Find(year, 8, 15)])
            if (feast is { } day) yield return new([day.AddDays(-1), day, day.AddDays(1)], 2014, CountsSaturday: false);
    }

    /// <summary>Null where the calendar's tables end.</summary>
    private static DateOnly? Find(int year, int month, int day)
    {
        if (year < 1900 || year >= Lunar.MaxSupportedDateTime.Year) return null;
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <param name="SubstitutedSince">The first year in which it is made up for when it falls on a day of rest or another holiday.</param>
    private sealed record Holiday(DateOnly[] Days, int SubstitutedSince, bool CountsSaturday = true);
}
