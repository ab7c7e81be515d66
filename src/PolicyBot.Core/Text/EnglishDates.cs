namespace PolicyBot.Text;

/// <summary>Reads an English date expression: July 24, 2025; 24 July; in May; last Monday; next week; the second half of 2025.</summary>
internal static class EnglishDates
{
    public static bool TryTake(ref DateCursor cursor, out DateWords words)
    {
        var start = cursor.At;
        words = new();
        if (char.IsAsciiLetterOrDigit(cursor.Previous)) return false;
        words = (char.IsAsciiDigit(cursor.Current) ? TakeDayFirst(ref cursor) : TakeFixed(ref cursor) ?? TakePeriod(ref cursor) ?? TakeLeaning(ref cursor)) ?? new();
        if (words.NamesDate)
        {
            words = TakeTail(ref cursor, words);
            return true;
        }

        cursor.At = start;
        return false;
    }

    private static DateWords? TakeFixed(ref DateCursor cursor)
    {
        foreach (var (text, words) in EnglishDateWords.Fixed)
        {
            if (cursor.TakeWord(text)) return words;
        }

        return null;
    }

    /// <summary>The second half of 2025, Q3, early July, the end of September.</summary>
    private static DateWords? TakePeriod(ref DateCursor cursor)
    {
        var start = cursor.At;
        cursor.TakeWord("the");
        cursor.SkipSpaces();
        foreach (var (text, part) in EnglishDateWords.PartsOfYear)
        {
            if (cursor.TakeWord(text)) return TakeYear(ref cursor, new() { Part = part });
        }

        foreach (var (text, part) in EnglishDateWords.PartsOfMonth)
        {
            if (!cursor.TakeWord(text)) continue;
            if (cursor.Current is ' ' or '-') cursor.At++;
            cursor.TakeWord("of ");
            if (TakeFixed(ref cursor) is { MonthsAway: not null } month) return month with { Part = part };
            if (TakeMonth(ref cursor, ambiguous: true) is { } name) return TakeYear(ref cursor, new() { Month = name, Part = part });
        }

        cursor.At = start;
        return null;
    }

    /// <summary>24 July 2025, 24th of July, Thursday 24 July.</summary>
    private static DateWords? TakeDayFirst(ref DateCursor cursor)
    {
        var start = cursor.At;
        if (cursor.TakeNumber(2, out var day))
        {
            TakeOrdinal(ref cursor);
            cursor.SkipSpaces();
            if (cursor.TakeWord("of")) cursor.SkipSpaces();
            if (TakeMonth(ref cursor, ambiguous: true) is { } month) return TakeYear(ref cursor, new() { Month = month, Day = day });
        }

        cursor.At = start;
        return null;
    }

    private static DateWords? TakeLeaning(ref DateCursor cursor)
    {
        var start = cursor.At;
        DateTense? lean = cursor.TakeWord("last") || cursor.TakeWord("this past") || cursor.TakeWord("past") ? DateTense.Past
            : cursor.TakeWord("next") || cursor.TakeWord("this coming") || cursor.TakeWord("coming") ? DateTense.Future
            : null;
        if (lean is null && cursor.TakeWord("this")) lean = DateTense.Nearest;
        cursor.SkipSpaces();
        var words = TakeWeekday(ref cursor) is { } weekday ? TakeAfterWeekday(ref cursor, weekday) : TakeMonthFirst(ref cursor, lean is not null);
        // "this Wednesday" is the one of this week, as 이번 주 수요일 is.
        if (words is { Month: null, Weekday: not null } && lean == DateTense.Nearest) words = words with { WeeksAway = 0 };
        if (words is not null) return words with { Lean = lean is DateTense.Nearest ? null : lean };
        cursor.At = start;
        return null;
    }

    private static DateWords TakeAfterWeekday(ref DateCursor cursor, DayOfWeek weekday)
    {
        var start = cursor.At;
        cursor.Take(',');
        cursor.SkipSpaces();
        if ((TakeDayFirst(ref cursor) ?? TakeMonthFirst(ref cursor, known: false)) is { Day: not null } date) return date with { Weekday = weekday };
        cursor.At = start;
        return new() { Weekday = weekday };
    }

