using System.Data.Common;
using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Rows of the outbox: waiting, sending or doubtful while open; then sent, superseded or dead.</summary>
internal sealed class OutboxRows(SqlSession session, long now, long worker)
{
    /// <summary>What a worker whose lane has passed to another says of it changes nothing.</summary>
    private const string Mine = $"($worker = 0 OR EXISTS (SELECT 1 FROM claims WHERE what = '{Lease.LanePrefix}' || outbox.lane AND owner = $worker))";

    /// <summary>False when the key is known. The penalty of what it takes the place of passes to it.</summary>
    public bool Insert(QueuedPiece piece)
    {
        if (session.Scalar("SELECT 1 FROM outbox WHERE key = $key", ("$key", piece.Key)) is not null) return false;
        var penalty = piece.IsChained
            ? session.Query(
                "UPDATE outbox SET state = 'superseded', finished = $now WHERE source = $source AND chained = 1 AND state = 'waiting' RETURNING not_before",
                row => row.NumberOrNull(0), ("$now", now), ("$source", piece.Source)).Max()
            : null;
        session.Execute(
            """
            INSERT INTO outbox (key, lane, part, delivery, body, source, chained, under, state, stored, not_before)
            VALUES ($key, $lane, $part, $delivery, $body, $source, $chained, $under, 'waiting', $now, $notBefore)
            """,
            ("$key", piece.Key), ("$lane", piece.Delivery.Conversation.Lane), ("$part", piece.Part.ToString()), ("$delivery", ChatColumns.Of(piece.Delivery)), ("$body", piece.Body),
            ("$source", piece.Source), ("$chained", piece.IsChained ? 1 : 0), ("$under", piece.Under), ("$now", now), ("$notBefore", penalty));
        return true;
    }

    /// <summary>Lanes with something to send that no other living worker has.</summary>
    public static List<string> FreeLanes(SqlSession session, long worker) => session.Query(
        $"""
        SELECT lane FROM outbox WHERE finished IS NULL
        AND NOT EXISTS (SELECT 1 FROM claims WHERE what = '{Lease.LanePrefix}' || lane AND owner <> $worker AND owner IN {WorkerRows.Living})
        GROUP BY lane ORDER BY min(id)
        """,
        row => row.GetString(0), ("$worker", worker));

    public static OutboxEntry? FindHead(SqlSession session, string lane) => session.Query(
        """
        SELECT id, key, part, delivery, body, stored, state <> 'waiting', not_before, tries, doubts,
            CASE WHEN chained = 1 THEN (
                SELECT message_id FROM outbox AS before
                WHERE before.source = head.source AND before.chained = 1 AND before.state = 'sent' AND before.message_id IS NOT NULL AND before.id < head.id
                ORDER BY before.id DESC LIMIT 1) END,
            EXISTS (
                SELECT 1 FROM outbox AS before
                WHERE before.source = head.source AND before.part = 'Answer' AND before.state = 'sent' AND before.delivery = head.delivery AND before.id < head.id),
            (SELECT message_id FROM outbox AS above WHERE above.key = head.under)
        FROM outbox AS head WHERE lane = $lane AND finished IS NULL ORDER BY id LIMIT 1
        """,
        Entry, ("$lane", lane)).SingleOrDefault();

    /// <summary>False when it is not for this worker to send: finished, or its lane another's.</summary>
    public bool MarkSending(long id) => session.Execute(
        $"UPDATE outbox SET state = 'sending' WHERE id = $id AND finished IS NULL AND {Mine} AND ($worker = 0 OR $worker IN {WorkerRows.Living})",
        ("$id", id), ("$worker", worker)) > 0;

    public void Settle(long id, SendOutcome outcome, DateTimeOffset? notBefore)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                // The words are the platform's now; what is kept proves the sending and allows an edit.
                if (session.Execute("UPDATE outbox SET state = 'sent', finished = $now, message_id = $message, body = '', reason = NULL WHERE id = $id AND finished IS NULL AND " + Mine, ("$now", now), ("$message", sent.MessageId), ("$id", id), ("$worker", worker)) > 0)
                    OrderRows.NoteSent(session, now, id);
                break;
            case SendOutcome.Later later:
                Reopen(id, "waiting", later.Reason, notBefore, (Tries: 1, Doubts: 0));
                break;
            case SendOutcome.InDoubt doubt:
                Reopen(id, "doubt", doubt.Reason, notBefore, (Tries: 0, Doubts: 1));
                break;
            case SendOutcome.Refused refused:
                GiveUp(refused.ConversationLost ? "id = $id OR (lane = (SELECT lane FROM outbox WHERE id = $id) AND state = 'waiting')" : "id = $id", refused.Reason, ("$id", id));
                OrderRows.NoteGivenUp(session, now, refused.ConversationLost);
                break;
        }
    }

    public void Detach(long id) => session.Execute("UPDATE outbox SET chained = 0, state = 'waiting', not_before = NULL WHERE id = $id AND finished IS NULL AND " + Mine, ("$id", id), ("$worker", worker));

    /// <summary>How many answers were given up.</summary>
    public int Expire(string lane, DateTimeOffset before)
    {
        (string, object?)[] which = [("$lane", lane), ("$before", before.ToUnixTimeMilliseconds())];
        const string Stale = "lane = $lane AND state = 'waiting' AND stored < $before";
        var answers = session.Scalar($"SELECT count(DISTINCT coalesce(source, key)) FROM outbox WHERE finished IS NULL AND {Stale}", which);
        GiveUp(Stale, "It was not delivered within a day. / 하루 안에 전달되지 않았습니다.", which);
        OrderRows.NoteGivenUp(session, now, isLost: false);
        return (int)(long)answers!;
    }

    private void GiveUp(string which, string reason, params ReadOnlySpan<(string, object?)> values) => session.Execute(
        $"UPDATE outbox SET state = 'dead', finished = $now, reason = $reason WHERE finished IS NULL AND ({which}) AND {Mine}", [("$now", now), ("$reason", reason), ("$worker", worker), .. values]);

    private void Reopen(long id, string state, string reason, DateTimeOffset? notBefore, (int Tries, int Doubts) more) => session.Execute(
        "UPDATE outbox SET state = $state, reason = $reason, not_before = $notBefore, tries = tries + $tries, doubts = doubts + $doubts WHERE id = $id AND finished IS NULL AND " + Mine,
        ("$state", state), ("$reason", reason), ("$notBefore", notBefore is { } wait ? Ceiling(wait) : null), ("$tries", more.Tries), ("$doubts", more.Doubts), ("$id", id), ("$worker", worker));

    /// <summary>Up, not down: a platform that said when to come again is not asked a fraction of a millisecond before.</summary>
    private static long Ceiling(DateTimeOffset moment) => moment.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds();

    private static OutboxEntry Entry(DbDataReader row) => new(
        row.GetInt64(0),
        new()
        {
            Key = row.GetString(1),
            Kind = row.Named<PiecePart>(2) == PiecePart.Working ? PieceKind.Working : PieceKind.Answer,
            Delivery = row.TextOrNull(12) is { } above ? row.Delivery(3) with { InReplyTo = above, OpensThread = true } : row.Delivery(3),
            Body = row.GetString(4),
            Stored = row.Moment(5),
            Replaces = row.TextOrNull(10),
            IsFurther = row.GetBoolean(11),
        },
        row.GetBoolean(6),
        row.MomentOrNull(7),
        row.GetInt32(8),
        row.GetInt32(9));
}
