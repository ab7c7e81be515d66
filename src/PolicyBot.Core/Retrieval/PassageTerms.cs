using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// The terms under which a text is found. Hangul: pairs of neighbouring syllables of a word, a lone syllable as itself; Latin words by their
/// English stem; numbers as they are. A particle glued to a Latin word or number is dropped. Not for use by two threads at once.
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
            case TokenKind.Hangul when token.Glued && KoreanStems.IsParticle(run.Span):
                break;
            case TokenKind.Hangul or TokenKind.Han:
                if (run.Length == 1) terms.Add(run);
                for (var i = 0; i + 1 < run.Length; i++) terms.Add(run.Slice(i, 2));
                break;
            default:
                terms.Add(Word(run, token.Kind));
                break;
        }
    }

    /// <summary>The one term of a Latin word or a number.</summary>
    public ReadOnlyMemory<char> Word(ReadOnlyMemory<char> run, TokenKind kind)
    {
        if (run.Length > LongestTerm) return run[..LongestTerm];
        return kind == TokenKind.Word ? _english.Of(run) : run;
    }

    public void Dispose() => _english.Dispose();
}
