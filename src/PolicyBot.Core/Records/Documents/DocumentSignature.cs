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
    private const string ChangeFormatKorean = "원래 프로그램에서 열어 새 형식으로 저장해 가져오십시오.";

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
        if (bytes.StartsWith("HWP Document File"u8)) return new("The file is an HWP document of version 3 or older. Open it in Hangul, save it as HWPX and import that. / 한글 3 이하의 오래된 HWP 문서입니다. 한글에서 열어 HWPX로 저장해 가져오십시오.");
        if (FileSignature.Name(bytes) is { } known) return new($"The file is named {extension}, but it is {known.English}. Give it its right extension, or import the document itself. / 이름은 {extension}이지만 {known.Korean}입니다. 확장자를 바로잡거나 문서 자체를 가져오십시오.");
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        if (IsPage(head)) return new($"The file is named {extension}, but it holds a web page (HTML): perhaps the notice of a failed download. Open it to see; if it is what you want, rename it to .html. / 이름은 {extension}이지만 웹 페이지(HTML)입니다. 내려받기에 실패했다는 안내일 수 있으니 열어 보고, 맞는 파일이면 .html로 이름을 바꾸십시오.");
        if (!head.Contains((byte)0)) return new($"The file is named {extension}, but it holds plain text. Open it to see; if it is what you want, rename it to .txt. / 이름은 {extension}이지만 보통 텍스트입니다. 열어 보고, 맞는 파일이면 .txt로 이름을 바꾸십시오.");
        return new($"The file is named {extension}, but its content is of no kind that is known: it may be cut off or encrypted. Get it again from where it came. / 이름은 {extension}이지만 알 수 없는 내용입니다. 잘렸거나 암호화된 파일일 수 있으니 원본을 다시 받으십시오.");
    }

    /// <summary>For an OLE compound file that holds no HWP document.</summary>
    public static UnreadableRecordException Refuse(CompoundFile file)
    {
        if (file.Has("EncryptedPackage")) return new("The document is protected by a password. Remove the password and import it again. / 암호가 걸린 문서입니다. 암호를 풀고 다시 가져오십시오.");
        if (file.Has("WordDocument")) return new($"The file is an old Word document (.doc). {ChangeFormat} / 옛 Word 문서(.doc)입니다. {ChangeFormatKorean}");
        if (file.Has("Workbook") || file.Has("Book")) return new($"The file is an old Excel table (.xls). {ChangeFormat} / 옛 Excel 표(.xls)입니다. {ChangeFormatKorean}");
        if (file.Has("PowerPoint Document")) return new($"The file is an old PowerPoint presentation (.ppt). {ChangeFormat} / 옛 PowerPoint 발표 자료(.ppt)입니다. {ChangeFormatKorean}");
        if (file.Has("__properties_version1.0")) return new("The file is an Outlook message (.msg). Save it as .eml and import that. / Outlook 메일(.msg)입니다. .eml로 저장해 가져오십시오.");
        return new("The file is an OLE container of no kind that is known. Save it as HWPX, DOCX or PDF and import that. / 알 수 없는 OLE 파일입니다. HWPX, DOCX, PDF로 저장해 가져오십시오.");
    }

    public static bool IsText(ReadOnlySpan<byte> bytes) => FileSignature.Name(bytes) is null;

    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var words = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return words.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || words.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (words.StartsWith('<') && words.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
