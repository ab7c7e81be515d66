using System.Data.Common;
using Npgsql;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Postgres;

/// <summary>One schema on a PostgreSQL server. Every connection is opened here, with the limits by which a cut network or a stuck statement is noticed in seconds.</summary>
internal sealed class PostgresServer : SqlDatabase, IDisposable
{
    private readonly NpgsqlDataSource _source;

    private PostgresServer(string connectionString, string schema)
    {
        var settings = Settings(connectionString, schema);
        (Schema, Place) = (schema, $"{settings.Host}:{settings.Port}/{settings.Database}");
        _source = NpgsqlDataSource.Create(settings);
    }

    public string Schema { get; }

    public override string Name => $"The schema {Schema} on {Place}";

    /// <summary>Server and database, for people; free of user and password.</summary>
    public string Place { get; }

    /// <summary>Connects, and brings the schema up to <paramref name="steps"/>. Throws <see cref="ArchiveException"/> when it cannot be used.</summary>
    public static PostgresServer Open(string connectionString, string schema, IReadOnlyList<string> steps)
    {
        var server = Of(connectionString, schema);
        try
        {
            server.Use(session =>
            {
                PostgresSchema.Migrate((PostgresSession)session, server, steps);
                return true;
            });
            return server;
        }
        catch
        {
            server.Release();
            throw;
        }
    }

    public static PostgresServer Of(string connectionString, string schema)
    {
        try
        {
            return new(connectionString, schema);
        }
        catch (ArgumentException fault)
        {
            // Its message may quote the password.
            throw new ArchiveException("Store:ConnectionString: it is not a PostgreSQL connection such as 'Host=db;Database=policybot;Username=policybot;Password=…'. / PostgreSQL 연결 문자열이 아닙니다. 'Host=db;Database=policybot;Username=policybot;Password=…'처럼 쓰십시오.", fault is { ParamName: { } name } ? new ArgumentException(name) : null);
        }
    }

    public override PostgresSession Open() => new(_source.OpenConnection());

    public override Task<T> ReadAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken) => Task.Run(() => Read(work), cancellationToken);

    public override Task<T> UseAsync<T>(Func<SqlSession, T> work, CancellationToken cancellationToken) => Task.Run(() => Use(work), cancellationToken);

    /// <summary>A connection that stays open and takes no part in the pool's bookkeeping.</summary>
    public async Task<NpgsqlConnection> ListenAsync(string channel, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand($"LISTEN {channel}", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override ArchiveException Explain(DbException fault) => PostgresFault.Explain(fault, Place);

    public override void Release() => _source.Dispose();

    public void Dispose() => Release();

    private static NpgsqlConnectionStringBuilder Settings(string connectionString, string schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, ApplicationName = "PolicyBot", MaxAutoPrepare = 200 };
        // What the operator wrote goes before what is set here.
        Default("Timeout", () => settings.Timeout = 10);
        Default("Command Timeout", () => settings.CommandTimeout = 20);
        Default("Cancellation Timeout", () => settings.CancellationTimeout = 1000);
        Default("Keepalive", () => settings.KeepAlive = 3);
        Default("Tcp Keepalive Time", () => (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 3000, 2000));
        Default("Maximum Pool Size", () => settings.MaxPoolSize = 20);
        // The server lets go of a worker that vanished as quickly: its keepalives default to two hours. A paused one must not hold the lock of the archive.
        settings.Options = string.Join(' ', settings.Options, "-c statement_timeout=30000 -c lock_timeout=15000 -c idle_in_transaction_session_timeout=10000",
            "-c tcp_keepalives_idle=3 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=9000",
            // To compile a plan takes several times as long as any of these queries.
            "-c jit=off").Trim();
        return settings;

        void Default(string key, Action set)
        {
            if (!settings.ShouldSerialize(key)) set();
        }
    }
}
