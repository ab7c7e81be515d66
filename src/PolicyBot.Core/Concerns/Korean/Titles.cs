namespace PolicyBot.Concerns.Korean;

/// <summary>Titles and roles of persons, as they end a name.</summary>
internal static class Titles
{
    /// <summary>Only the government has these.</summary>
    private static readonly string[] Official =
    [
        "국무총리", "부총리", "총리", "대통령", "장관", "차관", "차관보", "처장", "청장", "차장", "비서관", "행정관", "수석비서관", "정책관", "심의관", "담당관", "기획관", "연구관",
        "조정관", "협력관", "관리관", "감사관", "사무관", "주무관", "서기관", "국무조정실장", "정책실장", "기획조정실장", "예산실장", "세제실장", "분과장", "총괄과장", "보좌관",
        "정책국장", "정책과장", "산업국장", "산업과장", "진흥과장", "수석", "정책보좌관", "대변인", "기획위원",
    ];

    /// <summary>Government unless a company or an association stands beside the title.</summary>
    private static readonly string[] Either =
    [
        "국장", "과장", "실장", "위원장", "부위원장", "상임위원", "사무처장", "국과장",
    ];

    private static readonly string[] Private =
    [
        "대표이사", "공동대표", "부대표", "대표", "회장", "부회장", "협회장", "부협회장", "연합회장", "학회장", "조합장", "이사장", "사장", "부사장", "상무이사", "전무이사",
        "상임이사", "사내이사", "전무", "상무", "이사", "교수", "명예교수", "부교수", "조교수", "석좌교수", "연구위원", "선임연구위원", "선임연구원", "책임연구원", "수석연구원",
        "연구원", "연구교수", "센터장", "연구소장", "소장", "원장", "부원장", "총장", "부총장", "학장", "학과장", "부문장", "사업단장", "사업부장", "본부장", "그룹장", "부장",
        "차장", "변호사", "변리사", "회계사", "의사", "박사", "위원", "의원", "고문", "감사", "총괄", "리더", "매니저", "파트너", "책임", "창업자", "의장", "부의장", "사무총장",
        "사무국장", "지부장", "지회장", "노조위원장", "위원장", "간사", "참고인", "진술인", "증인", "최고경영자", "최고기술책임자", "최고재무책임자", "최고운영책임자", "최고정보보호책임자", "정보보호책임자", "개인정보보호책임자", "최고전략책임자", "최고제품책임자", "최고책임자", "상근부회장", "수석부회장", "단장", "추진단장", "연구단장", "기술총괄", "총괄이사", "사업총괄", "랩장", "파트장", "디렉터", "각자대표", "상임대표", "상인회장", "농민회장", "이장", "어촌계장", "특임교수", "겸임교수", "초빙교수", "책임교수", "연구부장", "약사", "간호사", "세무사", "노무사", "건축사", "기술사", "작가", "감독", "연구실장", "사무처장", "지점장", "센터장대행", "회장대행", "부원장", "선임매니저", "엔지니어", "개발자대표", "조합원대표", "노조지부장", "국회의원", "시의원", "도의원", "구의원", "CEO", "CTO", "COO", "CFO", "CISO", "CPO", "시장", "도지사", "지사", "군수",
        "구청장", "부시장", "부지사", "병원장", "점장", "공장장", "현장소장", "임원", "행장", "은행장", "팀장", "실장", "국장", "전문위원", "자문위원", "주임", "대리", "과장",
        "원내대표", "사업본부장", "기술이사", "대학원장", "협의회장", "중앙회장", "연맹회장", "재단이사장", "선임", "전문의", "교장", "농장주", "대학원생", "학생",
    ];

    private static readonly string[] All = [.. Official.Concat(Either).Concat(Private).Distinct().OrderByDescending(t => t.Length)];

    /// <summary>The longest title that the word ends with; null when none does.</summary>
    public static string? EndOf(string word)
    {
        if (word.Length < 2 || NotTitles.Any(n => word.EndsWith(n, StringComparison.Ordinal))) return null;
        return Array.Find(All, t => word.EndsWith(t, StringComparison.Ordinal) && IsWhole(word, t));
    }

    /// <summary>"홍 차관" may be 홍길동 제2차관, but a 부사장 is no 사장.</summary>
    public static bool Fits(string full, string brief)
    {
        if (full == brief) return true;
        if (full.StartsWith(brief, StringComparison.Ordinal) && brief is "대표" or "전무" or "상무") return true;
        var at = full.Length - brief.Length;
        return at > 0 && full.EndsWith(brief, StringComparison.Ordinal) && (full[at - 1] != '부' || brief is "장");
    }

    public static Side SideOf(string title, bool hasPrivateOrganisation, bool hasPublicOrganisation)
    {
        if (hasPublicOrganisation) return Side.Government;
        if (hasPrivateOrganisation) return Side.Stakeholder;
        if (Array.Exists(Official, t => title.EndsWith(t, StringComparison.Ordinal))) return title is "차장" ? Side.Stakeholder : Side.Government;
        return Array.Exists(Either, t => title.EndsWith(t, StringComparison.Ordinal)) && !Array.Exists(PrivateHeads, t => title.EndsWith(t, StringComparison.Ordinal)) ? Side.Government : Side.Stakeholder;
    }

    /// <summary>An office of which a meeting has one: 차관, 장관, 위원장. "대표" and "교수" alone name nobody.</summary>
    public static bool IsOffice(string title) =>
        Array.Exists(Official, t => title.EndsWith(t, StringComparison.Ordinal)) || Array.Exists(Either, t => title.EndsWith(t, StringComparison.Ordinal))
        || title is "시장" or "도지사" or "지사" or "구청장" or "군수" or "의장" or "총장" or "원장" or "협회장" or "이사장" or "사무총장";

    private static readonly string[] PrivateHeads = ["노조위원장", "사무국장", "연구실장", "사업단장", "사업본부장"];

    private static readonly string[] NotTitles =
    [
        "주차장", "공사장", "행사장", "강의장", "놀이장", "연회장", "집회장", "대회장", "체험장", "현장", "시장은", "당장", "주장", "성장", "입장", "확장", "공장", "포장", "매장", "보장", "연장", "저장", "등장", "규모", "심사", "검사", "조사", "공사", "행사", "인사", "회사",
        "기사", "역사", "의사결정", "회의장", "시장", "과학기술인", "감사하다", "창업책임", "무책임", "사회책임",
    ];

    private static bool IsWhole(string word, string title)
    {
        if (word.Length == title.Length) return true;
        return title is not ("감사" or "책임" or "선임" or "의사" or "박사" or "이사" or "총괄" or "대리" or "주임" or "수석" or "시장" or "지사" or "소장" or "사장" or "차장" or "군수" or "의장" or "점장" or "임원" or "학생")
            || word.Length <= title.Length + 2;
    }
}
