using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>
/// Text in bytes as small as a general compressor makes it, but read in a single pass: one byte an ASCII letter, two a Hangul syllable, three any other
/// UTF-16 unit. Every string comes back as it was, lone surrogates too.
/// </summary>
internal static class CompactText
{
    // 0x80 to 0xAB hold the 11,172 syllables by 256; UTF-16 units that are neither follow this mark whole.
    private const byte FirstSyllables = 0x80;
    private const byte Other = 0xFF;

    public static int Length(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            if (c >= 0x80) length += Hangul.IsSyllable(c) ? 1 : 2;
        }

        return length;
    }

    public static void Write(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var next = 0;
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                bytes[next++] = (byte)c;
                continue;
            }

            var code = c - Hangul.FirstSyllable;
            if (!Hangul.IsSyllable(c)) (bytes[next++], code) = (Other, c);
            bytes[next++] = (byte)(Hangul.IsSyllable(c) ? FirstSyllables + (code >> 8) : code >> 8);
            bytes[next++] = (byte)code;
        }
    }

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var first = bytes[i];
            text[length++] = first switch
            {
                < FirstSyllables => (char)first,
                Other => (char)((bytes[++i] << 8) | bytes[++i]),
                _ => (char)(Hangul.FirstSyllable + ((first - FirstSyllables) << 8) + bytes[++i]),
            };
        }

        return new(text, 0, length);
    }
}
