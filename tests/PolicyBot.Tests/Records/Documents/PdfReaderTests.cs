using PolicyBot.Records;

namespace PolicyBot.Tests.Records.Documents;

public sealed class PdfReaderTests
{
    [Fact]
    public void Korean_in_an_embedded_font_comes_back_word_for_word_with_its_pages()
    {
        var file = new PdfFile().Lines("예시부 간담회 결과").Lines("홍길동 A사 대표는 “전력이 부족하다”고 말했다.");

        var record = ReadDocuments.Accept("a.pdf", file.Bytes());

        Assert.Equal("예시부 간담회 결과\n\n홍길동 A사 대표는 “전력이 부족하다”고 말했다.", record.Text);
        Assert.Equal(PlaceUnit.Page, record.Places!.Unit);
        Assert.Equal([1, 2], new[] { "예시부", "전력" }.Select(w => record.Places.NumberAt(record.Text.IndexOf(w, StringComparison.Ordinal)) ?? 0));
    }

    [Fact]
    public void A_paragraph_that_fills_its_lines_is_put_together_again()
    {
        var file = new PdfFile().Lines(
            "참석자들은 데이터센터에 들어가는 전력의 공급을 하루빨리 늘려 달라고 거듭 요",
            "청했고 정부는 살펴보겠다고 했다.",
            "짧은 줄.");

        Assert.StartsWith("참석자들은 데이터센터에 들어가는 전력의 공급을 하루빨리 늘려 달라고 거듭 요 청했고 정부는 살펴보겠다고 했다.\n\n짧은 줄.", ReadDocuments.Accept("a.pdf", file.Bytes()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_spaces_are_drawn_at_line_ends_a_line_without_one_breaks_within_a_word()
    {
        var file = new PdfFile().Lines(
            "참석자들은 데이터센터에 들어가는 전력의 공급을 하루빨리 늘려 달라고 거듭 요",
            "청했고 정부는 예산과 제도를 함께 살펴서 가을까지 답하겠다고 여러 차례 말 ",
            "했다.");

        Assert.Contains("거듭 요청했고", ReadDocuments.Accept("a.pdf", file.Bytes()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hyphen_at_the_end_of_a_line_is_taken_out()
    {
        var file = new PdfFile().Lines("The participants asked the ministry to speed up the grid connec-", "tion of new sites.");

        Assert.Equal("The participants asked the ministry to speed up the grid connection of new sites.", ReadDocuments.Accept("a.pdf", file.Bytes()).Text);
    }

    [Fact]
    public void Rows_of_a_table_stay_rows()
    {
        var file = new PdfFile().Page((50, 700, "업체"), (200, 700, "건의"), (50, 680, "A사"), (200, 680, "전력 공급"), (50, 640, "뒤따르는 말."));

        Assert.Equal("| 업체 | 건의 |\n| A사 | 전력 공급 |\n\n뒤따르는 말.", ReadDocuments.Accept("a.pdf", file.Bytes()).Text);
    }

    [Fact]
    public void The_left_column_is_read_before_the_right_one()
    {
        List<(double, double, string)> words = [];
        for (var line = 0; line < 8; line++)
        {
            words.Add((50, 700 - (line * 15), $"왼쪽 단의 {line}째 줄입니다. 왼쪽."));
            words.Add((320, 700 - (line * 15), $"오른쪽 단의 {line}째 줄입니다."));
        }

        var text = ReadDocuments.Accept("a.pdf", new PdfFile().Page([.. words]).Bytes()).Text;

        Assert.True(text.IndexOf("왼쪽 단의 7째", StringComparison.Ordinal) < text.IndexOf("오른쪽 단의 0째", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Headers_footers_and_page_numbers_are_left_out()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 4; page++) file.Page((50, 800, "예시부 보도자료"), (50, 600, $"본문 {page}쪽의 말."), (280, 30, $"- {page} -"));

        Assert.Equal("본문 1쪽의 말.\n\n본문 2쪽의 말.\n\n본문 3쪽의 말.\n\n본문 4쪽의 말.", ReadDocuments.Accept("a.pdf", file.Bytes()).Text);
    }

    [Fact]
    public void Words_drawn_out_of_order_are_read_in_order() =>
        Assert.Equal("첫째 말.\n\n둘째 말.", ReadDocuments.Accept("a.pdf", new PdfFile().Page((50, 600, "둘째 말."), (50, 700, "첫째 말.")).Bytes()).Text);

    [Fact]
    public void Right_to_left_script_is_read_from_the_right() =>
        Assert.Equal("שלום", ReadDocuments.Accept("a.pdf", new PdfFile().Page((50, 700, "םולש")).Bytes()).Text);

    [Fact]
    public void A_scan_is_said_to_be_one()
    {
        Assert.Contains("scan", ReadDocuments.Refuse("a.pdf", new PdfFile { Pictures = true }.Page().Bytes()), StringComparison.Ordinal);
        var mixed = ReadDocuments.Accept("b.pdf", new PdfFile { Pictures = true }.Lines("말 한 마디.").Page().Bytes());
        Assert.Equal("2", mixed.Metadata["scanned-pages"]);
    }

    [Fact]
    public void Letters_without_known_characters_are_not_trusted() =>
        Assert.Contains("cannot be trusted", ReadDocuments.Refuse("a.pdf", new PdfFile { MapsToUnicode = false }.Lines("아무도 모를 말").Bytes()), StringComparison.Ordinal);

    [Fact]
    public void The_mark_of_a_footnote_cuts_no_sentence_and_a_unit_stays_one()
    {
        var file = new PdfFile().Page((50, 700, "전력이 부족하다"), (128, 700, "고 말했다."), (50, 660, "넓이는 100 m"), (113, 660, "이다.")).Small(125, 704, "1").Small(110, 664, "2");

        Assert.Equal("전력이 부족하다고 말했다.\n\n넓이는 100 m2이다.", ReadDocuments.Accept("a.pdf", file.Bytes()).Text);
    }

    [Fact]
    public void Where_spaces_are_drawn_a_little_room_between_letters_is_none()
    {
        var file = new PdfFile().Page((50, 700, "예시부는 지난 7"), (50 + 72.5, 700, "월 세종에서 간담회를 열고 말씀을 들었다."));

        Assert.Contains("지난 7월 세종에서", ReadDocuments.Accept("a.pdf", file.Bytes()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_two_pages_is_left_out_and_numbered_headings_stay()
    {
        var file = new PdfFile().Page((50, 800, "예시부 보도자료"), (50, 600, "앞 말."), (280, 30, "Page 1")).Page((50, 800, "예시부 보도자료"), (50, 600, "뒤 말."), (280, 30, "Page 2"));
        var headings = new PdfFile().Page((50, 800, "1. 개요"), (50, 600, "앞 말.")).Page((50, 800, "2. 개요"), (50, 600, "뒤 말."));

        Assert.Equal("앞 말.\n\n뒤 말.", ReadDocuments.Accept("a.pdf", file.Bytes()).Text);
        Assert.Contains("2. 개요", ReadDocuments.Accept("b.pdf", headings.Bytes()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Turned_lines_and_letters_set_one_under_the_other_are_words()
    {
        var turned = new PdfFile().Lines("곧은 말.").Turned(300, "누운 첫 줄.").Turned(320, "누운 둘째 줄.");
        var column = new PdfFile().Page([(50, 700, "가로 글."), .. "세로쓰기".Select((c, at) => (300.0, 600.0 - (at * 11), c.ToString()))]);

        Assert.Equal("곧은 말.\n\n누운 첫 줄. 누운 둘째 줄.", ReadDocuments.Accept("a.pdf", turned.Bytes()).Text);
        Assert.Equal("가로 글.\n\n세로쓰기", ReadDocuments.Accept("a.pdf", column.Bytes()).Text);
    }

    [Fact]
    public void A_protected_document_is_refused_by_name() =>
        Assert.Contains("protected by a password", ReadDocuments.Refuse("a.pdf", new PdfFile { IsLocked = true }.Lines("말").Bytes()), StringComparison.Ordinal);

    [Fact]
    public void A_document_without_pages_is_refused() => Assert.Contains("no pages", ReadDocuments.Refuse("a.pdf", new PdfFile().Bytes()), StringComparison.Ordinal);

    [Fact]
    public void A_truncated_document_is_refused_or_read_in_part()
    {
        var bytes = new PdfFile().Lines("말 한 마디.").Bytes();

        Assert.All(Enumerable.Range(1, 20), n => Assert.Single(ReadDocuments.All("a.pdf", bytes[..(bytes.Length * n / 21)])));
    }
}
