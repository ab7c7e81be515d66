using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Rows of the inbox: new, working, done or failed.</summary>
internal sealed class InboxRows(SqlSession session, long now)
{
    /// <summary>The new row; null when the event is known. Edits and deletions are only looked up, never handled.</summary>
    public InboxEntry? Insert(ChatMessage message, out bool isNew)
    {
        var settled = message.Kind is ChatMessageKind.Edited or ChatMessageKind.Deleted;
        var id = session.Scalar(
            """
            INSERT INTO inbox (platform, key, twin, kind, channel, message_id, "user", message, status, taken, finished)
            VALUES ($platform, $key, $twin, $kind, $channel, $messageId, $user, $message, $status, $now, $finished) ON CONFLICT DO NOTHING RETURNING id
            """,
            ("$platform", message.Conversation.Platform), ("$key", message.Key), ("$twin", message.TwinKey), ("$kind", message.Kind.ToString()),
            ("$channel", message.Conversation.Channel), ("$messageId", message.MessageId), ("$user", message.User.Id), ("$message", ChatColumns.Of(message)),
            ("$status", settled ? "done" : "new"), ("$now", now), ("$finished", settled ? now : null));
        isNew = id is long;
        return id is long number && !settled ? new(number, $"{message.Conversation.Platform}/{message.User.Id}") : null;
    }

    public void SaveSession(string platform, string? value)
    {
        if (value is null) session.Execute("DELETE FROM sessions WHERE platform = $platform", ("$platform", platform));
        else
        {
            session.Execute(
                "INSERT INTO sessions VALUES ($platform, $session) ON CONFLICT (platform) DO UPDATE SET session = excluded.session",
                ("$platform", platform), ("$session", value));
        }
    }

    /// <summary>All that wait, the oldest first. Called before anything is handled: a row in work was left so by a process that ended.</summary>
    public List<InboxEntry> Revive()
    {
        session.Execute("UPDATE inbox SET status = 'new' WHERE finished IS NULL AND status = 'working'");
        return session.Query("SELECT id, platform, \"user\" FROM inbox WHERE finished IS NULL ORDER BY id", row => new InboxEntry(row.GetInt64(0), $"{row.GetString(1)}/{row.GetString(2)}"));
    }

    public static InboxMessage? Find(SqlSession session, long id) =>
        session.Query("SELECT id, message, tries FROM inbox WHERE id = $id AND finished IS NULL", row => new InboxMessage(row.GetInt64(0), row.Message(1), row.GetInt32(2)), ("$id", id)).SingleOrDefault();

    public static ChatMessage? FindChange(SqlSession session, ChatMessage message) => session.Query(
        """
        SELECT message FROM inbox
        WHERE platform = $platform AND channel = $channel AND message_id = $messageId AND kind IN ('Edited', 'Deleted') ORDER BY id DESC LIMIT 1
        """,
        row => row.Message(0),
        ("$platform", message.Conversation.Platform), ("$channel", message.Conversation.Channel), ("$messageId", message.MessageId)).SingleOrDefault();

    public void Begin(long id) => session.Execute("UPDATE inbox SET status = 'working', tries = tries + 1 WHERE id = $id AND finished IS NULL", ("$id", id));

    /// <summary>False when it was finished before. A failed message keeps its words for whoever looks into it.</summary>
    public bool Finish(long id, bool failed) => session.Execute(
        "UPDATE inbox SET status = $status, finished = $now, message = CASE WHEN $failed = 1 THEN message ELSE '' END WHERE id = $id AND finished IS NULL",
        ("$status", failed ? "failed" : "done"), ("$now", now), ("$failed", failed ? 1 : 0), ("$id", id)) > 0;
}
