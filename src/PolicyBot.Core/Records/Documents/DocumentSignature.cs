using PolicyBot.Records.Documents.Hwp;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

internal enum PackageKind
{
    Archive,
    Word,
    Slides,
    Sheets,
    Hwpx,
    OpenDocument,
}

/// <summary>What a file is by its content, and what to say when that is nothing to read or not what its name says.</summary>
internal static class DocumentSignature
{
    private const string ChangeFormat = "Open it in the program that made it, save it in a newer format and import that.";

    public static PackageKind KindOf(ZipPackage package)
    {
        if (package.Find("mimetype") is { Length: < 200 } type)
        {
            var words = System.Text.Encoding.ASCII.GetString(package.UnpackAll(type));
            if (words.StartsWith("application/hwp+zip", StringComparison.Ordinal)) return PackageKind.Hwpx;
            if (words.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal)) return PackageKind.OpenDocument;
        }

        if (package.Find("Contents/section0.xml") is not null) return PackageKind.Hwpx;
        if (package.Find("[Content_Types].xml") is null) return PackageKind.Archive;
        if (package.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal))) return PackageKind.Word;
        if (package.Entries.Any(e => e.FullName.StartsWith("ppt/", StringComparison.Ordinal))) return PackageKind.Slides;
        return package.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? PackageKind.Sheets : PackageKind.Archive;
    }

    /// <summary>Mail systems and old printers put bytes before the signature.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>For a file that is none of the formats read here.</summary>
    public static UnreadableRecordException Refuse(string path, ReadOnlySpan<byte> bytes)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (bytes.StartsWith("HWP Document File"u8)) return new("The file is an HWP document of version 3 or older. Open it in Hangul, save it as HWPX and import that.");
        if (FileSignature.Name(bytes) is { } name) return new($"The file is named {extension}, but it is {name}. Give it its right extension, or import the document itself.");
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        if (IsPage(head)) return new($"The file is named {extension}, but it holds a web page (HTML): perhaps the notice of a failed download. Open it to see; if it is what you want, rename it to .html.");
        if (!head.Contains((byte)0)) return new($"The file is named {extension}, but it holds plain text. Open it to see; if it is what you want, rename it to .txt.");
        return new($"The file is named {extension}, but its content is of no kind that is known: it may be cut off or encrypted. Get it again from where it came.");
    }

    /// <summary>For an OLE compound file that holds no HWP document.</summary>
    public static UnreadableRecordException Refuse(CompoundFile file)
    {
        if (file.Has("EncryptedPackage")) return new("The document is protected by a password. Remove the password and import it again. / 암호가 걸린 문서입니다.");
        if (file.Has("WordDocument")) return new($"The file is an old Word document (.doc). {ChangeFormat}");
        if (file.Has("Workbook") || file.Has("Book")) return new($"The file is an old Excel table (.xls). {ChangeFormat}");
        if (file.Has("PowerPoint Document")) return new($"The file is an old PowerPoint presentation (.ppt). {ChangeFormat}");
        if (file.Has("__properties_version1.0")) return new("The file is an Outlook message (.msg). Save it as .eml and import that.");
        return new("The file is an OLE container of no kind that is known. Save it as HWPX, DOCX or PDF and import that.");
    }

    public static bool IsText(ReadOnlySpan<byte> bytes) => FileSignature.Name(bytes) is null;

    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var words = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return words.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || words.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (words.StartsWith('<') && words.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
