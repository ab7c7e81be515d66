using System.Data.Common;
using PolicyBot.Chat;

namespace PolicyBot.Storage.Sql;

/// <summary>Rows of slots. What a holder writes names its epoch: after it was taken over it changes nothing.</summary>
internal sealed class SlotRows(SqlSession session, long now)
{
    private const string Mine = "order_id = $order AND kind = $kind AND slot = $slot AND state = 'claimed' AND epoch = $epoch";

    public List<SlotClaim> Claim(IReadOnlyList<Slot> slots) => [.. slots.Where(s => Insert(s, "claimed")).Select(s => new SlotClaim(s, 1))];

    public void Miss(IReadOnlyList<Slot> slots)
    {
        foreach (var slot in slots) Insert(slot, "missed");
    }

    public List<SlotClaim> TakeOver() => session.Query(
        "UPDATE slots SET epoch = epoch + 1, claimed = $now WHERE state = 'claimed' RETURNING order_id, kind, slot, due, epoch",
        row => new SlotClaim(Slot(row), row.GetInt64(4)), ("$now", now));

    /// <summary>False when nothing is to be queued: the slot is somebody else's by now, its order is not active any more, or all of it was told before.</summary>
    public bool Fill(SlotFilling filling)
    {
        var slot = filling.Claim.Slot;
        if (session.Scalar("SELECT 1 FROM orders WHERE id = $id AND state = 'Active'", ("$id", slot.Order)) is null)
        {
            Settle(filling.Claim, "dropped", null, null);
            return false;
        }

        var isNews = filling.Told.Count == 0;
        foreach (var told in filling.Told) isNews |= IsNew(told.Order, told.Key);
        var isQuiet = filling.Pieces.Count == 0 || !isNews;
        return Settle(filling.Claim, isQuiet ? "quiet" : "queued", isQuiet ? null : filling.Pieces[0].Key, null) && !isQuiet;

        bool IsNew(string order, string key) =>
            session.Execute("INSERT INTO told (order_id, key) VALUES ($order, $key) ON CONFLICT (order_id, key) DO NOTHING", ("$order", order), ("$key", key)) > 0;
    }

    /// <summary>A slot whose row was lost after its sending is known by its piece.</summary>
    public void NoteSentBefore(SlotFilling filling)
    {
        if (filling.Pieces is not [var first, ..]) return;
        session.Execute(
            "UPDATE slots SET state = 'delivered', finished = $now WHERE piece = $piece AND state = 'queued' AND EXISTS (SELECT 1 FROM outbox WHERE key = $piece AND state = 'sent')",
            ("$now", now), ("$piece", first.Key));
    }

    public void Fail(SlotClaim claim, string reason) => Settle(claim, "failed", null, reason);

    public static List<SlotStatus> List(SqlSession session, DateTimeOffset from) => session.Query(
        "SELECT order_id, kind, slot, due, state, finished, reason FROM slots WHERE due >= $from ORDER BY due, order_id",
        row => new SlotStatus(Slot(row), Enum.Parse<SlotState>(row.GetString(4), ignoreCase: true), row.MomentOrNull(5), row.TextOrNull(6)),
        ("$from", from.ToUnixTimeMilliseconds()));

    public static HashSet<string> FindTold(SqlSession session, string order, IReadOnlyList<string> keys) =>
        [.. keys.Where(key => session.Scalar("SELECT 1 FROM told WHERE order_id = $order AND key = $key", ("$order", order), ("$key", key)) is not null)];

    public static Dictionary<string, DateTimeOffset> ListDelivered(SqlSession session, string kind) => session.Query(
        "SELECT order_id, max(due) FROM slots WHERE kind = $kind AND state IN ('delivered', 'quiet') GROUP BY order_id",
        row => (row.GetString(0), row.Moment(1)), ("$kind", kind)).ToDictionary();

    private bool Insert(Slot slot, string state) => session.Execute(
        """
        INSERT INTO slots (order_id, kind, slot, due, state, epoch, claimed, finished)
        VALUES ($order, $kind, $slot, $due, $state, 1, $now, $finished) ON CONFLICT (order_id, kind, slot) DO NOTHING
        """,
        ("$order", slot.Order), ("$kind", slot.Kind), ("$slot", slot.Key), ("$due", slot.Due.ToUnixTimeMilliseconds()), ("$state", state), ("$now", now),
        ("$finished", state == "claimed" ? null : now)) > 0;

    private bool Settle(SlotClaim claim, string state, string? piece, string? reason) => session.Execute(
        $"UPDATE slots SET state = $state, piece = $piece, finished = $finished, reason = $reason WHERE {Mine}",
        ("$state", state), ("$piece", piece), ("$finished", state == "queued" ? null : now), ("$reason", reason),
        ("$order", claim.Slot.Order), ("$kind", claim.Slot.Kind), ("$slot", claim.Slot.Key), ("$epoch", claim.Epoch)) > 0;

    private static Slot Slot(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.Moment(3));
}
