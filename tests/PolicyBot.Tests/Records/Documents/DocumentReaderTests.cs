using System.Text;
using PolicyBot.Records;
using PolicyBot.Records.Documents;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>The program started a second time: what it reads, what becomes of it, and what its death costs.</summary>
public sealed class DocumentReaderTests : TemporaryFiles
{
    private static readonly byte[] Good = WordFile.Of(WordFile.Paragraph("홍길동 A사 대표는 전력이 부족하다고 말했다."));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Documents_come_through_another_process_word_for_word()
    {
        using var documents = Documents();
        var korean = WordFile.Of(WordFile.Paragraph("가\u0301나𠮷다 \"따옴표\" \\ <&gt;".Replace("<", "&lt;", StringComparison.Ordinal)) + WordFile.Table(["업체", "건의"]));
        var expected = ReadDocuments.Accept("a.docx", korean);

        var result = Assert.Single(Read(documents, "a.docx", korean));

        Assert.Equal((Place("a.docx"), null), (result.Path, result.Refusal));
        Assert.Equal((expected.Text, expected.Id, expected.Title), (result.Record!.Text, result.Record.Id, result.Record.Title));
        Assert.Equal(expected.Parts, result.Record.Parts);
        Assert.Equal(expected.Places!.Starts, result.Record.Places!.Starts);
    }

