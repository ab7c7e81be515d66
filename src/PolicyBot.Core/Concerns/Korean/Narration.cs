namespace PolicyBot.Concerns.Korean;

/// <summary>Acts of the government that the reporter tells himself, without a quotation.</summary>
internal static class Narration
{
    private static readonly string[] Listened = ["청취했다", "경청했다", "들었다", "수렴했다", "공유했다", "기록했다", "접수했다", "적었다", "메모했다"];

    private static readonly string[] Opinions = ["의견", "애로", "어려움", "건의", "목소리", "이야기", "얘기", "고충", "제안", "요청", "지적", "우려", "말을", "현안"];

    private static readonly string[] Ends =
    [
        "기로했다", "의결했다", "확정했다", "결정했다", "시행한다", "시행했다", "추진한다", "계획이다", "예정이다", "방침이다", "약속했다", "담았다", "고쳤다", "폐지했다", "폐지한다", "완화했다", "개정했다", "도입한다", "도입했다", "지원한다", "신설한다", "신설했다", "승인했다", "통과시켰다", "검토한다", "검토중이다", "검토하고있다", "준비중이다", "준비하고있다", "마련중이다", "마련하고있다", "작성하고있다", "작성중이다", "협의중이다", "협의하고있다", "논의하고있다", "적용한다", "내놓는다", "발표한다", "늘린다", "확대한다", "면제한다", "발주했다", "착수했다", "입법예고했다", "내놨다", "내놓았다", "발표했다", "공고했다", "고시했다", "추진하고있다", "추진중이다", "나선다", "들어간다", "개발하고있다", "구축하고있다", "배정했다", "편성했다", "지정했다", "연장했다", "허용했다", "설치했다", "열어둔다", "손본다", "푼다", "없앤다", "없앴다", "줄인다", "줄였다", "낮춘다", "낮췄다",
    ];

    private static readonly string[] Plans = ["예정이다", "계획이다", "방침이다", "기로했다"];

    private static readonly string[] Purposes = ["위해", "위한", "듣기", "듣고자", "청취하기", "들으려"];

    public static bool IsAnswer(string content)
    {
        var tail = Tail.Of(content);
        if (Tail.EndsWithAny(tail, Listened)) return Opinions.Any(o => content.Contains(o, StringComparison.Ordinal)) && !Purposes.Any(p => content.Contains(p, StringComparison.Ordinal));
        return Tail.EndsWithAny(tail, Ends);
    }

    private static readonly string[] Earlier = ["지난해", "작년", "재작년", "앞서 ", "당시 "];

    /// <summary>"2019년 제도를 도입했다": background, decided long before anybody asked.</summary>
    public static bool IsHistory(string content)
    {
        if (Earlier.Any(e => content.StartsWith(e, StringComparison.Ordinal))) return true;
        return content.Length > 5 && content[..4].All(char.IsAsciiDigit) && content[4] == '년' && (content[5] == ' ' || content.AsSpan(5).StartsWith("에", StringComparison.Ordinal));
    }

    public static bool IsListening(string verb) => Array.Exists(Listened, l => verb == l);

    /// <summary>A promise that may stand without its subject.</summary>
    public static bool IsPlan(string content) => Tail.EndsWithAny(Tail.Of(content), Plans);
}
