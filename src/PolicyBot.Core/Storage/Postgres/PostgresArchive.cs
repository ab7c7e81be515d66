using Npgsql;
using PolicyBot.Records;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Postgres;

/// <summary>The archive on a PostgreSQL server, shared by any number of workers: each hears of the others' changes at once.</summary>
public sealed class PostgresArchive : SqlArchive
{
    public const string Schema = "policybot_archive";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly PostgresServer _server;
    private readonly CancellationTokenSource _closing = new();
    private readonly TimeProvider _time;
    private Task? _listening;

    private PostgresArchive(PostgresServer server, Organisations organisations, TimeProvider time)
        : base(server, organisations, time) => (_server, _time) = (server, time);

    /// <summary>Connects and migrates. Throws <see cref="ArchiveException"/> when it cannot be used.</summary>
    public static PostgresArchive Open(string connectionString, Organisations organisations, TimeProvider time) =>
        new(PostgresServer.Open(connectionString, Schema, ArchiveSchema.Steps), organisations, time);

    public override Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        _listening ??= Task.Run(() => ListenAsync(_closing.Token), CancellationToken.None);
        return base.WaitForChangeAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_listening is { } listening) await listening;
        _closing.Dispose();
        await base.DisposeAsync();
    }

    // What is announced only wakes: the sequence is the truth, so that a lost announcement costs a moment and nothing else.
    private async Task ListenAsync(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _server.ListenAsync(Changed, closing);
                while (true)
                {
                    Wake();
                    await connection.WaitAsync(closing);
                }
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException)
            {
                // The reader of the sequence tells what is wrong; this one only comes back.
                await Task.Delay(Pause, _time, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
