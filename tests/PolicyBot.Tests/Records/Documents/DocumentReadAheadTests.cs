using Microsoft.Extensions.Time.Testing;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>The process is asked for the next file before its answer to this one is taken. Each file still costs itself alone.</summary>
public sealed class DocumentReadAheadTests : TemporaryFiles
{
    private static readonly string[] Names = ["a.docx", "b.docx", "c.docx", "d.docx"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_death_in_the_middle_of_an_import_costs_the_file_it_was_reading_and_the_one_behind_it_is_asked_for_again()
    {
        var paths = Documents();
        // It answers for the first once it was asked for the second as well, and dies of that.
        using var documents = new DocumentReader(First($"head -c {Asked(paths[..2])} >/dev/null; cat {Answer(new DocumentReply(Done: true))}; kill -9 $$"), TimeProvider.System, new());
        await using var archive = SqliteArchive.Open(Place("data"), Organisations.Empty, TimeProvider.System);
        var importer = new Importer(archive, new(TimeProvider.System) { Documents = documents }, new(Organisations.Empty), new(Organisations.Empty, Topics.Empty), TimeProvider.System);

        var result = await importer.ImportAsync([Place("in")], null, Token);

        var rejected = Assert.Single(result.Rejected);
        Assert.Equal(paths[1], rejected.Path);
        Assert.Contains("died", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal(paths[2..], result.Records.Select(r => r.Path));
        Assert.Equal(2, Starts());
    }

    [Fact]
    public void A_process_that_has_grown_reads_nothing_ahead()
    {
        var paths = Documents();
        using var documents = new DocumentReader(First($"cat {Answer(new DocumentReply(Done: true, Last: true))}; exec cat >/dev/null"), TimeProvider.System, new());

        Assert.Empty(Read(documents, paths[0], paths[1]));

        Assert.Equal("b.docx의 말", Accepted(Assert.Single(Read(documents, paths[1], null))).Text.Trim());
        Assert.Equal(2, Starts());
    }

    [Fact]
    public void A_process_that_has_grown_says_so_and_ends()
    {
        var paths = Documents();
        using var asked = new MemoryStream();
        Ask(asked, paths);
        asked.Position = 0;
        using var told = new MemoryStream();

        DocumentServer.Run(asked, told, TimeProvider.System, new() { MemoryBytes = 1 }, () => 1);

        using var answers = new DocumentFrames(new MemoryStream(told.ToArray()));
        Assert.Equal(Path.GetFullPath(paths[0]), answers.ReadReply(int.MaxValue)!.Result!.Path);
        Assert.Equal(new(Done: true, Last: true), answers.ReadReply(int.MaxValue));
        Assert.Null(answers.ReadReply(int.MaxValue));
    }

    [Fact]
    public void Another_file_than_the_one_read_ahead_gets_its_own_answer()
    {
        var paths = Documents();
        using var documents = DocumentReaderTests.Documents();

        (string Path, string? Next)[] reads = [(paths[0], paths[1]), (paths[2], paths[1]), (paths[1], paths[3]), (paths[3], null)];
        var texts = reads.Select(read => Accepted(Assert.Single(Read(documents, read.Path, read.Next))).Text.Trim());

        Assert.Equal(["a.docx의 말", "c.docx의 말", "b.docx의 말", "d.docx의 말"], texts);
    }

    [Fact]
    public void While_nobody_listens_its_time_stands_still()
    {
        var paths = Documents();
        var time = new FakeTimeProvider();
        var read = Answer(new DocumentReply(Result: new(paths[0], null, "first")), new(Done: true), new(Result: new(paths[1], null, "second")), new(Done: true));
        using var documents = new DocumentReader(First($"cat {read}; exec cat >/dev/null"), time, new());

        using (var results = documents.Read(paths[0], 1000, paths[1], Token).GetEnumerator())
        {
            Assert.True(results.MoveNext());
            time.Advance(TimeSpan.FromMinutes(1));
            Assert.False(results.MoveNext());
        }

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("second", Refused(Assert.Single(documents.Read(paths[1], 1000, null, Token))));
        Assert.Equal(1, Starts());
    }

    private static void Ask(Stream asked, IEnumerable<string> paths)
    {
        var frames = new DocumentFrames(asked);
        foreach (var path in paths) frames.Write(Request(path));
        frames.Flush();
    }

    private static List<ReadResult> Read(DocumentReader documents, string path, string? next) =>
        [.. new RecordReader(TimeProvider.System) { Documents = documents }.Read(path, next, Token)];

    private static DocumentRequest Request(string path) => new(path, RecordReader.DefaultMaxBytes, 0, new(2025, 7, 24));

    /// <summary>So many bytes ask for them.</summary>
    private static long Asked(IEnumerable<string> paths)
    {
        using var asked = new MemoryStream();
        Ask(asked, paths);
        return asked.Length;
    }

    private string[] Documents()
    {
        Directory.CreateDirectory(Place("in"));
        return [.. Names.Select(name => Write(Path.Combine("in", name), WordFile.Of(WordFile.Paragraph($"{name}의 말"))))];
    }

    private string Answer(params DocumentReply[] replies)
    {
        using var told = new MemoryStream();
        var frames = new DocumentFrames(told);
        foreach (var reply in replies) frames.Write(reply);
        frames.Flush();
        return Write("answer", told.ToArray());
    }

    /// <summary>The script stands in for the first process; those after it are the program.</summary>
    private DocumentProgram First(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        var (file, arguments) = DocumentReading.Program();
        return new("/bin/sh", ["-c", $"echo >> {Place("starts")}; if [ $(wc -l < {Place("starts")}) = 1 ]; then {script}; else exec '{file}' {string.Join(' ', arguments.Select(a => $"'{a}'"))} {DocumentServer.Verb}; fi"]);
    }

    private int Starts() => File.ReadAllLines(Place("starts")).Length;
}
