using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>Korean that was once read in a wrong encoding and saved again (“ì‚¼ì„±ì „ìž”): valid text, and rubble to every reader. Only what cannot be anything else is named.</summary>
internal static class DoubleEncoding
{
    private const int Sample = 16 * 1024;

    /// <summary>Of Hangul found again below the signs: that many cannot stand there by chance.</summary>
    private const int Least = 8;

    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>Windows-1252 from 0x80 on, where it differs from Latin-1.</summary>
    private const string Western = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>What happened to it, as "UTF-8 read as Windows-1252"; null for ordinary text.</summary>
    public static string? Name(ReadOnlySpan<char> text)
    {
        var sample = text[..Math.Min(text.Length, Sample)];
        var (hangul, foreign) = (0, 0);
        foreach (var c in sample)
        {
            if (Hangul.IsHangul(c)) hangul++;
            else if (c >= 0x80) foreign++;
        }

        if (foreign >= Least * 2)
        {
            var bytes = AsWestern(sample);
            if (CountSyllables(bytes) is >= Least and var utf8 && utf8 * 4 >= hangul && utf8 * 6 >= foreign) return "UTF-8 read as Windows-1252";
            if (CountPairs(bytes) is >= Least * 2 and var pairs && pairs * 4 >= hangul && pairs * 2 * 10 >= foreign * 8) return "EUC-KR/CP949 read as Windows-1252";
        }

        // What was no letter there was lost and stands as ? or U+FFFD, so that a part of the syllables is found again.
        var korean = Korean.GetBytes(sample.ToArray());
        return CountSyllables(korean) is >= Least and var found && found * 3 * 4 >= korean.Count(b => b >= 0x80) ? "UTF-8 read as CP949" : null;
    }

    /// <summary>One byte a character; 0 where none stands for it.</summary>
    private static byte[] AsWestern(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
            bytes[i] = text[i] < 0x100 ? (byte)text[i] : Western.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var at ? (byte)(0x80 + at) : (byte)0;
        return bytes;
    }

    /// <summary>Hangul syllables in UTF-8: EA B0 80 to ED 9E A3.</summary>
    private static int CountSyllables(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i + 2 < bytes.Length; i++)
        {
            if (bytes[i] is < 0xEA or > 0xED || bytes[i + 1] is < 0x80 or > 0xBF || bytes[i + 2] is < 0x80 or > 0xBF) continue;
            if (!Hangul.IsHangul((char)(((bytes[i] & 0x0F) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)))) continue;
            count++;
            i += 2;
        }

        return count;
    }

    /// <summary>Hangul syllables in EUC-KR, two at least side by side: no Western word has accents only.</summary>
    private static int CountPairs(ReadOnlySpan<byte> bytes)
    {
        var (count, run) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i + 1 < bytes.Length && bytes[i] is >= 0xB0 and <= 0xC8 && bytes[i + 1] is >= 0xA1 and <= 0xFE)
            {
                run++;
                i++;
                continue;
            }

            count += run >= 2 ? run : 0;
            run = 0;
        }

        return count + (run >= 2 ? run : 0);
    }
}
