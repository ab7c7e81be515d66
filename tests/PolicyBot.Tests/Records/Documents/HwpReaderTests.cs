namespace PolicyBot.Tests.Records.Documents;

public sealed class HwpReaderTests
{
    [Theory]
    [InlineData(1u)]
    [InlineData(0u)]
    public void Paragraphs_tables_and_notes_come_back_word_for_word(uint flags)
    {
        var file = new HwpFile()
            .Paragraph(HwpFile.Mark(2, "secd") + "예시부 간담회 결과").Control("secd")
            .Paragraph($"전력이 부족하다고{HwpFile.Mark(17, "fn  ")} 말했다.").Control("fn  ").List(2).Paragraph($"{HwpFile.Mark(18, "atno")} 2024년 기준", 2).Control("atno", 3)
            .Paragraph(HwpFile.Mark(11, "tbl ")).Table(1, ["업체", "건의"], ["A사", "전력 공급"])
            .Paragraph("끝.");

        var record = ReadDocuments.Accept("a.hwp", file.Bytes(flags));

        Assert.Equal("예시부 간담회 결과\n\n전력이 부족하다고 말했다.\n\n1) 2024년 기준\n\n| 업체 | 건의 |\n| A사 | 전력 공급 |\n\n끝.", record.Text);
    }

    [Fact]
    public void A_table_within_a_cell_stays_in_its_cell()
    {
        var file = new HwpFile().Paragraph(HwpFile.Mark(11, "tbl ")).Table(1, ["바깥", HwpFile.Mark(11, "tbl ")]).Table(3, ["안", "쪽"]).Paragraph("뒤");

        Assert.Equal("| 바깥 | 안 쪽 |\n\n뒤", ReadDocuments.Accept("a.hwp", file.Bytes()).Text);
    }

    [Fact]
    public void A_page_laid_out_in_a_table_of_one_cell_is_read_as_paragraphs()
    {
        var file = new HwpFile().Paragraph(HwpFile.Mark(11, "tbl ")).Table(1, ["□ 첫째"]).Paragraph("□ 둘째", 2);

        Assert.Equal("□ 첫째\n\n□ 둘째", ReadDocuments.Accept("a.hwp", file.Bytes()).Text);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("foot")]
    [InlineData("tcmt")]
    [InlineData("%%me")]
    public void Headers_footers_hidden_comments_and_memos_are_left_out(string control)
    {
        var file = new HwpFile().Paragraph($"본문{HwpFile.Mark(16, control)}").Control(control).List(2).Paragraph("버릴 말", 2).Paragraph("뒤");

        Assert.Equal("본문\n\n뒤", ReadDocuments.Accept("a.hwp", file.Bytes()).Text);
    }

    [Fact]
    public void A_text_box_follows_its_paragraph()
    {
        var file = new HwpFile().Paragraph($"앞{HwpFile.Mark(11, "gso ")} 뒤").Control("gso ").Record(76, 2, new byte[8]).List(3).Paragraph("글상자", 3).Paragraph("다음");

        Assert.Equal("앞 뒤\n\n글상자\n\n다음", ReadDocuments.Accept("a.hwp", file.Bytes()).Text);
    }

    [Fact]
    public void Tabs_breaks_hyphens_and_hard_spaces_are_characters() =>
        Assert.Equal("가\t나\n다-라 마", ReadDocuments.Accept("a.hwp", new HwpFile().Paragraph($"가{HwpFile.Mark(9)}나\n다\u0018라\u001e마").Bytes()).Text);

    [Fact]
    public void A_long_section_lies_in_sectors_of_its_own()
    {
        var words = string.Concat(Enumerable.Range(0, 6000).Select(n => $"{n}번 "));

        Assert.Equal(words.Trim(), ReadDocuments.Accept("a.hwp", new HwpFile().Paragraph(words).Bytes(0)).Text);
    }

    [Theory]
    [InlineData(1u << 1, "password")]
    [InlineData(1u << 2, "distribution")]
    [InlineData(1u << 4, "DRM")]
    public void A_locked_document_is_refused_by_name(uint flag, string reason) =>
        Assert.Contains(reason, ReadDocuments.Refuse("a.hwp", new HwpFile().Paragraph("말").Bytes(1 | flag)), StringComparison.Ordinal);

    [Theory]
    [InlineData("EncryptedPackage", "password")]
    [InlineData("WordDocument", ".doc")]
    [InlineData("Workbook", ".xls")]
    public void Other_containers_are_refused_by_name(string stream, string reason) =>
        Assert.Contains(reason, ReadDocuments.Refuse("a.docx", CompoundWriter.Of((stream, [1, 2, 3]))), StringComparison.Ordinal);
}
