using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sql;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Storage;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.Path, "policybot.db");

    [Fact]
    public async Task Every_connection_syncs_each_commit_waits_for_others_and_keeps_references_whole()
    {
        await using var archive = Open();
        var file = new SqliteFile(Database);
        using var first = file.Open();
        using var second = file.Open();

        foreach (var session in new[] { first, second })
        {
            Assert.Equal("wal", session.Scalar("PRAGMA journal_mode"));
            Assert.Equal(2L, session.Scalar("PRAGMA synchronous"));
            Assert.Equal(1L, session.Scalar("PRAGMA foreign_keys"));
            Assert.Equal(30_000L, session.Scalar("PRAGMA busy_timeout"));
        }
    }

    [Fact]
    public async Task A_connection_from_the_pool_is_set_up_anew()
    {
        await using var archive = Open();
        var file = new SqliteFile(Database);
        using (var spoiled = file.Open()) spoiled.Execute("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 0");

        using var session = file.Open();

        Assert.Equal(2L, session.Scalar("PRAGMA synchronous"));
        Assert.Equal(1L, session.Scalar("PRAGMA foreign_keys"));
        Assert.Equal(30_000L, session.Scalar("PRAGMA busy_timeout"));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_opening_again()
    {
        await using (var archive = Open()) await archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Token);

        await using var again = Open();
        Assert.NotNull(await again.FindRecordAsync(new("r1"), Grade.Open, Token));
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("이것은 데이터베이스가 아니다. ", 100));
        _folder.Write("policybot.db", text);

        var fault = Assert.Throws<ArchiveException>(Open);

        Assert.Contains(Database, fault.Message, StringComparison.Ordinal);
        Assert.Contains("not an SQLite database", fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Database));
    }

    [Fact]
    public void The_database_of_another_program_is_left_alone()
    {
        Run("CREATE TABLE photos (name TEXT)");

        Assert.Contains("another program", Assert.Throws<ArchiveException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(1L, Run("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task An_archive_from_a_newer_version_is_refused_with_both_versions()
    {
        await Open().DisposeAsync();
        Run($"PRAGMA user_version = {ArchiveSchema.Steps.Length + 7}");

        var fault = Assert.Throws<ArchiveException>(Open);

        Assert.Contains(Database, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"version {ArchiveSchema.Steps.Length + 7}", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {ArchiveSchema.Steps.Length}", fault.Message, StringComparison.Ordinal);
        Assert.Equal((long)ArchiveSchema.Steps.Length + 7, Run("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_damaged_archive_is_named_with_what_to_do()
    {
        await using (var archive = Open())
            await archive.PutAsync([.. Enumerable.Range(0, 200).Select(n => Samples.Read($"r{n}", $"{n}번째 우려"))], Token);
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = File.OpenWrite(Database))
        {
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(new byte[file.Length - 4096]);
        }

        var fault = await Assert.ThrowsAsync<ArchiveException>(async () =>
        {
            await using var archive = Open();
            await archive.ListRecordsAsync(Grade.Open, Token);
            await archive.FindStatementsAsync(new(), Token);
        });

        Assert.Contains(Database, fault.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var path = Path.Combine(_folder.Write("taken", "x"), "data");

        var fault = Assert.Throws<ArchiveException>(() => SqliteArchive.Open(path, Organisations.Empty, TimeProvider.System));

        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_log_can_be_written_the_archive_is_still_read_and_a_write_says_why_it_fails()
    {
        await using (var archive = Open()) await archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Token);
        // What a read-only folder does to SQLite, for any user: it cannot make its log.
        Directory.CreateDirectory(Database + "-wal");

        await using var still = Open();

        Assert.NotNull(await still.FindRecordAsync(new("r1"), Grade.Open, Token));
        Assert.Single(await still.FindStatementsAsync(new(), Token));
        var fault = await Assert.ThrowsAsync<ArchiveException>(() => still.PutAsync([Samples.Read("r2", "세금이 무겁다")], Token));
        Assert.Contains("read-only", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Database, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_what_was_there_can_still_be_read()
    {
        await using var archive = Open();
        await archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Token);
        var pages = (long)Run("PRAGMA page_count")!;
        archive.Prepared = session => session.Execute($"PRAGMA max_page_count = {pages + 4}");

        var fault = await Assert.ThrowsAsync<ArchiveException>(() => archive.PutAsync(
            [.. Enumerable.Range(2, 500).Select(n => Samples.Read($"r{n}", $"{n}번째 우려"))], Token));

        Assert.Contains("disk is full", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Database, fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await archive.MeasureAsync(Grade.Open, Token)).Records);
        Assert.Equal("ok", Run("PRAGMA integrity_check"));

        archive.Prepared = session => session.Execute("PRAGMA max_page_count = 1000000");
        Assert.Single(await archive.PutAsync([Samples.Read("r2", "세금이 무겁다")], Token));
    }

    [Fact]
    public async Task Two_programs_may_write_at_once()
    {
        await using var one = Open();
        await using var other = Open();

        await Task.WhenAll(new[] { one, other }.Select((archive, which) => Task.Run(
            async () =>
            {
                for (var n = 0; n < 20; n++) await archive.PutAsync([Samples.Read($"{which}-{n}", $"{which}에서 {n}번째 우려")], Token);
            },
            Token)));

        Assert.Equal(40, (await one.MeasureAsync(Grade.Open, Token)).Records);
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        await using var archive = Open();
        await archive.PutAsync([Samples.Read("r1", "전력이 부족하다")], Token);
        using var writer = new SqliteFile(Database).Open();
        writer.Execute("BEGIN IMMEDIATE");
        writer.Execute("DELETE FROM records");

        Assert.NotNull(await archive.FindRecordAsync(new("r1"), Grade.Open, Token));
        writer.RollBack();
    }

    public void Dispose() => _folder.Dispose();

    private SqliteArchive Open() => SqliteArchive.Open(_folder.Path, Organisations.Empty, new FakeTimeProvider());

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={Database};Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