    [Fact]
    public void Of_a_batch_each_bad_file_is_refused_by_name_and_its_neighbours_are_read()
    {
        using var documents = Documents();
        List<(string Name, byte[] Bytes, string? Reason)> files =
        [
            ("1.docx", Good, null), ("2.docx", [], "empty"), ("3.docx", Good[..200], "cut off"), ("4.hwpx", HwpxFile.Of(HwpxFile.Paragraph("말")), null),
            ("5.hwp", new HwpFile().Paragraph("말").Bytes(3), "password"), ("6.hwp", new HwpFile().Paragraph("말").Bytes(), null), ("7.docx", "<html>"u8.ToArray(), "web page"),
        ];

        foreach (var (name, bytes, reason) in files)
        {
            var result = Assert.Single(Read(documents, name, bytes));
            Assert.Equal(Place(name), result.Path);
            if (reason is null) Assert.NotNull(result.Record);
            else Assert.Contains(reason, result.Refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.json")]
    [InlineData("a.jsonl")]
    public void A_document_that_was_saved_under_the_extension_of_a_text_is_read_as_what_it_is(string name)
    {
        using var documents = Documents();
        List<(string Right, byte[] Bytes)> files =
        [
            ("b.docx", Good), ("b.hwpx", HwpxFile.Of(HwpxFile.Paragraph("전력을 요청했다."))), ("b.hwp", new HwpFile().Paragraph("세제를 요청했다.").Bytes()),
            ("b.pdf", new PdfFile().Page((50, 700, "규제를 건의했다.")).Bytes()),
        ];

        foreach (var (right, bytes) in files)
        {
            var record = Accepted(Assert.Single(Read(documents, name, bytes)));

            Assert.Equal(ReadDocuments.Accept(right, bytes).Text, record.Text);
            Assert.Equal(record.Text, Accepted(Assert.Single(Read(documents, "a.zip", Zipped.Of([(name, bytes)])))).Text);
        }
    }

    [Fact]
    public void A_text_that_is_none_of_these_stays_one_and_what_cannot_be_read_is_called_by_its_name()
    {
        using var documents = Documents();

        Assert.Equal("보기: %PDF-1.7 PK", Accepted(Assert.Single(Read(documents, "a.txt", Encoding.UTF8.GetBytes("보기: %PDF-1.7 PK")))).Text);
        Assert.Contains("an old Word document (.doc)", Refused(Assert.Single(Read(documents, "a.txt", CompoundWriter.Of(("WordDocument", [1]))))), StringComparison.Ordinal);
        Assert.Contains("named .txt, but it is a ZIP archive", Refused(Assert.Single(Read(documents, "a.txt", Zipped.Of([("b.txt", Encoding.UTF8.GetBytes("말"))])))), StringComparison.Ordinal);
        Assert.Contains("PNG 그림입니다. 확장자를 바로잡거나", Refused(Assert.Single(Read(documents, "a.txt", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_dies_costs_its_document_and_the_next_gets_a_fresh_one()
    {
        using var documents = new DocumentReader(Shell("head -c 8 >/dev/null; kill -9 $$"), TimeProvider.System, new());

        var refusal = Refused(Assert.Single(Read(documents, "a.docx", Good)));
        var next = Refused(Assert.Single(Read(documents, "b.docx", Good)));

        Assert.Contains("died", refusal, StringComparison.Ordinal);
        Assert.Contains("died", next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_takes_too_long_is_ended()
    {
        using var documents = new DocumentReader(Shell("exec sleep 1000"), TimeProvider.System, new() { Time = TimeSpan.FromMilliseconds(100) });

        Assert.Contains("longer than 0.1 seconds", Refused(Assert.Single(Read(documents, "a.docx", Good))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_takes_too_much_memory_is_ended()
    {
        // tail keeps an endless line in memory.
        using var documents = new DocumentReader(Shell("exec tail -n 1 /dev/zero"), TimeProvider.System, new() { MemoryBytes = 64 * 1024 * 1024 });

        Assert.Contains("64 MB of memory", Refused(Assert.Single(Read(documents, "a.docx", Good))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_says_too_much_is_ended()
    {
        using var documents = new DocumentReader(Shell("exec yes"), TimeProvider.System, new() { OutputBytes = 1024 * 1024 });

        Assert.Contains("1 MB of text", Refused(Assert.Single(Read(documents, "a.docx", Good))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_not_there_is_a_refusal()
    {
        var reader = new RecordReader(TimeProvider.System) { Documents = new(new("/nowhere/policybot", []), TimeProvider.System, new()) };

        Assert.Contains("cannot be started", Refused(Assert.Single(reader.Read(Write("a.docx", Good), Token))), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_tokens_nor_files_of_ours_are_left_with_it()
    {
        Environment.SetEnvironmentVariable("Slack__BotToken", "xoxb-canary");
        using var documents = new DocumentReader(Shell($"env > {Place("env")}; pwd >> {Place("env")}; touch left-behind"), TimeProvider.System, new());

        Read(documents, "a.docx", Good);
        Environment.SetEnvironmentVariable("Slack__BotToken", null);

        var seen = File.ReadAllText(Place("env"));
        Assert.Contains("policybot-read-", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", seen, StringComparison.Ordinal);
        Assert.False(Directory.Exists(seen.Trim().Split('\n')[^1]));
    }

    [Fact]
    public void Cancelling_ends_the_process()
    {
        using var source = new CancellationTokenSource();
        using var documents = new DocumentReader(Shell("exec sleep 1000"), TimeProvider.System, new());
        using var results = documents.Read(Write("a.docx", Good), 1000, null, source.Token).GetEnumerator();
        source.CancelAfter(TimeSpan.FromMilliseconds(50));

        Assert.Throws<OperationCanceledException>(() => results.MoveNext());
    }

    [Fact]
    public void A_huge_file_is_refused_by_its_length()
    {
        using var documents = Documents();
        using (var file = File.Create(Place("huge.docx"))) file.SetLength(2L * 1024 * 1024 * 1024);
        var reader = new RecordReader(TimeProvider.System) { Documents = documents };

        Assert.Contains("2048 MB", Refused(Assert.Single(reader.Read(Place("huge.docx"), Token))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_gives_a_result_for_each_entry()
    {
        using var documents = Documents();
        var bytes = Zipped.Of([("가.docx", Good), ("나.docx", [1, 2, 3]), ("다.txt", Encoding.UTF8.GetBytes("말"))]);

        var read = Read(documents, "a.zip", bytes);

        Assert.Equal([$"{Place("a.zip")} › 가.docx", $"{Place("a.zip")} › 나.docx", $"{Place("a.zip")} › 다.txt"], read.Select(r => r.Path));
        Assert.Equal([true, false, true], read.Select(r => r.Record is not null));
    }

    internal static DocumentReader Documents() => new(DocumentReading.Program(), TimeProvider.System, new());

    private static DocumentProgram Shell(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        return new("/bin/sh", ["-c", script]);
    }

    private List<ReadResult> Read(DocumentReader documents, string name, byte[] bytes) =>
        [.. new RecordReader(TimeProvider.System) { Documents = documents }.Read(Write(name, bytes), Token)];
}
