using static PolicyBot.Tests.Records.Documents.WordFile;

namespace PolicyBot.Tests.Records.Documents;

public sealed class WordReaderTests
{
    [Fact]
    public void Paragraphs_tables_and_notes_come_back_word_for_word()
    {
        var body = Paragraph("예시부 간담회 결과")
            + "<w:p><w:r><w:t>홍길동 A사 대표는 “전력이 </w:t></w:r><w:r><w:t>부족하다”고 말했다.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            + Table(["업체", "건의"], ["A사", "전력 공급 확대"])
            + Paragraph("이몽룡 차관은 검토하겠다고 답했다.");

        var record = ReadDocuments.Accept("a.docx", Of(body, $"<w:footnote w:id=\"2\">{Paragraph("2024년 기준")}</w:footnote>"));

        Assert.Equal("예시부 간담회 결과\n\n홍길동 A사 대표는 “전력이 부족하다”고 말했다.\n\n1) 2024년 기준\n\n| 업체 | 건의 |\n| A사 | 전력 공급 확대 |\n\n이몽룡 차관은 검토하겠다고 답했다.", record.Text);
        Assert.Equal("예시부 간담회 결과", record.Title);
    }

    [Fact]
    public void A_text_box_is_read_once_and_follows_its_paragraph()
    {
        var box = $"<w:txbxContent>{Paragraph("상자 안의 말")}</w:txbxContent>";
        var body = $"<w:p><w:r><w:t>앞말</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent><w:t> 뒷말</w:t></w:r></w:p>";

        Assert.Equal("앞말 뒷말\n\n상자 안의 말", ReadDocuments.Accept("a.docx", Of(body)).Text);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>남음</w:t></w:r><w:del><w:r><w:delText>지움</w:delText></w:r></w:del></w:p>", "남음")]
    [InlineData("<w:p><w:r><w:t>보임</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>숨김</w:t></w:r></w:p>", "보임")]
    [InlineData("<w:p><w:r><w:t>쪽</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", "쪽")]
    [InlineData("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>가</w:t><w:tab/><w:t>나</w:t><w:br/><w:t>다</w:t></w:r></w:p>", "가\t나\n다")]
    [InlineData("<w:sdt><w:sdtContent><w:p><w:r><w:t>양식</w:t></w:r></w:p></w:sdtContent></w:sdt>", "양식")]
    [InlineData("<w:p><w:r><w:t>עברית وعربي</w:t></w:r></w:p>", "עברית وعربي")]
    public void What_a_reader_of_the_page_sees_is_the_text(string body, string text) => Assert.Equal(text, ReadDocuments.Accept("a.docx", Of(body)).Text);

    [Fact]
    public void A_page_laid_out_in_a_table_of_one_cell_is_read_as_paragraphs()
    {
        var cell = $"<w:tbl><w:tr><w:tc>{Paragraph("□ 첫째")}{Paragraph("□ 둘째")}{Table(["가", "나"])}</w:tc></w:tr></w:tbl>";

        Assert.Equal("□ 첫째\n\n□ 둘째\n\n| 가 | 나 |", ReadDocuments.Accept("a.docx", Of(cell)).Text);
    }

    [Fact]
    public void Paragraphs_are_counted()
    {
        var record = ReadDocuments.Accept("a.docx", Of(Paragraph("하나") + Table(["둘", "둘"]) + Paragraph("셋")));

        Assert.Equal([1, 2, 3], new[] { "하나", "둘", "셋" }.Select(w => record.Places!.NumberAt(record.Text.IndexOf(w, StringComparison.Ordinal)) ?? 0));
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var bytes = Zipped.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:p><w:t>&a;</w:t></w:p></w:document>"));

        Assert.Contains("document type", ReadDocuments.Refuse("a.docx", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 100)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 100));

        Assert.Contains("nest", ReadDocuments.Refuse("a.docx", Of(deep)), StringComparison.Ordinal);
    }
}
