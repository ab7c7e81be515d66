namespace PolicyBot.Text;

/// <summary>Reads a Korean date expression: [지난·오는] [year] [month] [part] [day] [week] [weekday] [time].</summary>
internal static class KoreanDates
{
    /// <summary>Whether the character may begin a Korean date expression, so that the scan stays cheap.</summary>
    public static bool MayBegin(char c) => char.IsAsciiDigit(c) || "작지올금내명재이다전같당어그엊오모차돌상하월화수목토일".Contains(c, StringComparison.Ordinal);

    public static bool TryTake(ref DateCursor cursor, out DateWords words)
    {
        var start = cursor.At;
        words = new();
        if (Hangul.IsSyllable(cursor.Previous) && !char.IsAsciiDigit(cursor.Current)) return false;
        if (TakeFixed(ref cursor, KoreanDateWords.Anaphors, out var anaphor)) words = new() { Anaphor = anaphor };
        else if (TakeFixed(ref cursor, KoreanDateWords.Days, out var days)) words = new() { DaysAway = days };
        else words = TakeCalendar(ref cursor);

        if (words.NamesDate)
        {
            words = TakeTail(ref cursor, words);
            return true;
        }

        cursor.At = start;
        return false;
    }

    private static DateWords TakeCalendar(ref DateCursor cursor)
    {
        var words = new DateWords();
        var start = cursor.At;
        // 지난달 and 지난해 are words of their own; 지난 alone leans on what follows.
        words = TakeYear(ref cursor, words);
        if (!words.NamesDate) words = TakeMonthOrWeek(ref cursor, words);
        if (!words.NamesDate && cursor.TakeAny(KoreanDateWords.Leans, out var lean))
        {
            cursor.SkipSpaces();
            words = TakeYear(ref cursor, words with { Lean = lean });
        }

        cursor.SkipSpaces();
        if (!words.NamesMonth && words.WeeksAway is null) words = TakeMonthOrWeek(ref cursor, words);
        words = TakeParts(ref cursor, words);
        words = TakeDay(ref cursor, words);
        words = TakeWeekday(ref cursor, words);
        if (!words.NamesDate) cursor.At = start;
        return words;
    }

    private static DateWords TakeYear(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        if (TakeFixed(ref cursor, KoreanDateWords.Years, out var away)) return words with { YearsAway = away };
        if (cursor.Take("올 "))
        {
            var rest = cursor.At;
            if (cursor.TakeAny(KoreanDateWords.PartsOfYear, out _) || (cursor.TakeNumber(2, out _) && cursor.Take('월')))
            {
                cursor.At = rest;
                return words with { YearsAway = 0 };
            }
        }

        cursor.At = start;
        var shortened = cursor.Current is '’' or '‘' or '\'';
        if (shortened) cursor.At++;
        if (cursor.TakeNumber(4, out var year))
        {
            var digits = cursor.At - start - (shortened ? 1 : 0);
            var yearMark = cursor.At;
            cursor.SkipSpaces();
            if (cursor.Take('년') && IsYear(ref cursor, digits, shortened)) return words with { Year = digits == 2 ? 2000 + year : year };
            cursor.At = yearMark;
        }

        cursor.At = start;
        return words;
    }

    private static bool IsYear(ref DateCursor cursor, int digits, bool shortened)
    {
        if (cursor.Current is '간' or '째' or '차' or '생') return false;
        if (cursor.Current == '도') cursor.At++;
        if (digits == 4 || (digits == 2 && shortened)) return true;
        if (digits != 2) return false;

        // 25년 alone is an age or a length; 25년 7월 is a date.
        var rest = cursor.At;
        cursor.SkipSpaces();
        var month = cursor.TakeNumber(2, out var number) && number is >= 1 and <= 12 && cursor.Take('월');
        cursor.At = rest;
        return month;
    }

    private static DateWords TakeMonthOrWeek(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        if (TakeFixed(ref cursor, KoreanDateWords.Months, out var months)) return words with { MonthsAway = months };
        if (TakeFixed(ref cursor, KoreanDateWords.Weeks, out var weeks)) return words with { WeeksAway = weeks };
        if (cursor.TakeNumber(2, out var month) && cursor.Take('월') && cursor.Current is not ('간' or '차'))
            return words with { Month = month };
        cursor.At = start;
        return words;
    }

