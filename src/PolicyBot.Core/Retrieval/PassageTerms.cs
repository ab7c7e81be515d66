using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// The terms under which a text is found. Hangul: pairs of neighbouring syllables, and the stem where it is longer than a pair;
/// a lone syllable stands for itself. Latin words are stemmed, numbers kept; a particle glued to either is dropped.
/// Not for use by two threads at once.
/// </summary>
internal sealed class PassageTerms : IDisposable
{
    private const int LongestTerm = 40;

    private readonly EnglishStems _english = new();

    /// <param name="folded">Text that went through <see cref="Normalizer.Fold(string)"/>.</param>
    public void Add(string folded, Token token, List<ReadOnlyMemory<char>> terms)
    {
        var run = folded.AsMemory(token.Span.Start, token.Span.Length);
        switch (token.Kind)
        {
            case TokenKind.Hangul:
                AddHangul(run, token.Glued, terms);
                break;
            case TokenKind.Han:
                AddPairs(run, terms);
                break;
            case TokenKind.Number:
                terms.Add(Cut(run));
                break;
            default:
                terms.Add(Stem(run));
                break;
        }
    }

    public void Dispose() => _english.Dispose();

    private ReadOnlyMemory<char> Stem(ReadOnlyMemory<char> word) => word.Length > LongestTerm ? Cut(word) : _english.Of(word);

    private static void AddHangul(ReadOnlyMemory<char> run, bool glued, List<ReadOnlyMemory<char>> terms)
    {
        if (glued && KoreanStems.IsParticle(run.Span)) return;
        AddPairs(run, terms);
        var stem = KoreanStems.StemLength(run.Span);
        if (stem > 2) terms.Add(Cut(run[..stem]));
    }

    private static void AddPairs(ReadOnlyMemory<char> run, List<ReadOnlyMemory<char>> terms)
    {
        if (run.Length == 1) terms.Add(run);
        for (var i = 0; i + 1 < run.Length; i++) terms.Add(run.Slice(i, 2));
    }

    private static ReadOnlyMemory<char> Cut(ReadOnlyMemory<char> run) => run.Length > LongestTerm ? run[..LongestTerm] : run;
}
