using System.Collections.Frozen;

namespace PolicyBot.Records;

/// <summary>Words for offices and ranks that follow a name in Korean: 대표, 장관, 협회장.</summary>
internal static class Titles
{
    public static FrozenSet<string> Korean { get; } = FrozenSet.ToFrozenSet(
    [
        "대표", "대표이사", "공동대표", "부대표", "회장", "부회장", "의장", "부의장", "사장", "부사장", "이사", "이사장", "상무", "전무", "상임이사", "감사", "고문",
        "총리", "부총리", "장관", "차관", "제1차관", "제2차관", "차관보", "실장", "국장", "과장", "팀장", "단장", "부장", "차장", "본부장", "센터장", "소장", "원장",
        "부원장", "위원장", "부위원장", "위원", "처장", "청장", "정책관", "심의관", "기획관", "조정관", "비서관", "보좌관", "사무관", "주무관", "서기관", "사무총장",
        "교수", "박사", "연구원", "연구위원", "연구소장", "책임연구원", "총장", "부총장", "학장", "의원", "지사", "부지사", "시장", "부시장", "군수", "구청장",
        "변호사", "대변인", "그룹장", "부문장", "파트장", "리더", "매니저", "프로", "책임", "수석", "이사관", "사외이사", "창업자", "창업주", "총괄", "담당", "담당자", "관계자", "임원", "직원", "대리인",
    ], StringComparer.Ordinal);

    /// <summary>What stands between a name and its particle without being part of it: A사 측은, B사 등이.</summary>
    public static FrozenSet<string> Followers { get; } =
        FrozenSet.ToFrozenSet(["측", "쪽", "등", "들", "관계자", "관계자들", "대표들", "임직원", "산하", "소속", "출신", "그룹"], StringComparer.Ordinal);
}
