using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>Bytes to text, for the encodings that Korean offices use. Anything doubtful is refused rather than stored as rubble.</summary>
internal static class TextDecoder
{
    private const int SampleChars = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Code page 949 is EUC-KR with the syllables that EUC-KR lacks.</summary>
    private static readonly Encoding Korean =
        CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text without its byte order mark.</summary>
    /// <param name="declared">What the document says of itself. Valid UTF-8 wins: pages moved to it often keep their old declaration.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        if (bytes.IsEmpty) throw new UnreadableRecordException("The file is empty. / 파일이 비어 있습니다.");
        if (FileSignature.Name(bytes) is { } format)
            throw new UnreadableRecordException($"The file is {format.English}, not text. Give it its right extension, or save its words as text, Markdown or HTML and import that. / 텍스트가 아니라 {format.Korean}입니다. 확장자를 바로잡거나, 글을 텍스트, Markdown 또는 HTML로 저장해 가져오십시오.");
        if (Marked(bytes) is { } marked) return marked;
        if (bytes.Contains((byte)0)) return Utf16WithoutMark(bytes);
        return TryDecode(Utf8, bytes) ?? (declared is null ? null : TryDecode(declared, bytes)) ?? PlausibleKorean(bytes)
            ?? throw new UnreadableRecordException("The file is neither UTF-8, UTF-16 nor Korean EUC-KR/CP949 text. Save it as UTF-8 and import it again. / UTF-8, UTF-16, EUC-KR/CP949 어느 것도 아닙니다. UTF-8로 저장해 다시 가져오십시오.");
    }

    /// <summary>One line of an archive: encodings may differ from line to line where files were joined.</summary>
    public static string DecodeLine(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith([(byte)0xEF, (byte)0xBB, (byte)0xBF])) bytes = bytes[3..];
        return TryDecode(Utf8, bytes) ?? PlausibleKorean(bytes)
            ?? throw new UnreadableRecordException("This is not valid JSON: the line is neither UTF-8 nor Korean EUC-KR/CP949 text. Save it as UTF-8. / 올바른 JSON이 아닙니다. UTF-8로 저장하십시오.");
    }

    /// <summary>Whether single lines can be cut out of the bytes at line feeds: not so in UTF-16.</summary>
    public static bool HasByteLines(ReadOnlySpan<byte> head) =>
        !head.StartsWith([(byte)0xFF, (byte)0xFE]) && !head.StartsWith([(byte)0xFE, (byte)0xFF]) && !head.Contains((byte)0);

    private static string? Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith([(byte)0xEF, (byte)0xBB, (byte)0xBF])) return Require(Utf8, bytes[3..], "UTF-8");
        if (bytes.StartsWith([(byte)0xFF, (byte)0xFE, (byte)0, (byte)0]))
            throw new UnreadableRecordException("The file is UTF-32 text. Save it as UTF-8 and import it again. / UTF-32 파일입니다. UTF-8로 저장해 다시 가져오십시오.");
        if (bytes.StartsWith([(byte)0xFF, (byte)0xFE])) return Require(Utf16Little, bytes[2..], "UTF-16");
        if (bytes.StartsWith([(byte)0xFE, (byte)0xFF])) return Require(Utf16Big, bytes[2..], "UTF-16");
        return null;
    }

    private static string Require(Encoding encoding, ReadOnlySpan<byte> bytes, string name) =>
        TryDecode(encoding, bytes)
        ?? throw new UnreadableRecordException($"The file's mark says {name}, but its bytes are not valid {name}. Save it as UTF-8 and import it again. / {name} 표시가 있지만 올바른 {name}이(가) 아닙니다. UTF-8로 저장해 다시 가져오십시오.");

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 == 0)
        {
            foreach (var encoding in (UnicodeEncoding[])[Utf16Little, Utf16Big])
            {
                if (TryDecode(encoding, bytes) is { } text && IsReadable(text)) return text;
            }
        }

        throw new UnreadableRecordException("The file holds NUL bytes: it is binary, not text. Save it as UTF-8 text and import that. / 텍스트가 아닌 파일입니다. UTF-8 텍스트로 저장해 가져오십시오.");
    }

    private static string? PlausibleKorean(ReadOnlySpan<byte> bytes)
    {
        if (TryDecode(Korean, bytes) is not { } text) return null;
        var (foreign, hangul) = (0, 0);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, SampleChars)))
        {
            if (Hangul.IsHangul(c)) hangul++;
            else if (c >= 0x80 && !IsKoreanTypography(c)) foreign++;
        }

        return hangul >= 2 && foreign * 10 <= hangul ? text : null;
    }

    /// <summary>The wrong byte order turns Korean and Latin text into rare ideographs and control characters.</summary>
    private static bool IsReadable(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleChars));
        var readable = 0;
        foreach (var c in sample)
        {
            if (c is '\n' or '\r' or '\t' or (>= ' ' and < '\u007F') || Hangul.IsHangul(c) || IsKoreanTypography(c)) readable++;
        }

        return readable * 20 >= sample.Length * 19;
    }

    private static bool IsKoreanTypography(char c) =>
        c is (>= '\u00A0' and <= '\u00FF') or (>= '\u2010' and <= '\u2044') or (>= '\u2190' and <= '\u21FF')
            or (>= '\u2460' and <= '\u24FF') or (>= '\u2500' and <= '\u266F') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF');
}
