using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using PolicyBot.Tests.Storage.Postgres;

[assembly: AssemblyFixture(typeof(PostgresCluster.Lifetime))]

namespace PolicyBot.Tests.Storage.Postgres;

/// <summary>A PostgreSQL server of the test's own, from the installed binaries, on a loopback port. It syncs as in earnest. Where no binaries are installed the test is skipped.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string Superuser = "postgres";

    private static readonly Lazy<PostgresCluster> One = new(() => new());

    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-pg-").FullName;
    private int _databases;

    private PostgresCluster()
    {
        // The server refuses to run as root; its folder has to be its own.
        if (IsRoot) Run("chown", Superuser, _folder);
        RunAsServer(Path.Combine(Binaries!, "initdb"), "-D", Data, "-U", Superuser, "--auth=trust", "-E", "UTF8", "--no-locale", "--no-sync");
        Start();
    }

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server that all tests of this run share; each takes databases of its own.</summary>
    public static PostgresCluster Shared
    {
        get
        {
            SkipWithoutBinaries();
            return One.Value;
        }
    }

    /// <summary>A server for one test alone, which stops and starts it.</summary>
    public static PostgresCluster Begin()
    {
        SkipWithoutBinaries();
        return new();
    }

    public static string? Binaries { get; } = FindBinaries();

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>The connection of a new, empty database.</summary>
    public string NewDatabase(string options = "")
    {
        var name = $"t{Interlocked.Increment(ref _databases)}";
        Execute($"CREATE DATABASE {name} {options}");
        return Connection(name);
    }

    public string Connection(string database, string user = Superuser) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username={user};Maximum Pool Size=8");

    /// <summary>The same connection as the server's own tools take it.</summary>
    public string Uri(string connection) => string.Create(CultureInfo.InvariantCulture, $"postgresql://{Superuser}@127.0.0.1:{Port}/{new NpgsqlConnectionStringBuilder(connection).Database}");

    public object? Execute(string sql, string database = Superuser)
    {
        using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    public void Start() => RunAsServer(
        Path.Combine(Binaries!, "pg_ctl"), "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "start",
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c fsync=on"));

    public void Stop(string mode = "immediate") => RunAsServer(Path.Combine(Binaries!, "pg_ctl"), "-D", Data, "-m", mode, "-w", "stop");

    /// <summary>Runs one of the server's own tools, such as pg_dump, as the user who runs the tests.</summary>
    public static void Tool(string name, params string[] arguments) => Run(Path.Combine(Binaries!, name), arguments);

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) Stop();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stops the shared server, if any test asked for it, when the run is over.</summary>
    public sealed class Lifetime : IDisposable
    {
        public void Dispose()
        {
            if (One.IsValueCreated) One.Value.Dispose();
        }
    }

    private static void SkipWithoutBinaries() => Assert.SkipWhen(Binaries is null, "PostgreSQL's initdb and pg_ctl are not installed here (apt-get install postgresql).");

    private static string? FindBinaries()
    {
        var roots = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return roots.OrderByDescending(r => int.TryParse(Path.GetFileName(r), out var version) ? version : 0).Select(r => Path.Combine(r, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static void RunAsServer(string program, params string[] arguments)
    {
        if (IsRoot) Run("setpriv", ["--reuid=" + Superuser, "--regid=" + Superuser, "--clear-groups", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server keeps what it inherits open: a pipe read to its end would never end.
        var errors = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >\"$POLICYBOT_OUT\" 2>&1 </dev/null", program, .. arguments])
        {
            Environment = { ["POLICYBOT_OUT"] = errors },
            WorkingDirectory = "/",
        })!;
        process.WaitForExit();
        var said = File.ReadAllText(errors);
        File.Delete(errors);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