    /// <summary>July 24, 2025; July 2025; July. "May" and "March" alone are verbs unless a word such as "in" stands before.</summary>
    private static DateWords? TakeMonthFirst(ref DateCursor cursor, bool known)
    {
        var start = cursor.At;
        if (TakeMonth(ref cursor, known || EnglishDateWords.IsBeforeMonth(cursor)) is not { } month) return TakeVerbMonth(ref cursor);
        var afterName = cursor.At;
        cursor.Take('.');
        cursor.SkipSpaces();
        if (cursor.TakeNumber(2, out var day))
        {
            TakeOrdinal(ref cursor);
            var words = new DateWords { Month = month, Day = day };
            return TakeYear(ref cursor, TakeUntil(ref cursor, words));
        }

        cursor.At = afterName;
        return start == afterName ? null : TakeYear(ref cursor, new() { Month = month });
    }

    private static DateWords? TakeVerbMonth(ref DateCursor cursor)
    {
        var start = cursor.At;
        if (TakeMonth(ref cursor, ambiguous: true) is { } month)
        {
            cursor.SkipSpaces();
            if (cursor.TakeNumber(4, out var number))
            {
                if (number is >= 1900 and <= 2199) return new() { Month = month, Year = number };
                TakeOrdinal(ref cursor);
                if (number is >= 1 and <= 31) return TakeYear(ref cursor, new() { Month = month, Day = number });
            }
        }

        cursor.At = start;
        return null;
    }

    private static DateWords TakeUntil(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        if (cursor.Current is '-' or '–' or '~')
        {
            cursor.At++;
            if (cursor.TakeNumber(2, out var until)) return words with { Until = words with { Day = until } };
        }

        cursor.At = start;
        return words;
    }

    private static DateWords TakeYear(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        cursor.Take(',');
        cursor.SkipSpaces();
        if (cursor.TakeWord("of")) cursor.SkipSpaces();
        if (cursor.TakeNumber(4, out var year) && year is >= 1900 and <= 2199)
            return words with { Year = year, Until = words.Until is { } until ? until with { Year = year } : null };
        foreach (var (text, away) in EnglishDateWords.Years)
        {
            if (cursor.TakeWord(text)) return words with { YearsAway = away };
        }

        cursor.At = start;
        return words;
    }

    private static DateWords TakeTail(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        cursor.Take(',');
        cursor.SkipSpaces();
        if (cursor.TakeWord("at")) cursor.SkipSpaces();
        foreach (var (text, part) in EnglishDateWords.Halves)
        {
            if (cursor.TakeWord(text)) return words with { Half = part };
        }

        if (DateTimes.TryTake(ref cursor, out var half, out var time)) return words with { Half = half, Time = time };
        cursor.At = start;
        return words;
    }

    private static int? TakeMonth(ref DateCursor cursor, bool ambiguous)
    {
        foreach (var (text, month) in EnglishDateWords.Months)
        {
            if (!ambiguous && text is "May" or "March" or "Mar" or "Sun") continue;
            var start = cursor.At;
            // Names of months are capital: "may" and "march" are verbs.
            if (char.IsAsciiLetterUpper(cursor.Current) && cursor.TakeWord(text)) return month;
            cursor.At = start;
        }

        return null;
    }

    private static DayOfWeek? TakeWeekday(ref DateCursor cursor)
    {
        foreach (var (text, day) in EnglishDateWords.Weekdays)
        {
            if (char.IsAsciiLetterUpper(cursor.Current) && cursor.TakeWord(text)) return day;
        }

        return null;
    }

    private static void TakeOrdinal(ref DateCursor cursor) =>
        _ = cursor.TakeWord("st") || cursor.TakeWord("nd") || cursor.TakeWord("rd") || cursor.TakeWord("th");
}
