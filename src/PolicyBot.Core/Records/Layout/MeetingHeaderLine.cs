namespace PolicyBot.Records.Layout;

/// <summary>Lines such as <c>ㅇ 일시·장소 : …</c> or <c>Attendees: …</c>: facts about the meeting, whatever cue words they hold.</summary>
internal static class MeetingHeaderLine
{
    private const int MaxKey = 24;

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "일시", "일자", "날짜", "회의일시", "회의일자", "때", "장소", "곳", "회의장소", "일시장소", "일시및장소", "일시/장소", "참석", "참석자", "참석대상", "참석기업", "참석인원", "참석위원", "참석기관", "참석명단", "주요참석자", "참가자",
        "배석", "배석자", "불참", "불참자", "주재", "주재자", "주최", "주관", "주최주관", "후원", "안건", "의제", "논의안건", "회의안건", "상정안건", "부의안건", "의사일정", "회의명", "행사명", "작성자", "작성일", "기록", "기록자", "서기", "사회",
        "date", "datetime", "dateandtime", "time", "venue", "place", "location", "where", "when", "attendees", "attendance", "participants", "present", "inattendance", "apologies", "absent", "agenda", "meeting", "host", "hosts",
        "organiser", "organizer", "minutestakenby", "minutes", "recordedby", "notetaker",
    };

    private static readonly string[] Attendance = ["출석위원", "출석전문위원", "청가위원", "결석위원", "출석의원", "출석정부위원", "정부측및기타참석자", "출석공무원", "위원아닌출석", "출석감사위원", "참석위원"];

    public static bool Is(string text, TextLine line)
    {
        var start = ListMark.Skip(text, line.Span.Start, line.Span.End);
        if (start == line.Span.Start && text[start] is '○' or '◯' or '〇' or '◎') start++;
        var words = text.AsSpan(start, line.Span.End - start).TrimStart("*_ ");
        var colon = words[..Math.Min(words.Length, MaxKey + 1)].IndexOfAny(':', '：', '|');
        if (colon > 0 && Keys.Contains(Squeeze(words[..colon]))) return true;
        var head = Squeeze(words[..Math.Min(words.Length, MaxKey)]);
        return words.Length <= 40 && Attendance.Any(a => head.StartsWith(a, StringComparison.Ordinal));
    }

    /// <summary>Whether the line opens a list that goes on below: <c>참석자:</c> with nothing behind, or minutes' attendance.</summary>
    public static bool IsOpen(string text, TextLine line) => text[line.Span.End - 1] is ':' or '：' or ')';

    private static string Squeeze(ReadOnlySpan<char> key)
    {
        Span<char> kept = stackalloc char[key.Length];
        var length = 0;
        foreach (var c in key)
        {
            if (!char.IsWhiteSpace(c) && c is not ('·' or '*' or '_' or 'ㆍ' or '‧')) kept[length++] = c;
        }

        return kept[..length].ToString();
    }
}
