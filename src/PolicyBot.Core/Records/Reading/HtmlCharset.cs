using System.Buffers;
using System.Text;

namespace PolicyBot.Records.Reading;

/// <summary>The encoding that a page names in a meta element among its first bytes, as browsers look for it.</summary>
internal static class HtmlCharset
{
    private const int Window = 4096;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\"'/> ;");

    /// <summary>Null when the page names none or one that is not known.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, Window)]);
        for (var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf("charset", at + 7, StringComparison.OrdinalIgnoreCase))
        {
            var value = head.AsSpan(at + 7).TrimStart();
            if (!value.StartsWith("=")) continue;
            value = value[1..].TrimStart(" \"'");
            var end = value.IndexOfAny(Ends);
            return Find((end < 0 ? value : value[..end]).ToString().ToLowerInvariant());
        }

        return null;
    }

    public static Encoding? Find(string name)
    {
        // Pages that say one of these are written in code page 949 (WHATWG Encoding, section 4.2).
        if (name is "euc-kr" or "euckr" or "ks_c_5601-1987" or "ksc5601" or "cp949" or "ms949" or "windows-949" or "x-windows-949") name = "ks_c_5601-1987";
        if (name is "utf-8" or "utf8" or "utf-16" or "utf-7") return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name is "iso-8859-1" or "latin1" or "us-ascii" ? "windows-1252" : name) is { } found
                ? CodePagesEncodingProvider.Instance.GetEncoding(found.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
