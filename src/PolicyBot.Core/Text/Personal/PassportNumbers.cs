namespace PolicyBot.Text.Personal;

/// <summary>A letter and eight figures, of which the fifth may be a letter since 2021; where a passport is spoken of, those of other states too.</summary>
internal static class PassportNumbers
{
    private const int Longest = 9;
    private static readonly string[] OfPassports = ["여권", "passport"];

    public static IEnumerable<(int From, int To)> Find(FoldedText text)
    {
        for (var at = 0; at < text.Text.Length; at++)
        {
            if (!char.IsAsciiLetter(text.Text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text.Text[at - 1]))) continue;
            var (shape, end) = Read(text.Text, at);
            var own = text.Text[at] is 'm' or 's' or 'r' or 'g' or 'd' && shape is "a00000000" or "a000a0000";
            if (!own && !(shape is "aa0000000" or "a00000000" or "a0000000" or "aa000000" or "a000a0000" && text.IsNear(at, end, 30, OfPassports))) continue;
            yield return (at, end);
            at = end - 1;
        }
    }

    /// <summary>Letters and figures that stand together, as a pattern such as a00000000.</summary>
    private static (string Shape, int End) Read(string text, int from)
    {
        var shape = new char[Longest + 1];
        var (length, end, at) = (0, from, from);
        while (at < text.Length && length <= Longest)
        {
            var digit = Digits.ValueOf(text[at]) >= 0;
            if (digit || char.IsAsciiLetter(text[at]))
            {
                shape[length++] = digit ? '0' : 'a';
                end = ++at;
            }
            else if (text[at] is ' ' or '-' or '.' && at + 1 < text.Length && at > from && (Digits.ValueOf(text[at + 1]) >= 0 || (length == 4 && char.IsAsciiLetter(text[at + 1]))))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return (new(shape, 0, length), end);
    }
}
