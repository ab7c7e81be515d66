using Microsoft.Extensions.Time.Testing;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

public sealed class ImporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_is_imported_once_and_then_unchanged()
    {
        _folder.Write("in/b.txt", "둘째 기록");
        _folder.Write("in/a.txt", "첫째 기록");
        _folder.Write("in/.hidden.txt", "숨김");
        _folder.Write("in/picture.png", "x");

        var first = await ImportAsync("in");
        var second = await ImportAsync("in");

        Assert.Equal((2, 0, 2), (first.Imported, first.Unchanged, first.Records.Count));
        Assert.Equal(["a.txt", "b.txt"], first.Records.Select(r => Path.GetFileName(r.Path)));
        Assert.Equal(1, first.Skipped);
        Assert.Equal((0, 2), (second.Imported, second.Unchanged));
    }

    [Fact]
    public async Task Each_bad_file_is_refused_with_its_reason_and_the_good_ones_go_in()
    {
        _folder.Write("in/a.txt", "첫째 기록");
        _folder.Write("in/b.txt", "");
        _folder.Write("in/c.md", "---\nid: [\n---\n본문");
        _folder.Write("in/d.txt", "넷째 기록");

        var result = await ImportAsync("in", "missing.txt", "in/../photo.png");

        Assert.Equal(["a.txt", "d.txt"], result.Records.Select(r => Path.GetFileName(r.Path)));
        Assert.Equal(["missing.txt", "photo.png", "b.txt", "c.md"], result.Rejected.Select(r => Path.GetFileName(r.Path)));
        Assert.All(result.Rejected, r => Assert.NotEmpty(r.Reason));
        Assert.Null(result.Stopped);
    }

    [Fact]
    public async Task A_known_file_of_no_known_kind_is_refused_when_it_is_asked_for()
    {
        _folder.Write("photo.png", "x");

        Assert.Contains(".txt", Assert.Single((await ImportAsync("photo.png")).Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_records_with_one_id_the_second_is_refused()
    {
        _folder.Write("in/a.md", "---\nid: plan\n---\n첫째 기록");
        _folder.Write("in/b.md", "---\nid: plan\n---\n둘째 기록");

        var result = await ImportAsync("in");

        Assert.Equal("a.md", Path.GetFileName(Assert.Single(result.Records).Path));
        var refused = Assert.Single(result.Rejected);
        Assert.Equal("b.md", Path.GetFileName(refused.Path));
        Assert.Contains("a.md", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_with_an_id_of_its_own_is_a_new_version()
    {
        _folder.Write("in/a.md", "---\nid: plan\n---\n첫째 기록");
        await ImportAsync("in");
        _folder.Write("in/a.md", "---\nid: plan\n---\n고친 기록");

        Assert.Equal(1, (await ImportAsync("in")).Updated);
    }

    [Fact]
    public async Task A_copy_under_another_name_is_unchanged()
    {
        _folder.Write("in/a.txt", "첫째 기록");
        _folder.Write("in/copy.txt", "첫째 기록");

        var result = await ImportAsync("in");

        Assert.Equal((1, 1), (result.Imported, result.Unchanged));
        Assert.Single(result.Records.Select(r => r.Id).Distinct());
        Assert.Empty(result.Rejected);
    }

    [Fact]
    public async Task A_folder_that_links_back_into_itself_is_walked_once()
    {
        _folder.Write("in/deep/a.txt", "첫째 기록");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "in/deep/again"), Path.Combine(_folder.Path, "in"));

        Assert.Single((await ImportAsync("in")).Records);
    }

    [Fact]
    public async Task A_file_that_vanishes_while_the_import_runs_is_refused_alone()
    {
        _folder.Write("in/a.txt", "첫째 기록");
        var gone = _folder.Write("in/b.txt", "둘째 기록");
        await using var archive = Open();
        var importer = Importer(archive);
        importer.Passing = step =>
        {
            if (step == ImportStep.Walked) File.Delete(gone);
        };

        var result = await importer.ImportAsync([Path.Combine(_folder.Path, "in")], null, Token);

        Assert.Equal(gone, Assert.Single(result.Rejected).Path);
        Assert.Single(result.Records);
    }

    [Fact]
    public async Task An_interrupted_import_keeps_what_it_reported_and_goes_on_when_run_again()
    {
        for (var n = 0; n < 100; n++) _folder.Write($"in/{n:D3}.txt", $"{n}번째 기록");
        using var stop = new CancellationTokenSource();
        var reported = 0;
        await using (var archive = Open())
        {
            var result = await Importer(archive).ImportAsync([Path.Combine(_folder.Path, "in")], new Reports(progress =>
            {
                reported += progress.Stored.Count;
                stop.Cancel();
            }), stop.Token);

            Assert.Contains("interrupted", result.Stopped, StringComparison.Ordinal);
            Assert.InRange(reported, 1, 99);
            Assert.Equal(reported, result.Imported);
            Assert.Equal(reported, (await archive.MeasureAsync(Grade.Classified, Token)).Records);
        }

        var again = await ImportAsync("in");
        Assert.Equal((100 - reported, reported), (again.Imported, again.Unchanged));
    }

    [Fact]
    public async Task Progress_counts_files_records_and_speed()
    {
        for (var n = 0; n < 40; n++) _folder.Write($"in/{n:D3}.txt", $"{n}번째 기록");
        await using var archive = Open();
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(2) };
        var importer = new Importer(archive, new(clock), new(Organisations.Empty), new(Organisations.Empty, Topics.Empty), clock);
        List<ImportProgress> reports = [];

        await importer.ImportAsync([Path.Combine(_folder.Path, "in")], new Reports(reports.Add), Token);

        Assert.Equal([32, 40], reports.Select(r => r.Records));
        Assert.Equal((40, 40), (reports[^1].FilesDone, reports[^1].Files));
        Assert.All(reports, r => Assert.True(r.RecordsPerSecond > 0));
    }

    [Fact]
    public async Task What_is_imported_counts_as_imported_on_the_clocks_day()
    {
        _folder.Write("a.txt", "첫째 기록");
        var day = new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await using var archive = SqliteArchive.Open(_folder.Path, Organisations.Empty, new FakeTimeProvider(day));

        var result = await Importer(archive).ImportAsync([Path.Combine(_folder.Path, "a.txt")], null, Token);

        var stored = await archive.FindRecordAsync(result.Records[0].Id, Grade.Classified, Token);
        Assert.Equal(day, Assert.Single(stored!.Versions).Imported);
    }

    [Fact]
    public async Task A_known_file_is_understood_anew_when_the_catalogues_are_others()
    {
        _folder.Write("in/a.txt", "예시부는 24일 세종에서 간담회를 열었다. 홍길동 A사 대표는 “전력이 부족하다”고 말했다.");
        _folder.Write("in/b.txt", "둘째 기록");
        await ImportAsync("in");
        await using var archive = Open();
        var importer = Importer(archive, Named("later"));

        var first = await importer.ImportAsync([Path.Combine(_folder.Path, "in")], null, Token);
        var second = await importer.ImportAsync([Path.Combine(_folder.Path, "in")], null, Token);

        Assert.Equal((0, 0, 2, 2), (first.Imported, first.Updated, first.Unchanged, first.Reread));
        Assert.Equal((2, 0), (second.Unchanged, second.Reread));
        Assert.NotEmpty((await archive.FindRecordAsync(first.Records[0].Id, Grade.Classified, Token))!.Statements);
    }

    [Fact]
    public async Task Stored_texts_are_understood_anew_without_their_files()
    {
        for (var n = 0; n < 40; n++) _folder.Write($"in/{n:D3}.txt", $"홍길동 A사 대표는 “{n}번 설비의 전력이 부족하다”고 말했다.");
        var imported = await ImportAsync("in");
        Directory.Delete(Path.Combine(_folder.Path, "in"), recursive: true);
        await using var archive = Open();
        var importer = Importer(archive, Named("later"));
        List<ImportProgress> reports = [];

        Assert.Equal(40, await importer.RereadAsync(new Reports(reports.Add), Token));
        Assert.Equal([32, 40], reports.Select(r => r.Records));
        Assert.Equal(0, await importer.RereadAsync(null, Token));
        var stored = await archive.FindRecordAsync(imported.Records[0].Id, Grade.Classified, Token);
        Assert.Equal(imported.Records[0].Statements, stored!.Statements.Count);
        Assert.Equal(imported.Records[0].Path, Assert.Single(stored.Versions).Path);
    }

    [Fact]
    public async Task An_archive_that_fails_ends_the_import_with_its_sentence()
    {
        _folder.Write("in/a.txt", "첫째 기록");
        await using var archive = Open();
        archive.Prepared = _ => throw new ArchiveException("The disk is full.");

        var result = await Importer(archive).ImportAsync([Path.Combine(_folder.Path, "in")], null, Token);

        Assert.Equal("The disk is full.", result.Stopped);
        Assert.Equal(0, result.Imported);
    }

    public void Dispose() => _folder.Dispose();

    private SqliteArchive Open() => SqliteArchive.Open(Path.Combine(_folder.Path, "data"), Organisations.Empty, TimeProvider.System);

    private async Task<ImportResult> ImportAsync(params string[] names)
    {
        await using var archive = Open();
        return await Importer(archive).ImportAsync(names.Select(name => Path.Combine(_folder.Path, name)), null, Token);
    }

    private static Topics Named(string fingerprint) => new([], new([])) { Fingerprint = fingerprint };

    private static Importer Importer(IArchive archive, Topics? topics = null) => new(
        archive,
        new RecordReader(new FakeTimeProvider()),
        new MeetingReader(Organisations.Empty),
        new StatementReader(Organisations.Empty, topics ?? Topics.Empty),
        new FakeTimeProvider());

    private sealed class Reports(Action<ImportProgress> take) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => take(value);
    }
}
