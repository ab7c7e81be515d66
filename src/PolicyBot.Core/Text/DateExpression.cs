namespace PolicyBot.Text;

/// <summary>Words of a text that name a day or a period, with what they come to. Without an anchor, or for a day that does not exist, the days stay null.</summary>
public sealed record DateExpression(SourceSpan Span)
{
    public DateOnly? First { get; init; }

    /// <summary>The same as <see cref="First"/> for a single day.</summary>
    public DateOnly? Last { get; init; }

    public DatePrecision Precision { get; init; }

    public TimeOnly? Time { get; init; }

    public DayHalf? Half { get; init; }

    /// <summary>The year stands in the words themselves; otherwise a reader of questions may try other years.</summary>
    public bool YearWritten { get; init; }

    /// <summary>A weekday is printed beside the day and is not its weekday. Shown, never corrected.</summary>
    public bool WeekdayDiffers { get; init; }

    /// <summary>The calendar has no such day, such as 2월 30일.</summary>
    public bool Impossible { get; init; }

    /// <summary>Only a half of the day is written (오전에, 오후에): the day is that of the context.</summary>
    public bool DayImplied { get; init; }

    /// <summary>The words lean on another day or on the tense (이날, 전날, 24일), not on the calendar alone.</summary>
    public bool Relative { get; init; }

    public bool IsDay => Precision == DatePrecision.Day && First is not null;
}

public enum DatePrecision
{
    Day,
    Month,
    Range,
}

public enum DayHalf
{
    Morning,
    Afternoon,
}

/// <summary>Which of several such days is meant when the words leave it open.</summary>
public enum DateTense
{
    /// <summary>The latest up to the anchor.</summary>
    Past,

    /// <summary>The first from the anchor on.</summary>
    Future,

    /// <summary>The closest on either side: called-off meetings, header lines without a verb.</summary>
    Nearest,
}

/// <summary>What a reader of running text remembers: the day that relative words count from, and the day named last.</summary>
public sealed class DateContext(DateOnly? anchor)
{
    // Outside these years a typing error or a hostile file speaks, and counting months from it could leave the calendar.
    public DateOnly? Anchor { get; internal set; } = anchor is { Year: >= 1000 and <= 9000 } ? anchor : null;

    /// <summary>What 이날 and 같은 날 point at; null until a day was named.</summary>
    public DateOnly? LastDay { get; internal set; }

    internal int LastDayEnd { get; set; } = -1;

    /// <summary>The last day whose month was written out; bare later days (25일) of that paragraph stay in its month.</summary>
    internal DateOnly? LastFullDay { get; set; }

    internal int LastFullDayEnd { get; set; } = -1;
}
