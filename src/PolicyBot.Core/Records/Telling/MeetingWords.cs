using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>The words by which Korean and English records tell of meetings.</summary>
internal static class MeetingWords
{
    public static readonly string[] Nouns =
    [
        "간담회", "토론회", "공청회", "설명회", "세미나", "포럼", "좌담회", "라운드테이블", "워크숍", "워크샵", "컨퍼런스", "콘퍼런스", "심포지엄", "면담", "전략대화",
        "보고회", "시연회", "청문회", "정담회", "타운홀", "회동", "청취회", "경청회", "출범식", "발대식", "협약식", "총회", "상담회", "모임", "토크콘서트", "회의", "만남", "간담",
        "meeting", "hearing", "round table", "roundtable", "workshop", "panel", "forum", "seminar", "town hall", "consultation", "conference", "symposium", "session", "briefing",
    ];

    /// <summary>회의 inside 위원회의 or 협회의 is no meeting; these compounds are.</summary>
    private static readonly string[] CouncilPrefixes =
        ["점검", "전체", "대책", "실무", "국무", "자문", "확대", "연석", "전략", "조정", "정례", "비상", "영상", "화상", "현장", "합동", "관계부처", "본", "첫", "사전", "비공개", "공개", "긴급", "온라인"];

    private static readonly string[] NotMeetings = ["실", "록", "체", "장에", "장을", "장은", "장 ", "적", "감", "론"];

    /// <summary>A host's act: the subject of these invites.</summary>
    public static readonly string[] Hosting =
    [
        "열었", "열고 ", "연다", "열 예정", "열 계획", "열기로", "열 방침", "개최했", "개최한", "개최할", "개최하", "개최해", "개최 ", "마련했", "마련한다", "마련할", "마련하", "마련해", "시작했",
        "갖는다", "가졌", "갖고 ", "가질", "진행했", "진행한다", "진행할", "미뤘", "미루", "연기했", "연기하", "취소했", "소집했", "주최", "모았", "held ", "hosted", "convened", "will hold", "will host", "hosts ",
        "organised", "organized", "to hold", "holds ", "plans to hold", "postponed",
    ];

    /// <summary>An official's act that is a meeting by itself: to visit, to meet, to hear.</summary>
    public static readonly string[] Meeting =
    [
        "만났", "만나 ", "만나고", "만난다", "만날", "찾았", "찾아 ", "찾는다", "찾을", "방문했", "방문해", "방문한", "방문하", "방문할", "둘러보", "둘러봤", "마주 앉", "대면했", "이야기를 나눴", "의견을 나눴", "이야기를 나누",
        "의견을 나누", "머리를 맞댔", "논의했", "의견을 들었", "의견을 듣는다", "의견을 들을", "의견을 청취", "목소리를 들었", "목소리를 듣는다", "이야기를 들었", "이야기를 듣는다", "어려움을 들었", "어려움을 듣는다", "애로를 들었", "애로를 듣는다", "고충을 들었", "건의를 들었", "점검했", "주재했", "토론했", "을 모았", "를 모았", "한자리에 모", "함께 마련했", "공동으로 마련했", "주최했",
        "met ", "will meet", "visited", "went to", "sat down with", "opened its doors", "opened their doors", "toured", "to meet",
    ];

    /// <summary>The meeting itself is the subject.</summary>
    public static readonly string[] TakingPlace =
    [
        "열렸", "열린", "열릴", "개최됐", "개최된", "개최될", "예정된", "예정이", "예정인", "예정돼", "잡혔", "잡힌", "시작한다", "시작된다", "시작됐", "시작한 ", "이어졌", "취소됐", "취소된", "연기됐", "미뤄졌", "무산", "열리지",
        "진행됐", "진행된", "진행된다", "치러", "출범했", "took place", "takes place", "will take place", "was held", "were held", "will be held", "called off", "cancelled", "canceled", "meets ", "is scheduled", "is due", "is planned", "are planned", "is set for",
    ];

