using System.Text.RegularExpressions;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>
/// The names that stand where a question puts the one who speaks: "파이저가 … 요청했나", "Did Pfizer ask …". Only their place and their form are read here;
/// a word for many (업계, 참가자들) is no name, for what many said may be on record in another word.
/// </summary>
internal static partial class AskedSpeakers
{
    private const int Longest = 20;

    /// <summary>The longest first.</summary>
    private static readonly string[] Subject = ["께서는", "측에서는", "에서는", "측에서", "쪽에서", "께서", "측은", "측이", "쪽은", "쪽이", "은", "는", "이", "가"];

    /// <summary>Words that only end like one with such a particle.</summary>
    private static readonly string[] Nouns = ["평가", "허가", "인가", "물가", "주가", "원가", "단가", "추가", "증가", "국가", "문가", "작가", "휴가", "참가", "대가", "유가", "농가", "투자가", "어린이", "젊은이", "차이", "없이", "같이", "많이", "높이", "길이", "깊이"];

    private static readonly string[] ManyEndings =
    [
        "들", "계", "업체", "기업", "회사", "업자", "단체", "기관", "사람", "정부", "부처", "당국", "지자체", "전문가", "관계자", "참석자", "참가자", "참여자", "소비자", "이용자", "사용자", "투자자", "연구자", "노동자", "근로자", "당사자", "담당자",
        "발언자", "생산자", "개발자", "스타트업", "소상공인", "농가", "주민", "국민", "시민", "학생", "교수", "의사", "경영진", "연구진", "의료진", "위원", "의원", "대표", "장관", "차관", "국장", "과장", "실장", "회장", "사장", "총장", "처장", "청장", "원장", "팀장", "조합장", "대변인", "정책관",
    ];

    private static readonly string[] Many =
    [
        "은행", "병원", "대학", "대학교", "학교", "연구소", "연구원", "공단", "공사", "조합", "노조", "재단", "시장", "현장", "지역", "지방", "민간", "공공", "국회", "여당", "야당", "언론", "청년", "여성", "직원", "임원", "벤처", "상대", "양측", "모두",
        "다수", "일부", "누군가", "아무", "당사국", "그룹", "협회", "연합회", "협의회", "학회", "위원회", "본부", "센터", "사무국", "기록", "자료", "보고서", "법안", "예산", "세금", "질문", "한쪽", "다른", "거기", "여기", "그들", "본인", "자기", "저희",
    ];

    private static readonly string[] ManyBeginnings = ["시중", "중소", "대형", "중견", "소형", "지방", "지역", "국내", "해외", "외국", "국립", "공공", "민간", "전국", "신생", "영세", "글로벌", "주요", "관련", "해당"];

    /// <summary>What firms and public bodies end in.</summary>
    private static readonly string[] FirmEndings =
    [
        "전자", "전력", "건설", "제약", "바이오", "은행", "증권", "화학", "중공업", "텔레콤", "통신", "클라우드", "반도체", "자동차", "에너지", "솔루션", "솔루션즈", "시스템", "시스템즈", "테크", "테크놀로지", "소프트", "네트웍스", "홀딩스", "그룹", "물산", "생명", "화재",
        "카드", "항공", "해운", "조선", "제철", "로보틱스", "모빌리티", "게임즈", "랩스", "식품", "물류", "협회", "연합회", "협의회", "재단", "공사", "공단", "연구원", "대학교", "병원", "노조", "조합", "수협", "농협", "축협", "신협", "중앙회", "연맹", "상공회의소",
    ];

    public static IReadOnlyList<string> Find(string text, Language language) =>
        [.. (language == Language.Korean ? FindKorean(text) : FindEnglish(text)).Distinct(StringComparer.Ordinal)];

