using System.Globalization;
using System.Text;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Mail;

/// <summary>Header values: parameters, words in other encodings (RFC 2047, 2231), and the two encodings of bytes.</summary>
internal static class MailHeader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Header bytes are ASCII by the book, and UTF-8 or code page 949 in Korean mails.</summary>
    public static string Raw(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetString(bytes);
        }
    }

    public static (string Value, IReadOnlyDictionary<string, string> Parameters) Split(string header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pieces = Pieces(header);
        foreach (var piece in pieces.Skip(1))
        {
            if (piece.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at)) continue;
            var (name, value) = (piece[..at].Trim(), piece[(at + 1)..].Trim().Trim('"'));
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0) parameters.TryAdd(name, Words(value));
            // Long values come in pieces: name*0*, name*1*.
            else parameters[name[..star]] = parameters.GetValueOrDefault(name[..star]) + (name.EndsWith('*') ? Extended(value) : value);
        }

        return (pieces.Count > 0 ? pieces[0].Trim().ToLowerInvariant() : "", parameters);
    }

    /// <summary><c>=?euc-kr?B?…?=</c> to words; white space between two such words is dropped.</summary>
    public static string Words(string header)
    {
        var words = new StringBuilder();
        var (at, wasWord) = (0, false);
        while (at < header.Length)
        {
            var begin = header.IndexOf("=?", at, StringComparison.Ordinal);
            if (begin < 0 || Word(header, begin, out var end) is not { } word)
            {
                var stop = begin < 0 ? header.Length : begin + 2;
                words.Append(header, at, stop - at);
                (at, wasWord) = (stop, false);
                continue;
            }

            if (!wasWord || !header.AsSpan(at, begin - at).IsWhiteSpace()) words.Append(header, at, begin - at);
            words.Append(word);
            (at, wasWord) = (end, true);
        }

        return words.ToString();
    }

    public static byte[] Base64(string text)
    {
        var letters = new string([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')]);
        letters = letters[..(letters.Length - (letters.Length % 4 == 1 ? 1 : 0))];
        return Convert.FromBase64String(letters.PadRight((letters.Length + 3) / 4 * 4, '='));
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool underscores)
    {
        var plain = new List<byte>(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '_' && underscores) plain.Add((byte)' ');
            else if (bytes[at] != '=') plain.Add(bytes[at]);
            else if (at + 2 < bytes.Length && byte.TryParse(bytes.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                plain.Add(value);
                at += 2;
            }
            else if (at + 1 < bytes.Length && bytes[at + 1] is (byte)'\r' or (byte)'\n') at += at + 2 < bytes.Length && bytes[at + 1] == '\r' && bytes[at + 2] == '\n' ? 2 : 1;
            else plain.Add((byte)'=');
        }

        return [.. plain];
    }

    public static Encoding Charset(string name) => HtmlCharset.Find(name.Trim().ToLowerInvariant()) is { } found
        ? CodePagesEncodingProvider.Instance.GetEncoding(found.CodePage) ?? Encoding.UTF8
        : Encoding.UTF8;

    private static string? Word(string header, int begin, out int end)
    {
        end = begin;
        var charset = header.IndexOf('?', begin + 2);
        if (charset < 0 || charset + 2 >= header.Length || header[charset + 2] != '?') return null;
        var close = header.IndexOf("?=", charset + 3, StringComparison.Ordinal);
        if (close < 0) return null;
        end = close + 2;
        var body = header[(charset + 3)..close];
        var encoding = Charset(header[(begin + 2)..charset].Split('*')[0]);
        return char.ToUpperInvariant(header[charset + 1]) switch
        {
            'B' => encoding.GetString(Base64(body)),
            'Q' => encoding.GetString(QuotedPrintable(Encoding.Latin1.GetBytes(body), underscores: true)),
            _ => null,
        };
    }

    /// <summary><c>UTF-8''%EB%B3%B4%EB%8F%84.pdf</c>.</summary>
    private static string Extended(string value)
    {
        var pieces = value.Split('\'', 3);
        return pieces.Length == 3 ? Charset(pieces[0]).GetString(Percent(pieces[2])) : Encoding.UTF8.GetString(Percent(value));
    }

    private static byte[] Percent(string value) => QuotedPrintable(Encoding.Latin1.GetBytes(value.Replace("=", "=3D", StringComparison.Ordinal).Replace('%', '=')), underscores: false);

    /// <summary>Cut at semicolons outside of quotes.</summary>
    private static List<string> Pieces(string header)
    {
        var (pieces, from, quoted) = (new List<string>(), 0, false);
        for (var at = 0; at < header.Length; at++)
        {
            if (header[at] == '"') quoted = !quoted;
            if (header[at] != ';' || quoted) continue;
            pieces.Add(header[from..at]);
            from = at + 1;
        }

        pieces.Add(header[from..]);
        return pieces;
    }
}
