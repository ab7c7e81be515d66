namespace PolicyBot.Text;

/// <summary>Finds the dates that Korean and English text names and counts them from an anchor: the day of publication, never the machine's.</summary>
public static class DateLanguage
{
    /// <summary>The dates of a question or of a short text, in order. In questions the anchor is today.</summary>
    public static IReadOnlyList<DateExpression> Find(string text, DateOnly? anchor) =>
        Find(text, new SourceSpan(0, text.Length), new DateContext(anchor));

    /// <summary>The dates of a stretch of running text; <paramref name="context"/> carries what earlier stretches told.</summary>
    /// <param name="fallback">Taken when no verb tells whether a date is past or to come.</param>
    /// <param name="tense">Where the reader knows better than the verbs.</param>
    public static IReadOnlyList<DateExpression> Find(string text, SourceSpan within, DateContext context, DateTense fallback = DateTense.Past, DateTense? tense = null)
    {
        var found = new List<DateExpression>();
        var at = within.Start;
        while (at < within.End)
        {
            var (words, end) = TakeAt(text, at, within.End);
            if (words is not null)
            {
                (words, end) = JoinRange(text, words, end, within.End);
                var expression = Read(text, new(at, TrimEnd(text, at, end)), words, context, tense, fallback);
                found.Add(expression);
                at = end;
            }
            else
            {
                at = Next(text, at, within.End);
            }
        }

        return found;
    }

    /// <summary>The day on which an article's head says it appeared (입력 2025.07.25 14:03, July 25, 2025); a day of change (수정) only when no other stands there.</summary>
    public static DateOnly? FindPublished(string header) => PublicationDate.Find(header);

    private static (DateWords? Words, int End) TakeAt(string text, int at, int end)
    {
        var cursor = new DateCursor(text.AsSpan(0, end), at);
        var c = text[at];
        // ’25.7.24 and ’25년: the mark of a cut year is one only before a digit.
        var cut = c is '’' or '‘' or '\'' && char.IsAsciiDigit(cursor.Next);
        if ((char.IsAsciiDigit(c) || cut) && NumericDates.TryTake(ref cursor, out var words)) return (words, cursor.At);
        if ((KoreanDates.MayBegin(c) || cut) && KoreanDates.TryTake(ref cursor, out words)) return (words, cursor.At);
        if (char.IsAsciiLetterOrDigit(c) && EnglishDates.TryTake(ref cursor, out words)) return (words, cursor.At);
        if ((Hangul.IsSyllable(c) || char.IsAsciiDigit(c)) && !Hangul.IsSyllable(cursor.Previous) && DateTimes.TryTake(ref cursor, out var half, out var time))
            return (new() { Anaphor = DateAnaphor.SameDay, Half = half, Time = time }, cursor.At);
        return (null, at);
    }

    /// <summary>Behind a digit or a letter the rest of the run can begin no date; this also keeps long runs cheap.</summary>
    private static int Next(string text, int at, int end)
    {
        var next = at + 1;
        if (!char.IsAsciiLetterOrDigit(text[at])) return next;
        while (next < end && char.IsAsciiLetterOrDigit(text[next]) && char.IsAsciiDigit(text[next]) == char.IsAsciiDigit(text[at])) next++;
        return next;
    }

    /// <summary>7월 24일부터 26일까지, 7.24.~7.26.</summary>
    private static (DateWords, int) JoinRange(string text, DateWords words, int end, int limit)
    {
        if (words.Until is not null || !words.NamesDate || words.Anaphor is not null) return (words, end);
        var cursor = new DateCursor(text.AsSpan(0, limit), end);
        cursor.SkipSpaces();
        var worded = cursor.Take("부터");
        if (!worded && !(cursor.Take('~') || cursor.Take('∼') || cursor.Take('～') || cursor.Take('–'))) return (words, end);
        cursor.SkipSpaces();
        if (cursor.Ended) return (words, end);
        var (until, untilEnd) = TakeAt(text, cursor.At, limit);
        if (until is not { Anaphor: null } || (worded && !text.AsSpan(untilEnd, limit - untilEnd).StartsWith("까지", StringComparison.Ordinal))) return (words, end);
        until = until with { Year = until.Year ?? words.Year, YearsAway = until.YearsAway ?? words.YearsAway };
        if (!until.NamesMonth) until = until with { Month = words.Month, MonthsAway = words.MonthsAway };
        return (words with { Until = until }, untilEnd);
    }

