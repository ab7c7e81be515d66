using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Minutes whose title alone dates them: "2025년 7월 16일 회의록", "Minutes of the meeting of 16 July 2025".</summary>
internal static class TitleDay
{
    private const int Longest = 120;

    private static readonly string[] Minutes = ["회의록", "속기록", "회의 결과", "회의결과", "간담회 결과", "결과보고", "결과 보고", "minutes", "transcript", "proceedings"];

    public static MeetingDate? Find(Record record)
    {
        var title = record.Title;
        if (title.Length > Longest || !(record.Parts.Any(p => p.Kind == TextPartKind.Turn) || Minutes.Any(m => title.Contains(m, StringComparison.OrdinalIgnoreCase)))) return null;
        return DateLanguage.Find(title, new(0, title.Length), new DateContext(record.Published), DateTense.Nearest) is [{ IsDay: true, First: { } day, DayImplied: false }] ? MeetingDate.Of(day) : null;
    }
}
