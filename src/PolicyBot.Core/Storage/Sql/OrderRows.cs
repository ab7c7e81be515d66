using System.Data.Common;
using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Rows of standing orders.</summary>
internal sealed class OrderRows(SqlSession session, long now)
{
    private const string Columns = "SELECT id, kind, delivery, owner, state, body, since FROM orders";

    /// <summary>An order that says what it said before owes what it owed before.</summary>
    public void Save(IReadOnlyList<StandingOrder> orders)
    {
        foreach (var order in orders)
        {
            session.Execute(
                """
                INSERT INTO orders (id, kind, platform, channel, owner, delivery, state, body, since)
                VALUES ($id, $kind, $platform, $channel, $owner, $delivery, $state, $body, $now)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, platform = excluded.platform, channel = excluded.channel, owner = excluded.owner,
                    delivery = excluded.delivery, state = excluded.state, body = excluded.body, since = excluded.since
                WHERE orders.body <> excluded.body OR orders.state <> excluded.state OR orders.delivery <> excluded.delivery
                """,
                ("$id", order.Id), ("$kind", order.Kind), ("$platform", order.To.Conversation.Platform), ("$channel", order.To.Conversation.Channel), ("$owner", order.OwnerId),
                ("$delivery", ChatColumns.Of(order.To)), ("$state", order.State.ToString()), ("$body", order.Body), ("$now", now));
        }
    }

    public static StandingOrder? Find(SqlSession session, string id) => session.Query($"{Columns} WHERE id = $id", Read, ("$id", id)).SingleOrDefault();

    public static List<StandingOrder> List(SqlSession session, string? kind) => kind is null
        ? session.Query($"{Columns} WHERE state <> 'Ended' ORDER BY id", Read)
        : session.Query($"{Columns} WHERE kind = $kind AND state <> 'Ended' ORDER BY id", Read, ("$kind", kind));

    public static List<StandingOrder> List(SqlSession session, Conversation conversation, string? userId) => session.Query(
        $"{Columns} WHERE platform = $platform AND (channel = $channel OR owner = $owner) AND state <> 'Ended' ORDER BY since, id", Read,
        ("$platform", conversation.Platform), ("$channel", conversation.Channel), ("$owner", userId));

    /// <summary>The active orders that owe something where nothing can be written any more, each with the reason; paused from here on.</summary>
    public List<(StandingOrder Order, string Reason)> PauseLost()
    {
        var lost = session.Query(
            "SELECT order_id, max(reason) FROM slots WHERE state = 'lost' AND order_id IN (SELECT id FROM orders WHERE state = 'Active' AND since <= claimed) GROUP BY order_id",
            row => (Id: row.GetString(0), Reason: row.TextOrNull(1) ?? ""));
        foreach (var (id, _) in lost) session.Execute("UPDATE orders SET state = 'Lost', since = $now WHERE id = $id", ("$now", now), ("$id", id));
        return [.. lost.Select(l => (Find(session, l.Id)!, l.Reason))];
    }

    /// <summary>The piece that tells whether a slot was delivered is sent.</summary>
    public static void NoteSent(SqlSession session, long now, long piece) => session.Execute(
        "UPDATE slots SET state = 'delivered', finished = $now WHERE state = 'queued' AND piece = (SELECT key FROM outbox WHERE id = $id)", ("$now", now), ("$id", piece));

    /// <summary>Slots whose first piece was given up just now.</summary>
    public static void NoteGivenUp(SqlSession session, long now, bool isLost) => session.Execute(
        """
        UPDATE slots SET state = $state, finished = $now, reason = (SELECT reason FROM outbox WHERE key = slots.piece)
        WHERE state = 'queued' AND piece IN (SELECT key FROM outbox WHERE state = 'dead' AND finished = $now)
        """,
        ("$state", isLost ? "lost" : "failed"), ("$now", now));

    private static StandingOrder Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Delivery(2), row.TextOrNull(3), row.Named<OrderState>(4), row.GetString(5))
    { Since = row.Moment(6) };
}
