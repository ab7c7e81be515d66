using PolicyBot.Records.Layout;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// Which passages are said by somebody whom the question names. A committee member puts a point in the question's own words, and the answer of the person
/// asked about repeats few of them; and who speaks often is no less asked for, though the name is then too common to weigh much by itself.
/// </summary>
internal sealed class NamedSpeakers
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public NamedSpeakers(string question)
    {
        var folded = Normalizer.Fold(question);
        foreach (var token in Tokens.In(folded))
        {
            var word = token.Span.Of(folded);
            _words.Add(word);
            if (token.Kind == TokenKind.Hangul) _words.Add(word[..KoreanStems.StemLength(word)]);
        }
    }

    /// <summary>For each passage whether the question names its speaker, and nobody else's name fits better: Mark David is not meant by "David Copperfield".</summary>
    public bool[] Speak(IReadOnlyList<Passage> passages)
    {
        int[] words = [.. passages.Select(p => WordsOf(p.Speaker))];
        var most = words.DefaultIfEmpty().Max();
        return [.. words.Select(w => w > 0 && w == most)];
    }

    // The family name has to be there: a given name, a title or a riding alone names nobody.
    private int WordsOf(string? label)
    {
        if (label is null) return 0;
        var bracket = label.IndexOf('(', StringComparison.Ordinal);
        var outer = bracket > 0 ? label[..bracket] : label;
        string[] name = [.. Tokens.In(outer).Select(t => t.Span.Of(outer)).Where(IsName).Select(Normalizer.Fold)];
        return name.Length > 0 && _words.Contains(name[^1]) ? name.Count(_words.Contains) : 0;
    }

    // AM, MP, QC: letters behind a name.
    private static bool IsName(string word) =>
        word.Length > 1
        && !word.All(char.IsAsciiLetterUpper)
        && !SpeakerTitles.IsEnglishRole(word)
        && !SpeakerTitles.IsKoreanRole(word)
        && !QuestionWords.Contains(word.ToLowerInvariant());
}
