namespace PolicyBot.Text;

/// <summary>Times of day as they stand behind a date: 오후 2시 30분, 14:00, 2 p.m.</summary>
internal static class DateTimes
{
    public static bool TryTake(ref DateCursor cursor, out DayHalf? half, out TimeOnly? time)
    {
        var start = cursor.At;
        half = cursor.TakeAny(KoreanDateWords.Halves, out var written) ? written : null;
        if (half is not null) cursor.SkipSpaces();
        var afterHalf = cursor.At;
        time = TakeClock(ref cursor, half);
        if (time is null) cursor.At = half is null ? start : afterHalf;
        if (time is { } known) half ??= known.Hour < 12 ? DayHalf.Morning : DayHalf.Afternoon;
        return half is not null;
    }

    private static TimeOnly? TakeClock(ref DateCursor cursor, DayHalf? half)
    {
        if (cursor.Take("정오")) return new(12, 0);
        if (!cursor.TakeNumber(2, out var hour) || hour > 24) return null;
        var minute = 0;
        if (cursor.Take(':'))
        {
            if (!cursor.TakeNumber(2, out minute) || minute > 59) return null;
        }
        else if (cursor.Take('시'))
        {
            if (cursor.Current is '간' or '장' or '청' or '민') return null;
            minute = TakeKoreanMinutes(ref cursor);
        }
        else if (half is not null || !IsEnglishClock(ref cursor, ref half))
        {
            return null;
        }

        IsEnglishClock(ref cursor, ref half);
        if (half == DayHalf.Afternoon && hour < 12) hour += 12;
        return new(hour % 24, minute);
    }

    private static int TakeKoreanMinutes(ref DateCursor cursor)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        if (cursor.Take('반')) return 30;
        if (cursor.TakeNumber(2, out var minute) && minute < 60 && cursor.Take('분')) return minute;
        cursor.At = start;
        return 0;
    }

    private static bool IsEnglishClock(ref DateCursor cursor, ref DayHalf? half)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        if (cursor.TakeWord("a.m.") || cursor.TakeWord("a.m") || cursor.TakeWord("am")) half = DayHalf.Morning;
        else if (cursor.TakeWord("p.m.") || cursor.TakeWord("p.m") || cursor.TakeWord("pm")) half = DayHalf.Afternoon;
        else
        {
            cursor.At = start;
            return false;
        }

        return true;
    }
}
