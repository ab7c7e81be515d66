using PolicyBot.Concerns.Korean;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Tells which asks an answer names: those that it shares a particular word with, so that "인허가 간소화" answers no tax request of the same room.</summary>
internal sealed class SharedWords(string text)
{
    private const int LatinStem = 6;

    /// <summary>Words of every ask and of every answer.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "지원", "확대", "개선", "강화", "검토", "추진", "마련", "반영", "도입", "필요", "관련", "대해", "대한", "통해", "위해", "위한", "방안", "정책", "제도", "사업", "기업", "업계", "산업", "정부", "현장", "의견", "건의", "요청", "문제", "부담", "우려",
        "기준", "절차", "시간", "기간", "올해", "내년", "이미", "현재", "현행", "내용", "부분", "경우", "국내", "해외", "관계", "부처", "기관", "분야", "규제", "최대한", "적극", "조속히", "신속히", "다음", "상반기", "하반기", "연말까지", "연내",
        "있다", "없다", "한다", "하겠다", "해야", "달라", "있는", "없는", "하는", "되는", "때문", "너무", "수준", "정도", "방법", "대책", "계획", "예정", "작업", "진행", "시행", "발표", "제공", "활용", "운영", "구축", "관리", "중이다", "함께", "모두",
        "should", "would", "could", "which", "there", "their", "these", "those", "about", "under", "years", "suppor", "govern", "indust", "compan", "minist", "commit", "consid", "review", "reques", "concer", "publis", "before", "months", "system", "change",
    };

    private readonly Dictionary<SourceSpan, HashSet<string>> _words = [];

    public bool Share(SourceSpan a, SourceSpan b)
    {
        var (some, others) = (Of(a), Of(b));
        return some.Any(w => others.Any(o => IsSame(w, o)));
    }

    public int Count(SourceSpan a, SourceSpan b)
    {
        var (some, others) = (Of(a), Of(b));
        return some.Count(w => others.Any(o => IsSame(w, o)));
    }

    /// <summary>Whether the words have an object of their own, so that they are about something: "추가 인센티브를 찾아보겠다".</summary>
    public bool HasObject(SourceSpan span) =>
        span.Of(text).Split(" ").Any(w => Particles.Strip(w) is { Role: Particles.Role.Object, Length: > 1 } noun && Kept(w[..noun.Length]) is not null && !Pointing.Contains(w[..noun.Length]));

    private static readonly HashSet<string> Pointing = new(StringComparer.Ordinal) { "이것", "그것", "이점", "그점", "사항", "말씀", "취지", "이야기", "얘기", "목소리", "어려움", "애로", "고충", "답", "길", "해법", "노력", "최선", "그렇게", "이를", "의견들", "점들" };

    /// <summary>세제 and 세제혜택, 간소화 and 간소화해.</summary>
    private static bool IsSame(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private HashSet<string> Of(SourceSpan span)
    {
        if (_words.TryGetValue(span, out var known)) return known;
        HashSet<string> words = new(StringComparer.Ordinal);
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && char.IsLetterOrDigit(text[i])) continue;
            if (Stem(text[start..i]) is { } stem) words.Add(stem);
            start = i + 1;
        }

        return _words[span] = words;
    }

    private static string? Stem(string word)
    {
        if (word.Length < 2 || char.IsAsciiDigit(word[0])) return null;
        if (!Hangul.IsSyllable(word[0]))
        {
            var isAcronym = word.Length < LatinStem && word.All(c => !char.IsAsciiLetterLower(c));
            var latin = isAcronym ? word : word.ToLowerInvariant();
            return isAcronym || latin.Length >= 5 ? Kept(latin[..Math.Min(latin.Length, LatinStem)]) : null;
        }

        return Kept(word[..Particles.Strip(word).Length]);
    }

    private static string? Kept(string stem) => stem.Length < 2 || Common.Contains(stem) || (Hangul.IsSyllable(stem[0]) && Common.Contains(stem[..2]) && stem.Length < 5) ? null : stem;
}
