namespace PolicyBot.Concerns.Korean;

/// <summary>Where a noun phrase begins, without a dictionary: at a particle, a verb's ending or a word of time.</summary>
internal static class NounPhrases
{
    private const int Longest = 5;

    private static readonly HashSet<string> Edges = new(StringComparer.Ordinal)
    {
        "이날", "전날", "당일", "이어", "이에", "또", "또한", "그러나", "하지만", "다만", "반면", "한편", "앞서", "특히", "아울러", "그리고", "그러면서", "이와", "함께", "먼저", "우선", "다음으로", "마지막으로", "오전", "오후", "최근", "현재",
        "지난", "오는", "등", "및", "때", "뒤", "후", "전", "중", "가운데", "동안", "이후", "현장", "따르면", "대해", "관련해", "위해", "통해", "이미", "아직", "모두", "나란히", "역시", "결국", "즉", "이번", "올해", "내년", "작년", "지난해",
        "이를", "여기에", "더해", "맞서", "반해", "그러자", "이후", "끝난", "직후", "사이", "옆에", "온", "찾은",
    };

    private static readonly string[] VerbEndings =
    [
        "하는", "되는", "있는", "없는", "하던", "있던", "했던", "된", "한", "할", "될", "해", "하고", "하며", "하면", "해서", "하여", "되어", "돼", "받은", "맡은", "만난", "열린", "나선", "나온", "찾은", "보는", "가진", "갖춘", "마친", "이끄는",
        "겪는", "겪은", "느낀", "느끼는", "쓰는", "만드는", "다루는", "운영하는", "라고", "다고", "다는", "라는", "다며", "라며", "면서", "는데", "지만", "으며", "고서", "려는", "다가", "듯", "않은", "않는", "못한",
    ];

    /// <summary>Whether a phrase that reads on to the right cannot hold this word.</summary>
    public static bool EndsPhrase(string word)
    {
        if (word.Length == 0 || Edges.Contains(word)) return true;
        if (word.Length > 1 && Particles.Strip(word).Role is not (Particles.Role.None or Particles.Role.Of or Particles.Role.With) && !IsBareNoun(word)) return true;
        return word.Length > 1 && !IsBareNoun(word) && Array.Exists(VerbEndings, e => word.EndsWith(e, StringComparison.Ordinal));
    }

    /// <summary>The first word of the phrase that ends with <paramref name="last"/>, at most a handful of words back.</summary>
    public static int Start(IReadOnlyList<Word> words, int last, int first)
    {
        var start = last;
        while (start > first && last - start < Longest && !words[start].IsListed && words[start - 1] is { CommaAfter: false, Quote: null } before && !EndsPhrase(before.Text)) start--;
        return start;
    }

    /// <summary>Nouns whose last letter looks like a particle or an ending.</summary>
    /// <summary>창고, 광고: no verb, however it ends.</summary>
    public static bool IsNoun(string word) => IsBareNoun(word);

    private static bool IsBareNoun(string word) => Array.Exists(BareNouns, n => word.EndsWith(n, StringComparison.Ordinal));

    private static readonly string[] BareNouns =
    [
        "정도", "제도", "지도", "속도", "한도", "밀도", "강도", "온도", "빈도", "태도", "의도", "보도", "경기도", "제주도", "전문가", "국가", "평가", "허가", "인허가", "원가", "단가", "정가", "증가", "추가", "참가", "작가", "기업가", "활동가", "투자가",
        "회의", "논의", "협의", "심의", "건의", "결의", "동의", "강의", "합의", "주의", "토의", "편의", "명의", "문의", "성과", "결과", "효과", "학과", "부과", "통과", "초과", "경과", "의과", "차이", "나이", "길이", "사이", "아이",
        "전문의", "고의", "상의", "대한", "권한", "제한", "기한", "무한", "북한", "남한", "최소한", "유한", "시한", "역할", "분할", "관할", "오해", "이해", "피해", "저해", "침해", "손해", "장해", "재해", "방해", "올해", "지난해", "견해", "공해", "서해", "동해", "남해", "양해",
        "최고", "창고", "광고", "보고", "신고", "재고", "경고", "사고", "참고", "원고", "권고", "공고", "불만", "대만", "자만", "비만", "파운드리",
    ];
}
