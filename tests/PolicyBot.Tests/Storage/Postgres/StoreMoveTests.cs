using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Postgres;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Chat;

namespace PolicyBot.Tests.Storage.Postgres;

public sealed class StoreMoveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresCluster _cluster = PostgresCluster.Shared;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string First => Path.Combine(_folder.Path, "first");

    private string Second => Path.Combine(_folder.Path, "second");

    [Fact]
    public async Task A_store_goes_to_postgresql_and_back_and_is_the_same_everywhere()
    {
        await FillAsync();
        var connection = _cluster.NewDatabase();

        var there = StoreMove.Run(First, connection);
        var back = StoreMove.Run(connection, Second);

        Assert.Equal(there, back);
        Assert.Equal(12, there.Single(t => t.Table == "records").Rows);
        await using var archive = SqliteArchive.Open(Second, Organisations.Empty, TimeProvider.System);
        Assert.Equal(12, (await archive.ListRecordsAsync(Grade.Classified, Token)).Count);
    }

    [Fact]
    public async Task What_comes_in_after_a_move_goes_on_behind_what_was_moved()
    {
        await FillAsync();
        var connection = _cluster.NewDatabase();
        StoreMove.Run(First, connection);

        await using var archive = PostgresArchive.Open(connection, Organisations.Empty, TimeProvider.System);
        var before = await archive.ReadSequenceAsync(Token);
        await archive.PutAsync([Samples.Read("later", "세금이 무겁다")], Token);
        await using var chat = PostgresChatStore.Open(connection, TimeProvider.System);
        await chat.TakeInAsync(ChatSamples.Question("later"), null, Token);

        Assert.Equal(before.Newest + 1, (await archive.ReadSequenceAsync(Token)).Newest);
        Assert.Equal(2, (await chat.MeasureAsync(Token)).Waiting);
        Assert.NotNull(await chat.FindMessageAsync(2, Token));
    }

    [Fact]
    public async Task A_store_that_holds_something_is_not_written_over()
    {
        await FillAsync();
        var connection = _cluster.NewDatabase();
        StoreMove.Run(First, connection);

        Assert.Contains("holds something already", Assert.Throws<ArchiveException>(() => StoreMove.Run(First, connection)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no archive", Assert.Throws<ArchiveException>(() => StoreMove.Run(Second, connection)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dump_of_the_database_brings_everything_back()
    {
        await FillAsync();
        var connection = _cluster.NewDatabase();
        var moved = StoreMove.Run(First, connection);
        var dump = Path.Combine(_folder.Path, "policybot.dump");
        var restored = _cluster.NewDatabase();

        PostgresCluster.Tool("pg_dump", "--format=custom", "--file=" + dump, _cluster.Uri(connection));
        PostgresCluster.Tool("pg_restore", "--exit-on-error", "--dbname=" + _cluster.Uri(restored), dump);

        Assert.Equal(moved, StoreMove.Run(restored, Second));
    }

    [Fact]
    public async Task Copied_files_bring_everything_back()
    {
        await FillAsync();
        Directory.CreateDirectory(Second);
        foreach (var file in Directory.GetFiles(First, "*.db")) File.Copy(file, Path.Combine(Second, Path.GetFileName(file)));

        await using var archive = SqliteArchive.Open(Second, Organisations.Empty, TimeProvider.System);
        Assert.Equal(12, (await archive.ListRecordsAsync(Grade.Classified, Token)).Count);
        Assert.Equal(1, SqliteChatStore.Peek(Second)!.Waiting);
    }

    public void Dispose() => _folder.Dispose();

    private async Task FillAsync()
    {
        await using var archive = SqliteArchive.Open(First, Organisations.Empty, TimeProvider.System);
        await archive.PutAsync([.. Enumerable.Range(0, 11).Select(n => Samples.Read($"r{n}", $"{n}번째 우려"))], Token);
        await archive.PutAsync([Samples.Read("r1", "고쳐 쓴 우려"), Samples.Read("nul", "전력이\0 부족\ud83d하다")], Token);
        await using var chat = SqliteChatStore.Open(First, TimeProvider.System);
        await chat.TakeInAsync(ChatSamples.Question("1"), "s1", Token);
        await chat.QueueAsync([ChatSamples.Piece("a")], Token);
    }
}
