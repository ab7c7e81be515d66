namespace PolicyBot.Records.Reading;

/// <summary>Formats that are no text, known by their first bytes, so that a refusal can name what the file really is.</summary>
internal static class FileSignature
{
    /// <summary>So many of those below, the first, are documents.</summary>
    private const int Documents = 3;

    private static readonly (byte[] Bytes, string English, string Korean)[] Known =
    [
        ("%PDF-"u8.ToArray(), "a PDF", "PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP container (DOCX, XLSX, PPTX, HWPX and the like)", "ZIP 형식(DOCX, XLSX, PPTX, HWPX 등)"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an OLE file (HWP, DOC, XLS or PPT)", "OLE 파일(HWP, DOC, XLS, PPT)"),
        ("HWP Document File"u8.ToArray(), "an old HWP document", "옛 HWP 문서"),
        (@"{\rtf"u8.ToArray(), "an RTF document", "RTF 문서"),
        ([0x1F, 0x8B], "a gzip archive", "gzip 압축 파일"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "7z 압축 파일"),
        ("Rar!"u8.ToArray(), "a RAR archive", "RAR 압축 파일"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "PNG 그림"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture", "JPEG 그림"),
        ("GIF8"u8.ToArray(), "a GIF picture", "GIF 그림"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program", "프로그램"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database", "SQLite 데이터베이스"),
    ];

    /// <summary>How many bytes tell a document.</summary>
    public const int Length = 8;

    public static (string English, string Korean)? Name(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, english, korean) in Known)
        {
            if (head.StartsWith(bytes)) return (english, korean);
        }

        return null;
    }

    /// <summary>Whether it is a document that only a process of its own may read, whatever its name says: no text begins like this.</summary>
    public static bool IsDocument(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, _, _) in Known.AsSpan(0, Documents))
        {
            if (head.StartsWith(bytes)) return true;
        }

        return false;
    }
}