    private static DateWords TakeParts(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        if (!words.NamesMonth && words.WeeksAway is null && cursor.TakeAny(KoreanDateWords.PartsOfYear, out var part)) return words with { Part = part };
        if (words.NamesMonth && cursor.TakeAny(KoreanDateWords.PartsOfMonth, out part) && EndsWord(cursor)) return words with { Part = part };
        if (!words.NamesMonth && (words.Year ?? words.YearsAway) is not null && cursor.Take('말') && EndsWord(cursor))
            return words with { Month = 12, Part = DatePart.End };
        cursor.At = start;
        return words;
    }

    private static DateWords TakeDay(ref DateCursor cursor, DateWords words)
    {
        if (words.Part is not null || words.WeeksAway is not null) return words;
        var start = cursor.At;
        cursor.SkipSpaces();
        if (cursor.TakeNumber(2, out var day))
        {
            if (TakeSecondDay(ref cursor, out var until) && IsDay(ref cursor)) return words with { Day = day, Until = words with { Day = until } };
            if (until == 0 && cursor.Take('일') && IsDay(ref cursor) && (words.NamesMonth || day is >= 1 and <= 31)) return words with { Day = day };
        }

        cursor.At = start;
        return words;
    }

    /// <summary>19~21일 and 19∼21일.</summary>
    private static bool TakeSecondDay(ref DateCursor cursor, out int until)
    {
        until = 0;
        if (cursor.Current is not ('~' or '∼' or '～' or '-' or '–')) return false;
        cursor.At++;
        return cursor.TakeNumber(2, out until) && cursor.Take('일');
    }

    private static bool IsDay(ref DateCursor cursor)
    {
        foreach (var mark in KoreanDateWords.LengthMarks)
        {
            if (cursor.Rest.StartsWith(mark, StringComparison.Ordinal)) return false;
        }

        foreach (var mark in KoreanDateWords.DistanceMarks)
        {
            if (!cursor.Rest.StartsWith(mark, StringComparison.Ordinal)) continue;
            var next = cursor.Rest.Length > mark.Length ? cursor.Rest[mark.Length] : ' ';
            if (!Hangul.IsSyllable(next) || next is '에' or '까' or '부') return false;
        }

        return true;
    }

    private static DateWords TakeWeekday(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        if (cursor.TakeAny(KoreanDateWords.Weekdays, out var day) && cursor.Take("요일")) return words with { Weekday = day };
        cursor.At = start;
        return words;
    }

    /// <summary>What may stand behind any date: a weekday in brackets, a time, a second end.</summary>
    public static DateWords TakeTail(ref DateCursor cursor, DateWords words)
    {
        words = TakeBracketedWeekday(ref cursor, words);
        var start = cursor.At;
        if (cursor.Current == ',') cursor.At++;
        cursor.SkipSpaces();
        if (DateTimes.TryTake(ref cursor, out var half, out var time)) return words with { Half = half, Time = time };
        cursor.At = start;
        return words;
    }

    public static DateWords TakeBracketedWeekday(ref DateCursor cursor, DateWords words)
    {
        var start = cursor.At;
        cursor.SkipSpaces();
        if (cursor.Take('(') && cursor.TakeAny(KoreanDateWords.Weekdays, out var day))
        {
            cursor.Take("요일");
            if (cursor.Take(')')) return words with { Weekday = day };
        }

        cursor.At = start;
        return words;
    }

    private static bool TakeFixed<T>(ref DateCursor cursor, (string, T)[] table, out T? value)
    {
        var start = cursor.At;
        // 오늘날, 그제야, 내일모레 and names that begin alike are other words.
        if (cursor.TakeAny(table, out value) && cursor.Current is not ('날' or '야' or '서' or '지')) return true;
        cursor.At = start;
        return false;
    }

    private static bool EndsWord(DateCursor cursor) =>
        !Hangul.IsSyllable(cursor.Current) || cursor.Current is '에' or '까' or '부' or '의' or '로' or '쯤' or '께' or '은' or '이' or '경';
}
