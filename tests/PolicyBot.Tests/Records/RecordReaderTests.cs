using System.Globalization;
using System.Text;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Records;

public sealed class RecordReaderTests : TemporaryFiles
{
    private const string Article = "홍길동 A사 대표는 시험장이 부족하다고 말했다.\r\n\r\n이몽룡 차관은 검토하겠다고 답했다.\r\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("ks_c_5601-1987", false)]
    public void The_text_is_the_same_in_every_encoding_and_its_line_endings_stay(string name, bool marked)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Article)];
        var record = Accepted(Assert.Single(ReadAll("a.txt", bytes)));
        Assert.Equal(Article, record.Text);
        Assert.Equal(Language.Korean, record.Language);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("%PDF-1.7\n%âã", "a PDF")]
    [InlineData("PK\u0003\u0004rest", "ZIP")]
    [InlineData("words\0and a NUL", "NUL")]
    [InlineData("caf\u00e9 cr\u00e8me, latin one", "UTF-8")]
    public void What_is_no_text_is_refused_by_name(string content, string reason) =>
        Assert.Contains(reason, Refused(Assert.Single(ReadAll("a.txt", Encoding.Latin1.GetBytes(content)))), StringComparison.Ordinal);

    [Fact]
    public void Korean_word_processor_files_are_named_as_such() =>
        Assert.Contains("HWP", Refused(Assert.Single(ReadAll("a.txt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]))), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.json")]
    [InlineData("a.jsonl")]
    [InlineData("a.html")]
    public void White_space_alone_is_refused(string name) => Assert.NotEmpty(Refuse(name, " \n\t\n"));

    [Fact]
    public void A_huge_file_is_refused_by_its_length_without_being_read()
    {
        using (var file = File.Create(Place("huge.txt"))) file.SetLength(200L * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Refused(Assert.Single(new RecordReader(TimeProvider.System).Read(Place("huge.txt"), TestContext.Current.CancellationToken)));
        Assert.Contains("200 MB", refusal, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
    }

    [Fact]
    public void The_limit_can_be_set() => Assert.Contains("limit is 10 bytes", Refused(Assert.Single(ReadAll("a.txt", new byte[11], maxBytes: 10))), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_gone_a_folder_and_an_impossible_path_are_refusals()
    {
        Directory.CreateDirectory(Place("folder.txt"));
        var reader = new RecordReader(TimeProvider.System);
        foreach (var (path, reason) in new[] { (Place("gone.txt"), "not there"), (Place("folder.txt"), "folder"), ("a\0.txt", "valid path"), (Place("a.odt"), ".markdown"), (Place("a.docx"), "none is set up") })
            Assert.Contains(reason, Refused(Assert.Single(reader.Read(path, TestContext.Current.CancellationToken))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_permission_is_a_refusal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This account may read everything.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Write("a.txt", "x"u8.ToArray()), UnixFileMode.None);
        Assert.Contains("permission", Refused(Assert.Single(new RecordReader(TimeProvider.System).Read(Place("a.txt"), TestContext.Current.CancellationToken))), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_between_two_records()
    {
        using CancellationTokenSource source = new();
        var lines = string.Concat(Enumerable.Range(0, 50).Select(i => $"{{\"text\":\"record {i}\"}}\n"));
        using var results = new RecordReader(TimeProvider.System).Read(Write("a.jsonl", Encoding.UTF8.GetBytes(lines)), source.Token).GetEnumerator();
        Assert.True(results.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => results.MoveNext());
    }

    [Fact]
    public void The_same_content_always_gets_the_same_id_and_other_content_another()
    {
        var first = Accept("a.txt", Article);
        Assert.Equal(first.Id, Accept("other.txt", Article).Id);
        Assert.NotEqual(first.Id, Accept("a.txt", Article + "끝.").Id);
        Assert.Matches("^2025-07-25-.+-[0-9a-f]{8}$", Accept("b.txt", "입력 2025.07.25 14:03\n" + Article).Id.Value);
    }

    [Fact]
    public void A_pasted_article_keeps_what_the_caller_knows_of_it()
    {
        var record = Accepted(RecordReader.ReadText(Article, "paste", new(2025, 7, 25), Language.Korean));
        Assert.Equal((Article, new DateOnly(2025, 7, 25)), (record.Text, record.Published));
        Assert.Contains("no text", Refused(RecordReader.ReadText("  ", "paste")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "A사는 전력이 부족하다고 말했다.", "2025-07-25")]
    [InlineData("a.md", "A사는 전력이 부족하다고 말했다.", "2025-07-25")]
    [InlineData("a.html", "<p>A사는 전력이 부족하다고 말했다.</p>", "2025-07-25")]
    [InlineData("a.jsonl", """{"text": "A사는 전력이 부족하다고 말했다."}""", "2025-07-25")]
    [InlineData("a.md", "---\npublished: 2024-01-02\n---\nA사는 전력이 부족하다고 말했다.", "2024-01-02")]
    [InlineData("a.txt", "입력 2024.01.02 14:03\nA사는 전력이 부족하다고 말했다.", "2024-01-02")]
    public void A_day_given_for_undated_documents_yields_to_their_own_and_leaves_the_id_alone(string name, string content, string published)
    {
        var plain = Accept(name, content);
        var reader = new RecordReader(TimeProvider.System) { UndatedPublished = new(2025, 7, 25) };
        var dated = Accepted(Assert.Single(reader.Read(Place(name), TestContext.Current.CancellationToken)));
        Assert.Equal(DateOnly.Parse(published, CultureInfo.InvariantCulture), dated.Published);
        Assert.Equal(plain.Id, dated.Id);
    }

    [Theory]
    [InlineData("a.MD", true)]
    [InlineData("a.ndjson", true)]
    [InlineData("a.PDF", true)]
    [InlineData("a.odt", false)]
    [InlineData("md", false)]
    public void Readable_files_are_known_by_extension(string path, bool readable) => Assert.Equal(readable, RecordReader.CanRead(path));
}
