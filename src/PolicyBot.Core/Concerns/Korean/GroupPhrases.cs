namespace PolicyBot.Concerns.Korean;

/// <summary>Words for several people at once (participants) and for somebody who stays unknown.</summary>
internal static class GroupPhrases
{
    /// <summary>What may stand before 들 when people or organisations are meant.</summary>
    private static readonly string[] Human =
    [
        "자", "인", "원", "기업", "업체", "대표", "가", "교수", "학생", "패널", "진", "주민", "국민", "시민", "농민", "어민", "관", "부처", "은행", "협회", "학회", "조합", "노조", "수협", "농협", "축협", "신협", "생협", "새마을금고", "어촌계", "이", "그", "장", "층", "청년", "고객", "점주", "업주", "간부",
        "스타트업", "벤처", "대학", "연구소", "센터", "플랫폼", "단체", "기관", "회사", "사", "선생님", "분", "지자체", "학교", "병원", "의사", "약사", "변호사", "박사", "친구", "학부모", "교사", "의원", "소상공인", "팀", "계",
        "농부", "어부", "광부", "주부", "용접공", "정비공", "수리공", "기능공", "숙련공", "배우", "가수", "선수", "감독", "목수", "여성", "남성", "직군", "생", "손", "아버지", "어머니", "가족", "유가족", "부모", "군", "측",
    ];

    private static readonly string[] NotHuman =
    [
        "사업", "산업", "작업", "수업", "영업", "행사", "심사", "조사", "공사", "검사", "역사", "사사", "평가", "허가", "인허가", "단가", "원가", "국가", "추가", "기관장치", "요인", "원인", "승인", "법인세", "확인", "할인", "디자인", "라인",
        "자원", "지원", "차원", "민원", "재원", "공장", "시장", "현장", "주장", "입장", "포장", "매장", "사장교", "투자", "절차", "숫자", "글자", "적자", "차이", "나이", "길이", "기술", "부분", "대부분", "성분", "처분", "지분", "배분", "시설", "고가",
        "관", "진", "습관", "약관", "기관실", "사진", "품진", "추진", "단계", "관계", "체계", "기계", "설계", "회계", "통계", "한계", "세계", "경계", "학생증", "발생", "위생", "인생", "정장", "연장", "확장",
    ];

    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
    {
        "학계", "산업계", "재계", "노동계", "경제계", "의료계", "금융계", "금융권", "시민사회", "연구계", "교육계", "법조계", "문화계", "과학기술계", "산학연", "산업현장", "기업", "업체", "스타트업", "중소기업", "대기업",
        "중견기업", "회원사", "참석기업", "수요기업", "공급기업", "벤처기업", "소상공인", "창업기업", "양측", "양쪽", "노사", "연구현장", "산업체", "민간", "제조사", "개발사", "학부모", "환자단체", "시민단체", "소비자단체", "이통3사", "통신3사",
        "이동통신3사", "현장", "입주기업", "지역기업", "참가기업", "참여기업", "지자체", "실무진", "경영진", "임원진", "교수진", "임직원", "대표단", "노사단체",
    };

    /// <summary>People for whom a bare singular stands: "참석자는", "전문가는" may be one or many: one, and unknown.</summary>
    private static readonly HashSet<string> One = new(SocietyShapes.Bare, StringComparer.Ordinal)
    {
        "참석자", "관계자", "전문가", "연구자", "학생", "담당자", "발표자", "토론자", "발제자", "실무자", "창업자", "개발자", "기업인", "당국자", "참가자", "소식통", "종사자", "환자", "주민", "직원", "청년", "교수", "변호사", "박사", "사업자", "패널", "운영자",
        "책임자", "연구원", "임원", "농민", "상인", "노동자", "대표", "이용자", "소비자", "사용자", "투자자", "학부모", "교사", "의사", "공무원", "인사", "회원", "대학원생", "제보자", "민원인", "점주", "업주", "기사", "회원사", "경쟁사", "고객사", "거래처", "납품사", "협력사", "협력업체", "하청업체", "발주처", "모회사", "자회사", "계열사", "관계사", "상대방", "상대사", "업체", "기업", "회사", "단체", "협회", "기관", "스타트업", "중소기업",
    };

    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
    {
        "한", "어느", "어떤", "모", "이", "그", "해당", "익명의", "다른", "또다른", "동", "한두", "저",
    };

    private static readonly HashSet<string> Many = new(StringComparer.Ordinal) { "일부", "여러", "많은", "상당수", "대다수", "몇몇", "다수", "대부분", "모든", "복수의", "전", "각", "양" };

    private static readonly string[] Whole = ["전원", "모두", "일동", "다수", "대다수", "상당수", "대부분", "일부", "양측"];

    public static bool IsCommon(string word) => Bare.Contains(word) || One.Contains(word);

    public static bool IsPronoun(string stem) => stem is "그" or "그녀";

    public static bool IsUnknownOne(string stem) => One.Contains(stem) || Array.Exists(Endings, e => stem.EndsWith(e, StringComparison.Ordinal)) || IsInitial(stem);

