namespace PolicyBot.Text;

/// <summary>Folds spellings that a reader takes for the same: full-width forms, decomposed Hangul, upper case. For matching only, never for display.</summary>
public static class Normalizer
{
    private const char FirstLeading = '\u1100';
    private const char FirstVowel = '\u1161';
    private const char FirstTrailing = '\u11A7';
    private const int Leadings = 19;
    private const int Vowels = 21;
    private const int Trailings = 28;

    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = FirstToFold(text);
        return first < 0 ? text : FoldFrom(text, first);
    }

    public static char Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\u00C0' => c == '\u00A0' ? ' ' : c,
        '\u2018' or '\u2019' or '\uFF07' => '\'',
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ => char.ToLowerInvariant(c),
    };

    private static int FirstToFold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= '\uAC00' && c <= '\uD7A3') continue;
            if (Fold(c) != c || IsCombining(c) || IsLeading(c)) return i;
        }

        return -1;
    }

    private static string FoldFrom(string text, int first)
    {
        var folded = new char[text.Length];
        text.CopyTo(0, folded, 0, first);
        var length = first;
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (IsCombining(c)) continue;
            if (IsLeading(c) && i + 1 < text.Length && IsVowel(text[i + 1]))
            {
                var syllable = Hangul.FirstSyllable + (((c - FirstLeading) * Vowels + (text[i + 1] - FirstVowel)) * Trailings);
                i++;
                if (i + 1 < text.Length && IsTrailing(text[i + 1])) syllable += text[++i] - FirstTrailing;
                c = (char)syllable;
            }

            folded[length++] = Fold(c);
        }

        return new(folded, 0, length);
    }

    // Accents of decomposed Latin letters, zero-width marks and the soft hyphen: they change no word.
    private static bool IsCombining(char c) => c is (>= '\u0300' and <= '\u036F') or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF';

    private static bool IsLeading(char c) => c >= FirstLeading && c < FirstLeading + Leadings;

    private static bool IsVowel(char c) => c >= FirstVowel && c < FirstVowel + Vowels;

    private static bool IsTrailing(char c) => c > FirstTrailing && c < FirstTrailing + Trailings;
}
