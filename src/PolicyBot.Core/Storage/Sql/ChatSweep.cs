using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>What goes from the chat by its age, a small batch at a time so that nobody waits for it.</summary>
internal static class ChatSweep
{
    // Platforms redeliver within hours; a week leaves room for a long outage.
    private static readonly TimeSpan Events = TimeSpan.FromDays(7);

    public static int Run(SqlSession session, DateTimeOffset now, Retention retention)
    {
        var (events, conversations) = (Before(Events), Before(retention.Conversations));
        return AuditRows.Remove(session, (now - retention.Audit).ToUnixTimeMilliseconds())
            + session.Execute("DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE finished < $before LIMIT 200)", events)
            + session.Execute("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE finished < $before LIMIT 200)", events)
            + session.Execute("DELETE FROM threads WHERE (platform, channel, thread) IN (SELECT platform, channel, thread FROM threads WHERE touched < $before LIMIT 200)", conversations)
            // An answer that somebody found wrong stays until it was looked at.
            + session.Execute("DELETE FROM answers WHERE id IN (SELECT id FROM answers WHERE kept < $before AND NOT EXISTS (SELECT 1 FROM judgements WHERE answer = id) LIMIT 200)", conversations)
            + session.Execute("DELETE FROM slots WHERE (order_id, kind, slot) IN (SELECT order_id, kind, slot FROM slots WHERE due < $before AND state NOT IN ('claimed', 'queued') LIMIT 200)", conversations)
            + session.Execute("DELETE FROM told WHERE (order_id, key) IN (SELECT order_id, key FROM told WHERE order_id IN (SELECT id FROM orders WHERE state = 'Ended' AND since < $before) LIMIT 200)", conversations)
            + session.Execute("DELETE FROM orders WHERE state = 'Ended' AND since < $before AND NOT EXISTS (SELECT 1 FROM told WHERE order_id = id)", conversations);

        (string, object?) Before(TimeSpan age) => ("$before", (now - age).ToUnixTimeMilliseconds());
    }
}
