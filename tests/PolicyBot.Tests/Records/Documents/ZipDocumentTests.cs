using System.Text;

namespace PolicyBot.Tests.Records.Documents;

public sealed class ZipDocumentTests
{
    [Fact]
    public void Each_entry_is_a_document_with_a_result_of_its_own()
    {
        var bytes = Zipped.Of([
            ("보도자료/1.docx", WordFile.Of(WordFile.Paragraph("첫째 말"))),
            ("보도자료/2.hwpx", HwpxFile.Encrypted()),
            ("사진.jpg", [0xFF, 0xD8, 0xFF]),
            ("__MACOSX/._1.docx", [1]),
            ("3.txt", "셋째 말"u8.ToArray()),
            ("4.zip", Zipped.Of(("5.txt", "다섯째 말"))),
        ]);

        var read = ReadDocuments.All("기록.zip", bytes);

        Assert.Equal(["기록.zip › 보도자료/1.docx", "기록.zip › 보도자료/2.hwpx", "기록.zip › 3.txt", "기록.zip › 4.zip"], read.Select(r => r.Path));
        Assert.Equal(["첫째 말", null, "셋째 말", null], read.Select(r => r.Record?.Text));
        Assert.Contains("password", read[1].Refusal, StringComparison.Ordinal);
        Assert.Contains("inside another", read[3].Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("/root/.ssh/authorized_keys.txt")]
    [InlineData("C:\\windows\\a.txt")]
    [InlineData("a\u0007b\u001b[2J.txt")]
    [InlineData("a\0b.txt")]
    [InlineData("CON.txt")]
    [InlineData("..\\..\\보도자료.txt")]
    public void A_naughty_name_is_a_name_and_no_path(string name)
    {
        var result = Assert.Single(ReadDocuments.All("a.zip", Zipped.Of((name, "말"))));

        Assert.Equal("말", result.Record?.Text);
        Assert.DoesNotContain(result.Path, char.IsControl);
    }

    [Fact]
    public void A_name_of_a_thousand_letters_is_shown_as_its_beginning()
    {
        var result = Assert.Single(ReadDocuments.All("a.zip", Zipped.Of((new string('가', 1000) + ".txt", "말"))));

        Assert.Equal("말", result.Record?.Text);
        Assert.InRange(result.Path.Length, 10, 250);
    }

    [Fact]
    public void A_locked_entry_is_refused_and_its_neighbour_is_read()
    {
        var bytes = Zipped.Of(("잠김.txt", "말"), ("열림.txt", "이웃의 말"));
        // Bit 0 of the flags, in the entry's own head and in the table of contents.
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        var read = ReadDocuments.All("a.zip", bytes);

        Assert.Contains("password", read[0].Refusal, StringComparison.Ordinal);
        Assert.Equal("이웃의 말", read[1].Record?.Text);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_swells()
    {
        var zeros = new byte[64 * 1024 * 1024];

        Assert.Contains("200 times", ReadDocuments.Refuse("a.zip", Zipped.Of([("a.txt", zeros)])), StringComparison.Ordinal);
        Assert.Contains("200 times", ReadDocuments.Refuse("a.docx", Zipped.Of([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", zeros)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_ends_at_that_size()
    {
        var bytes = Zipped.Of([("a.txt", Encoding.ASCII.GetBytes(new string('a', 4 * 1024 * 1024)))]);
        foreach (var at in Enumerable.Range(0, bytes.Length - 4).Where(n => BitConverter.ToInt32(bytes, n) == 4 * 1024 * 1024)) BitConverter.GetBytes(1000).CopyTo(bytes, at);

        var result = Assert.Single(ReadDocuments.All("a.zip", bytes));

        Assert.True(result.Refusal is not null || result.Record!.Text.Length <= 1000);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var bytes = Zipped.Of([.. Enumerable.Range(0, 5001).Select(n => ($"{n}.txt", Array.Empty<byte>()))]);

        Assert.Contains("5001 entries", ReadDocuments.Refuse("a.zip", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_the_code_page_of_korean_archivers_is_readable()
    {
        var name = "보도자료.txt";
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(name);
        var bytes = Zipped.Of([(new string('x', korean.Length - 4) + ".txt", "말"u8.ToArray())]);
        var placeholder = Encoding.ASCII.GetBytes(new string('x', korean.Length - 4) + ".txt");
        for (var at = bytes.AsSpan().IndexOf(placeholder); at >= 0; at = bytes.AsSpan().IndexOf(placeholder)) korean.CopyTo(bytes, at);

        Assert.Equal("a.zip › 보도자료.txt", Assert.Single(ReadDocuments.All("a.zip", bytes)).Path);
    }

    [Fact]
    public void An_archive_without_documents_is_refused() => Assert.Contains("no document", ReadDocuments.Refuse("a.zip", Zipped.Of(("a.png", "x"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>로그인</body></html>", "web page")]
    [InlineData("그냥 글", "plain text")]
    [InlineData("{\\rtf1 x}", "RTF")]
    [InlineData("", "empty")]
    [InlineData("HWP Document File V3.00", "version 3")]
    public void A_wrong_extension_is_told(string content, string reason) => Assert.Contains(reason, ReadDocuments.Refuse("a.docx", Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void A_truncated_document_is_refused()
    {
        var whole = WordFile.Of(WordFile.Paragraph("말"));

        Assert.Contains("cut off", ReadDocuments.Refuse("a.docx", whole[..(whole.Length / 2)]), StringComparison.Ordinal);
    }
}
