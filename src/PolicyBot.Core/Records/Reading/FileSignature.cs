namespace PolicyBot.Records.Reading;

/// <summary>Formats that are no text, known by their first bytes, so that a refusal can name what the file really is.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Bytes, string Name)[] Known =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP container (DOCX, XLSX, PPTX, HWPX and the like)"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an OLE file (HWP, DOC, XLS or PPT)"),
        ("HWP Document File"u8.ToArray(), "an old HWP document"),
        (@"{\rtf"u8.ToArray(), "an RTF document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
    ];

    public static string? Name(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, name) in Known)
        {
            if (head.StartsWith(bytes)) return name;
        }

        return null;
    }
}
