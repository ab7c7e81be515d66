using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Words of a question that look like a person's or an unlisted organisation's name. Whether anybody goes by it, the archive knows.</summary>
internal static class NameCandidates
{
    /// <summary>Those who answer rather than ask.</summary>
    private static readonly string[] Officials = ["장관", "차관", "국장", "과장", "총리", "부총리", "청장", "처장", "의원", "위원장"];

    private static readonly string[] Titles =
    [
        "대표", "이사", "사장", "회장", "부회장", "부사장", "전무", "상무", "본부장", "실장", "센터장", "연구원", "교수", "박사", "변호사", "의원", "위원", "위원장", "장관", "차관", "국장", "과장", "총리", "팀장", "소장", "원장", "총장", "이사장", "협회장", "부대표", "부총리", "청장", "처장",
        "사무국장", "사무총장", "사무처장", "조합장", "지부장", "지회장", "단장", "부장", "대변인", "정책관", "연구위원", "감사",
    ];

    /// <summary>어업인 대표, 예술인 대표: in a question these surnames stand before a title less often than such words do.</summary>
    private const string OpenCommonWords = "나어봉편용은경예";

    public static IReadOnlyList<string> Find(string text, Language language) =>
        language == Language.Korean ? FindKorean(text) : FindEnglish(text);

    /// <summary>"성춘향 대표", not "배 장관": a person by title who asks rather than answers.</summary>
    public static bool IsAskerByTitle(string name) => name.Split(' ') is [_, var title] && Titles.Contains(title, StringComparer.Ordinal) && !Officials.Contains(title, StringComparer.Ordinal);

    private static List<string> FindKorean(string text)
    {
        var words = text.Split([' ', '\t', '\n', ',', '?', '!', '.', '·', '"', '\'', '“', '”', '‘', '’', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var names = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var word = SubjectWords.Strip(words[i]);
            if (i > 0 && Titles.Contains(word, StringComparer.Ordinal) && IsNameShaped(words[i - 1]))
            {
                // "배 장관", "홍길동 대표": one party, not a word and a title.
                names.Remove(words[i - 1]);
                names.Add(words[i - 1] + " " + word);
            }

            if (word.Length is >= 2 and <= 20 && SubjectWords.Read(word, Language.Korean).Any() && !Titles.Contains(word, StringComparer.Ordinal)) names.Add(word);
        }

        return names;
    }

    /// <summary>A surname alone, or with a given name of two syllables; not 문제에, 전력을: no name ends so.</summary>
    private static bool IsNameShaped(string word) => word.Length is 1 or 3 && Surnames.IsUsual(word[0]) && !OpenCommonWords.Contains(word[0], StringComparison.Ordinal)
        && !(word[^1] is '에' or '의' or '를' or '을' or '와' or '과' && SubjectWords.Strip(word).Length < word.Length);

    private static List<string> FindEnglish(string text)
    {
        var words = text.Split([' ', '\t', '\n', ',', '?', '!', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var names = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            var end = i;
            while (end < words.Length && char.IsUpper(words[end][0]) && !(end == 0 && QuestionVocabulary.EnglishAsking.Contains(words[end].ToLowerInvariant()))) end++;
            if (end == i) continue;
            var name = string.Join(' ', words[i..end]).TrimEnd('.');
            names.Add(name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name);
            i = end;
        }

        return names;
    }
}