    public static readonly string[] Deciding = ["의결했", "의결한다", "심의했", "심의·의결"];

    public static readonly string[] Called = ["취소", "무산", "열리지 못", "열리지 않", "called off", "cancelled", "canceled"];

    public static readonly string[] Moved =
        ["연기", "미뤘", "미뤄", "미룬", "늦췄", "늦춰", "옮겼", "옮겨", "변경", "순연", "앞당겼", "앞당겨", "앞당긴", "postponed", "moved to", "moved up", "put off", "rescheduled", "moved from", "delayed", "pushed back", "brought forward"];

    /// <summary>What a move leads to: 연기돼 8월 5일 열린다.</summary>
    public static readonly string[] TakingPlaceAhead = ["열린다", "열릴 예정", "개최된다", "개최될 예정", "개최한다", "연다", "be held", "take place"];

    /// <summary>Behind a change these leave it open: 연기해 달라고 했다, 취소될 수 있다, 연기하지 않는다.</summary>
    private static readonly string[] Open =
        ["달라", "달라고", "수 있", "수도 있", "것으로 보", "가능성", "검토", "요청", "요구", "건의", "촉구", "여부", "해야", "하자", "않", " 없이", "우려", "논의"];

    private static readonly string[] OpenBefore = [" may ", " might ", " could ", " should ", " not ", "n't ", "n’t ", " whether ", " asked ", " urged ", " want", " called for ", " if "];

    public static readonly string[] ToCome =
        ["예정", "계획", "방침", "연다", "열린다", "개최한다", "개최된다", "열릴", "개최할", "만난다", "찾는다", "방문한다", "마련한다", "갖는다", "시작한다", "앞두고", "앞으로", "열기로", "열리기로", "is planned", "are planned", "will ", "plans to", "due to", "is to ", "upcoming", "scheduled", "expected to", "next "];

    public static readonly string[] Rhythms =
        ["매주", "격주", "매월", "매달", "매년", "분기마다", "분기별로", "반기마다", "정례적으로", "every week", "every month", "every two weeks", "weekly", "biweekly", "monthly", "quarterly", "each month", "each week"];

    public static readonly string[] Results =
        ["공개", "발표", "시행", "접수", "신청", "모집", "마감", "제출", "보도", "배포", "적용", "서류", "엠바고", "published", "deadline", "applies", "apply by", "released", "embargo", "due by"];

    public static readonly string[] Speaking =
        ["했다", "말했", "밝혔", "요청", "건의", "지적", "토로", "호소", "나왔", "설명했", "강조했", "said", "asked", "told", "requests", "warned", "called for", "urged"];

    /// <summary>Where a noun for a meeting stands from <paramref name="from"/> on, outside longer words.</summary>
    public static SourceSpan? FindNoun(string text, int from, int to)
    {
        SourceSpan? best = null;
        foreach (var noun in Nouns)
        {
            for (var at = from; (at = text.IndexOf(noun, at, to - at, StringComparison.OrdinalIgnoreCase)) >= 0; at += noun.Length)
            {
                if (best is { } known && known.Start <= at) break;
                if (!IsNoun(text, at, noun)) continue;
                best = new(at, at + noun.Length);
                break;
            }
        }

        return FindSession(text, from, best?.Start ?? to) ?? best;
    }

    private static readonly string[] SessionVerbs = ["를 열", "를 개최", "가 열", "가 개최", "를 갖", "를 가졌", "를 마련", "를 진행"];

    /// <summary>Any other …회 that is held: 협의회를 열었다. Alone such a word is as often a body (산업협의회는).</summary>
    private static SourceSpan? FindSession(string text, int from, int to)
    {
        for (var at = from; at < to && (at = text.IndexOf('회', at, to - at)) >= 0; at++)
        {
            var rest = text.AsSpan(at + 1);
            if (!StartsWithAny(rest, SessionVerbs)) continue;
            var start = at;
            while (start > from && Hangul.IsSyllable(text[start - 1])) start--;
            if (at - start >= 2) return new(start, at + 1);
        }

        return null;
    }

