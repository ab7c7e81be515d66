using System.Collections.Concurrent;
using System.Data;
using System.Text.RegularExpressions;
using Npgsql;
using PolicyBot.Storage.Sql;

namespace PolicyBot.Storage.Postgres;

/// <summary>Runs the statements that SQLite runs, with the few words that differ put in PostgreSQL's way.</summary>
internal sealed partial class PostgresSession(NpgsqlConnection connection) : SqlSession(connection)
{
    private static readonly ConcurrentDictionary<string, string> Translated = new(StringComparer.Ordinal);

    private NpgsqlTransaction? _transaction;

    public Version Version => connection.PostgreSqlVersion;

    public string? User => connection.UserName;

    public override void Begin()
    {
        // It may have broken while nothing was written: the server was started anew.
        if (connection.State != ConnectionState.Open)
        {
            connection.Close();
            connection.Open();
        }

        _transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
    }

    public override void BeginReading() => _transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    public override void RollBack()
    {
        if (_transaction is not { } open) return;
        _transaction = null;
        // A connection that is broken has no transaction any more.
        if (connection.State == ConnectionState.Open) open.Rollback();
        open.Dispose();
    }

    public override void Announce(string channel) => Execute("SELECT pg_notify($channel, '')", ("$channel", channel));

    public override void Dispose()
    {
        _transaction?.Dispose();
        base.Dispose();
    }

    public override void ContinueNumbers(IReadOnlyList<string> tables)
    {
        foreach (var (table, column) in Query(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'", row => (row.GetString(0), row.GetString(1))))
        {
            var before = table == "changes" ? "(SELECT beginning FROM archive)" : "0";
            // Not called yet: the next number is the one after the highest.
            Execute($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), coalesce((SELECT max({column}) FROM {table}), {before}) + 1, false)");
        }
    }

    protected override string Translate(string sql) => Translated.GetOrAdd(sql, Rewrite);

    private static string Rewrite(string sql) => DollarName().Replace(
        IsNull().Replace(Each().Replace(sql, "jsonb_array_elements_text($1::jsonb)"), "$1::text IS $2NULL").Replace("CLOCK()", "(extract(epoch FROM clock_timestamp()) * 1000)::bigint", StringComparison.Ordinal),
        "@$1");

    // Npgsql prepares by itself what comes again, and a command that is used twice in a row sends what it sent before.
    protected override bool KeepsCommands => false;

    protected override string Name(string parameter) => parameter[1..];

    protected override object Translate(object value) => value switch
    {
        string text => PortableText.Clean(text),
        int number => (long)number,
        _ => value,
    };

    [GeneratedRegex(@"json_each\(([@$]\w+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Each();

    // A value that is tested for null before it is compared has no type of its own.
    [GeneratedRegex(@"([@$]\w+) IS (NOT )?NULL", RegexOptions.NonBacktracking)]
    private static partial Regex IsNull();

    [GeneratedRegex(@"\$([A-Za-z]\w*)", RegexOptions.NonBacktracking)]
    private static partial Regex DollarName();
}
