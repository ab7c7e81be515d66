using System.Globalization;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Finds the deadline of a promise: its words, and the last day of the period that they name.</summary>
internal sealed class DueReader(string text, DateOnly? published)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Openers = ["by", "before", "within", "in", "from", "until", "on", "during", "this", "next", "later", "early", "effective", "for", "over", "at"];

    public Due? Read(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (i > from && tokens[i - 1].Lower is "," or "(" && QuarterOrHalf(tokens, i, to) is { } bare && tokens[i].Lower.Length == 2) return new(text[tokens[i].Start..tokens[bare.End - 1].End], bare.By);
            if (!Openers.Contains(tokens[i].Lower)) continue;
            if (Period(tokens, i, to) is not { } period) continue;
            return new(text[tokens[i].Start..tokens[period.End - 1].End], period.By);
        }

        return null;
    }

    private (int End, DateOnly? By)? Period(List<EnglishToken> tokens, int i, int to)
    {
        var opener = tokens[i].Lower;
        var at = opener is "this" or "next" ? i : i + 1;
        if (at >= to) return null;
        if (opener is "within" or "in" or "over" && Length(tokens, at, to) is { } length && (opener != "over" || length.Unit is "year" or "years")) return (length.End, Add(length.Count, length.Unit));
        if (tokens[at].Is("the") && at + 1 < to) at++;
        if (Word(tokens, at, to, "end") && Word(tokens, at + 1, to, "of")) return EndOf(tokens, at + 2, to);
        if (Word(tokens, at, to, "year-end")) return (at + 1, EndOfYear(0));
        if (Word(tokens, at, to, "month-end")) return (at + 1, EndOfMonth(0));
        if (Word(tokens, at, to, "year") && Word(tokens, at + 1, to, "'s") && Word(tokens, at + 2, to, "end")) return (at + 3, EndOfYear(0));
        if (opener is "by" or "before" or "from" or "until" or "on" or "in" or "this" or "next" or "later" or "early" or "during" or "at" or "effective") return Named(tokens, at, to, opener);
        return null;
    }

    private (int End, DateOnly? By)? EndOf(List<EnglishToken> tokens, int at, int to)
    {
        if (Word(tokens, at, to, "the")) at++;
        if (at >= to) return null;
        return tokens[at].Lower switch
        {
            "year" => (at + 1, EndOfYear(0)),
            "month" => (at + 1, EndOfMonth(0)),
            "quarter" => (at + 1, EndOfQuarter(0)),
            "week" => (at + 1, Sunday(0)),
            _ => Named(tokens, at, to, "by"),
        };
    }

    private (int End, DateOnly? By)? Named(List<EnglishToken> tokens, int at, int to, string opener)
    {
        if (Relative(tokens, at, to) is { } relative) return relative;
        if (QuarterOrHalf(tokens, at, to) is { } quarter) return quarter;
        if (Date(tokens, at, to, opener) is { } date) return date;
        return tokens[at].Kind == EnglishTokenKind.Number && tokens[at].Lower is { Length: 4 } year && IsYear(year, out var number) && opener is "by" or "in" or "before" or "until"
            ? (at + 1, new DateOnly(opener == "before" ? number - 1 : number, 12, 31)) : null;
    }

    private (int End, DateOnly? By)? Relative(List<EnglishToken> tokens, int at, int to)
    {
        if (at + 1 >= to || tokens[at].Lower is not ("this" or "next")) return null;
        var ahead = tokens[at].Is("next") ? 1 : 0;
        var unit = tokens[at + 1].Lower;
        DateOnly? by = unit switch
        {
            "year" => EndOfYear(ahead),
            "month" => EndOfMonth(ahead),
            "quarter" => EndOfQuarter(ahead),
            "week" => Sunday(ahead),
            "autumn" or "fall" => Day(11, 30, ahead),
            "summer" => Day(8, 31, ahead),
            "spring" => Day(5, 31, ahead),
            _ => null,
        };
        if (by is not null) return (at + 2, by);
        var month = Array.IndexOf(Months, unit) + 1;
        return month > 0 ? (at + 2, MonthEnd(month)) : null;
    }

    private (int End, DateOnly? By)? QuarterOrHalf(List<EnglishToken> tokens, int at, int to)
    {
        var word = tokens[at].Lower;
        if (word is "q1" or "q2" or "q3" or "q4") return WithYear(tokens, at + 1, to, (word[1] - '0') * 3);
        if (word is "h1" or "h2") return WithYear(tokens, at + 1, to, (word[1] - '0') * 6);
        var ordinal = Array.IndexOf(["first", "second", "third", "fourth"], word) + 1;
        if (ordinal == 0 && word is "latter" or "last") ordinal = word == "latter" ? 2 : 4;
        if (ordinal == 0 || at + 1 >= to) return null;
        return tokens[at + 1].Lower switch
        {
            "quarter" => WithYear(tokens, at + 2, to, ordinal * 3),
            "half" when ordinal <= 2 => WithYear(tokens, at + 2, to, ordinal * 6),
            _ => null,
        };
    }

    /// <summary>"the third quarter of next year", "Q4 2026", "the second half of 2026".</summary>
    private (int End, DateOnly? By)? WithYear(List<EnglishToken> tokens, int at, int to, int month)
    {
        var year = Word(tokens, at, to, "of") ? at + 1 : at;
        if (Word(tokens, year, to, "the") && Word(tokens, year + 1, to, "year")) return (year + 2, LastDay(published?.Year, month));
        if (Word(tokens, year, to, "next") && Word(tokens, year + 1, to, "year")) return (year + 2, LastDay(published?.Year + 1, month));
        if (Word(tokens, year, to, "this") && Word(tokens, year + 1, to, "year")) return (year + 2, LastDay(published?.Year, month));
        return year < to && IsYear(tokens[year].Lower, out var number) ? (year + 1, LastDay(number, month)) : (at, LastDay(published?.Year, month));
    }

    /// <summary>"28 February", "February 28, 2026", "March", "March next year".</summary>
    private (int End, DateOnly? By)? Date(List<EnglishToken> tokens, int at, int to, string opener)
    {
        var day = 0;
        if (at + 1 < to && DayNumber(tokens[at].Lower) is > 0 and var first && Array.IndexOf(Months, tokens[at + 1].Lower) >= 0) (day, at) = (first, at + 1);
        var month = Array.IndexOf(Months, tokens[at].Lower) + 1;
        if (month == 0 || !tokens[at].Capital) return null;
        var end = at + 1;
        if (day == 0 && end < to && DayNumber(tokens[end].Lower) is > 0 and var second) (day, end) = (second, end + 1);
        if (day == 0 && opener is "on") return null;
        var comma = Word(tokens, end, to, ",") ? end + 1 : end;
        int? year = null;
        if (comma < to && IsYear(tokens[comma].Lower, out var number)) (year, end) = (number, comma + 1);
        else if (Word(tokens, end, to, "next") && Word(tokens, end + 1, to, "year")) (year, end) = (published?.Year + 1, end + 2);
        else if (Word(tokens, end, to, "this") && Word(tokens, end + 1, to, "year")) (year, end) = (published?.Year, end + 2);
        if (opener is "before" && day == 0) return (end, year is { } y ? new DateOnly(y, month, 1).AddDays(-1) : NextMonth(month)?.AddDays(-1));
        if (year is { } known) return (end, Safe(known, month, day));
        return (end, day == 0 ? MonthEnd(month) : Ahead(month, day));
    }

    private static (int Count, string Unit, int End)? Length(List<EnglishToken> tokens, int at, int to)
    {
        var start = Word(tokens, at, to, "the") && Word(tokens, at + 1, to, "next") ? at + 2 : Word(tokens, at, to, "the") && Word(tokens, at + 1, to, "coming") ? at + 2 : at;
        var count = 0;
        var i = start;
        for (; i < to && i < start + 4; i++)
        {
            var word = tokens[i].Lower;
            if (Count(word) is { } n) count = n;
            else if (word is "to" or "or" or "a" or "an") count = word is "a" or "an" ? 1 : count;
            else break;
        }

        if (count == 0 || i >= to) return null;
        return tokens[i].Lower is "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years" or "fortnight" ? (count, tokens[i].Lower, i + 1) : null;
    }

    private static int? Count(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number is > 0 and < 1000 ? number : null;
        var named = Array.IndexOf(Numbers, word);
        return named > 0 ? named : null;
    }

    private DateOnly? Add(int count, string unit) => unit[0] switch
    {
        'd' => published?.AddDays(count),
        'w' => published?.AddDays(7 * count),
        'f' => published?.AddDays(14 * count),
        'm' => published?.AddMonths(count),
        _ => published?.AddYears(count),
    };

    private DateOnly? EndOfYear(int ahead) => published is { } day ? new(day.Year + ahead, 12, 31) : null;

    private DateOnly? EndOfMonth(int ahead) => published is { } day ? LastDay(day.AddMonths(ahead).Year, day.AddMonths(ahead).Month) : null;

    private DateOnly? EndOfQuarter(int ahead) => published is { } day ? LastDay(day.AddMonths(3 * ahead).Year, ((day.AddMonths(3 * ahead).Month - 1) / 3 * 3) + 3) : null;

    private DateOnly? Sunday(int ahead) => published?.AddDays(((7 - (int)published.Value.DayOfWeek) % 7) + (7 * ahead));

    private DateOnly? Day(int month, int day, int ahead) => published is { } today ? new(today.Year + ahead, month, day) : null;

    /// <summary>A month or day without a year is the next one on or after publication.</summary>
    private DateOnly? MonthEnd(int month) => published is { } today ? LastDay(today.Month <= month ? today.Year : today.Year + 1, month) : null;

    private DateOnly? NextMonth(int month) => published is { } today ? new(today.Month < month ? today.Year : today.Year + 1, month, 1) : null;

    private DateOnly? Ahead(int month, int day)
    {
        if (published is not { } today || Safe(today.Year, month, day) is not { } date) return null;
        return date >= today ? date : Safe(today.Year + 1, month, day);
    }

    private static DateOnly? Safe(int year, int month, int day) =>
        day == 0 ? LastDay(year, month) : day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? LastDay(int? year, int month) => year is { } y ? new DateOnly(y, month, DateTime.DaysInMonth(y, month)) : null;

    private static int DayNumber(string word)
    {
        var digits = word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : 0;
    }

    private static bool IsYear(string word, out int year) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1990 and <= 2100;

    private static bool Word(List<EnglishToken> tokens, int i, int to, string word) => i < to && tokens[i].Is(word);
}
