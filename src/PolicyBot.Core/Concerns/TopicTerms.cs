using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>A word that shows a topic.</summary>
/// <param name="Topic">Place of the topic in the file; -1 for a word that shows none and only keeps shorter ones from matching.</param>
internal sealed record TopicTerm(string Written, int Topic, double Sureness)
{
    public const double Strong = 3, Usual = 2, Weak = 0.5;

    /// <summary>The longer a word, the more particular: 외국인 인력 비자 says more than 비자.</summary>
    public double Weight => Sureness * (1 + (0.1 * Math.Clamp((IsLatin ? Folded.Length / 3 : Folded.Length) - 2, 0, 5)));

    public bool IsPrefix { get; } = Written.EndsWith('*');

    public bool IsLatin { get; } = Written.Any(char.IsAsciiLetter) && !Written.Any(Hangul.IsSyllable);

    public string Folded { get; } = Phrase.Fold(Written.TrimEnd('*'));

    public ulong Spaces { get; } = Phrase.SpacesIn(Written.TrimEnd('*'), anywhere: false);
}

/// <summary>Finds topic words: Korean stems anywhere in a word (스마트전력망 shows 전력), English ones as whole words with their endings.</summary>
internal sealed class TopicTerms
{
    private static readonly string[] EnglishEndings = ["", "s", "es", "d", "ed", "ing", "'s", "’s", "s'", "s’"];

    private readonly PhraseTrie<TopicTerm> _terms = new();

    public TopicTerms(IEnumerable<TopicTerm> terms)
    {
        foreach (var term in terms) _terms.Add(term.Folded, term);
    }

    /// <summary>Each term once. At each place the longest wins, so that 환경영향평가 does not show 환경.</summary>
    public IReadOnlySet<TopicTerm> FindIn(string text)
    {
        HashSet<TopicTerm> found = [];
        List<(int End, ulong Spaces, TopicTerm[] Values)> candidates = [];
        for (var start = 0; start < text.Length; start++)
        {
            _terms.FindAt(text, start, candidates);
            for (var i = candidates.Count - 1; i >= 0; i--)
            {
                var (end, spaces, terms) = candidates[i];
                List<TopicTerm> fitting = [.. terms.Where(t => (spaces & ~t.Spaces) == 0 && Fits(t, text, start, end))];
                if (fitting.Count == 0) continue;
                if (!IsDenied(text, end)) found.UnionWith(fitting.Where(t => t.Topic >= 0));
                start = end - 1;
                break;
            }
        }

        return found;
    }

    private static bool Fits(TopicTerm term, string text, int start, int end)
    {
        if (!term.IsLatin) return true;
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) return false;
        var wordEnd = end;
        while (wordEnd < text.Length && wordEnd - end <= 12 && (char.IsAsciiLetter(text[wordEnd]) || text[wordEnd] is '\'' or '’')) wordEnd++;
        return term.IsPrefix || EnglishEndings.Contains(text[end..wordEnd].ToLowerInvariant());
    }

    /// <summary>"전력이 아니라 용수": the word before 아니라 is what the sentence is not about.</summary>
    private static bool IsDenied(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(8, text.Length - end));
        return rest.StartsWith("이 아니라") || rest.StartsWith("가 아니라") || rest.StartsWith("이 아닌") || rest.StartsWith("가 아닌")
            || rest.StartsWith("이아니라") || rest.StartsWith("가아니라");
    }
}
