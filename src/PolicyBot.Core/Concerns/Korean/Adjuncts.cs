namespace PolicyBot.Concerns.Korean;

/// <summary>Words between the speaker and what he says: when, where, to whom, how. They are no content.</summary>
internal static class Adjuncts
{
    private const int Reach = 12;

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "그러면서", "그러면서도", "이어", "이어서", "또", "또한", "아울러", "이와", "함께", "그리고", "그러나", "하지만", "다만", "반면", "한편", "앞서", "특히", "이에", "대해", "대해서는", "대해서도", "나란히", "거듭", "재차", "먼저", "우선", "이어진", "이날", "전날", "당일", "오전", "오후", "이날도", "이에대해", "그러자", "더불어", "나아가", "끝으로", "마지막으로", "덧붙여", "이와관련해", "관련해", "이와관련", "관련", "역시", "하나같이", "이구동성으로", "잇따라", "앞다퉈", "너나없이", "조심스럽게", "단호히", "강하게", "강력히", "줄곧", "또다시", "연신", "한목소리로", "공통적으로", "일제히", "저마다", "공식", "공식적으로", "직접", "다시", "한결같이", "입을", "모아", "당시", "여기에", "이밖에", "이외에도", "실제로", "구체적으로", "그는", "그도", "회의", "내내", "이후", "자리에서", "면서", "참석해", "참여해", "자리해", "모여", "참가해", "함께했으며", "참석했으며", "참석했고", "함께했고", "공동으로", "함께해", "뒤", "뒤이어", "각각", "차례로", "번갈아",
    };

    private static readonly string[] Places = ["회의", "간담회", "토론회", "자리", "모임", "행사", "공청회", "설명회", "세미나", "포럼", "인터뷰", "통화", "발언", "인사말", "연설", "축사", "발표", "질의응답", "토론", "국감", "국정감사", "청문회", "브리핑", "기자회견", "이곳", "여기", "통화", "라운드테이블", "워크숍", "방문", "점검회의", "심포지엄", "콘퍼런스", "컨퍼런스", "만찬", "오찬", "조찬", "답변", "서면", "회견", "대담", "협의회", "전체회의", "당정협의", "의견서", "입장문", "성명서", "건의서"];

    private static readonly string[] Hearers = ["정부", "부처", "당국", "국회", "기업들", "참석자들", "기자들", "취재진", "대표들", "업계", "장관", "차관", "국장", "과장", "위원회", "위원장", "총리", "관계자들", "기업", "의원들", "의원", "참석 기업들"];

    /// <summary>The first word at or behind <paramref name="from"/> that belongs to the content, which ends at <paramref name="comp"/>.</summary>
    public static int Skip(IReadOnlyList<Word> words, int from, int comp, bool keepTime = false)
    {
        var at = from;
        for (var i = from; i < Math.Min(comp, from + Reach); i++)
        {
            if (words[i].Quote is not null) return i;
            if (i == at && (Links.Contains(words[i].Text) || (!keepTime && IsTime(words, i)))) at = i + 1;
            else if (IsPlace(words[i].Text, i - from)) at = i + 1;
            else if (IsHearer(words[i].Text, i == at)) at = i + 1;
            else if (words[i].Text is "만나" or "관련해" && i - at < 3) at = i + 1;
        }

        return at > comp ? comp : at;
    }

    private static bool IsPlace(string word, int distance)
    {
        var (length, role) = Particles.Strip(word);
        return role == Particles.Role.Place && (distance < 4 || !word.EndsWith('는')) && Array.Exists(Places, p => word[..length].EndsWith(p, StringComparison.Ordinal));
    }

    /// <summary>"정부에", "차관에게": only at the head, for content has such words too.</summary>
    private static bool IsHearer(string word, bool isHead)
    {
        var (length, role) = Particles.Strip(word);
        return isHead && role == Particles.Role.To && length > 1 && (word.EndsWith("에게", StringComparison.Ordinal) || Array.Exists(Hearers, h => word[..length].EndsWith(h, StringComparison.Ordinal)) || (OrganisationShapes.Is(word[..length]) && word.EndsWith('에')));
    }

    /// <summary>"24일", "8월 4일": a date, not a period ("2년 내").</summary>
    private static bool IsTime(IReadOnlyList<Word> words, int i)
    {
        var word = words[i].Text;
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4 || word.Length != digits + 1 || (digits > 2 && word[^1] != '년')) return false;
        var isPeriod = i + 1 < words.Count && words[i + 1].Text is "내" or "안" or "안에" or "이내" or "이내에" or "뒤" or "후" or "동안" or "중" or "까지" or "전";
        if (i + 1 < words.Count && word[^1] == '월' && words[i + 1].Text is { Length: > 2 } day && char.IsAsciiDigit(day[0]) && (day.EndsWith("부터", StringComparison.Ordinal) || day.EndsWith("까지", StringComparison.Ordinal))) return false;
        return !isPeriod && (word[^1] is '일' or '월' or '시' || digits == 4);
    }
}
