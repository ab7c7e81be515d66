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
            $"PostgreSQL on {place} refuses the user or the password of Store:ConnectionString ({fault.SqlState}). Correct them, or allow the user in the server's pg_hba.conf. / {place}의 PostgreSQL이 Store:ConnectionString의 사용자나 암호를 거부합니다({fault.SqlState}). 고치거나 서버의 pg_hba.conf에서 허용하십시오.",
        PostgresErrorCodes.InvalidCatalogName => $"There is no database {place}. Create it (CREATE DATABASE …), or name another in Store:ConnectionString. / 데이터베이스 {place}이(가) 없습니다. 만들거나(CREATE DATABASE …) Store:ConnectionString에 다른 것을 쓰십시오.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The user of Store:ConnectionString lacks a right on {place}: {fault.MessageText}. Let its owner run: GRANT CREATE, CONNECT ON DATABASE … TO the user; nothing was changed. / Store:ConnectionString의 사용자에게 {place}에 대한 권한이 없습니다. 소유자가 GRANT CREATE, CONNECT ON DATABASE … TO 사용자를 실행해야 합니다. 바뀐 것은 없습니다.",
        PostgresErrorCodes.DiskFull => $"The disk of the PostgreSQL server {place} is full ({fault.SqlState}). Nothing was half-written; free some space there. / PostgreSQL 서버 {place}의 디스크가 가득 찼습니다({fault.SqlState}). 반쯤 쓰인 것은 없으니 공간을 비우십시오.",
        PostgresErrorCodes.TooManyConnections => $"PostgreSQL on {place} takes no more connections. Raise its max_connections, or set 'Maximum Pool Size' in Store:ConnectionString (20 each for records and chat). / {place}의 PostgreSQL이 연결을 더 받지 않습니다. max_connections를 늘리거나 Store:ConnectionString에 'Maximum Pool Size'를 정하십시오(기록과 채팅에 20개씩).",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => $"PostgreSQL on {place} is stopping or starting ({fault.SqlState}). See that it comes up. / {place}의 PostgreSQL이 멈추거나 시작하는 중입니다({fault.SqlState}). 올라오는지 확인하십시오.",
        PostgresErrorCodes.QueryCanceled => $"PostgreSQL on {place} took longer than 30 seconds for one statement, which was given up. Nothing was half-written; see what burdens the server. / {place}의 PostgreSQL이 한 문장에 30초 넘게 걸려 그만두었습니다. 반쯤 쓰인 것은 없으니 서버에 무엇이 부담을 주는지 확인하십시오.",
        PostgresErrorCodes.LockNotAvailable => $"Another worker is writing to {place} and does not finish. Nothing was changed; try again when it is done. / 다른 봇이 {place}에 쓰고 있으며 끝내지 않습니다. 바뀐 것은 없으니 그 일이 끝나면 다시 하십시오.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"PostgreSQL on {place} is a standby that takes no writes. Name the primary server in Store:ConnectionString. / {place}의 PostgreSQL은 쓰기를 받지 않는 대기 서버입니다. Store:ConnectionString에 주 서버를 쓰십시오.",
        _ => $"PostgreSQL on {place} failed: {fault.MessageText} ({fault.SqlState}) / {place}의 PostgreSQL에서 오류가 났습니다.",
    };

    private static string Broken(DbException fault, string place)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException { SocketErrorCode: var code }:
                    return $"PostgreSQL on {place} cannot be reached ({code}). See that the server runs and that Store:ConnectionString names it. / {place}의 PostgreSQL에 연결할 수 없습니다({code}). 서버가 실행 중인지, Store:ConnectionString이 맞는지 확인하십시오.";
                case TimeoutException:
                    return $"PostgreSQL on {place} does not answer. See that it runs and that the network to it is whole. / {place}의 PostgreSQL이 응답하지 않습니다. 실행 중인지, 네트워크가 이어져 있는지 확인하십시오.";
            }
        }

        return $"The connection to PostgreSQL on {place} broke: {fault.Message} / {place}의 PostgreSQL과 연결이 끊겼습니다.";
    }
}
