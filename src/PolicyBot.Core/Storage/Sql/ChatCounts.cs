using System.Globalization;
using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>How much waits in the chat.</summary>
internal static class ChatCounts
{
    private const int DeadLettersShown = 20;

    public static ChatQueues Read(SqlSession session) => new(
        Count(session, "inbox WHERE finished IS NULL"),
        Count(session, "inbox WHERE status = 'failed'"),
        Count(session, "outbox WHERE finished IS NULL"),
        Count(session, "outbox WHERE finished IS NULL AND state <> 'waiting'"),
        Count(session, "outbox WHERE state = 'dead'"),
        session.Scalar("SELECT max(taken) FROM inbox") is long taken ? DateTimeOffset.FromUnixTimeMilliseconds(taken) : null,
        session.Query(
            "SELECT key, lane, finished, reason FROM outbox WHERE state = 'dead' ORDER BY id DESC LIMIT $most",
            row => new DeadLetter(row.GetString(0), row.GetString(1), row.Moment(2), row.TextOrNull(3) ?? ""),
            ("$most", DeadLettersShown)));

    private static int Count(SqlSession session, string rows) => Convert.ToInt32(session.Scalar($"SELECT count(*) FROM {rows}"), CultureInfo.InvariantCulture);
}
