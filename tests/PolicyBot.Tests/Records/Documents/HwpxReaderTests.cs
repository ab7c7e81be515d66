using static PolicyBot.Tests.Records.Documents.HwpxFile;

namespace PolicyBot.Tests.Records.Documents;

public sealed class HwpxReaderTests
{
    [Fact]
    public void Paragraphs_tables_and_notes_come_back_word_for_word()
    {
        var note = "<hp:ctrl><hp:footNote number=\"3\"><hp:subList><hp:p><hp:run><hp:ctrl><hp:autoNum num=\"3\"/></hp:ctrl><hp:t> 2024년 기준</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl>";
        var bytes = Of(
            Paragraph("예시부 간담회 결과") + Run($"<hp:t>전력이 부족하다고</hp:t>{note}<hp:t> 말했다.</hp:t>"),
            Run(Table(["업체", "건의"], ["A사", "전력 공급"]) + "<hp:t/>") + Paragraph("끝."));

        var record = ReadDocuments.Accept("a.hwpx", bytes);

        Assert.Equal("예시부 간담회 결과\n\n전력이 부족하다고 말했다.\n\n3) 2024년 기준\n\n| 업체 | 건의 |\n| A사 | 전력 공급 |\n\n끝.", record.Text);
        Assert.Equal(3, record.Places!.NumberAt(record.Text.IndexOf("2024", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<hp:t>가<hp:tab width=\"1\"/>나<hp:lineBreak/>다<hp:nbSpace/>라<hp:hyphen/>마</hp:t>", "가\t나\n다 라-마")]
    [InlineData("<hp:t>남음<hp:deleteBegin/>지움<hp:deleteEnd/></hp:t>", "남음")]
    [InlineData("<hp:ctrl><hp:header><hp:subList><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:subList></hp:header></hp:ctrl><hp:t>본문</hp:t>", "본문")]
    [InlineData("<hp:ctrl><hp:fieldBegin type=\"MEMO\"><hp:subList><hp:p><hp:run><hp:t>메모</hp:t></hp:run></hp:p></hp:subList></hp:fieldBegin></hp:ctrl><hp:t>본문</hp:t>", "본문")]
    [InlineData("<hp:secPr><hp:t>설정</hp:t></hp:secPr><hp:rect><hp:drawText><hp:subList><hp:p><hp:run><hp:t>글상자</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect><hp:t>본문</hp:t>", "본문\n\n글상자")]
    [InlineData("<hp:dutmal><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>", "본말")]
    public void What_a_reader_of_the_page_sees_is_the_text(string run, string text) => Assert.Equal(text, ReadDocuments.Accept("a.hwpx", Of(Run(run))).Text);

    [Fact]
    public void Sections_come_in_the_order_of_their_numbers()
    {
        var sections = Enumerable.Range(0, 12).Select(n => Paragraph($"{n}절")).ToArray();

        Assert.Equal(string.Join("\n\n", Enumerable.Range(0, 12).Select(n => $"{n}절")), ReadDocuments.Accept("a.hwpx", Of(sections)).Text);
    }

    [Fact]
    public void A_caption_stands_before_its_table()
    {
        var table = Table(["가", "나"]).Replace("<hp:tr>", "<hp:caption><hp:subList><hp:p><hp:run><hp:t>표 1 건의</hp:t></hp:run></hp:p></hp:subList></hp:caption><hp:tr>", StringComparison.Ordinal);

        Assert.Equal("표 1 건의\n\n| 가 | 나 |", ReadDocuments.Accept("a.hwpx", Of(Run(table))).Text);
    }

    [Fact]
    public void A_protected_document_is_refused_by_name() => Assert.Contains("password", ReadDocuments.Refuse("a.hwpx", Encrypted()), StringComparison.Ordinal);

    [Fact]
    public void It_is_known_under_the_older_extension_too() => Assert.Equal("본문", ReadDocuments.Accept("a.hwp", Of(Paragraph("본문"))).Text);
}
