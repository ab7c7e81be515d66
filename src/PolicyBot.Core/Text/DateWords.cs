namespace PolicyBot.Text;

/// <summary>What a date expression says, before it is resolved: numbers and distances as written.</summary>
internal sealed record DateWords
{
    public int? Year { get; init; }

    public int? YearsAway { get; init; }

    public int? Month { get; init; }

    public int? MonthsAway { get; init; }

    public int? Day { get; init; }

    public int? DaysAway { get; init; }

    public int? WeeksAway { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>지난, 오는, last, next: overrides the tense of the sentence.</summary>
    public DateTense? Lean { get; init; }

    public DatePart? Part { get; init; }

    public DateAnaphor? Anaphor { get; init; }

    /// <summary>The second end of 19~21일 or 7월 30일~8월 2일.</summary>
    public DateWords? Until { get; init; }

    public TimeOnly? Time { get; init; }

    public DayHalf? Half { get; init; }

    public bool NamesDate =>
        this is not { Year: null, YearsAway: null, Month: null, MonthsAway: null, Day: null, DaysAway: null, WeeksAway: null, Weekday: null, Part: null, Anaphor: null };

    public bool NamesMonth => Month is not null || MonthsAway is not null;
}

internal enum DatePart
{
    Early,
    Middle,
    Late,
    End,
    FirstHalf,
    SecondHalf,
    Quarter1,
    Quarter2,
    Quarter3,
    Quarter4,
}

/// <summary>Words that point back at a day named before.</summary>
internal enum DateAnaphor
{
    SameDay,
    DayBefore,
    DayAfter,
}
