using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Postgres;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Tests.Storage.Postgres;

public sealed class PostgresArchiveTests : ArchiveContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string _connection = PostgresCluster.Shared.NewDatabase();

    [Fact]
    public async Task A_change_wakes_whoever_waits_in_another_process()
    {
        await using var other = PostgresArchive.Open(_connection, Organisations.Empty, TimeProvider.System);
        // The first wait ends as soon as it listens: something may have come before.
        await other.WaitForChangeAsync(Stop);
        var waiting = other.WaitForChangeAsync(Stop);

        await Archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Stop);

        await waiting.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.NotNull(await other.FindRecordAsync(new("r1"), Grade.Open, Stop));
    }

    [Fact]
    public async Task A_reader_of_the_sequence_misses_nothing_that_two_writers_store_at_once()
    {
        await using var other = PostgresArchive.Open(_connection, Organisations.Empty, TimeProvider.System);
        var at = (await Archive.ReadSequenceAsync(Stop)).Beginning;
        var seen = new HashSet<string>();
        var writing = Task.WhenAll(((IArchive, string)[])[(Archive, "a"), (other, "b")] is var writers
            ? writers.Select(w => Task.Run(
                async () =>
                {
                    for (var n = 0; n < 20; n++) await w.Item1.PutAsync([Samples.Read($"{w.Item2}{n}", $"{w.Item2} {n}번째 우려")], Stop);
                },
                Stop))
            : []);

        // Never goes back: what becomes visible behind this number would be missed for good.
        while (!writing.IsCompleted || seen.Count < 40)
        {
            await foreach (var change in Archive.ReadChangesAsync(at, Stop))
            {
                seen.Add(change.Id.Value);
                at = change.Sequence;
            }

            if (writing.IsCompleted && at == (await Archive.ReadSequenceAsync(Stop)).Newest) break;
        }

        await writing;
        Assert.Equal(40, seen.Count);
    }

    [Fact]
    public async Task Whoever_said_little_is_looked_up_by_name_and_not_by_going_back_through_all_days()
    {
        await using var connection = new NpgsqlConnection(_connection + $";SearchPath={PostgresArchive.Schema}");
        await connection.OpenAsync(Stop);
        var filter = new StatementFilter { People = ["홍길동"], Limit = 1 };
        using var session = new PostgresSession(connection);
        var query = new StatementQuery(session, filter.Clearance);

        var plan = session.Query("EXPLAIN " + query.Sql(filter, ["1"]), row => row.GetString(0), query.Values(filter));

        Assert.Contains(plan, step => step.Contains("CTE Scan on listed", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("statements_by_day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_postgresql_cannot_hold_as_text_is_stored_all_the_same()
    {
        await Archive.PutAsync([Samples.Read("nul", "전력이\0 부족\ud83d하다")], Stop);

        var stored = await Archive.FindRecordAsync(new("nul"), Grade.Open, Stop);

        Assert.Contains("전력이\0 부족\ud83d하다", stored!.Record.Text, StringComparison.Ordinal);
        Assert.Contains("전력이\ufffd 부족\ufffd하다", Assert.Single(stored.Statements).Text, StringComparison.Ordinal);
    }

    protected override Task<IArchive> OpenAsync() => Task.FromResult<IArchive>(PostgresArchive.Open(_connection, Organisations.Empty, new FakeTimeProvider(Imported)));
}
