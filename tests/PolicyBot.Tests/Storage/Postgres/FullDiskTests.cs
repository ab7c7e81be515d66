using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Postgres;
using PolicyBot.Tests.Chat;

namespace PolicyBot.Tests.Storage.Postgres;

/// <summary>A server that has no room left in the middle of an import: as the server says it, by a trigger.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 10, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly PostgresCluster _cluster = PostgresCluster.Shared;
    private readonly List<string> _told = [];
    private readonly string _connection;

    public FullDiskTests()
    {
        _connection = _cluster.NewDatabase();
        for (var n = 0; n < 40; n++) _folder.Write($"in/{n}.txt", $"{n}번째 간담회 결과\n\n심청 마바사 대표는 물류비가 부담이라고 말했다. {n}");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_waits_for_room_with_nothing_half_written_and_goes_on()
    {
        await using var archive = PostgresArchive.Open(_connection, Organisations.Empty, _time);
        Fill();
        var importing = Importer(archive).ImportAsync([Path.Combine(_folder.Path, "in")], null, Token);
        await _time.UntilAsync(() => _told.Count == 2, TimeSpan.FromMilliseconds(500));

        Assert.All(_told, t => Assert.Contains("The disk of the PostgreSQL server 127.0.0.1", t, StringComparison.Ordinal));
        Assert.Equal((0L, 0L, 0L), (Count("records"), Count("statements"), Count("meetings")));
        Run("DROP TRIGGER no_room ON policybot_archive.statements");
        await _time.UntilAsync(() => importing.IsCompleted, TimeSpan.FromSeconds(1));

        var result = await importing;
        Assert.Equal((null, 40, 40L), (result.Stopped, result.Imported, Count("records")));
    }

    [Fact]
    public async Task An_import_that_finds_no_room_in_the_end_says_so_and_is_gone_on_with_later()
    {
        await using var archive = PostgresArchive.Open(_connection, Organisations.Empty, _time);
        Fill();
        var importing = Importer(archive).ImportAsync([Path.Combine(_folder.Path, "in")], null, Token);
        await _time.UntilAsync(() => importing.IsCompleted, TimeSpan.FromSeconds(5));

        Assert.Contains("is full (53100)", (await importing).Stopped, StringComparison.Ordinal);
        Assert.Equal(0L, Count("records"));
        Run("DROP TRIGGER no_room ON policybot_archive.statements");

        Assert.Equal(40, (await Importer(archive).ImportAsync([Path.Combine(_folder.Path, "in")], null, Token)).Imported);
    }

    public void Dispose() => _folder.Dispose();

    private void Fill() => Run("""
        CREATE FUNCTION policybot_archive.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER no_room BEFORE INSERT ON policybot_archive.statements FOR EACH ROW WHEN (NEW.ordinal >= 0) EXECUTE FUNCTION policybot_archive.no_room()
        """);

    private object? Run(string sql) => _cluster.Execute(sql, new NpgsqlConnectionStringBuilder(_connection).Database!);

    private object? Count(string table) => Run($"SELECT count(*) FROM policybot_archive.{table}");

    private Importer Importer(PostgresArchive archive) =>
        new(archive, new RecordReader(_time), new MeetingReader(Organisations.Empty), new StatementReader(Organisations.Empty, Topics.Load(Tests.Records.ShippedCatalogues.Topics)), _time) { Waiting = _told.Add };
}