    public static bool IsEventIn(string text, SourceSpan span) =>
        FindNoun(text, span.Start, span.End) is not null || Has(text, span, Meeting) || text.AsSpan(span.Start, span.Length).Contains("자리를 마련", StringComparison.Ordinal);

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsNoun(string text, int at, string noun)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var rest = text.AsSpan(at + noun.Length);
        if (char.IsAsciiLetter(noun[0])) return !char.IsAsciiLetter(before) && (rest.Length == 0 || !char.IsAsciiLetter(rest[0]) || (rest[0] == 's' && (rest.Length < 2 || !char.IsAsciiLetter(rest[1]))));
        foreach (var tail in NotMeetings)
        {
            if (rest.StartsWith(tail, StringComparison.Ordinal)) return false;
        }

        if (noun == "청문회") return !text.AsSpan(0, at).EndsWith("인사", StringComparison.Ordinal);
        if (noun is "만남" or "간담" && rest.StartsWith("회", StringComparison.Ordinal)) return false;
        return noun != "회의" || !Hangul.IsSyllable(before) || CouncilPrefixes.Any(p => text.AsSpan(0, at).EndsWith(p, StringComparison.Ordinal));
    }

    /// <summary>The first of the words in the stretch, or null.</summary>
    public static int? First(string text, int from, int to, string[] words)
    {
        int? best = null;
        foreach (var word in words)
        {
            var at = text.IndexOf(word, from, Math.Max(0, to - from), StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at >= best) continue;
            // 만들 and 열거 hold syllables of other words; a word begins where no letter stands before it.
            if (IsWordStart(text, at) && !IsSearch(text, at) && !IsAgreement(text, at)) best = at;
        }

        return best;
    }

    /// <summary>The first of the words, when it is told as done or settled: no wish, no possibility, no denial.</summary>
    public static int? FirstTold(string text, SourceSpan within, string[] words)
    {
        if (First(text, within.Start, within.End, words) is not { } at) return null;
        var after = text[at..Math.Min(within.End, at + 20)];
        if (Array.Exists(Open, o => after.Contains(o, StringComparison.Ordinal))) return null;
        var before = text[Math.Max(within.Start, at - 30)..at];
        return Array.Exists(OpenBefore, o => before.Contains(o, StringComparison.Ordinal)) ? null : at;
    }

    public static bool Has(string text, SourceSpan within, string[] words) => First(text, within.Start, within.End, words) is not null;

    /// <summary>찾다 is also to look for: 해법을 찾아.</summary>
    private static bool IsSearch(string text, int at)
    {
        if (text[at] != '찾') return false;
        var before = text.AsSpan(Math.Max(0, at - 10), Math.Min(10, at));
        foreach (var thing in Sought)
        {
            if (before.Contains(thing, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>입을 모았다 is to say the same, 힘을 모으다 to join forces: nobody is gathered.</summary>
    private static bool IsAgreement(string text, int at)
    {
        var verb = text.IndexOf('모', at, Math.Min(3, text.Length - at));
        if (verb < 0) return false;
        var before = text.AsSpan(0, verb);
        foreach (var thing in Pooled)
        {
            if (before.EndsWith(thing, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static readonly string[] Pooled =
        ["입을 ", "뜻을 ", "의견을 ", "중지를 ", "힘을 ", "지혜를 ", "머리를 ", "마음을 ", "역량을 ", "관심을 ", "이목을 ", "기대를 ", "자금을 ", "총의를 ", "여론을 "];

    public static readonly string[] Sought =
        ["방안", "방법", "해법", "대책", "대안", "해결책", "돌파구", "접점", "일자리", "실마리", "길을", "답을", "균형", "기회", "것을", "의견", "이유", "원인", "활로", "인재", "시설", "공간", "부스", "현장을"];

    private static bool IsWordStart(string text, int at) =>
        at == 0 || !char.IsAsciiLetter(text[at - 1]) || !char.IsAsciiLetter(text[at]);
}
