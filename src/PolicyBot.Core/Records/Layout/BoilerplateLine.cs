using System.Buffers;

namespace PolicyBot.Records.Layout;

/// <summary>Lines that frame a document and say nothing in it: by-lines, dates of entry, rights, contacts, subscriptions, stage directions.</summary>
internal static class BoilerplateLine
{
    private const int MaxByline = 80;
    private const int MaxNotice = 250;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]（）");

    private static readonly string[] Rights =
        ["무단 전재", "무단전재", "무단 복제", "무단복제", "재배포 금지", "재배포금지", "저작권자", "AI 학습 및 활용 금지", "All rights reserved", "All Rights Reserved", "Copyright ©", "Copyright ⓒ", "Copyrights", "ⓒ ", "© "];

    private static readonly string[] Entries =
    [
        "입력 ", "입력:", "입력 :", "기사입력", "기사 입력", "등록 ", "등록:", "승인 ", "송고 ", "수정 ", "최종수정", "최종 수정", "최초입력", "업데이트 ", "발행일", "게재 ", "조회수", "댓글 ", "Published ", "Published:",
        "Updated ", "Updated:", "Posted ", "Last updated", "Last modified",
    ];

    private static readonly string[] Notices =
    [
        "엠바고", "보도시점", "보도 시점", "즉시보도", "즉시 보도", "배포일시", "배포 일시", "배포 즉시", "보도자료 배포", "담당부서", "담당 부서", "담당자", "담당 과장", "담당 사무관", "책임자", "문의:", "문의 :", "문의처", "제보는", "제보하기",
        "카카오톡", "구독하기", "구독 신청", "뉴스레터", "좋아요", "공유하기", "기사보내기", "글자크기", "가-가+", "인쇄하기", "네이버에서", "채널 추가", "EMBARGO", "Embargo", "FOR IMMEDIATE RELEASE", "Media contact", "Media Contact",
        "Press contact", "Contact:", "Contacts:", "Subscribe", "Sign up for", "newsletter", "Newsletter", "Follow us", "Share this", "Share on", "Click here", "Read more:", "Also read:", "Reporting by ", "Editing by ", "[포토]", "[화보]", "[영상]", "[그래픽]", "[사진]",
    ];

    private static readonly string[] Tails =
    [
        "관련기사", "관련 기사", "관련뉴스", "관련 뉴스", "관련 글", "많이 본 뉴스", "많이 본 기사", "많이본뉴스", "많이본 뉴스", "인기기사", "인기 기사", "인기뉴스", "주요뉴스", "주요 뉴스", "추천기사", "추천 기사", "추천뉴스", "추천 뉴스",
        "이 시각 주요뉴스", "이 시각 주요 뉴스", "이 기사를 공유합니다", "다른기사 보기", "다른 기사 보기", "함께 본 기사", "실시간 뉴스", "최신기사", "최신 기사", "오늘의 주요뉴스", "베스트 클릭", "Related stories", "Related Stories",
        "Related articles", "Related Articles", "Related news", "More stories", "Most read", "Most Read", "Most popular", "Most viewed", "Recommended stories", "You may also like", "Read next", "Trending now",
    ];

    private static readonly string[] SittingWords = ["개의", "개회", "산회", "폐회", "정회", "속개", "계속개의", "선포", "개식", "폐식", "폐의"];

    private static readonly string[] StageWords =
        ["웃음", "박수", "장내", "있음", "퇴장", "입장", "거수", "기립", "소란", "의사봉", "3타", "잡음", "침묵", "중단", "발언대", "영상", "보고사항", "참조", "파일", "끝에", "Laughter", "Applause", "Inaudible", "Interruption", "Crosstalk", "Objection", "Pause"];

    public static bool Is(ReadOnlySpan<char> line) =>
        IsStageDirection(line) || (line.Length <= MaxNotice && (ContainsAny(line, Rights) || IsEntry(line)))
        || (line.Length <= MaxByline && (IsByline(line) || (!EndsAsSentence(line) && ContainsAny(line, Notices))));

    /// <summary>A heading after which nothing belongs to the document any more.</summary>
    public static bool BeginsTail(ReadOnlySpan<char> line)
    {
        var heading = line.Trim("[]【】<>■□◆◇▶▷●○#*:·- \u00A0".AsSpan());
        foreach (var tail in Tails)
        {
            if (heading.StartsWith(tail, StringComparison.Ordinal) && heading.Length <= tail.Length + 8) return true;
        }

        return false;
    }

    /// <summary><c>(10시03분 개의)</c>, <c>(웃음)</c>, <c>(「없습니다」 하는 위원 있음)</c>, <c>[Inaudible.]</c> alone on a line.</summary>
    public static bool IsStageDirection(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 120) return false;
        var closed = (line[0] is '(' or '（' && line[^1] is ')' or '）') || (line[0] is '[' && line[^1] is ']');
        if (!closed || line[1..^1].IndexOfAny(Brackets) >= 0) return false;
        var inner = line[1..^1];
        return ContainsAny(inner, StageWords) || (ContainsAny(inner, SittingWords) && inner.Contains('시')) || ContainsAny(inner, ["회의중지", "계속개의", "시"]) && inner.Contains('분') && inner.Length < 24;
    }

    public static bool IsByline(ReadOnlySpan<char> line)
    {
        var mail = line.IndexOf('@');
        if (line.IndexOf("다. ", StringComparison.Ordinal) >= 0) return false;
        if (mail > 0 && line[(mail + 1)..].Contains('.') && !EndsAsSentence(line)) return true;
        if (line.Length <= 30 && (line.EndsWith(" 기자", StringComparison.Ordinal) || line.EndsWith(" 특파원", StringComparison.Ordinal))) return true;
        return line.StartsWith("By ", StringComparison.Ordinal) && line.Length <= 60 && line.Length > 3 && char.IsUpper(line[3]) && !EndsAsSentence(line);
    }

    private static bool IsEntry(ReadOnlySpan<char> line) =>
        StartsWithAny(line, Entries) && line.IndexOfAnyInRange('0', '9') >= 0 && !EndsAsSentence(line) && line.Length <= 120;

    private static bool EndsAsSentence(ReadOnlySpan<char> line) =>
        line.EndsWith("다.", StringComparison.Ordinal) || line.EndsWith("요.", StringComparison.Ordinal) || line.EndsWith("까?", StringComparison.Ordinal)
        || (line.Length > 40 && line[^1] == '.' && char.IsAsciiLetterLower(line[^2]));

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] words)
    {
        foreach (var word in words)
        {
            if (line.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> line, string[] words)
    {
        foreach (var word in words)
        {
            if (line.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