    /// <summary>"NHN의 요청에 뭐라고 답했나", "what was the reply to NHN": the name of the one who is answered.</summary>
    /// <param name="isBody">A body may also be answered as a thing is: "협회에 뭐라고 답했나".</param>
    public static bool IsAnsweredTo(string text, string name, bool isBody, Language language)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return false;
        return language == Language.Korean
            ? KoreanAddress().IsMatch(text[(at + name.Length)..]) || (isBody && KoreanBodyAddress().IsMatch(text[(at + name.Length)..]))
            : EnglishPossessive().IsMatch(text[(at + name.Length)..]) || EnglishTo().IsMatch(text[..at]);
    }

    /// <summary>A word such as 한빛전력: a name whatever the records use it for.</summary>
    public static bool IsFirm(string name) =>
        FirmEndings.Any(e => name.Length >= e.Length + 2 && name.EndsWith(e, StringComparison.Ordinal) && name[..^e.Length] is var head && !QuestionVocabulary.Common.Contains(head) && BilingualTerms.Translate(head).Count == 0);

    private static IEnumerable<string> FindKorean(string text)
    {
        if (KoreanWho().IsMatch(text)) return [];
        var said = KoreanSaying().Matches(text);
        var words = said.Count == 0 ? [] : KoreanWord().Matches(text).TakeWhile(w => w.Index <= said[^1].Index).ToList();
        var subjects = words.Where((word, i) => Bare(word.Value) is { } name && (IsFirm(name) || Speaks(words[(i + 1)..], said, IsVerbal(word.Value)))).Select(w => Bare(w.Value)!);
        var owners = KoreanOwner().Matches(text).Select(m => m.Groups[1].Value).Where(IsFirm);
        return subjects.Concat(owners).Where(name => name.Length <= Longest && !IsMany(name) && SubjectWords.Read(name, Language.Korean).Any());
    }

    /// <summary>Whether the subject before these words is that of the saying, not of a clause within what was said ("변압기가 부족하다고 말했나", "요금이 비싼 문제를 제기했나").</summary>
    private static bool Speaks(List<Match> after, MatchCollection said, bool onlyWithQuestion)
    {
        foreach (var word in after)
        {
            if (KoreanQuestion().IsMatch(word.Value)) return true;
            if (onlyWithQuestion || KoreanClause().IsMatch(word.Value)) return false;
            if (KoreanObject().IsMatch(word.Value) || said.Any(s => s.Index == word.Index)) return true;
        }

        return false;
    }

    /// <summary>줄이는, 낮추는: in doubt a verb before its noun.</summary>
    private static bool IsVerbal(string word) => word is [.., var last, '는' or '은'] && "하되있없않이리기추우드오나지치키시히두주보내".Contains(last, StringComparison.Ordinal);

    /// <summary>Without the particle that makes it the subject; null for any other word.</summary>
    private static string? Bare(string word)
    {
        var particle = Subject.FirstOrDefault(p => word.Length > p.Length + 1 && word.EndsWith(p, StringComparison.Ordinal));
        if (particle is null || Nouns.Any(n => word.EndsWith(n, StringComparison.Ordinal))) return null;
        var name = word[..^particle.Length];
        if (!Hangul.IsHangul(name[^1])) return name;
        return particle switch
        {
            "은" or "이" when !Hangul.HasFinal(name[^1]) => null,
            "는" or "가" when Hangul.HasFinal(name[^1]) => null,
            _ => name,
        };
    }

    private static bool IsMany(string name) =>
        Many.Contains(name, StringComparer.Ordinal)
        || ManyEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal))
        || ManyBeginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal))
        // 제조사, 통신사: whoever is of that trade.
        || (name.Length <= 4 && name.EndsWith('사'));

    private static IEnumerable<string> FindEnglish(string text)
    {
        foreach (Match match in EnglishSubject().Matches(text).Concat(EnglishOwner().Matches(text)))
        {
            foreach (var name in match.Groups["name"].Value.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = name.ToLowerInvariant().Split(' ');
                var isName = !words.All(w => QuestionVocabulary.EnglishAsking.Contains(w) || QuestionVocabulary.Common.Contains(w)) && !EnglishPlural().IsMatch(name);
                if (isName && !EnglishTitle().IsMatch(name)) yield return name;
            }
        }
    }

    [GeneratedRegex(@"(제기|요구|건의|요청|우려|지적|언급|주장|제안|호소|촉구|걱정|토로|당부|발언|말|말씀|얘기|이야기)(을|를|도)?\s*(한|했|하|해|하신|하셨|드렸)|꺼냈|원했|바랐|밝혔|답(변)?(을|도)?\s*(못\s*)?(듣|들었|받았|얻었)", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanSaying();

    [GeneratedRegex("누가|누구|어디|어느|어떤 (기업|회사|기관|단체|협회|업체)", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanWho();

    [GeneratedRegex("(을|를)$|^대해|^관해|^달라고", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanObject();

    [GeneratedRegex("^(무엇|무슨|뭐|뭘|어떤)", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanQuestion();

    // A verb before its noun, or the end of what is quoted.
    [GeneratedRegex("(한|된|인|는|은|운|른|던|린|킨|난|진|싼|할|될|다고|라고|냐고|자고|다며|다는|라는)$", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanClause();

    [GeneratedRegex(@"[가-힣A-Za-z0-9&·.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanWord();

    [GeneratedRegex(@"([가-힣A-Za-z0-9&·.-]{2,20})의\s+(요청|요구|건의|우려|발언|의견|주장|제안|애로|불만)", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanOwner();

    // "and" and "of" join what is one subject: both sides begin in capitals.
    [GeneratedRegex(@"(?i:\b(?:did|does|has|have|had)\s+(?:the\s+)?)(?<name>[A-Z][\w&.’'-]*(?:\s+(?:(?:of|for|and|&)\s+(?:the\s+)?)?[A-Z][\w&.’'-]*)*)\s+(?:(?:ever|really|also|already|actually|even|not)\s+)*(?i:ask|asked|request|requested|raise|raised|say|said|demand|demanded|complain|complained|call|called|want|wanted|mention|mentioned|propose|proposed|suggest|suggested|urge|urged|voice|voiced|object|objected|warn|warned|get|got|receive|received|hear|heard|bring|brought|express|expressed|have|need|needed|seek|sought)\b", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishSubject();

    [GeneratedRegex(@"\b(?<name>[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*)*)(?:'s|’s)\s+(?:requests?|concerns?|complaints?|demands?|asks?|statements?|proposals?|views?)\b", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishOwner();

    [GeneratedRegex(@"^(\s*측)?(에게|한테|께\s|의\s+(\S+\s+){0,3}?(요청|요구|건의|우려|의견|주장|제안|애로|불만|발언|지적|문제))", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanAddress();

    [GeneratedRegex(@"^에(는|도)?\s", RegexOptions.NonBacktracking)]
    private static partial Regex KoreanBodyAddress();

    [GeneratedRegex(@"^['’]s?\s+(\S+\s+){0,3}?(request|concern|complaint|demand|ask|statement|proposal|question|worr)", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishPossessive();

    [GeneratedRegex(@"(?i)\b(reply|replied|replies|answer|answered|answers|respond|responded|response|said|say)\s+(\S+\s+){0,2}?to\s+(the\s+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishTo();

    [GeneratedRegex("^[A-Z]+s$", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishPlural();

    [GeneratedRegex(@"(?i)\b(minister|vice|deputy|mr|ms|mrs|dr|professor|president|chair|chairman|ceo|director|secretary|member)\b", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishTitle();
}
