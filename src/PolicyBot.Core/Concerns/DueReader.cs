using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Concerns;

/// <summary>Finds the words of a deadline and the last day of the period that they name, counted from the day of publication.</summary>
internal sealed partial class DueReader(DateOnly? published)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Targets, not deadlines: "심사를 두 달 안으로 줄이겠다".</summary>
    private static readonly string[] Targets = ["으로 줄", "으로 단축", "로 줄", "로 단축", "으로 낮", "으로 제한", "으로 묶", "로 당", "으로 당", "으로 끝", "으로 완"];

    /// <summary>The first deadline in the words; null when they name none (조속히, 추후, 지난달).</summary>
    public Due? Read(string words)
    {
        foreach (Match match in Period().Matches(words))
        {
            var rest = words.AsSpan(match.Index + match.Length);
            if (IsPast(words.AsSpan(0, match.Index)) || IsTarget(match, rest) || IsSpan(match, rest)) continue;
            var text = match.Value.Trim();
            return new(text, published is { } day ? LastDay(match, day) : null);
        }

        return null;
    }

    [GeneratedRegex("""
        (?<year>내후년|내년|올해|금년|후년|20[0-9][0-9]년|[’'‘][0-9][0-9]년|[’'‘][0-9][0-9]\.)?\s?((?<half>상반기|하반기)|(?<quarter>[1-4])\s?분기|(?<month>1[0-2]|[1-9])월(\s?((?<day>[1-3]?[0-9])일|(?<third>초|중순|하순|말)))?|(?<yearend>연말|연초|연중))(\s?(안에|안|이내|내|중|까지|부터|말까지|말))?
        |(?<this>이달|이번\s?달|금월)(\s?((?<day>[1-3]?[0-9])일|(?<third>초|중순|하순|말)))?(\s?(안에|안|내|중|까지|부터))?
        |(?<next>다음\s?달|내달|차월)(\s?((?<day>[1-3]?[0-9])일|(?<third>초|중순|하순|말)))?(\s?(안에|안|내|중|까지|부터))?
        |(?<week>이번\s?주|금주|다음\s?주|내주|차주)(\s?(안에|안|내|중|까지|부터|말까지))?
        |연내|(?<year>올해|금년|내년|내후년|후년|20[0-9][0-9]년|[’'‘][0-9][0-9]년)(\s?(안에|안|내|중|까지|말까지|말|부터|초까지|초))?
        |((향후|앞으로)\s?)?((?<from>[0-9]+)\s?[~∼\-]\s?)?(?<count>[0-9]+|한|두|세|석|넉|네|다섯|여섯|일곱|여덟|열|1)\s?(?<unit>년|개월|달|주일|주|일)(\s?(안에|안|이내에|이내|내에|내|간|동안))
        """, Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Period();

    private static bool IsPast(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.EndsWith("지난", StringComparison.Ordinal) || before.EndsWith("작년", StringComparison.Ordinal) || before.EndsWith("지난해", StringComparison.Ordinal) || before.EndsWith("매년", StringComparison.Ordinal) || before.EndsWith("매", StringComparison.Ordinal);
    }

    private static bool IsTarget(Match match, ReadOnlySpan<char> rest)
    {
        if (!match.Groups["unit"].Success) return false;
        foreach (var target in Targets)
        {
            if (rest.StartsWith(target, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>3년간 is a length; only 향후 3년간 counts from today. 올해 alone needs a word of limit.</summary>
    private static bool IsSpan(Match match, ReadOnlySpan<char> rest)
    {
        // 내년도 예산안: the year of a budget.
        if (match.Groups["year"].Success && match.Value == match.Groups["year"].Value && rest.StartsWith("도", StringComparison.Ordinal)) return true;
        if (match.Value is "올해" or "금년" && !rest.StartsWith("에", StringComparison.Ordinal) && !rest.StartsWith(" 안", StringComparison.Ordinal)) return true;
        return match.Groups["unit"].Success && (match.Value.EndsWith('간') || match.Value.EndsWith("동안", StringComparison.Ordinal)) && !match.Value.StartsWith('향') && !match.Value.StartsWith('앞');
    }

    private static DateOnly? LastDay(Match match, DateOnly from)
    {
        var year = Year(match.Groups["year"].Value, from);
        if (match.Groups["half"] is { Success: true } half) return half.Value == "상반기" ? new(year, 6, 30) : new(year, 12, 31);
        if (match.Groups["quarter"] is { Success: true } quarter) return MonthEnd(year, Number(quarter.Value) * 3);
        if (match.Groups["unit"].Success) return Later(match, from);
        if (match.Groups["week"] is { Success: true } week) return Sunday(from).AddDays(week.Value.StartsWith('이') || week.Value.StartsWith('금') ? 0 : 7);
        if (match.Groups["this"].Success) return InMonth(match, from.Year, from.Month);
        if (match.Groups["next"].Success) return InMonth(match, from.AddMonths(1).Year, from.AddMonths(1).Month);
        if (match.Groups["month"] is { Success: true } month) return OfMonth(match, from, year, Number(month.Value));
        if (match.Value.Contains("연초", StringComparison.Ordinal) || match.Value.EndsWith("초까지", StringComparison.Ordinal) || match.Value.EndsWith("년 초", StringComparison.Ordinal)) return null;
        return match.Value.EndsWith("부터", StringComparison.Ordinal) ? new(year, 1, 1) : new(year, 12, 31);
    }

    /// <summary>A month without its year is the next one to come.</summary>
    private static DateOnly? OfMonth(Match match, DateOnly from, int year, int month)
    {
        var day = InMonth(match, year, month);
        return !match.Groups["year"].Success && day < from ? InMonth(match, year + 1, month) : day;
    }

    private static DateOnly? InMonth(Match match, int year, int month)
    {
        if (match.Groups["day"] is { Success: true } day)
            return Number(day.Value) is var d && d >= 1 && d <= DateTime.DaysInMonth(year, month) ? new(year, month, d) : null;
        return match.Groups["third"].Value switch
        {
            "초" => new(year, month, 10),
            "중순" => new(year, month, 20),
            _ when match.Value.EndsWith("부터", StringComparison.Ordinal) => new(year, month, 1),
            _ => MonthEnd(year, month),
        };
    }

    private static DateOnly? Later(Match match, DateOnly from)
    {
        var count = match.Groups["count"].Value switch
        {
            "한" => 1,
            "두" => 2,
            "세" or "석" => 3,
            "넉" or "네" => 4,
            "다섯" => 5,
            "여섯" => 6,
            "일곱" => 7,
            "여덟" => 8,
            "열" => 10,
            var digits => Number(digits),
        };
        if (count is 0 or > 1000) return null;
        return match.Groups["unit"].Value switch
        {
            "년" => count > 100 ? null : from.AddYears(count),
            "개월" or "달" => from.AddMonths(count),
            "주" or "주일" => from.AddDays(7 * count),
            _ => from.AddDays(count),
        };
    }

    private static int Year(string word, DateOnly from) => word switch
    {
        "내년" => from.Year + 1,
        "후년" or "내후년" => from.Year + 2,
        ['2', '0', ..] => Number(word[..4]),
        ['’' or '\'' or '‘', ..] => 2000 + Number(word.Substring(1, 2)),
        _ => from.Year,
    };

    private static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static DateOnly Sunday(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
