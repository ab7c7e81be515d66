using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// Looks again at the best passages, at their words: the same words with other spaces (데이터센터, 데이터 센터), words of the question one behind the other,
/// how much of the question stands close together, and how much of it at the start, where a text says what it is about. What an index of single terms cannot see.
/// </summary>
internal sealed class SecondLook
{
    private const float Apart = 0.8f;
    private const float Together = 0.3f;
    private const int Near = 100;
    private const float AtStart = 0.1f;
    private const int Start = 60;
    private const int MostMentions = 8;

    private readonly (string Text, float Worth)[] _terms;
    private readonly (string Text, float Worth)[] _pairs;
    private readonly (string Text, float Worth)[] _joins;

    /// <param name="worths">The question's terms with what each is worth in this index.</param>
    /// <param name="joins">What its words make where they meet, with what each is worth.</param>
    public SecondLook(IReadOnlyDictionary<string, float> worths, IReadOnlyDictionary<string, float> joins)
    {
        _terms = [.. worths.Select(w => (w.Key, w.Value))];
        _pairs = [.. _terms.Where(t => t.Text.Length == 2 && t.Text.All(Hangul.IsSyllable))];
        _joins = [.. joins.Where(j => !worths.ContainsKey(j.Key)).Select(j => (j.Key, j.Value))];
    }

    /// <summary>What the passage gains; less than its terms can be worth.</summary>
    public float Gain(string text)
    {
        var folded = Normalizer.Fold(text);
        var letters = Letters(folded);
        var gain = 0f;
        foreach (var (pair, worth) in _pairs)
        {
            if (!folded.Contains(pair, StringComparison.Ordinal)) gain += Apart * worth * Share(Mentions(letters, pair));
        }

        foreach (var (pair, worth) in _joins) gain += worth * Share(Mentions(letters, pair));
        return gain + Together * BestStretch(folded) + AtStart * Held(folded.AsSpan(0, Math.Min(Start, folded.Length)));
    }

    private static float Share(int mentions) => mentions / (mentions + PassageScorer.K1);

    private static int Mentions(string letters, string pair)
    {
        var mentions = 0;
        for (var at = -1; mentions < MostMentions && (at = letters.IndexOf(pair, at + 1, StringComparison.Ordinal)) >= 0;) mentions++;
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