    private static DateExpression Read(string text, SourceSpan span, DateWords words, DateContext context, DateTense? known, DateTense fallback)
    {
        var implied = words.Anaphor == DateAnaphor.SameDay && IsTimeAlone(text, span);
        var tense = words.Lean ?? known ?? (NeedsTense(words) ? DateTenses.Of(text, span, fallback) : fallback);
        var told = Told(text, span, words, context);
        var expression = DateResolver.Resolve(span, words, context, tense, told) with { DayImplied = implied };
        if (expression.IsDay && expression.First == expression.Last && !implied) Remember(text, expression, words, context);
        return expression;
    }

    private static bool NeedsTense(DateWords words) =>
        words is { Year: null, YearsAway: null, MonthsAway: null, WeeksAway: null, DaysAway: null, Anaphor: null };

    /// <summary>The day that 전날 and a bare 25일 lean on: one just told, in this sentence or the one before, or in full earlier in the paragraph.</summary>
    private static DateOnly? Told(string text, SourceSpan span, DateWords words, DateContext context)
    {
        if (words.Anaphor == DateAnaphor.DayBefore) return IsNear(text, context.LastDayEnd, span.Start, sentences: 1) ? context.LastDay : null;
        return IsNear(text, context.LastFullDayEnd, span.Start, sentences: int.MaxValue) ? context.LastFullDay : null;
    }

    private static bool IsNear(string text, int from, int to, int sentences)
    {
        if (from < 0 || from > to || to - from > 1000) return false;
        for (var i = from; i < to; i++)
        {
            if (text[i] == '\n') return false;
            if (text[i] == '.' && i + 1 < to && text[i + 1] == ' ' && !char.IsAsciiDigit(text[i - 1]) && --sentences < 0) return false;
        }

        return true;
    }

    private static void Remember(string text, DateExpression date, DateWords words, DateContext context)
    {
        var after = text.AsSpan(date.Span.End, Math.Min(24, text.Length - date.Span.End)).TrimStart();
        if (after.StartsWith("까지", StringComparison.Ordinal)) return;
        if (IsDateline(after))
        {
            context.Anchor = date.First;
            (context.LastDay, context.LastDayEnd) = (date.First, date.Span.End);
            return;
        }

        // "19일 열었다고 20일 밝혔다": the day told is the 19th, the 20th only announces it.
        if (IsAnnouncement(after) && context.LastDayEnd >= DateTenses.SentenceStart(text, date.Span.Start)) return;
        (context.LastDay, context.LastDayEnd) = (date.First, date.Span.End);
        if (words.Year is not null || words.Month is not null) (context.LastFullDay, context.LastFullDayEnd) = (date.First, date.Span.End);
    }

    /// <summary>"25일 업계에 따르면" moves the anchor of 전날 to the 25th.</summary>
    private static bool IsDateline(ReadOnlySpan<char> after)
    {
        var at = after.IndexOf("에 따르면", StringComparison.Ordinal);
        return at >= 0 && !after[..at].ContainsAny('.', '\n');
    }

    /// <summary>Whether only a verb of announcing follows a day, so that no event took place on it.</summary>
    public static bool IsAnnouncement(ReadOnlySpan<char> after)
    {
        after = after.TrimStart();
        foreach (var verb in Announcing)
        {
            if (after.StartsWith(verb, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static readonly string[] Announcing = ["밝혔", "밝힌", "발표했", "전했", "알렸", "설명했", "공지했", "말했", "예고했"];

    private static bool IsTimeAlone(string text, SourceSpan span)
    {
        var word = text.AsSpan(span.Start, span.Length);
        foreach (var (anaphor, _) in KoreanDateWords.Anaphors)
        {
            if (word.StartsWith(anaphor, StringComparison.Ordinal)) return false;
        }

        return !char.IsAsciiLetter(word[0]);
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or ',') end--;
        return end;
    }
}
