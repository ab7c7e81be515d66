using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>What every archive must do, whatever database holds it.</summary>
public abstract class ArchiveContract : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected IArchive Archive { get; private set; } = null!;

    protected abstract Task<IArchive> OpenAsync();

    public virtual async ValueTask InitializeAsync() => Archive = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_record_comes_back_as_it_was_read()
    {
        var read = Samples.Read("r1", "전력이 부족하다");
        await PutAsync(read);

        var stored = await Archive.FindRecordAsync(read.Record.Id, Grade.Open, Token);

        Assert.NotNull(stored);
        Assert.Equivalent(read.Record, stored.Record, strict: true);
        Assert.Equivalent(read.Meetings, stored.Meetings, strict: true);
        Assert.Equivalent(read.Statements, stored.Statements.Select(s => s.Statement), strict: true);
        Assert.Equal("전력이 부족하다", Assert.Single(stored.Statements).Text);
    }

    private protected Task<IReadOnlyList<PutResult>> PutAsync(params ReadRecord[] batch) => Archive.PutAsync(batch, Token);
}
