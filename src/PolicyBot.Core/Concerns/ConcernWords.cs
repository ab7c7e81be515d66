using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>What a word does when two concerns are compared.</summary>
/// <param name="Concept">The meaning it shares with others (기간 and 시간 are both "time"); null for a word that means nothing here.</param>
/// <param name="IsAct">The direction of an ask: less, more, open. A complaint has that of its cure: 오래 걸린다 asks for less.</param>
internal sealed record ConcernWord(string? Concept, bool IsAct, double Weight);

/// <summary>Words by which asks are told apart or joined, in Korean (found inside compounds) and English (whole stems).</summary>
internal static class ConcernWords
{
    private static readonly (string Concept, string Korean, string English)[] Acts =
    [
        ("less", "단축 줄여 줄이 줄인 줄일 줄었 인하 낮춰 낮추 내려 감면 완화 경감 깎아 앞당 신속 빠르 빨리 축소 오래 길다 길어 깁니 늦다 늦어 지연 밀린 밀려 걸린 걸리 걸려 비싸 비싼 과도 무겁 무거 부담 지나치 높다 높아",
            "less shorten shorter short reduc reduce cut lower speed faster fast quick quicker cheaper ease relax slow long delay expensive burden excessive high"),
        ("more", "확대 확충 늘려 늘리 늘린 늘릴 증액 추가 증원 보강 강화 충원 넓혀 넓히 더뽑 부족 모자라 모자란 적다 턱없이 올려",
            "more expand increas increase add additional extra rais raise widen lack insufficient short-staffed enough too-few strengthen"),
        ("open", "개방 공개 공유 제공 열어 구하기", "open publish disclose share release access"),
        ("abolish", "폐지 없애 철폐 삭제 제외 면제", "abolish scrap remove repeal exempt waive exemption waiver drop"),
        ("postpone", "유예 연기 미뤄 미루 늦춰 늦추", "postpone defer grace"),
        ("extend", "연장 유지 지속", "extend extension longer prolong keep"),
        ("simplify", "간소 통합 일원 단일 합쳐 합치 복잡 까다 중복 되풀이 반복", "simplify simpler simple single merge unify streamlin streamline complicat complicated duplicat duplicate repeat"),
        ("clarify", "명확 구체 분명 모호 불명 불분명 불투명 애매 해석", "clarify clear clearer unclear vague ambiguous"),
        ("create", "신설 구축 설치 만들 세워 도입 조성 마련 설립 건립", "create build set-up establish introduc introduce"),
    ];

    private static readonly (string Concept, double Weight, string Korean, string English)[] Generic =
    [
        ("time", 0.5, "기간 시간 소요 대기 기한", "time period wait duration"),
        ("procedure", 0.4, "절차 과정 단계", "procedure process step"),
        ("support", 0.5, "지원 혜택 보조", "support help aid assistance"),
        ("money", 0.5, "예산 자금 재원", "budget money fund funding"),
        ("cost", 0.5, "비용 가격", "cost price"),
        ("data", 0.5, "데이터 자료", "data"),
        ("review", 0.6, "심사 심의 평가", "review assessment screening"),
        ("rule", 0.3, "제도 규정 기준 규제 정책 법령", "rule regulation system policy law"),
        ("people", 0.7, "인력 인원 직원", "staff people personnel"),
    ];

    private const string Empty =
        "달라 달라고 주십 주시 주셨 바란 바랍 필요 요청 요구 건의 촉구 위해 위한 대한 대해 관련 통해 문제 방안 대책 사업 너무 매우 아직 여전히 계속 지금 현재 최소 모든 각종 등의 것이 있다 있는 없다 없는 "
        + "해야 한다 하다 된다 되다 우려 걱정 애로 어렵 어려 어려움 기업 업계 회사 업체 현장 정부 부처 국내 우리 저희 이번 올해 내년 경우 때문 정도 수준 이상 이하 절실 시급 좋겠 에서 으로 부터 까지 그리고 또한 이를";

    private static readonly string[] EmptyEnglish =
    [
        "the", "a", "an", "of", "for", "to", "in", "on", "at", "by", "and", "or", "is", "are", "be", "been", "it", "its", "that", "this", "we", "us", "our", "they", "their", "them", "please", "should",
        "must", "need", "want", "would", "could", "can", "will", "with", "from", "as", "so", "very", "too", "much", "not", "no", "there", "have", "has", "had", "do", "does", "make", "take", "get", "give",
        "company", "companies", "firm", "government", "ministry", "industry", "ask", "call", "concern", "problem", "issue", "all", "any", "each", "every", "still", "also", "into", "than", "how", "what", "which", "who", "about",
    ];

    public static PhraseTrie<ConcernWord> Korean { get; } = BuildKorean();

    public static IReadOnlyDictionary<string, ConcernWord> English { get; } = BuildEnglish();

    /// <summary>Acts so near that one ask may be told with either.</summary>
    public static bool AreNear(string a, string b) =>
        a == b || (a, b) is ("less", "simplify") or ("simplify", "less") or ("more", "create") or ("create", "more");

    private static PhraseTrie<ConcernWord> BuildKorean()
    {
        var trie = new PhraseTrie<ConcernWord>();
        foreach (var (concept, korean, _) in Acts) Add(korean, new(concept, true, 0));
        foreach (var (concept, weight, korean, _) in Generic) Add(korean, new(concept, false, weight));
        Add(Empty, new(null, false, 0));
        return trie;

        void Add(string words, ConcernWord word)
        {
            foreach (var written in words.Split(' ')) trie.Add(written, word);
        }
    }

    private static Dictionary<string, ConcernWord> BuildEnglish()
    {
        Dictionary<string, ConcernWord> words = new(StringComparer.Ordinal);
        foreach (var (concept, _, english) in Acts) Add(english.Split(' '), new(concept, true, 0));
        foreach (var (concept, weight, _, english) in Generic) Add(english.Split(' '), new(concept, false, weight));
        Add(EmptyEnglish, new(null, false, 0));
        return words;

        void Add(string[] list, ConcernWord word)
        {
            foreach (var written in list) words.TryAdd(written, word);
        }
    }
}
