namespace PolicyBot.Text;

internal enum EnglishTokenKind
{
    Word,
    Number,
    Punctuation,
    OpenQuote,
    CloseQuote,
}

/// <summary>A word, number or mark. <see cref="Lower"/> is its plain form: <c>n't</c> is "not", <c>'ll</c> is "will", <c>’s</c> is "'s".</summary>
internal readonly record struct EnglishToken(int Start, int End, EnglishTokenKind Kind, string Lower, bool Capital, bool AllUpper = false)
{
    public bool Is(string lower) => Lower == lower;

    public bool IsWord => Kind == EnglishTokenKind.Word;
}

/// <summary>Cuts English text into tokens in one pass, the way treebanks do: clitics are tokens of their own.</summary>
internal static class EnglishTokens
{
    private static readonly Dictionary<string, string> Clitics = new()
    {
        ["'ll"] = "will",
        ["'ve"] = "have",
        ["'re"] = "are",
        ["'m"] = "am",
        ["'d"] = "would",
        ["'s"] = "'s",
    };

    /// <summary>Short forms whose full stop belongs to the word.</summary>
    private static readonly HashSet<string> Dotted =
    [
        "mr", "mrs", "ms", "dr", "prof", "hon", "rt", "st", "sr", "jr", "gen", "gov", "sen", "rep", "nos", "vs", "inc", "ltd", "co",
        "corp", "dept", "approx", "jan", "feb", "apr", "jul", "aug", "sept", "oct", "nov", "dec",
        "e.g", "i.e", "p.m", "a.m", "u.s", "u.k", "e.u", "u.n",
    ];

    public static List<EnglishToken> Of(string text, SourceSpan span)
    {
        List<EnglishToken> tokens = [];
        var quoteOpen = false;
        for (var i = span.Start; i < span.End;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsSurrogate(c))
            {
                i++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                var end = WordEnd(text, i, span.End);
                AddWord(tokens, text, i, end);
                i = end;
            }
            else
            {
                var kind = Mark(text, i, ref quoteOpen);
                tokens.Add(new(i, i + 1, kind, c.ToString(), false));
                i++;
            }
        }

        return tokens;
    }

    public static bool IsDotted(ReadOnlySpan<char> word) => Dotted.Contains(word.ToString().ToLowerInvariant());

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    private static int WordEnd(string text, int start, int limit)
    {
        var i = start + 1;
        while (i < limit)
        {
            if (char.IsLetterOrDigit(text[i])) i++;
            else if (IsInnerMark(text[i]) && i + 1 < limit && char.IsLetterOrDigit(text[i + 1])) i += 2;
            else break;
        }

        var dotted = i < limit && text[i] == '.' && (IsDotted(text.AsSpan(start, i - start)) || (i - start == 1 && char.IsUpper(text[start]) && i + 2 < limit && char.IsUpper(text[i + 2])));
        return dotted ? i + 1 : i;
    }

    private static bool IsInnerMark(char c) => c is '-' or '&' or '.' or ',' or '\u2010' or '\u2011' || IsApostrophe(c);

    private static void AddWord(List<EnglishToken> tokens, string text, int start, int end)
    {
        // A comma or a full stop joins digits only ("1,200", "4.1"), or the letters of a short form ("U.S.").
        for (var i = start + 1; i < end - 1; i++)
        {
            if (text[i] is ',' && !(char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])))
            {
                AddWord(tokens, text, start, i);
                tokens.Add(new(i, i + 1, EnglishTokenKind.Punctuation, text[i].ToString(), false));
                AddWord(tokens, text, i + 1, end);
                return;
            }
        }

        var word = text[start..end];
        var lower = word.ToLowerInvariant().Replace('\u2019', '\'');
        if (char.IsDigit(word[0]))
        {
            tokens.Add(new(start, end, EnglishTokenKind.Number, lower, false));
            return;
        }

        var capital = char.IsUpper(word[0]);
        var (stem, clitic) = SplitClitic(lower);
        var upper = capital && !word.AsSpan(0, stem.Length).ContainsAnyInRange('a', 'z');
        tokens.Add(new(start, start + stem.Length, EnglishTokenKind.Word, Stem(lower, stem), capital, upper));
        if (clitic is not null) tokens.Add(new(start + stem.Length, end, EnglishTokenKind.Word, clitic, false));
    }

    private static (string Stem, string? Clitic) SplitClitic(string lower)
    {
        if (lower.EndsWith("n't", StringComparison.Ordinal) && lower.Length > 3) return (lower[..^3], "not");
        var mark = lower.LastIndexOf('\'');
        return mark > 0 && Clitics.TryGetValue(lower[mark..], out var clitic) ? (lower[..mark], clitic) : (lower, null);
    }

    private static string Stem(string lower, string stem) => lower switch
    {
        "won't" => "will",
        "can't" => "can",
        "shan't" => "shall",
        "cannot" => "cannot",
        _ => stem,
    };

    private static EnglishTokenKind Mark(string text, int at, ref bool quoteOpen)
    {
        switch (text[at])
        {
            case '\u201C' or '\u00AB' or '\u201E':
                quoteOpen = true;
                return EnglishTokenKind.OpenQuote;
            case '\u201D' or '\u00BB':
                quoteOpen = false;
                return EnglishTokenKind.CloseQuote;
            case '"':
                quoteOpen = !quoteOpen || QuotePairs.Opens(text, at);
                return quoteOpen ? EnglishTokenKind.OpenQuote : EnglishTokenKind.CloseQuote;
            default:
                return EnglishTokenKind.Punctuation;
        }
    }
}
