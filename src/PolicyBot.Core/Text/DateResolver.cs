namespace PolicyBot.Text;

/// <summary>Turns words into days of the calendar, counted from the anchor. Weeks start on Monday.</summary>
internal static class DateResolver
{
    public static DateExpression Resolve(SourceSpan span, DateWords words, DateContext context, DateTense tense, DateOnly? told)
    {
        var blank = new DateExpression(span)
        {
            Time = words.Time,
            Half = words.Half,
            YearWritten = words.Year is not null,
            Precision = PrecisionOf(words),
            Relative = words.Year is null,
        };
        if (words is { Month: < 1 or > 12 } or { Day: < 1 or > 31 }) return blank with { Impossible = true };

        var (first, last) = Period(words, context, words.Lean ?? tense, told);
        if (words.Until is { } until) (_, last) = Period(until with { Until = null }, context, words.Lean ?? tense, first);
        if (first is null) return blank with { Impossible = words is { Month: not null, Day: not null } && !Exists(words, context) };
        if (last is null || last < first) last = first;
        return blank with { First = first, Last = last, WeekdayDiffers = words.NamesMonth && words.Weekday is { } printed && first == last && first.Value.DayOfWeek != printed };
    }

    private static DatePrecision PrecisionOf(DateWords words)
    {
        if (words.Until is not null) return DatePrecision.Range;
        if (words.Day is not null || words.DaysAway is not null || words.Weekday is not null || words.Anaphor is not null) return DatePrecision.Day;
        if (words.Part == DatePart.End) return DatePrecision.Day;
        return words.NamesMonth && words.Part is null ? DatePrecision.Month : DatePrecision.Range;
    }

    /// <summary>2월 29일 without a year exists in some year; 2월 30일 in none.</summary>
    private static bool Exists(DateWords words, DateContext context)
    {
        var year = words.Year ?? (words.YearsAway is { } away && context.Anchor is { } anchor ? anchor.Year + away : 2000);
        return year is >= 1 and <= 9999 && words.Day <= DateTime.DaysInMonth(year, words.Month ?? 1);
    }

    private static (DateOnly? First, DateOnly? Last) Period(DateWords words, DateContext context, DateTense tense, DateOnly? told)
    {
        if (words.Anaphor is { } anaphor) return Single(Point(anaphor, context, told));
        if (words.Year is { } year) return Within(words, year);
        if (context.Anchor is not { } anchor) return WithoutAnchor(words, told);
        if (words.DaysAway is { } days) return Single(anchor.AddDays(days));
        if (words.WeeksAway is { } weeks) return Week(words, anchor, weeks);
        if (words.YearsAway is { } years) return Within(words, anchor.Year + years);
        if (words.MonthsAway is { } months)
        {
            var month = new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(months);
            return Within(words with { Month = month.Month }, month.Year);
        }

        if (words.Month is not null) return NearestYear(words, anchor, tense);
        if (words.Day is { } day) return Single(told is { } full && words.Lean is null && day >= full.Day ? At(full.Year, full.Month, day) : NearestMonth(day, anchor, tense, words.Lean is not null));
        if (words.Weekday is { } weekday) return Single(NearestWeekday(weekday, anchor, tense, words.Lean is not null));
        return words.Part is not null ? NearestYear(words, anchor, words.Lean is null ? DateTense.Nearest : tense) : (null, null);
    }

    private static DateOnly? Point(DateAnaphor anaphor, DateContext context, DateOnly? told) => anaphor switch
    {
        DateAnaphor.SameDay => context.LastDay ?? context.Anchor,
        DateAnaphor.DayBefore => (told ?? context.Anchor)?.AddDays(-1),
        _ => context.LastDay?.AddDays(1),
    };

    /// <summary>With no day to count from only a day told in full nearby helps: 2025년 7월 24일 … 25일에도.</summary>
    private static (DateOnly? First, DateOnly? Last) WithoutAnchor(DateWords words, DateOnly? told)
    {
        if (told is not { } full || words.Lean is not null || words.Day is not { } day) return (null, null);
        if (words.Month is { } month) return month >= full.Month ? Single(At(full.Year, month, day)) : (null, null);
        return words.NamesMonth || words.YearsAway is not null || day < full.Day ? (null, null) : Single(At(full.Year, full.Month, day));
    }