    private static readonly string[] Endings = ["참석자", "관계자", "전문가", "연구자", "담당자", "발표자", "토론자", "발제자", "실무자", "창업자", "개발자", "기업인", "당국자", "참가자", "종사자", "책임자", "사업자", "운영자", "씨"];

    public static bool IsPointer(string word) => Pointers.Contains(word);

    public static bool IsMany(string word) => Many.Contains(word);

    /// <summary>참석자들, 업계, 기업 대표 9명, 참석 기업 모두, 이통 3사.</summary>
    public static bool IsGroup(IReadOnlyList<Word> words, int last, string stem)
    {
        if (stem.EndsWith('들') && stem.Length > 1) return IsHumanPlural(stem[..^1]);
        if (stem.EndsWith("업계", StringComparison.Ordinal) || Bare.Contains(stem)) return !(One.Contains(stem) && last > 0 && IsPointer(words[last - 1].Text));
        if (stem is "셋" or "넷" or "다섯" or "여섯" or "일곱" or "여덟" or "아홉" or "열" && last > 0 && (IsGroupNoun(words[last - 1].Text) || Titles.EndOf(words[last - 1].Text) is not null)) return true;
        if (IsLooseCount(words, last, stem) || IsHeadcount(words, last, stem)) return true;
        if (IsCount(stem)) return last > 0 && (IsGroupNoun(words[last - 1].Text) || IsBodyNoun(words[last - 1].Text) || Titles.EndOf(words[last - 1].Text) is not null || words[last - 1].Text.EndsWith('등'));
        return Array.Exists(Whole, w => w == stem) && last > 0 && IsGroupNoun(words[last - 1].Text);
    }

    /// <summary>"10여 명", "여섯 곳": the number stands apart.</summary>
    private static bool IsLooseCount(IReadOnlyList<Word> words, int last, string stem) =>
        last > 1 && Array.Exists(Units, u => u == stem) && words[last - 1].Text.Length > 0 && (char.IsAsciiDigit(words[last - 1].Text[0]) || words[last - 1].Text is "여섯" or "다섯" or "일곱" or "여덟" or "아홉" or "열" or "네" or "세" or "두" or "수십" or "십여" or "여러")
        && (IsGroupNoun(words[last - 2].Text) || IsBodyNoun(words[last - 2].Text) || Titles.EndOf(words[last - 2].Text) is not null || words[last - 2].Text is "등");

    /// <summary>"청년 어부 20여 명은": whatever they are called, so many people as a topic are a group.</summary>
    private static bool IsHeadcount(IReadOnlyList<Word> words, int last, string stem)
    {
        if (last == 0 || words[last].Text != stem + "은") return false;
        var number = stem is "명" or "여명" ? last - 1 : last;
        return number > 0 && stem.EndsWith('명') && words[number].Text.Length > 0 && char.IsAsciiDigit(words[number].Text[0]) && !NounPhrases.EndsPhrase(words[number - 1].Text);
    }

    private static bool IsGroupNoun(string word) => (word.EndsWith('들') && IsHumanPlural(word[..^1])) || Bare.Contains(word) || One.Contains(word) || word.EndsWith("업계", StringComparison.Ordinal) || IsUnknownOne(word);

    /// <summary>조사, 민원, 투자: a thing, though it ends like somebody.</summary>
    public static bool IsNotHuman(string noun) => !noun.EndsWith("제조사", StringComparison.Ordinal) && Array.Exists(NotHuman, n => noun.EndsWith(n, StringComparison.Ordinal) && !(n is "관" or "진"));

    private static bool IsHumanPlural(string noun) =>
        noun.Length > 0 && !IsNotHuman(noun) && (Titles.EndOf(noun) is not null || Array.Exists(Human, h => noun.EndsWith(h, StringComparison.Ordinal)));

    private static readonly string[] BodyNouns = ["업체", "기업", "회사", "농가", "가게", "점포", "공장", "병원", "학교", "어린이집", "식당", "업소", "조합", "단체", "기관", "대학", "은행", "연구소", "스타트업", "협회", "시장"];

    private static bool IsBodyNoun(string word) => Array.Exists(BodyNouns, n => word.EndsWith(n, StringComparison.Ordinal));

    /// <summary>9명, 30여명, 12개사, 다섯 곳, 3사.</summary>
    public static bool IsCount(string stem)
    {
        var unit = Array.Find(Units, u => stem.Length > u.Length && stem.EndsWith(u, StringComparison.Ordinal));
        return unit is not null && (char.IsAsciiDigit(stem[0]) || stem[..^unit.Length] is "여" or "수십" or "십여" or "세" or "네" or "다섯" or "두" or "여러");
    }

    private static readonly string[] Units = ["여명", "명", "인", "개사", "개사들", "개기업", "개업체", "곳", "사", "팀", "개교", "개단체", "개기관", "개"];

    /// <summary>A씨, 김모 씨.</summary>
    private static bool IsInitial(string stem) => stem.Length == 2 && char.IsAsciiLetterUpper(stem[0]) && stem[1] == '씨';
}
