using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Cuts a question into words without particles, endings and punctuation.</summary>
internal static class QuestionWords
{
    /// <summary>Longest first. Only nouns are of interest: a verb of the subject loses its ending to the same list where it can.</summary>
    private static readonly string[] Particles =
    [
        "에서는", "에서도", "에게서", "으로서", "으로써", "으로는", "으로도", "이라는", "이라고", "에대한", "에관한", "까지는", "부터는", "하자는", "하라는", "해달라는", "해야한다는",
        "에서", "에게", "에는", "에도", "으로", "로서", "로써", "부터", "까지", "보다", "처럼", "만큼", "마다", "조차", "이나", "라는", "라고", "이란", "께서", "한테", "에의", "과의", "와의", "하고", "측은", "측이", "측에", "측의", "들은", "들이", "들의", "들도", "들을", "하는", "되는", "했던", "하기",
        "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "나", "란",
    ];

    /// <summary>Words in order, lower case, the askings and single letters of the Latin script left out.</summary>
    public static IReadOnlyList<string> Read(string text, Language language)
    {
        var words = new List<string>();
        foreach (var word in Split(text))
        {
            if (Languages.Detect(word) == Language.Korean)
            {
                if (!IsAsking(word) && Strip(word) is var stem && stem.Length > 0 && !IsAsking(stem)) words.Add(stem);
            }
            else if (language == Language.Korean ? word.Length > 1 || char.IsDigit(word[0]) : !QuestionVocabulary.EnglishAsking.Contains(word) && word.Length > 1)
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>The word without its particle; a Latin name before a particle ("GPU를") is freed as well.</summary>
    public static string Strip(string word)
    {
        var latin = 0;
        while (latin < word.Length && !Hangul.IsHangul(word[latin])) latin++;
        if (latin > 0 && latin < word.Length && Particles.Contains(word[latin..], StringComparer.Ordinal)) return word[..latin];
        foreach (var particle in Particles)
        {
            // A noun keeps at least two syllables, so that 회의, 나이 or 평가 do not lose their own last one.
            if (word.Length - particle.Length >= 2 && word.EndsWith(particle, StringComparison.Ordinal) && Fits(word[^(particle.Length + 1)], particle)) return word[..^particle.Length];
        }

        return word;
    }

    private static bool Fits(char before, string particle) => particle switch
    {
        "은" or "이" or "을" or "과" or "이나" or "으로" or "이란" => Hangul.HasFinal(before) || !Hangul.IsSyllable(before),
        "는" or "가" or "를" or "와" or "나" or "란" => !Hangul.HasFinal(before),
        "로" => !Hangul.HasFinal(before) || Hangul.FinalIndex(before) == 8,
        _ => true,
    };

    private static bool IsAsking(string word) =>
        QuestionVocabulary.KoreanAsking.Any(a => a.Length == 1 ? word == a : word.StartsWith(a, StringComparison.Ordinal));

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
