using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Rows of the inbox: new, working, done or failed.</summary>
internal sealed class InboxRows(SqlSession session, long now, long worker)
{
    /// <summary>The new row; null when the event is known. Edits and deletions are only looked up, never handled.</summary>
    public InboxEntry? Insert(ChatMessage message, out bool isNew)
    {
        var settled = message.Kind is ChatMessageKind.Edited or ChatMessageKind.Deleted;
        var id = session.Scalar(
            """
            INSERT INTO inbox (platform, key, twin, kind, channel, message_id, "user", message, status, taken, finished, owner)
            VALUES ($platform, $key, $twin, $kind, $channel, $messageId, $user, $message, $status, $now, $finished, $worker) ON CONFLICT DO NOTHING RETURNING id
            """,
            ("$platform", message.Conversation.Platform), ("$key", message.Key), ("$twin", message.TwinKey), ("$kind", message.Kind.ToString()),
            ("$channel", message.Conversation.Channel), ("$messageId", message.MessageId), ("$user", message.User.Id), ("$message", ChatColumns.Of(message)),
            ("$status", settled ? "done" : "new"), ("$now", now), ("$finished", settled ? now : null), ("$worker", worker));
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

    /// <summary>Whether something waits that no living worker has.</summary>
    public static bool HasOrphans(SqlSession session) =>
        session.Scalar($"SELECT 1 FROM inbox WHERE finished IS NULL AND owner NOT IN {WorkerRows.Living} LIMIT 1") is not null;

    /// <summary>Makes all that wait and that no living worker has this worker's own, the oldest first: a row in work was left so by a process that ended.</summary>
    public List<InboxEntry> Adopt() =>
    [
        .. session.Query(
            $"UPDATE inbox SET status = 'new', owner = $worker WHERE finished IS NULL AND owner NOT IN {WorkerRows.Living} RETURNING id, platform, \"user\"",
            row => new InboxEntry(row.GetInt64(0), $"{row.GetString(1)}/{row.GetString(2)}"), ("$worker", worker))
        .OrderBy(entry => entry.Id),
    ];

    public InboxMessage? Find(long id) => session.Query(
        "SELECT id, message, tries FROM inbox WHERE id = $id AND finished IS NULL AND owner = $worker", row => new InboxMessage(row.GetInt64(0), row.Message(1), row.GetInt32(2)),
        ("$id", id), ("$worker", worker)).SingleOrDefault();

    public static ChatMessage? FindChange(SqlSession session, ChatMessage message) => session.Query(
        """
        SELECT message FROM inbox
        WHERE platform = $platform AND channel = $channel AND message_id = $messageId AND kind IN ('Edited', 'Deleted') ORDER BY id DESC LIMIT 1
        """,
        row => row.Message(0),
        ("$platform", message.Conversation.Platform), ("$channel", message.Conversation.Channel), ("$messageId", message.MessageId)).SingleOrDefault();

    public void Begin(long id) => session.Execute("UPDATE inbox SET status = 'working', tries = tries + 1 WHERE id = $id AND finished IS NULL AND owner = $worker", ("$id", id), ("$worker", worker));

    /// <summary>False when it was finished before, or is another worker's by now. A failed message keeps its words for whoever looks into it.</summary>
    public bool Finish(long id, bool failed) => session.Execute(
        "UPDATE inbox SET status = $status, finished = $now, message = CASE WHEN $failed = 1 THEN message ELSE '' END WHERE id = $id AND finished IS NULL AND owner = $worker",
        ("$status", failed ? "failed" : "done"), ("$now", now), ("$failed", failed ? 1 : 0), ("$id", id), ("$worker", worker)) > 0;
}
