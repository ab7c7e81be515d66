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

    public void Dispose() => _folder.Dispose();

    private async Task<ImportResult> ImportAsync(params string[] names)
    {
        await using var archive = SqliteArchive.Open(Path.Combine(_folder.Path, "data"), Organisations.Empty, TimeProvider.System);
        return await Importer(archive).ImportAsync(names.Select(name => Path.Combine(_folder.Path, name)), null, Token);
    }

    private static Importer Importer(IArchive archive) => new(
        archive,
        new RecordReader(new FakeTimeProvider()),
        new MeetingReader(Organisations.Empty),
        new StatementReader(Organisations.Empty, Topics.Empty),
        new FakeTimeProvider());
}
