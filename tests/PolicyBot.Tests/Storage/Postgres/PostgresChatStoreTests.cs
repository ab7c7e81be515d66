using Npgsql;
using PolicyBot.Chat;
using PolicyBot.Storage.Postgres;
using PolicyBot.Tests.Chat;

namespace PolicyBot.Tests.Storage.Postgres;

public sealed class PostgresChatStoreTests : ChatStoreContract
{
    private static readonly WorkerCard Card = new("test", "1");
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly string _connection = PostgresCluster.Shared.NewDatabase();

    [Fact]
    public async Task One_of_two_workers_gets_what_only_one_may_have_and_the_other_when_that_one_resigns()
    {
        await using var other = await OpenWorkerAsync();
        await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token);

        Assert.True(await Store.ClaimAsync("x", Token));
        Assert.True(await Store.ClaimAsync("x", Token));
        Assert.False(await other.ClaimAsync("x", Token));
        await Store.ResignAsync(Token);
        Assert.True(await other.ClaimAsync("x", Token));
        Assert.False(await Store.ClaimAsync("x", Token));
    }

    [Fact]
    public async Task A_write_outlives_the_connection_that_ended_while_nothing_was_written()
    {
        await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token);
        await using (var admin = new NpgsqlConnection(_connection + ";Pooling=false"))
        {
            await admin.OpenAsync(Token);
            await using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", admin);
            Assert.NotEqual(0L, await end.ExecuteScalarAsync(Token));
        }

        Assert.True(await Store.ClaimAsync("x", Token));
    }

    [Fact]
    public async Task Of_many_that_claim_at_once_one_gets_it()
    {
        var workers = new List<PostgresChatStore>();
        for (var n = 0; n < 4; n++) workers.Add(await OpenWorkerAsync());

        for (var n = 0; n < 20; n++)
        {
            var got = await Task.WhenAll(workers.Select(w => w.ClaimAsync($"x{n}", Token)));
            Assert.Equal(1, got.Count(g => g));
        }

        foreach (var worker in workers) await worker.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_whose_term_ran_out_comes_back_under_a_higher_number_and_holds_nothing()
    {
        var first = await Store.RenewAsync(Card, TimeSpan.FromMilliseconds(1), TimeSpan.Zero, Token);
        await using var other = await OpenWorkerAsync();

        var again = await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token);

        Assert.True(again.Number > first.Number);
        Assert.Equal(again.Number, (await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token)).Number);
    }

    [Fact]
    public async Task What_a_deposed_worker_says_of_its_lane_changes_nothing()
    {
        await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token);
        await Store.QueueAsync([ChatSamples.Piece("a")], Token);
        Assert.True(await Store.ClaimAsync("lane:test/C1", Token));
        Assert.True(await Store.MarkSendingAsync(1, Token));
        await using var other = await OpenWorkerAsync();
        await Store.ResignAsync(Token);
        Assert.True(await other.ClaimAsync("lane:test/C1", Token));

        Assert.False(await Store.MarkSendingAsync(1, Token));
        await Store.SettleAsync(1, new SendOutcome.Sent("late"), null, Token);
        await Store.SettleAsync(1, new SendOutcome.Refused("late"), null, Token);
        await Store.DetachAsync(1, Token);

        Assert.True((await other.FindHeadAsync("test/C1", Token))!.IsInDoubt);
        Assert.True(await other.MarkSendingAsync(1, Token));
        await other.SettleAsync(1, new SendOutcome.Sent("m1"), null, Token);
        Assert.Equal((0, 0), (await other.MeasureAsync(Token) is var q ? (q.ToSend, q.Dead) : default));
    }

    [Fact]
    public async Task Messages_of_a_worker_that_ended_go_to_one_that_lives_and_no_others_do()
    {
        await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token);
        await TakeInAsync(ChatSamples.Question("1"));
        await using var other = await OpenWorkerAsync();
        await other.TakeInAsync(ChatSamples.Question("2"), null, Token);
        await other.AdoptAsync(Token);
        Assert.Null(await other.FindMessageAsync(1, Token));
        var message = (await Store.FindMessageAsync(1, Token))!;

        await Store.ResignAsync(Token);
        await other.AdoptAsync(Token);

        Assert.Equal([1L, 2L], (await other.ReadInboxAsync(Token).TakeAsync(2, Token)).Select(e => e.Id).Order());
        Assert.NotNull(await other.FindMessageAsync(1, Token));
        // The old holder finishes its work too late.
        await Store.CompleteAsync(message, Handled.Silence, null, [ChatSamples.Piece("late")], Token);
        Assert.Equal((2, 0), (await other.MeasureAsync(Token) is var q ? (q.Waiting, q.ToSend) : default));
    }

    [Fact]
    public async Task Lanes_of_a_worker_that_ended_are_told_to_those_that_live()
    {
        await Store.RenewAsync(Card, Length, TimeSpan.Zero, Token);
        await Store.QueueAsync([ChatSamples.Piece("a")], Token);
        await Store.ClaimAsync("lane:test/C1", Token);
        await using var other = await OpenWorkerAsync();
        await other.QueueAsync([ChatSamples.Piece("b", "C2")], Token);
        await other.AdoptAsync(Token);
        await Store.ResignAsync(Token);
        await other.AdoptAsync(Token);

        var lanes = await other.ReadLanesAsync(Token).TakeAsync(5, Token);

        Assert.Contains("test/C1", lanes);
    }

    [Fact]
    public async Task Those_that_live_are_listed_with_what_they_hold()
    {
        await Store.RenewAsync(new("host-1", "0.1"), Length, TimeSpan.FromHours(1), Token);
        await Store.RenewAsync(new("host-1", "0.1"), Length, TimeSpan.FromHours(1), Token);
        await Store.ClaimAsync("platform:discord", Token);

        var worker = Assert.Single(await Store.ListWorkersAsync(Token));

        Assert.Equal(("host-1", "0.1", TimeSpan.FromHours(1)), (worker.Name, worker.Version, worker.ClockAhead));
        Assert.Equal(["platform:discord"], worker.Holds);
    }

    private protected override Task<IChatStore> OpenAsync() => Task.FromResult<IChatStore>(PostgresChatStore.Open(_connection, Time));

    private async Task<PostgresChatStore> OpenWorkerAsync()
    {
        var store = PostgresChatStore.Open(_connection, Time);
        await store.RenewAsync(Card, Length, TimeSpan.Zero, Token);
        return store;
    }
}
