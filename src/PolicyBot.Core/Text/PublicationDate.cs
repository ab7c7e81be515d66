namespace PolicyBot.Text;

/// <summary>Reads the day of publication from the lines above or below an article.</summary>
internal static class PublicationDate
{
    /// <summary>Labels that the newspapers print before the day, the surest first; the last ones name a change.</summary>
    private static readonly string[][] Labels =
    [
        ["입력", "등록", "승인", "송고", "게시", "발행", "기사입력", "최초입력", "보도일시", "배포일", "작성일", "Published", "Posted", "First published", "Date:"],
        [""],
        ["수정", "최종수정", "업데이트", "Updated", "Modified"],
    ];

    public static DateOnly? Find(string header)
    {
        var dates = DateLanguage.Find(header, anchor: null).Where(d => d is { IsDay: true, YearWritten: true }).Take(50).ToList();
        foreach (var labels in Labels)
        {
            foreach (var date in dates)
            {
                if (Array.Exists(labels, l => l.Length == 0 ? !FollowsChange(header, date) : Follows(header, date, l))) return date.First;
            }
        }

        return null;
    }

    private static bool FollowsChange(string header, DateExpression date) => Array.Exists(Labels[2], l => Follows(header, date, l));

    /// <summary>The label stands before the day with nothing but a few marks between.</summary>
    private static bool Follows(string header, DateExpression date, string label)
    {
        var from = Math.Max(0, date.Span.Start - label.Length - 8);
        var before = header.AsSpan(from, date.Span.Start - from);
        var at = before.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && before[(at + label.Length)..].IndexOfAnyInRange('0', '9') < 0;
    }
}
