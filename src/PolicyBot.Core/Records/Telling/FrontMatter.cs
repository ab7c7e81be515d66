using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>The day that a transcript's own front matter calls <c>date</c>; <c>published</c> is the day of a report and dates no meeting.</summary>
internal static class FrontMatter
{
    public static MeetingDate? MeetingDay(Record record)
    {
        if (record.Parts.FirstOrDefault(p => p.Kind == TextPartKind.FrontMatter) is not { } part) return null;
        foreach (var line in part.Span.Of(record.Text).Split('\n'))
        {
            if (line.StartsWith("date:", StringComparison.Ordinal) && DateLanguage.Find(line, anchor: null) is [{ IsDay: true, First: { } day }, ..]) return MeetingDate.Of(day);
        }

        return null;
    }
}
