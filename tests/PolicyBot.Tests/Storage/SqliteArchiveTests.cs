using Microsoft.Extensions.Time.Testing;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

public sealed class SqliteArchiveTests : ArchiveContract
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<IArchive> OpenAsync() =>
        Task.FromResult<IArchive>(SqliteArchive.Open(_folder.Path, Organisations.Empty, new FakeTimeProvider(Imported)));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
