namespace PolicyBot.Text;

/// <summary>The words of English date expressions, each with its meaning.</summary>
internal static class EnglishDateWords
{
    public static readonly (string, DateWords)[] Fixed =
    [
        ("the day before yesterday", new() { DaysAway = -2 }), ("yesterday", new() { DaysAway = -1 }), ("today", new() { DaysAway = 0 }), ("tomorrow", new() { DaysAway = 1 }),
        ("the same day", new() { Anaphor = DateAnaphor.SameDay }), ("same day", new() { Anaphor = DateAnaphor.SameDay }), ("that day", new() { Anaphor = DateAnaphor.SameDay }),
        ("the day before", new() { Anaphor = DateAnaphor.DayBefore }), ("the previous day", new() { Anaphor = DateAnaphor.DayBefore }),
        ("the next day", new() { Anaphor = DateAnaphor.DayAfter }), ("the following day", new() { Anaphor = DateAnaphor.DayAfter }), ("the day after", new() { Anaphor = DateAnaphor.DayAfter }),
        ("last week", new() { WeeksAway = -1 }), ("this week", new() { WeeksAway = 0 }), ("next week", new() { WeeksAway = 1 }),
        ("last month", new() { MonthsAway = -1 }), ("this month", new() { MonthsAway = 0 }), ("next month", new() { MonthsAway = 1 }),
        ("last year", new() { YearsAway = -1 }), ("this year", new() { YearsAway = 0 }), ("next year", new() { YearsAway = 1 }),
    ];

    public static readonly (string, int)[] Years = [("last year", -1), ("this year", 0), ("next year", 1)];

    public static readonly (string, int)[] Months =
    [
        ("January", 1), ("February", 2), ("March", 3), ("April", 4), ("May", 5), ("June", 6), ("July", 7), ("August", 8),
        ("September", 9), ("October", 10), ("November", 11), ("December", 12), ("Jan", 1), ("Feb", 2), ("Mar", 3), ("Apr", 4),
        ("Jun", 6), ("Jul", 7), ("Aug", 8), ("Sept", 9), ("Sep", 9), ("Oct", 10), ("Nov", 11), ("Dec", 12),
    ];

    public static readonly (string, DayOfWeek)[] Weekdays =
    [
        ("Monday", DayOfWeek.Monday), ("Tuesday", DayOfWeek.Tuesday), ("Wednesday", DayOfWeek.Wednesday), ("Thursday", DayOfWeek.Thursday),
        ("Friday", DayOfWeek.Friday), ("Saturday", DayOfWeek.Saturday), ("Sunday", DayOfWeek.Sunday),
        ("Mon", DayOfWeek.Monday), ("Tue", DayOfWeek.Tuesday), ("Wed", DayOfWeek.Wednesday), ("Thu", DayOfWeek.Thursday), ("Fri", DayOfWeek.Friday),
    ];

    public static readonly (string, DatePart)[] PartsOfYear =
    [
        ("first half", DatePart.FirstHalf), ("second half", DatePart.SecondHalf), ("H1", DatePart.FirstHalf), ("H2", DatePart.SecondHalf),
        ("Q1", DatePart.Quarter1), ("Q2", DatePart.Quarter2), ("Q3", DatePart.Quarter3), ("Q4", DatePart.Quarter4),
        ("first quarter", DatePart.Quarter1), ("second quarter", DatePart.Quarter2), ("third quarter", DatePart.Quarter3), ("fourth quarter", DatePart.Quarter4),
    ];

    public static readonly (string, DatePart)[] PartsOfMonth =
        [("early", DatePart.Early), ("mid", DatePart.Middle), ("middle", DatePart.Middle), ("late", DatePart.Late), ("end", DatePart.End)];

    public static readonly (string, DayHalf)[] Halves =
        [("morning", DayHalf.Morning), ("afternoon", DayHalf.Afternoon), ("evening", DayHalf.Afternoon), ("in the morning", DayHalf.Morning), ("in the afternoon", DayHalf.Afternoon)];

    private static readonly string[] BeforeMonth = ["in ", "since ", "until ", "by ", "during ", "from ", "of ", "for ", "In ", "Since ", "early ", "late ", "mid-"];

    /// <summary>Whether a word alone is the name of a day of the week or of a month.</summary>
    public static bool IsDayOrMonth(string word) =>
        Array.Exists(Weekdays, d => d.Item1.Equals(word, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Months, m => m.Item1.Equals(word, StringComparison.OrdinalIgnoreCase));

    public static bool IsBeforeMonth(DateCursor cursor)
    {
        foreach (var word in BeforeMonth)
        {
            if (cursor.EndsBefore(word)) return true;
        }

        return false;
    }
}
