using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <param name="Stem">Without particle or ending, lower case.</param>
/// <param name="Whole">As it stands in the question, lower case: a noun such as 인허가 ends like one with a particle.</param>
internal readonly record struct SubjectWord(string Stem, string Whole);

/// <summary>The words of a question that name its subject: without the asking, particles, endings and punctuation.</summary>
internal static class SubjectWords
{
    /// <summary>In order. Single Latin letters are left out.</summary>
    public static IEnumerable<SubjectWord> Read(string text, Language language)
    {
        var before = "";
        foreach (var word in Split(text))
        {
            var last = before;
            before = word;
            if (word.Any(Hangul.IsHangul))
            {
                var stem = Strip(word);
                // A particle alone is what a name left behind.
                // One syllable stands in too many words to tell anything.
                if (IsFee(word, last)) yield return new("수가", word);
                else if (stem.Length > 1 && !KoreanStems.IsParticle(word) && !IsAsking(word) && !IsAsking(stem) && !IsWhatWasSaid(stem, last)) yield return new(stem, word);
            }
            else if (word.Length > 1 && !(language == Language.English && QuestionVocabulary.EnglishAsking.Contains(word)))
            {
                yield return new(word, word);
            }
        }
    }

    /// <summary>The word without its particle or ending; a Latin name before a particle ("GPU를") is freed as well.</summary>
    public static string Strip(string word)
    {
        var latin = 0;
        while (latin < word.Length && !Hangul.IsHangul(word[latin])) latin++;
        if (latin > 0) return latin < word.Length && KoreanStems.IsParticle(word.AsSpan(latin)) ? word[..latin] : word;
        return word[..KoreanStems.StemLength(word)];
    }

    /// <summary>"제기한 문제", "건의한 내용": whatever it was, no subject of its own.</summary>
    private static bool IsWhatWasSaid(string stem, string before) =>
        stem is "문제" or "문제점" or "내용" or "사항" or "의견" or "이슈" && before.EndsWith('한') && before[..^1] is "제기" or "요구" or "건의" or "요청" or "지적" or "말" or "언급" or "주장" or "제안" or "호소" or "촉구" or "얘기" or "이야기" or "토로" or "당부";

    /// <summary>"수가 인상", "의료 수가를": what medicine is paid; behind a verb (받을 수가 있나) it is a way to do something.</summary>
    private static bool IsFee(string word, string before) =>
        word.StartsWith("수가", StringComparison.Ordinal) && (word.Length == 2 || KoreanStems.IsParticle(word.AsSpan(2))) && !(before is [.., var end] && Hangul.IsSyllable(end) && Hangul.FinalIndex(end) == 8);

    /// <summary>A one-syllable asking word counts alone or with a particle (것과, 곳은), never as the start of another word.</summary>
    private static bool IsAsking(string word) => QuestionVocabulary.KoreanAsking.Any(a => a.Length == 1
        ? word == a || (word.Length is 2 or 3 && word[0] == a[0] && KoreanStems.IsParticle(word.AsSpan(1)))
        : word.StartsWith(a, StringComparison.Ordinal));

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '&' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
