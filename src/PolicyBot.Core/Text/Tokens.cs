namespace PolicyBot.Text;

public enum TokenKind
{
    /// <summary>A run of Hangul syllables: noun with particles, or a verb with its endings.</summary>
    Hangul,

    /// <summary>Letters of another alphabet, digits mixed in: <c>GPU</c>, <c>5G</c>.</summary>
    Word,
    Number,

    /// <summary>Chinese characters.</summary>
    Han,
}

/// <param name="Glued">Stands right behind the token before, as <c>를</c> in <c>GPU를</c>.</param>
public readonly record struct Token(TokenKind Kind, SourceSpan Span, bool Glued);

/// <summary>Cuts text into runs of one script. Offsets are those of the text it is given.</summary>
public static class Tokens
{
    public static IEnumerable<Token> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enumerate(text);
    }

    private static IEnumerable<Token> Enumerate(string text)
    {
        for (var (i, lastEnd) = (0, -1); i < text.Length;)
        {
            if (Next(text, ref i, ref lastEnd) is { } token) yield return token;
        }
    }

    /// <summary>Reads on from <paramref name="position"/>; null when what stood there is no token.</summary>
    public static Token? Next(string text, ref int position, ref int lastEnd)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = position;
        var script = ScriptOf(text[start]);
        position++;
        if (script == Script.None) return null;
        var digitsOnly = script == Script.Digit;
        while (position < text.Length && Joins(script, ScriptOf(text[position])))
        {
            digitsOnly &= ScriptOf(text[position]) == Script.Digit;
            position++;
        }

        var glued = start == lastEnd;
        lastEnd = position;
        return new(KindOf(script, digitsOnly), new(start, position), glued);
    }

    private static TokenKind KindOf(Script script, bool digitsOnly) => script switch
    {
        Script.Hangul => TokenKind.Hangul,
        Script.Han => TokenKind.Han,
        _ => digitsOnly ? TokenKind.Number : TokenKind.Word,
    };

    private static bool Joins(Script first, Script next) =>
        next == first || (first is Script.Letter or Script.Digit && next is Script.Letter or Script.Digit);

    private static Script ScriptOf(char c) => c switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => Script.Letter,
        >= '0' and <= '9' => Script.Digit,
        < '\u00AA' => Script.None,
        >= Hangul.FirstSyllable and <= Hangul.LastSyllable => Script.Hangul,
        >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' => Script.Han,
        _ => char.IsLetter(c) ? Script.Letter : char.IsDigit(c) ? Script.Digit : Script.None,
    };

    private enum Script
    {
        None,
        Hangul,
        Letter,
        Digit,
        Han,
    }
}
