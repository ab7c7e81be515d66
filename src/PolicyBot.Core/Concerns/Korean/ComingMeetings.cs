namespace PolicyBot.Concerns.Korean;

/// <summary>When the same people meet again answers nothing; what is to be done by way of that meeting does.</summary>
internal static class ComingMeetings
{
    public static readonly string[] Names = ["간담회", "회의", "토론회", "설명회", "공청회", "포럼", "세미나", "행사", "회동", "워크숍", "브리핑", "라운드테이블", "회견"];

    private static readonly string[] Held = ["열겠", "열예정", "열계획", "열기로", "열것", "열도록", "연다", "개최", "소집", "갖겠", "갖기로", "갖는다", "가질", "가지겠", "가지기로", "잡겠", "잡기로", "잡을"];

    /// <summary>"간담회를 통해 개선안을 발표하겠다": the meeting is only the way.</summary>
    private static readonly string[] Through = ["통해", "통하여", "거쳐", "거친", "계기로", "토대로", "바탕으로"];

    private static readonly string[] Dates = ["일정을", "날짜를", "날을", "자리를"];

    private static readonly string[] Rounds = ["개최예정", "개최", "개최한다", "개최할예정", "개최할예정이다"];

    /// <summary>"다음 회의는 12월 1일 원주에서 열겠습니다".</summary>
    public static bool IsNext(string content)
    {
        if (!content.StartsWith("다음 ", StringComparison.Ordinal) && !content.StartsWith("차기 ", StringComparison.Ordinal)) return false;
        var words = content.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var meeting = Array.FindIndex(words, 1, Math.Min(2, words.Length - 1), w => w[^1] is '는' or '은' or '를' or '을' or '도' && IsMeeting(w[..^1]));
        if (meeting < 0 || IsThrough(words, meeting + 1)) return false;
        for (var verb = words.Length - 1; verb > meeting && verb > words.Length - 4; verb--)
        {
            var tail = Tail.Of(string.Concat(words[verb..]));
            if (!Array.Exists(Held, h => tail.StartsWith(h, StringComparison.Ordinal))) continue;
            return verb - 1 == meeting || !Particles.IsObject(words[verb - 1]) || Dates.Contains(words[verb - 1]);
        }

        return false;
    }

    /// <summary>"7월 중 제3차 간담회 개최 예정".</summary>
    public static bool IsNextRound(string content)
    {
        var at = content.IndexOf("차 ", StringComparison.Ordinal);
        if (at <= 0 || !char.IsAsciiDigit(content[at - 1])) return false;
        var words = content[(at + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && IsMeeting(words[0][..Particles.Strip(words[0]).Length]) && !IsThrough(words, 1) && Tail.EndsWithAny(Tail.Of(content), Rounds);
    }

    private static bool IsMeeting(string noun) => Array.Exists(Names, n => noun.EndsWith(n, StringComparison.Ordinal));

    private static bool IsThrough(string[] words, int at) => at < words.Length && Array.Exists(Through, t => words[at].StartsWith(t, StringComparison.Ordinal));
}
