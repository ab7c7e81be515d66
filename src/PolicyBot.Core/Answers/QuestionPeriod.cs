using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>The days that a question speaks of, and where in the question it says so.</summary>
/// <param name="AnyYear">A bare "7월 24일" or "24일": the archive decides which of them is meant, the latest first.</param>
/// <param name="AnyMonth">Not even the month is written.</param>
public sealed record QuestionPeriod(DateOnly? From, DateOnly? To, IReadOnlyList<SourceSpan> Spans, bool AnyYear, bool AnyMonth)
{
    /// <summary>Whether the words tie it to a year: "2026년 10월", "올해", "next June".</summary>
    public bool YearWritten { get; init; }

    private static readonly string[] Anchored = ["지난", "오는", "다음", "이번", "올해", "작년", "내년", "재작년", "last", "next", "this", "past"];

    public static QuestionPeriod? Find(string text, DateOnly today)
    {
        var dates = DateLanguage.Find(text, today).Where(d => d.First is not null && d is { Impossible: false, DayImplied: false }).ToList();
        if (dates.Count == 0) return null;
        var words = dates.Select(d => d.Span.Of(text)).ToList();
        var bare = dates is [{ YearWritten: false, IsDay: true }] && words[0].Any(char.IsAsciiDigit) && !Anchored.Any(a => words[0].StartsWith(a, StringComparison.OrdinalIgnoreCase));
        var since = dates.Count == 1 && IsOpenEnded(text, dates[0].Span.End);
        return new(dates.Min(d => d.First), since ? today : dates.Max(d => d.Last), [.. dates.Select(d => d.Span)], bare, bare && !words[0].Any(c => c is '월' or '.' or '/' or '-') && !words[0].Any(char.IsAsciiLetter))
        {
            YearWritten = dates.Exists(d => d.YearWritten) || words.Exists(w => Anchored.Any(a => w.StartsWith(a, StringComparison.OrdinalIgnoreCase))),
        };
    }

    /// <summary>"7월 이후", "since July": from then until today.</summary>
    private static bool IsOpenEnded(string text, int end)
    {
        var after = text[end..].TrimStart();
        return after.StartsWith("이후", StringComparison.Ordinal) || after.StartsWith("부터", StringComparison.Ordinal) || text.Contains("since ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"10월까지", "by the end of June": a deadline.</summary>
    public bool IsDeadlineIn(string text) => Spans is [var span]
        && (text[span.End..].TrimStart().StartsWith("까지", StringComparison.Ordinal) || span.Of(text).EndsWith("까지", StringComparison.Ordinal) || Array.Exists(DueWords, w => text[..span.Start].TrimEnd().EndsWith(w, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] DueWords = [" by", " by the end of", " due", " due in", "기한이"];

    /// <summary>Whether a deadline lies within these days; without a year in the words, of any year.</summary>
    public bool Holds(DateOnly day) => From is { } from && To is { } to
        && (from.Year == to.Year && !YearWritten ? Within(new(from.Year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(from.Year, day.Month)))) : Within(day));

    private bool Within(DateOnly day) => From <= day && day <= To;

    /// <summary>Whether a meeting's day is one of those that the bare words may mean.</summary>
    public bool Fits(DateOnly day) => From is { } from && day.Day == from.Day && (AnyMonth || day.Month == from.Month);
}
