using PolicyBot.Records;

namespace PolicyBot.Tests.Records.Documents;

public sealed class OfficeTests
{
    private const string Ids = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    [Fact]
    public void Slides_come_in_the_order_shown_without_their_numbers()
    {
        var record = ReadDocuments.Accept("a.pptx", Zipped.Of(
            ("[Content_Types].xml", "<Types/>"),
            ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"p\" {Ids}><p:sldIdLst><p:sldId r:id=\"r2\"/><p:sldId r:id=\"r1\"/></p:sldIdLst></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"slides/slide1.xml\"/><Relationship Id=\"r2\" Target=\"slides/slide2.xml\"/></Relationships>"),
            ("ppt/slides/slide1.xml", Slide(Shape("뒤 장") + "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>가</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>나</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>")),
            ("ppt/slides/slide2.xml", Slide(Shape("앞 장") + Shape("7", "<p:ph type=\"sldNum\"/>")))));

        Assert.Equal("앞 장\n\n뒤 장\n\n| 가 | 나 |", record.Text);
        Assert.Equal((PlaceUnit.Slide, 2), (record.Places!.Unit, record.Places.NumberAt(record.Text.IndexOf('가', StringComparison.Ordinal))));
    }

    [Fact]
    public void Rows_show_words_numbers_and_days_as_the_sheet_does()
    {
        var record = ReadDocuments.Accept("a.xlsx", Zipped.Of(
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", $"<workbook {Ids}><sheets><sheet name=\"건의 목록\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", "<sst><si><t>업체</t></si><si><r><t>A</t></r><r><t>사</t></r><rPh><t>에이사</t></rPh></si></sst>"),
            ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>날짜</t></is></c></row><row><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><f>1+2</f><v>3</v></c><c r=\"C2\" s=\"1\"><v>45863</v></c></row></sheetData></worksheet>")));

        Assert.Equal("건의 목록\n\n| 업체 |  | 날짜 |\n| A사 | 3 | 2025-07-25 |", record.Text);
    }

    private static string Slide(string shapes) => $"<p:sld xmlns:p=\"p\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>";

    private static string Shape(string words, string place = "") => $"<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>";
}
