using System.Globalization;
using PolicyBot.Records.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace PolicyBot.Records.Documents.Pdf;

/// <summary>A PDF: letters put together to lines, lines to paragraphs and rows, page by page, without what repeats at the edges of pages.</summary>
internal static class PdfReader
{
    private const int MaxPages = 5000;

    /// <summary>One letter in ten that has no known character: the rest is likely to be wrong as well.</summary>
    private const int UntrustedShare = 10;

    public static Record Read(byte[] bytes)
    {
        using var document = Open(bytes);
        if (document.NumberOfPages == 0) throw new UnreadableRecordException("The PDF has no pages. Get it again from where it came. / PDF에 쪽이 없습니다. 원본을 다시 받으십시오.");
        if (document.NumberOfPages > MaxPages) throw new UnreadableRecordException($"The PDF has {document.NumberOfPages} pages and the limit is {MaxPages}. Split it. / PDF가 {document.NumberOfPages}쪽으로 한도({MaxPages}쪽)를 넘습니다. 나누어 가져오십시오.");
        var (pages, scanned, letters, unknown) = (new List<PdfPageLines>(), new List<int>(), 0, 0);
        foreach (var page in document.GetPages())
        {
            var written = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).ToList();
            letters += page.Letters.Count;
            unknown += page.Letters.Count(IsUnknown);
            if (written.Count == 0 && page.NumberOfImages > 0) scanned.Add(page.Number);
            pages.Add(new(PdfLine.Group(page.Letters), page.Height));
        }

        if (letters == 0) throw new UnreadableRecordException(scanned.Count > 0
            ? "The PDF is a scan: its pages are pictures and hold no text. Run character recognition (OCR) over it and import the result. / 글자가 없는 스캔 문서입니다. 문자 인식(OCR)을 한 뒤 가져오십시오."
            : "The PDF's pages hold no text. Check that the right file was saved. / PDF에 글이 없습니다. 맞는 파일인지 확인하십시오.");
        if (unknown * UntrustedShare > letters) throw new UnreadableRecordException("The PDF's fonts do not tell which characters its letters are: its text cannot be trusted. Save the document itself (HWPX, DOCX), or run character recognition (OCR) over it. / PDF의 글꼴에 글자 정보가 없어 글을 믿을 수 없습니다. 원래 문서(HWPX, DOCX)를 저장하거나 문자 인식(OCR)을 하십시오.");
        return Write(pages, scanned);
    }

    private static PdfDocument Open(byte[] bytes)
    {
        try
        {
            return PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableRecordException("The PDF is protected by a password. Remove the password and import it again. / 암호가 걸린 문서입니다.");
        }
    }

    private static Record Write(List<PdfPageLines> pages, List<int> scanned)
    {
        var text = new DocumentText(PlaceUnit.Page);
        var edges = new PdfEdges(pages);
        foreach (var page in pages)
        {
            text.BeginPlace();
            PdfParagraphs.Write(edges.Without(page), text);
        }

        var metadata = new Dictionary<string, string>();
        if (scanned.Count > 0) metadata["scanned-pages"] = string.Join(", ", scanned.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        return text.Build(new() { Metadata = metadata });
    }

    private static bool IsUnknown(Letter letter) => string.IsNullOrEmpty(letter.Value) || letter.Value.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') >= 0 || letter.Value.Contains('\uFFFD', StringComparison.Ordinal)
        || (char.IsControl(letter.Value[0]) && letter.Value[0] is not ('\t' or '\n' or '\r'));
}

/// <summary>The lines of one page from top to bottom.</summary>
internal sealed record PdfPageLines(List<PdfLine> Lines, double Height);
