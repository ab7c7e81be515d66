namespace PolicyBot.Concerns.Korean;

/// <summary>Bodies that are called after their members or their trade (한국굴수협, 나루시설공단), and what before the same syllables makes a kind of body or a thing: 지역수협, 보수공사, 색상조합, 구로공단.</summary>
internal static class SocietyShapes
{
    public static readonly string[] Endings =
    [
        "수협", "농협", "축협", "신협", "생협", "새마을금고", "농민회", "어민회", "여성회", "노인회", "어촌계", "경영인회", "기업인회", "모금회", "소비자원", "소비자모임", "시민모임", "조합법인", "회사법인",
    ];

    /// <summary>The kind alone: it means the one body of that kind of which the record tells, else nobody who is known.</summary>
    public static readonly string[] Bare = ["수협", "농협", "축협", "신협", "생협", "협동조합", "노동조합", "새마을금고", "어촌계"];

    private static readonly (string Ending, HashSet<string> Before)[] Kinds =
    [
        .. ((string[])["수협", "농협", "축협", "신협", "생협", "새마을금고", "농민회", "어민회", "여성회", "노인회", "어촌계"]).Select(e => (e, Set("지역", "지구", "단위", "회원", "전국", "일선", "관내", "인근", "지방", "도시", "대형", "소형", "업종별", "품목", "소속", "마을"))),
        ("협동조합", Set("사회적", "소비자", "생활", "농업", "수산업", "축산업", "신용", "어업", "산림", "지역", "단위", "중소기업", "업종별", "품목별", "사업자", "직원", "주택", "의료")),
        ("조합", Set("색상", "색", "단어", "문구", "문자", "숫자", "글자", "최적", "최상", "최고", "최선", "약물", "성분", "정책", "유전자", "경우의수", "선형", "재개발", "재건축", "정비", "영농", "영어", "지역주택", "주택", "민법상", "투자", "벤처투자", "개인투자", "결성", "사주", "우리사주", "지역", "단위", "회원", "일선", "산업별노동", "기업별노동")),
        ("노조", Set("복수", "산별", "기업별", "강성", "어용", "대기업", "하청", "원청", "귀족", "양대", "소속", "개별", "단위", "지역")),
        ("공사", Set("보수", "확장", "방수", "굴착", "신축", "증축", "개축", "증설", "철거", "배관", "도색", "포장", "토목", "건축", "인테리어", "설치", "복구", "정비", "상하수도", "하수도", "하수관", "상수도", "수도관", "관로", "매설", "조경", "전기", "통신", "소방", "기초", "터널", "교량", "이설", "리모델링", "마감", "부실", "관급", "공공", "민간", "대형", "소형", "소규모", "대규모", "후속", "야간", "재건축", "재개발", "기반", "건설", "송전선로", "선로", "개선", "보강", "이전", "착공", "준공", "평탄화", "급수", "창호", "설비", "시설", "냉난방", "긴급", "아파트", "건물", "해체", "발주", "하도급")),
        ("공단", Set("국가", "지방", "산업", "수출", "석유화학", "화학", "염색", "일반", "첨단", "도시첨단", "농공", "임해", "노후", "인근", "신규", "기계", "자동차", "국내", "해외", "지역", "시범")),
        ("재단", Set("공공", "민간", "공익", "원단", "의류", "종이", "목재", "가죽", "지역", "비영리", "출연", "설립")),
        ("연대", Set("사회", "국제", "노사", "세대", "세대간", "상호", "지역", "정책", "도덕적", "재정", "기업간")),
        ("연합", Set("기업", "산학연", "사업", "국가", "도시", "정책", "느슨한", "지역", "정당")),
        ("연맹", Set("산별", "상급", "직종별", "국제")),
        ("조합법인", Set("영농", "영어", "어업", "농업")),
        ("회사법인", Set("농업", "어업", "주식")),
    ];

    /// <summary>Bodies of the state that are called 공단 after two syllables; a town's name before it makes an industrial estate.</summary>
    private static readonly HashSet<string> ShortAgencies = Set("시설", "환경", "철도", "연금", "건보", "공원", "도로", "교통", "문화", "체육", "보훈", "고용", "가스");

    public static bool IsKind(string word)
    {
        foreach (var (ending, before) in Kinds)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal) && before.Contains(word[..^ending.Length])) return true;
        }

        return word.Length == 4 && word.EndsWith("공단", StringComparison.Ordinal) && !ShortAgencies.Contains(word[..2]);
    }

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);
}
