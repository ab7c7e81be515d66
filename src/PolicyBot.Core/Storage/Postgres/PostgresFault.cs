using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace PolicyBot.Storage.Postgres;

/// <summary>Turns the server's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) into sentences that say what to do. Never quotes a connection string.</summary>
internal static class PostgresFault
{
    public static ArchiveException Explain(DbException fault, string place) => new(fault is PostgresException told ? Sentence(told, place) : Broken(fault, place), fault)
    {
        IsPassing = fault is not PostgresException { SqlState: not (PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DiskFull) },
    };

    private static string Sentence(PostgresException fault, string place) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL on {place} refuses the user or the password of Store:ConnectionString ({fault.SqlState}). Correct them, or allow the user in the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName => $"There is no database {place}. Create it (CREATE DATABASE …), or name another in Store:ConnectionString.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The user of Store:ConnectionString lacks a right on {place}: {fault.MessageText}. Let its owner run: GRANT CREATE, CONNECT ON DATABASE … TO the user; nothing was changed.",
        PostgresErrorCodes.DiskFull => $"The disk of the PostgreSQL server {place} is full ({fault.SqlState}). Nothing was half-written; free some space there.",
        PostgresErrorCodes.TooManyConnections => $"PostgreSQL on {place} takes no more connections. Raise its max_connections, or set 'Maximum Pool Size' in Store:ConnectionString (20 each for records and chat).",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => $"PostgreSQL on {place} is stopping or starting ({fault.SqlState}). See that it comes up.",
        PostgresErrorCodes.QueryCanceled => $"PostgreSQL on {place} took longer than 30 seconds for one statement, which was given up. Nothing was half-written; see what burdens the server.",
        PostgresErrorCodes.LockNotAvailable => $"Another worker is writing to {place} and does not finish. Nothing was changed; try again when it is done.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"PostgreSQL on {place} is a standby that takes no writes. Name the primary server in Store:ConnectionString.",
        _ => $"PostgreSQL on {place} failed: {fault.MessageText} ({fault.SqlState})",
    };

    private static string Broken(DbException fault, string place)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException { SocketErrorCode: var code }:
                    return $"PostgreSQL on {place} cannot be reached ({code}). See that the server runs and that Store:ConnectionString names it.";
                case TimeoutException:
                    return $"PostgreSQL on {place} does not answer. See that it runs and that the network to it is whole.";
            }
        }

        return $"The connection to PostgreSQL on {place} broke: {fault.Message}";
    }
}
