namespace PolicyBot.Text;

/// <summary>Reads dates made of numbers: 2025-07-24, 2025. 7. 24., ’25.7.24.(목), 7.24.(목), 2025/07/24.</summary>
internal static class NumericDates
{
    private readonly record struct Numbers(int First, int Second, int? Third, char Mark, bool Closed, bool Shortened);

    public static bool TryTake(ref DateCursor cursor, out DateWords words)
    {
        var start = cursor.At;
        if (TakeNumbers(ref cursor) is { } numbers && Read(numbers) is { } date && !char.IsAsciiDigit(cursor.Current))
        {
            words = KoreanDates.TakeBracketedWeekday(ref cursor, date);
            if (IsSure(numbers, words))
            {
                if (cursor.Current == 'T') cursor.At++;
                words = KoreanDates.TakeTail(ref cursor, words);
                return true;
            }
        }

        words = new();
        cursor.At = start;
        return false;
    }

    private static Numbers? TakeNumbers(ref DateCursor cursor)
    {
        var shortened = cursor.Current is '’' or '‘' or '\'';
        if (shortened) cursor.At++;
        else if (char.IsAsciiLetterOrDigit(cursor.Previous) || cursor.Previous is '.' or '-' or '/') return null;

        if (!cursor.TakeNumber(4, out var first) || cursor.Current is not ('.' or '-' or '/')) return null;
        var mark = cursor.Current;
        TakeMark(ref cursor, mark);
        if (!cursor.TakeNumber(2, out var second)) return null;
        var closed = TakeMark(ref cursor, mark);
        if (!closed || !cursor.TakeNumber(2, out var third)) return new(first, second, null, mark, closed && mark == '.', shortened);
        closed = mark == '.' && cursor.Take('.');
        return new(first, second, third, mark, closed, shortened);
    }

    /// <summary>The mark, and behind a point the space of 2025. 7. 24. when a number follows it.</summary>
    private static bool TakeMark(ref DateCursor cursor, char mark)
    {
        if (!cursor.Take(mark)) return false;
        var start = cursor.At;
        if (mark == '.') cursor.SkipSpaces();
        if (!char.IsAsciiDigit(cursor.Current)) cursor.At = start;
        return true;
    }

    private static DateWords? Read(Numbers n) => n switch
    {
        { Third: { } day } when IsYear(n.First) => new() { Year = FullYear(n.First), Month = n.Second, Day = day },
        { Third: not null } => null,
        { Second: >= 1 and <= 12 } when (n.First >= 1900 && IsYear(n.First)) || n.Shortened => new() { Year = FullYear(n.First), Month = n.Second },
        { First: >= 1 and <= 12, Second: >= 1 and <= 31, Shortened: false } => new() { Month = n.First, Day = n.Second },
        _ => null,
    };

    private static bool IsYear(int number) => number is (>= 10 and <= 99) or (>= 1900 and <= 2199);

    private static int FullYear(int number) => number < 100 ? 2000 + number : number;

    /// <summary>7.24 may be a share and 12.1.3 a version: a short form needs another sign that it is a date.</summary>
    private static bool IsSure(Numbers n, DateWords words) =>
        words.Weekday is not null || (n.Third, n.First) switch
        {
            (not null, >= 1900) => true,
            (not null, _) => n.Shortened || (n.Closed && words is { Month: >= 1 and <= 12, Day: >= 1 and <= 31 }),
            (null, >= 1900) => n.Mark == '-' || n.Closed,
            _ => n.Shortened || (n.Closed && n.Mark == '.'),
        };
}
