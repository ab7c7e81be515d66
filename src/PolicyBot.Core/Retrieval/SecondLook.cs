using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// Looks again at the best passages, at their words: three syllables of the question in a row, with or without spaces (데이터센터, 데이터 센터),
/// how much of the question stands close together, and how much of it at the start, where a text says what it is about. What an index of single terms cannot see.
/// </summary>
internal sealed class SecondLook
{
    private const float InARow = 0.25f;
    private const float Again = 0.5f;
    private const int MostAgain = 8;
    private const float Together = 0.25f;
    private const int Near = 100;
    private const float AtStart = 0.1f;
    private const int Start = 60;

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

    /// <summary>What the passage gains; less than its terms can be worth.</summary>
    public float Gain(string text)
    {
        var folded = Normalizer.Fold(text);
        var letters = Letters(folded);
        var gain = 0f;
        foreach (var (row, worth) in _rows)
        {
            if (Mentions(letters, row) is > 0 and var mentions) gain += InARow * worth * (1 + Again * (mentions - 1) / (mentions + 1));
        }

        return gain + Together * BestStretch(folded) + AtStart * Held(folded.AsSpan(0, Math.Min(Start, folded.Length)));
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

    private static int Mentions(string letters, string row)
    {
        var mentions = 0;
        for (var at = -1; mentions < MostAgain && (at = letters.IndexOf(row, at + 1, StringComparison.Ordinal)) >= 0;) mentions++;
        return mentions;
    }

    // Stretches overlap by half: what stands within half of one is never torn apart.
    private float BestStretch(string folded)
    {
        var best = 0f;
        var start = 0;
        do best = Math.Max(best, Held(folded.AsSpan(start, Math.Min(Near, folded.Length - start))));
        while ((start += Near / 2) + Near / 2 < folded.Length);
        return best;
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

    private static string Letters(string folded) => string.Create(folded.Count(char.IsLetterOrDigit), folded, (letters, source) =>
    {
        var next = 0;
        foreach (var c in source)
        {
            if (char.IsLetterOrDigit(c)) letters[next++] = c;
        }
    });
}
