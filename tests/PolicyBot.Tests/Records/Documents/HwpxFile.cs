namespace PolicyBot.Tests.Records.Documents;

/// <summary>An HWPX as Hangul writes one, around the content of its sections.</summary>
internal static class HwpxFile
{
    private const string Names = "xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\"";

    public static byte[] Of(params string[] sections) => Zipped.Of([
        ("mimetype", "application/hwp+zip"),
        ("META-INF/manifest.xml", "<odf:manifest xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("Contents/header.xml", "<hh:head xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\"/>"),
        .. sections.Select((s, at) => ($"Contents/section{at}.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><hs:sec {Names}>{s}</hs:sec>")),
        ("Preview/PrvText.txt", "미리 보기"),
    ]);

    public static byte[] Encrypted() => Zipped.Of(
        ("mimetype", "application/hwp+zip"),
        ("META-INF/manifest.xml", "<odf:manifest xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><odf:file-entry odf:full-path=\"Contents/section0.xml\"><odf:encryption-data/></odf:file-entry></odf:manifest>"),
        ("Contents/section0.xml", "\u0001\u0002\u0003"));

    public static string Paragraph(string content) => $"<hp:p id=\"0\" paraPrIDRef=\"0\" styleIDRef=\"0\"><hp:run charPrIDRef=\"0\"><hp:t>{content}</hp:t></hp:run><hp:linesegarray><hp:lineseg textpos=\"0\"/></hp:linesegarray></hp:p>";

    public static string Run(string content) => $"<hp:p><hp:run charPrIDRef=\"0\">{content}</hp:run></hp:p>";

    public static string Table(params string[][] rows) =>
        $"<hp:tbl rowCnt=\"{rows.Length}\">{string.Concat(rows.Select(r => $"<hp:tr>{string.Concat(r.Select(Cell))}</hp:tr>"))}</hp:tbl>";

    private static string Cell(string words) => $"<hp:tc><hp:subList>{Paragraph(words)}</hp:subList><hp:cellAddr colAddr=\"0\" rowAddr=\"0\"/></hp:tc>";
}
