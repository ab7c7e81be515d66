using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// Looks again at the best passages, at their words: three syllables of the question in a row, with or without spaces (데이터센터, 데이터 센터),
/// and how much of the question one sentence holds. What an index of single terms cannot see.
/// </summary>
internal sealed class SecondLook
{
    private const float InARow = 0.25f;
    private const float InOneSentence = 0.1f;
    private const int LongestSentence = 250;

    private readonly List<(string Text, float Worth)> _rows = [];
    private readonly (string Text, float Worth)[] _terms;

    /// <param name="worths">The question's terms with what each is worth in this index.</param>
    public SecondLook(string question, IReadOnlyDictionary<string, float> worths)
    {
        _terms = [.. worths.Select(w => (w.Key, w.Value))];
        var letters = new List<char>();
        var words = new List<int>();
        var folded = Normalizer.Fold(question);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsLetterOrDigit(folded[i])) continue;
            words.Add(i - letters.Count);
            letters.Add(folded[i]);
        }

        AddRows(new([.. letters]), words, worths);
    }

    /// <summary>What the passage gains; at most a third of what its terms can be worth.</summary>
    public float Gain(string text)
    {
        var folded = Normalizer.Fold(text);
        var letters = Letters(folded);
        var gain = 0f;
        foreach (var (row, worth) in _rows)
        {
            if (letters.Contains(row, StringComparison.Ordinal)) gain += InARow * worth;
        }

        return gain + InOneSentence * BestSentence(folded);
    }

    // A row across a space is worth what its neighbour inside a word is.
    private void AddRows(string letters, List<int> words, IReadOnlyDictionary<string, float> worths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < letters.Length; i++)
        {
            var (first, second) = (Pair(i), Pair(i + 1));
            var worth = ((first ?? second ?? 0) + (second ?? first ?? 0)) / 2;
            if (worth > 0 && seen.Add(letters.Substring(i, 3))) _rows.Add((letters.Substring(i, 3), worth));
        }

        float? Pair(int i) => worths.TryGetValue(letters.Substring(i, 2), out var worth) ? worth
            : words[i] == words[i + 1] ? 0 : null;
    }

    private float BestSentence(string folded)
    {
        var best = 0f;
        var start = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (!Ends(folded, start, i)) continue;
            best = Math.Max(best, Held(folded.AsSpan(start..(i + 1))));
            start = i + 1;
        }

        return Math.Max(best, Held(folded.AsSpan(start)));
    }

    private float Held(ReadOnlySpan<char> sentence)
    {
        var held = 0f;
        foreach (var (term, worth) in _terms)
        {
            if (sentence.Contains(term, StringComparison.Ordinal)) held += worth;
        }

        return held;
    }

    private static bool Ends(string text, int start, int i) => text[i] switch
    {
        '\n' => true,
        '.' or '?' or '!' => i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]),
        ' ' => i - start > LongestSentence,
        _ => false,
    };

    private static string Letters(string folded) => string.Create(folded.Count(char.IsLetterOrDigit), folded, (letters, source) =>
    {
        var next = 0;
        foreach (var c in source)
        {
            if (char.IsLetterOrDigit(c)) letters[next++] = c;
        }
    });
}
