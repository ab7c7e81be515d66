using PolicyBot.Chat;
using PolicyBot.Storage;
using PolicyBot.Storage.Sql;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Chat;

public sealed class SqliteChatStoreTests : ChatStoreContract
{
    private readonly TemporaryFolder _folder = new();

    private SqlWriter Writer => ((SqliteChatStore)Store).Writer;

    [Fact]
    public async Task A_commit_that_fails_is_told_and_leaves_nothing_half_done()
    {
        await TakeInAsync(ChatSamples.Question("1"));
        var message = (await Store.FindMessageAsync(1, Token))!;
        Writer.Committing = _ => throw new IOException("power cut");

        await Assert.ThrowsAsync<IOException>(() => Store.CompleteAsync(message, new() { Kept = new("x", "y"), Context = "c" }, ChatSamples.Channel(), [ChatSamples.Piece("a")], Token));

        Writer.Committing = null;
        Assert.NotNull(await Store.FindMessageAsync(1, Token));
        Assert.Null(await Store.FindAnswerAsync("x", Token));
        Assert.Null(await HeadAsync());
    }

    [Fact]
    public async Task Writes_that_come_at_the_same_time_share_their_commits()
    {
        var commits = 0;
        using var first = new ManualResetEventSlim();
        Writer.Committing = _ =>
        {
            if (Interlocked.Increment(ref commits) == 1) first.Wait(Clockwork.Longest, Token);
        };
        var writes = Enumerable.Range(0, 100).Select(n => TakeInAsync(ChatSamples.Question($"{n}"))).ToList();
        first.Set();

        Assert.All(await Task.WhenAll(writes), Assert.True);
        Assert.InRange(commits, 1, 10);
    }

    [Fact]
    public async Task One_write_that_fails_does_not_take_its_neighbours_with_it()
    {
        using var first = new ManualResetEventSlim();
        Writer.Committing = _ => first.Wait(Clockwork.Longest, Token);
        var blocked = TakeInAsync(ChatSamples.Question("0"));
        var good = TakeInAsync(ChatSamples.Question("1"));
        var bad = Writer.WriteAsync<int>(_ => throw new InvalidOperationException("broken"), Token);
        var alsoGood = TakeInAsync(ChatSamples.Question("2"));
        first.Set();

        Assert.True(await blocked && await good && await alsoGood);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(3, (await Store.MeasureAsync(Token)).Waiting);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_mends_itself_when_there_is_space()
    {
        Writer.Committing = session =>
        {
            session.Execute("PRAGMA max_page_count = 1");
            session.Execute("INSERT INTO answers VALUES ('x', hex(zeroblob(100000)), 1)");
        };
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => TakeInAsync(ChatSamples.Question("1")));
        Assert.Contains("disk is full", fault.Message, StringComparison.Ordinal);
        Writer.Committing = null;

        Assert.True(await TakeInAsync(ChatSamples.Question("1")));
    }

    [Fact]
    public async Task Every_commit_reaches_the_disk_before_it_is_acknowledged() =>
        Assert.Equal(("wal", 2L), (await Writer.WriteAsync(s => (string)s.Scalar("PRAGMA journal_mode")!, Token), await Writer.WriteAsync(s => (long)s.Scalar("PRAGMA synchronous")!, Token)));

    [Fact]
    public async Task A_long_import_holds_up_no_acknowledgement()
    {
        await using var archive = SqliteArchive.Open(_folder.Path, PolicyBot.Records.Organisations.Empty, Time);
        using var import = new SqliteFile(Path.Combine(_folder.Path, "policybot.db")).Open();
        import.Execute("BEGIN IMMEDIATE");

        Assert.True(await TakeInAsync(ChatSamples.Question("1")).WaitAsync(Clockwork.Longest, Token));

        import.RollBack();
    }

    [Fact]
    public async Task What_waits_can_be_read_beside_a_running_worker_and_nothing_is_made_by_looking()
    {
        using var empty = new TemporaryFolder();
        Assert.Null(SqliteChatStore.Peek(empty.Path));
        Assert.Empty(Directory.EnumerateFiles(empty.Path));

        await TakeInAsync(ChatSamples.Question("1"));
        var queues = SqliteChatStore.Peek(_folder.Path)!;

        Assert.Equal((1, 0, Begin), (queues.Waiting, queues.ToSend, queues.LastTakenIn));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var path = Path.Combine(_folder.Write("taken", "x"), "data");

        Assert.Contains(path, Assert.Throws<ArchiveException>(() => SqliteChatStore.Open(path, Time)).Message, StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected override Task<IChatStore> OpenAsync() => Task.FromResult<IChatStore>(SqliteChatStore.Open(_folder.Path, Time));
}
