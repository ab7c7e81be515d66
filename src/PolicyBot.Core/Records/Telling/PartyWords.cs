using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Tells words that can stand in a name from those of the clause around it.</summary>
internal static class PartyWords
{
    private static readonly string[] People =
        ["대표들", "관계자들", "관계자", "대표자들", "대표단", "임직원", "임직원들", "임원", "임원들", "경영진", "실무자", "실무자들", "실무진", "담당자", "담당자들", "연구자들", "연구원들", "교수들", "전문가들", "직원들", "측", "쪽", "등"];

    private static readonly string[] Particles = ["이", "가", "은", "는", "도", "과", "와", "께서", "께서는"];

    private static readonly string[] Endings =
    [
        "다고", "라고", "자고", "냐고", "달라고", "다며", "라며", "다면서", "라면서", "다는", "라는", "자는", "한다", "된다", "했다", "됐다", "였다", "있다", "없다", "하는", "되는", "있는", "없는", "위한", "대한", "통해", "위해", "따라", "대해",
        "해야", "워야", "어야", "아야", "려면", "지만", "도록", "면서", "했고", "었고", "였고", "됐고", "하며", "하고", "에서", "에게", "으로", "까지", "부터", "에는", "에도", "의견", "지적", "목소리", "요청", "건의", "우려", "주장", "하자", "하기",
    ];

    private static readonly string[] Leads = ["맡은", "나선", "찾은", "나온", "참석한", "함께한", "말한", "밝힌", "모인"];

    private static readonly string[] Vague = ["주요", "국내", "국내외", "관련", "여러", "다른", "일부", "각", "해당", "유관", "이들", "다양한", "많은", "모든"];

    /// <summary>The name inside a phrase: "A사 관계자들이" is A사, "발제를 맡은 홍길동 A사 대표" begins behind 맡은.</summary>
    public static string[] NameIn(string[] words)
    {
        while (words.Length > 1 && IsPeople(words[^1])) words = words[..^1];
        if (words.Length < 2 || !Roles.Is(words[^1])) return words;
        var start = Array.FindLastIndex(words, words.Length - 2, w => IsInflected(w) || Leads.Contains(w));
        return words[(start + 1)..];
    }

    /// <summary>요인이 되고 있다는 의견, 키워야 한다고: a clause, not a name.</summary>
    public static bool IsInflected(string word)
    {
        if (word.Length > 2 && word[^1] is '을' or '를' or '며' && IsAfter(word[^2], word[^1])) return true;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>입을, 뜻을: an object closes no name, though a name alone may end like one (노을).</summary>
    public static bool IsClosing(string word, bool alone) => word[^1] == '를' || (word[^1] == '을' && !alone);

    public static bool IsVague(string word) => Vague.Contains(word);

    /// <summary>Whether the mark can be a particle there: 을, 은, 이, 과 follow a final consonant, 를, 는, 가, 와 a vowel.</summary>
    public static bool IsAfter(char before, char particle) => !Hangul.IsSyllable(before) || particle switch
    {
        '을' or '은' or '이' or '과' => Hangul.HasFinal(before),
        '를' or '는' or '가' or '와' => !Hangul.HasFinal(before),
        _ => true,
    };

    private static bool IsPeople(string word)
    {
        if (People.Contains(word)) return true;
        foreach (var particle in Particles)
        {
            if (word.EndsWith(particle, StringComparison.Ordinal) && People.Contains(word[..^particle.Length])) return true;
        }

        return false;
    }
}
