using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Records;
using PolicyBot.Tests.Records.Documents;

namespace PolicyBot.Tests.Storage;

/// <summary>A file of documents that is as it was is not read again: what is asked of a process that cannot be started is refused.</summary>
public sealed class KnownFilesTests : TemporaryFiles
{
    private static readonly byte[] Words = Document("홍길동 A사 대표는 “전력이 부족하다”고 말했다.");

    private static readonly DocumentProgram Working = DocumentReading.Program();
    private static readonly DocumentProgram Dead = new("/nowhere/policybot", []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_that_is_as_it_was_is_unchanged_without_being_read()
    {
        Put("a.docx", Words);
        Put("b.zip", Zipped.Of([("가.docx", Document("첫째")), ("나.docx", Document("둘째"))]));
        Put("copy.docx", Words);
        for (var n = 0; n < 100; n++) Put($"n{n:D3}.docx", Document($"{n}번째 기록"));

        var first = await ImportAsync(Working);
        var second = await ImportAsync(Dead);

        Assert.Equal((103, 1, 0), (first.Imported, first.Unchanged, first.Rejected.Count));
        Assert.Equal((0, 104, 0), (second.Imported, second.Unchanged, second.Rejected.Count));
        Assert.Equal(first.Records.OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => r with { Outcome = PutOutcome.Unchanged, Version = null }), second.Records);
    }

    [Fact]
    public async Task A_file_of_the_same_size_and_time_with_other_bytes_is_read()
    {
        var path = Put("a.pdf", new PdfFile().Lines(["power 1"]).Bytes());
        await ImportAsync(Working);
        var (size, time) = (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path));
        Put("a.pdf", new PdfFile().Lines(["power 2"]).Bytes());
        File.SetLastWriteTimeUtc(path, time);
        Assert.Equal((size, time), (new FileInfo(path).Length, File.GetLastWriteTimeUtc(path)));

        var result = await ImportAsync(Working);

        Assert.Equal((1, 0), (result.Imported + result.Updated, result.Unchanged));
    }

    [Fact]
    public async Task Another_build_of_the_program_reads_everything_anew()
    {
        Put("a.docx", Words);
        await ImportAsync(Working);

        Assert.Single((await ImportAsync(Dead, reader => new(TimeProvider.System) { Documents = reader, Build = "next" })).Rejected);
        Assert.Equal(1, (await ImportAsync(Working, reader => new(TimeProvider.System) { Documents = reader, Build = "next" })).Unchanged);
        Assert.Equal(1, (await ImportAsync(Dead, reader => new(TimeProvider.System) { Documents = reader, Build = "next" })).Unchanged);
    }

    [Fact]
    public async Task A_folder_that_got_another_grade_is_read_anew()
    {
        Put("a.docx", Words);
        await ImportAsync(Working);
        RecordReader Graded(DocumentReader reader) => new(TimeProvider.System) { Documents = reader, Grades = new([new(Place("in"), Grade.Classified)], []) };

        Assert.Equal(1, (await ImportAsync(Working, Graded)).Updated);
        Assert.Equal(1, (await ImportAsync(Dead, Graded)).Unchanged);
    }

    [Fact]
    public async Task A_file_in_another_folder_has_the_grade_of_that_one()
    {
        RecordReader Graded(DocumentReader reader) => new(TimeProvider.System) { Documents = reader, Grades = new([new(Place("in/closed"), Grade.Classified)], []) };
        Put("a.docx", Words);
        await ImportAsync(Working, Graded);
        File.Delete(Place("in/a.docx"));
        Put("closed/a.docx", Words);

        Assert.Equal(1, (await ImportAsync(Working, Graded)).Updated);
    }

    [Fact]
    public async Task Other_catalogues_have_their_say()
    {
        Put("a.docx", Words);
        await ImportAsync(Working);

        Assert.Equal(1, (await ImportAsync(Working, topics: new([], new([])) { Fingerprint = "later" })).Reread);
    }

    [Fact]
    public async Task What_was_refused_is_told_again()
    {
        Put("a.zip", Zipped.Of([("가.docx", Words), ("나.docx", [1, 2, 3])]));

        var first = await ImportAsync(Working);
        var second = await ImportAsync(Working);

        Assert.Equal((1, 1), (first.Imported, second.Unchanged));
        Assert.Equal(Assert.Single(first.Rejected), Assert.Single(second.Rejected));
    }

    [Fact]
    public async Task A_calendar_is_worked_out_anew()
    {
        Put("a.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20250724T010000Z\r\nSUMMARY:전력 간담회\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8.ToArray());
        Assert.Equal(1, (await ImportAsync(Working)).Imported);

        Assert.Single((await ImportAsync(Dead)).Rejected);
    }

    [Fact]
    public async Task A_new_file_with_the_id_of_one_that_is_known_is_refused()
    {
        Put("a.zip", Zipped.Of([("a.md", "---\nid: plan\n---\n첫째 기록"u8.ToArray())]));
        await ImportAsync(Working);
        Put("b.zip", Zipped.Of([("b.md", "---\nid: plan\n---\n둘째 기록"u8.ToArray())]));

        var result = await ImportAsync(Working);

        Assert.Equal(1, result.Unchanged);
        Assert.Contains("plan", Assert.Single(result.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_record_has_a_newer_version_is_read()
    {
        Put("a.zip", Zipped.Of([("a.md", "---\nid: plan\n---\n첫째 기록"u8.ToArray())]));
        await ImportAsync(Working);
        Put("a.zip", Zipped.Of([("a.md", "---\nid: plan\n---\n둘째 기록"u8.ToArray())]));
        await ImportAsync(Working);
        Put("a.zip", Zipped.Of([("a.md", "---\nid: plan\n---\n첫째 기록"u8.ToArray())]));

        Assert.Equal(1, (await ImportAsync(Working)).Updated);
    }

    [Fact]
    public async Task A_file_that_was_written_to_while_it_was_read_is_read_again()
    {
        var path = Put("a.docx", Words);
        await ImportAsync(Working, passing: step =>
        {
            if (step == ImportStep.DocumentRead) File.WriteAllBytes(path, Document("다른 말"));
        });
        Put("a.docx", Words);

        Assert.Single((await ImportAsync(Dead)).Rejected);
    }

    private static byte[] Document(string words) => WordFile.Of(WordFile.Paragraph(words));

    private string Put(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place($"in/{name}"))!);
        return Write($"in/{name}", bytes);
    }

    private async Task<ImportResult> ImportAsync(DocumentProgram program, Func<DocumentReader, RecordReader>? reader = null, Topics? topics = null, Action<ImportStep>? passing = null)
    {
        using var documents = new DocumentReader(program, TimeProvider.System, new());
        await using var archive = SqliteArchive.Open(Place("data"), Organisations.Empty, TimeProvider.System);
        var importer = new Importer(archive, reader?.Invoke(documents) ?? new(TimeProvider.System) { Documents = documents }, new(Organisations.Empty), new(Organisations.Empty, topics ?? Topics.Empty), TimeProvider.System) { Passing = passing };
        return await importer.ImportAsync([Place("in")], null, Token);
    }
}
