using System.Text;

namespace PolicyBot.Tests.Records.Documents;

public sealed class MailAndFeedTests
{
    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    [Fact]
    public void A_korean_mail_gives_its_text_and_its_attachments()
    {
        var subject = Convert.ToBase64String(Korean.GetBytes("간담회 건의"));
        var body = string.Concat(Korean.GetBytes("전력이 부족하다고 말했다.").Select(b => $"={b:X2}"));
        var mail = $"""
            From: =?UTF-8?Q?=ED=99=8D=EA=B8=B8=EB=8F=99?= <hong@example.org>
            Subject: =?euc-kr?B?{subject}?=
            Date: Thu, 24 Jul 2025 23:30:00 +0000 (UTC)
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="=_x"

            --=_x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/plain; charset="ks_c_5601-1987"
            Content-Transfer-Encoding: quoted-printable

            {body[..30]}=
            {body[30..]}
            --y
            Content-Type: text/html; charset=utf-8

            <p>같은 말</p>
            --y--
            --=_x
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*=UTF-8''%EA%B1%B4%EC%9D%98.docx
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(WordFile.Of(WordFile.Paragraph("붙임의 말")), Base64FormattingOptions.InsertLineBreaks)}
            --=_x--
            """.ReplaceLineEndings("\r\n");

        var read = ReadDocuments.All("a.eml", Encoding.UTF8.GetBytes(mail));

        Assert.Equal(["a.eml", "a.eml › 건의.docx"], read.Select(r => r.Path));
        Assert.Equal(["전력이 부족하다고 말했다.", "붙임의 말"], read.Select(r => r.Record?.Text.Trim()));
        Assert.Equal(("간담회 건의", new DateOnly(2025, 7, 25)), (read[0].Record!.Title, read[0].Record!.Published));
        Assert.Equal("홍길동 <hong@example.org>", read[0].Record!.Metadata["from"]);
    }

    [Fact]
    public void A_mail_of_markup_alone_is_read_as_a_page() =>
        Assert.Equal("말 한 마디", ReadDocuments.Accept("a.eml", "Subject: x\nContent-Type: text/html\n\n<p>말 한 마디</p><script>x()</script>"u8.ToArray()).Text);

    [Theory]
    [InlineData("그냥 글", "no sender")]
    [InlineData("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename=a.zip\n\nPK\n--b--", "inside another")]
    public void What_is_no_message_or_holds_an_archive_is_refused(string text, string reason) =>
        Assert.Contains(reason, ReadDocuments.Refuse("a.eml", Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void Parts_without_end_are_refused()
    {
        var deep = "Subject: x\n" + string.Concat(Enumerable.Range(0, 20).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"));

        Assert.Contains("nest", ReadDocuments.Refuse("a.eml", Encoding.ASCII.GetBytes(deep)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_item_of_a_feed_is_a_record_with_its_day_and_address()
    {
        var rss = """
            <?xml version="1.0" encoding="EUC-KR"?><rss version="2.0"><channel><title>소식</title>
            <item><title>간담회 개최</title><link>https://example.org/1</link><pubDate>Thu, 24 Jul 2025 23:30:00 +0000</pubDate><description><![CDATA[<p>전력이 <b>부족하다</b>고 했다.</p>]]></description></item>
            <item><title>둘째 소식</title></item></channel></rss>
            """;

        var read = ReadDocuments.All("a.xml", Korean.GetBytes(rss));

        Assert.Equal(["전력이 부족하다고 했다.", "둘째 소식"], read.Select(r => r.Record?.Text));
        Assert.Equal(("간담회 개최", new DateOnly(2025, 7, 25)), (read[0].Record!.Title, read[0].Record!.Published));
        Assert.Equal(["https://example.org/1"], read[0].Record!.Sources);
    }

    [Fact]
    public void Atom_is_read_too() => Assert.Equal(
        ("제목", "본문의 말"),
        ReadDocuments.Accept("a.atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>제목</title><link href=\"https://example.org\"/><updated>2025-07-25T00:00:00Z</updated><content type=\"html\">&lt;p&gt;본문의 말&lt;/p&gt;</content></entry></feed>"u8.ToArray()) is var r ? (r.Title, r.Text) : default);

    [Theory]
    [InlineData("<data><x/></data>", "neither an RSS")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel/></rss>", "document type")]
    public void Other_xml_is_refused(string xml, string reason) => Assert.Contains(reason, ReadDocuments.Refuse("a.xml", Encoding.UTF8.GetBytes(xml)), StringComparison.Ordinal);
}
