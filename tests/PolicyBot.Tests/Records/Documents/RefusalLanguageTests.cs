using System.Text;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>Whoever keeps the files reads Korean or English: a refusal says in both what is wrong and what to do.</summary>
public sealed class RefusalLanguageTests : TemporaryFiles
{
    [Theory]
    [InlineData("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no events", "일정이 없습니다")]
    [InlineData("a.ics", "말", "holds no calendar", "일정을 다시 내보내")]
    [InlineData("a.ics", "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n", "an answer to an invitation", "초대에 대한 답")]
    [InlineData("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:간담회\nEND:VEVENT\nEND:VCALENDAR\n", "no start", "날짜를 넣으십시오")]
    [InlineData("a.xml", "<a>말</a>", "neither an RSS nor an Atom feed", "피드가 아닙니다")]
    [InlineData("a.rss", "<rss><channel/></rss>", "no items", "글이 없습니다")]
    [InlineData("a.eml", "말", "no saved message", "저장된 메일이 아닙니다")]
    [InlineData("a.docx", "<html>", "a web page", "웹 페이지(HTML)입니다")]
    [InlineData("a.docx", "말", "plain text", ".txt로 이름을 바꾸십시오")]
    [InlineData("a.pdf", "{\\rtf1}", "it is an RTF document", "RTF 문서입니다. 확장자를 바로잡거나")]
    [InlineData("a.pdf", "%PDF-1.7\n", "cut off or damaged", "잘렸거나 손상되었습니다")]
    [InlineData("a.docx", "", "empty", "비어 있습니다")]
    public void Documents_are_refused_in_both_languages(string name, string text, string english, string korean) => Told(ReadDocuments.Refuse(name, Encoding.UTF8.GetBytes(text)), english, korean);

    [Fact]
    public void Packages_are_refused_in_both_languages()
    {
        Told(ReadDocuments.Refuse("a.docx", Zipped.Of([("b.txt", "말"u8.ToArray())])), "a ZIP archive with no such document", "ZIP 압축 파일입니다");
        Told(ReadDocuments.Refuse("a.zip", Zipped.Of([("b.png", [1])])), "no document of a kind that is read", "읽을 수 있는 형식의 문서가 들어 있지 않습니다");
        Told(ReadDocuments.Refuse("a.zip", Zipped.Of([("b.zip", [1])])), "Take it out", "꺼내어 따로 가져오십시오");
        Told(ReadDocuments.Refuse("a.docx", Zipped.Of([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/b.xml", "<a/>"u8.ToArray())])), "no text part", "본문이 없습니다");
        Told(ReadDocuments.Refuse("a.hwpx", HwpxFile.Encrypted()), "protected by a password", "암호를 풀고 다시 가져오십시오");
        Told(ReadDocuments.Refuse("a.hwp", new HwpFile().Paragraph("말").Bytes(3)), "protected by a password", "암호를 풀고 다시 가져오십시오");
        Told(ReadDocuments.Refuse("a.hwp", CompoundWriter.Of(("Workbook", [1]))), "an old Excel table (.xls)", "새 형식으로 저장해 가져오십시오");
        Told(ReadDocuments.Refuse("a.pdf", "%PDF"u8.ToArray()), "plain text", "보통 텍스트입니다");
    }

    [Theory]
    [InlineData("a.md", "---\n- 말\n---\n말", "is not a list of", "2번째 줄: 앞머리가")]
    [InlineData("a.md", "---\ntitle: a\ntitle: b\n---\n말", "stands twice", "3번째 줄: \"title\" 키가 두 번")]
    [InlineData("a.md", "---\ntitle: &a b\nsource: *a\n---\n말", "aliases", "별칭(*이름)은 읽지 않습니다")]
    [InlineData("a.md", "---\ntitle: [a, b]\n---\n말", "takes one", "맞는 것만 남기십시오")]
    [InlineData("a.jsonl", "[1]", "this is something else", "객체여야 합니다")]
    [InlineData("a.html", "<html><body><script>말</script></body></html>", "without running its scripts", "스크립트를 실행하지 않으면")]
    [InlineData("a.txt", "{\\rtf1 a}", "an RTF document, not text", "텍스트가 아니라 RTF 문서입니다")]
    public void Texts_are_refused_in_both_languages(string name, string text, string english, string korean) => Told(Refuse(name, text), english, korean);

    private static void Told(string refusal, string english, string korean)
    {
        var at = refusal.IndexOf(" / ", StringComparison.Ordinal);
        Assert.True(at > 0, refusal);
        Assert.Contains(english, refusal[..at], StringComparison.Ordinal);
        Assert.Contains(korean, refusal[at..], StringComparison.Ordinal);
    }
}
