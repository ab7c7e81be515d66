using PolicyBot.Text;

namespace PolicyBot.Records.Layout;

/// <summary>Words by which a label shows that it names a speaker, and words that never do.</summary>
internal static class SpeakerTitles
{
    /// <summary>A label's word that ends so is a role: 정보화담당관, 보건복지부제1차관, A협회장.</summary>
    private static readonly string[] KoreanRoles =
    [
        "위원장", "부위원장", "위원", "의원", "의장", "부의장", "장관", "차관", "총리", "부총리", "실장", "국장", "과장", "팀장", "처장", "차장", "청장", "원장", "단장", "부장",
        "소장", "센터장", "회장", "이사장", "이사", "대표", "사장", "대표이사", "전무", "상무", "교수", "박사", "변호사", "변리사", "회계사", "세무사", "연구원", "연구위원",
        "간사", "참고인", "증인", "진술인", "공술인", "감정인", "발언자", "발표자", "토론자", "사무관", "서기관", "주무관", "담당관", "정책관", "기획관", "심의관", "지원관", "비서관",
        "보좌관", "조정관", "협력관", "정보관", "행정관", "사회자", "진행자", "좌장", "총장", "학장", "도지사", "시장", "군수", "구청장", "교육감", "대변인", "감사", "조합장",
        "지부장", "본부장", "그룹장", "파트장", "매니저", "수석", "책임", "선임", "직무대리", "대리", "CEO", "CTO", "대통령", "기자", "전문위원", "상임위원", "관계자", "창업자",
    ];

    /// <summary>Parties that speak without a person's name.</summary>
    private static readonly string[] KoreanParties =
        ["사", "협회", "부", "처", "청", "위원회", "연합회", "조합", "재단", "노조", "대학교", "측", "업계", "정부", "학계", "연구소", "진흥원", "공사", "은행", "플랫폼", "수협", "농협", "축협", "신협", "중앙회", "상공회의소", "연맹"];

    private static readonly string[] EnglishRoles =
    [
        "mr.", "mr", "ms.", "ms", "mrs.", "mrs", "dr.", "dr", "hon.", "hon", "rt.", "right", "sir", "lord", "dame", "prof.", "professor", "senator", "minister", "deputy", "vice",
        "president", "chair", "chairman", "chairperson", "chairwoman", "chairwoman", "co-chair", "speaker", "clerk", "moderator", "facilitator", "interviewer", "secretary", "witness",
        "commissioner", "director", "representative", "official", "officer", "member", "ambassador", "councillor", "counsellor", "governor", "mayor", "ceo", "madam",
    ];

    /// <summary>What stands before a colon without being a speaker, written without spaces and in lower case.</summary>
    private static readonly HashSet<string> NoSpeakers = new(StringComparer.Ordinal)
    {
        "주제", "일시", "날짜", "시간", "장소", "참석", "참석자", "참가", "참가자", "배석", "불참", "주최", "주관", "주재", "후원", "안건", "의제", "목적", "배경", "내용", "비고", "참고", "문의", "문의처",
        "출처", "자료", "자료제공", "사진", "사진제공", "결론", "요약", "제목", "부제", "주의", "요청", "건의", "답변", "질의", "질문", "의견", "결과", "조치", "조치사항", "계획", "향후계획", "기한", "담당", "담당자", "담당부서",
        "책임자", "연락처", "전화", "팩스", "이메일", "메일", "주소", "홈페이지", "링크", "예", "예시", "단위", "기준", "대상", "방법", "구분", "분야", "문", "답", "q", "a", "개요", "회의명", "작성", "작성자", "기록", "기록자",
        "서기", "정리", "취재", "글", "그림", "편집", "번역", "키워드", "태그", "배포", "보도시점", "배포일시", "시행", "근거", "현황", "문제점", "개선방안", "우려", "애로", "대안", "쟁점", "핵심", "총평", "우려사항", "건의사항",
        "note", "notes", "source", "sources", "date", "venue", "place", "location", "time", "when", "where", "attendees", "participants", "present", "inattendance", "apologies", "agenda", "subject", "re", "summary",
        "background", "conclusion", "conclusions", "action", "actions", "decision", "decisions", "contact", "contacts", "tel", "phone", "fax", "email", "e-mail", "website", "url", "http", "https", "response", "responses", "reply",
        "replies", "asks", "ask", "answer", "answers", "question", "questions", "topic", "topics", "title", "warning", "ps", "p.s.", "example", "tip", "update", "updated", "published", "editor'snote", "photo", "caption", "related",
        "tags", "to", "from", "cc", "keypoints", "nextsteps", "result", "results", "item", "items", "table", "figure", "due", "owner", "concern", "concerns", "request", "requests", "commitment", "position", "issue", "issues",
        "hosts", "host", "duration", "language", "grade", "id", "purpose", "objective", "status", "correction", "copyright", "media", "inquiries", "first", "second", "third", "however", "finally",
    };

    /// <summary>First words of a speech that look like a two-syllable name.</summary>
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "네", "예", "아니", "아니요", "이의", "먼저", "우선", "그러면", "그럼", "그래서", "그런데", "그리고", "지금", "오늘", "다음", "다음은", "이상", "이상으로", "제가", "저는", "저희", "저희는", "우리", "우리는", "방금", "존경하는",
        "의사일정", "감사합니다", "고맙습니다", "안녕하십니까", "안녕하세요", "말씀", "말씀해", "잠깐", "잠시", "여기", "이것", "이거", "그것", "그거", "현재", "아까", "일단", "다만", "물론", "계속", "사실", "정부", "정부는", "위원", "그건", "이건", "좋은",
        "좋습니다", "맞습니다", "알겠습니다", "그렇습니다", "혹시", "만약", "앞서", "현장", "현장에서는", "본", "이번", "지난", "올해", "내년", "작년", "자료", "질의", "답변", "방안", "예산", "예산을", "법안", "회의", "회의를", "개의", "성원",
    };

    public static bool IsKoreanRole(ReadOnlySpan<char> word) => EndsWithAny(word, KoreanRoles);

    public static bool IsKoreanParty(ReadOnlySpan<char> word) => word.Length >= 2 && EndsWithAny(word, KoreanParties);

    public static bool IsEnglishRole(ReadOnlySpan<char> word)
    {
        foreach (var role in EnglishRoles)
        {
            if (word.Equals(role, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    public static bool IsNoSpeaker(string label) =>
        NoSpeakers.Contains(string.Concat(label.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant())
        || label.StartsWith("담당", StringComparison.Ordinal) || label.StartsWith("책임자", StringComparison.Ordinal) || label.StartsWith("문의", StringComparison.Ordinal);

    /// <summary>Two to four syllables that could be a person's name where a name is expected.</summary>
    public static bool IsKoreanName(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 4) return false;
        foreach (var c in word)
        {
            if (!Hangul.IsSyllable(c)) return false;
        }

        return !Openers.Contains(word.ToString());
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