    private static (DateOnly? First, DateOnly? Last) Week(DateWords words, DateOnly anchor, int weeks)
    {
        var monday = anchor.AddDays(-FromMonday(anchor.DayOfWeek) + 7 * weeks);
        return words.Weekday is { } weekday ? Single(monday.AddDays(FromMonday(weekday))) : (monday, monday.AddDays(6));
    }

    private static (DateOnly? First, DateOnly? Last) Within(DateWords words, int year)
    {
        if (year is < 1 or > 9998) return (null, null);
        if (words.Part is { } part) return PartOf(part, year, words.Month);
        if (words.Month is not { } month) return words.Day is null ? (new(year, 1, 1), new(year, 12, 31)) : (null, null);
        if (words.Day is { } day) return Single(At(year, month, day));
        return (new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
    }

    private static (DateOnly? First, DateOnly? Last) PartOf(DatePart part, int year, int? month)
    {
        var m = month ?? 12;
        var end = DateTime.DaysInMonth(year, m);
        return part switch
        {
            DatePart.Early => (new(year, m, 1), new(year, m, 10)),
            DatePart.Middle => (new(year, m, 11), new(year, m, 20)),
            DatePart.Late => (new(year, m, 21), new(year, m, end)),
            DatePart.End => (new(year, m, end), new(year, m, end)),
            DatePart.FirstHalf => (new(year, 1, 1), new(year, 6, 30)),
            DatePart.SecondHalf => (new(year, 7, 1), new(year, 12, 31)),
            DatePart.Quarter1 => (new(year, 1, 1), new(year, 3, 31)),
            DatePart.Quarter2 => (new(year, 4, 1), new(year, 6, 30)),
            DatePart.Quarter3 => (new(year, 7, 1), new(year, 9, 30)),
            _ => (new(year, 10, 1), new(year, 12, 31)),
        };
    }

    /// <summary>A month, day or part without its year. A leap day may be up to eight years away (1896 to 1904).</summary>
    private static (DateOnly? First, DateOnly? Last) NearestYear(DateWords words, DateOnly anchor, DateTense tense)
    {
        (DateOnly? First, DateOnly? Last) best = (null, null);
        var reach = words is { Month: 2, Day: 29 } ? 8 : 1;
        for (var year = anchor.Year - reach; year <= anchor.Year + reach; year++)
        {
            var found = Within(words, year);
            if (found.First is not { } first || found.Last is not { } last) continue;
            var fits = tense switch { DateTense.Past => words.Lean is null ? first <= anchor : last < anchor, DateTense.Future => last >= anchor, _ => true };
            if (fits && (best.First is null || Distance(found, anchor) < Distance(best, anchor))) best = found;
        }

        return best;
    }

    private static int Distance((DateOnly? First, DateOnly? Last) period, DateOnly anchor)
    {
        var (first, last) = (period.First!.Value.DayNumber, period.Last!.Value.DayNumber);
        return anchor.DayNumber < first ? first - anchor.DayNumber : Math.Max(0, anchor.DayNumber - last);
    }

    private static DateOnly? NearestMonth(int day, DateOnly anchor, DateTense tense, bool leaning)
    {
        DateOnly? best = null;
        var month = new DateOnly(anchor.Year, anchor.Month, 1);
        for (var away = -2; away <= 2; away++)
        {
            var at = month.AddMonths(away);
            if (At(at.Year, at.Month, day) is not { } found) continue;
            var fits = tense switch { DateTense.Past => leaning ? found < anchor : found <= anchor, DateTense.Future => found >= anchor, _ => true };
            if (fits && (best is null || Math.Abs(found.DayNumber - anchor.DayNumber) < Math.Abs(best.Value.DayNumber - anchor.DayNumber))) best = found;
        }

        return best;
    }

    private static DateOnly NearestWeekday(DayOfWeek weekday, DateOnly anchor, DateTense tense, bool leaning)
    {
        var back = (FromMonday(anchor.DayOfWeek) - FromMonday(weekday) + 7) % 7;
        if (tense == DateTense.Future) return back == 0 && !leaning ? anchor : anchor.AddDays(7 - back);
        return anchor.AddDays(back == 0 && leaning ? -7 : -back);
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static DateOnly? At(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static (DateOnly?, DateOnly?) Single(DateOnly? day) => (day, day);
}
