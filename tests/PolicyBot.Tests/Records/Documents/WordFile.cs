namespace PolicyBot.Tests.Records.Documents;

/// <summary>A DOCX as Word writes one, around a given body.</summary>
internal static class WordFile
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public static byte[] Of(string body, string footnotes = "") => Zipped.Of([.. Entries(body, footnotes)]);

    public static string Paragraph(string words) => $"<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";

    public static string Table(params string[][] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc><w:tcPr/>{Paragraph(c)}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static IEnumerable<(string, string)> Entries(string body, string footnotes)
    {
        yield return ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        yield return ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        yield return ("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {Names}><w:body>{body}<w:sectPr/></w:body></w:document>");
        yield return ("word/header1.xml", $"<w:hdr {Names}>{Paragraph("머리말")}</w:hdr>");
        yield return ("word/footnotes.xml", $"<w:footnotes {Names}><w:footnote w:type=\"separator\" w:id=\"-1\">{Paragraph("구분선")}</w:footnote>{footnotes}</w:footnotes>");
    }
}
