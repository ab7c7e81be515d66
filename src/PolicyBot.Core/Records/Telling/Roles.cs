using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Words for offices and jobs, by which a phrase is known to name a person.</summary>
internal static class Roles
{
    private static readonly string[] Official =
        ["장관", "차관", "총리", "부총리", "대통령", "위원장", "부위원장", "의원", "국장", "실장", "과장", "청장", "처장", "시장", "지사", "구청장", "군수", "정책관", "비서관", "사무관", "서기관", "주무관", "담당관", "분과장", "기획관", "심의관", "수석", "차장"];

    private static readonly string[] Other =
    [
        "대표", "대표이사", "이사", "사장", "회장", "이사장", "전무", "상무", "본부장", "센터장", "소장", "교수", "연구원", "원장", "부원장", "부문장", "사업단장", "단장", "팀장", "총장", "학장", "부장", "그룹장", "위원", "변호사", "대변인",
        "사무총장", "사무국장", "감사", "연구위원", "박사", "CEO", "CTO", "CSO", "매니저", "회계사", "노무사", "지부장", "지회장", "조합장", "소장", "책임", "수석연구원",
    ];

    public static bool Is(string word) => Ends(word, Official) || Ends(word, Other);

    public static bool IsOfficial(string word) => Ends(word, Official);

    /// <summary>강중협 한국데이터센터연합회장: how much of the word is the organisation; 0 when the word is an office alone.</summary>
    public static int OrganisationLength(string word)
    {
        foreach (var role in (string[])["협회장", "연합회장", "학회장", "위원장", "조합장", "연구원장", "진흥원장"])
        {
            if (word.Length > role.Length && !Titles.Korean.Contains(word) && word.EndsWith(role, StringComparison.Ordinal)) return word.Length - 1;
        }

        return 0;
    }

    private static bool Ends(string word, string[] roles)
    {
        foreach (var role in roles)
        {
            if (word.EndsWith(role, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
