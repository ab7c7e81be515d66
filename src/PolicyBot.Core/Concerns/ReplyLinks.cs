using PolicyBot.Records;

namespace PolicyBot.Concerns;

/// <summary>Ties replies and commitments to the concerns and requests that they answer: same meeting, same topic or told so in the sentence.</summary>
internal sealed class ReplyLinks
{
    private readonly IReadOnlyList<Statement> _statements;
    private readonly IReadOnlyList<DraftStatement> _drafts;
    private readonly Dictionary<Room, List<StatementId>> _asks = [];
    private readonly Dictionary<(Room Room, string Topic), List<int>> _asksByTopic = [];

    private ReplyLinks(IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts)
    {
        (_statements, _drafts) = (statements, drafts);
        for (var i = 0; i < statements.Count; i++)
        {
            if (!IsAsk(i)) continue;
            In(_asks, RoomOf(i)).Add(statements[i].Id);
            foreach (var topic in statements[i].Topics.Where(t => t != Topics.General)) In(_asksByTopic, (RoomOf(i), topic)).Add(i);
        }
    }

    /// <summary>The two lists run in parallel, in the order of the text.</summary>
    public static IReadOnlyList<Statement> Link(IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts)
    {
        var links = new ReplyLinks(statements, drafts);
        return [.. statements.Select((s, i) => s.Kind is StatementKind.Reply or StatementKind.Commitment ? s with { RepliesTo = links.Answered(i) } : s)];
    }

    private List<StatementId> Answered(int reply) => _drafts[reply].Aim switch
    {
        ReplyAim.Everything => _asks.GetValueOrDefault(RoomOf(reply)) ?? [],
        ReplyAim.Previous => Before(reply),
        ReplyAim.Topic => OfTopic(reply) is { Count: > 0 } same ? same : Before(reply),
        _ => [],
    };

    private List<StatementId> OfTopic(int reply)
    {
        SortedSet<int> same = [];
        foreach (var topic in _statements[reply].Topics) same.UnionWith(_asksByTopic.GetValueOrDefault((RoomOf(reply), topic)) ?? []);
        return [.. same.Select(i => _statements[i].Id)];
    }

    /// <summary>What one speaker asked right before the answer; further answers to it may stand between.</summary>
    private List<StatementId> Before(int reply)
    {
        var at = reply - 1;
        while (at >= 0 && _statements[at].Kind is StatementKind.Reply or StatementKind.Commitment && SameSpeaker(_drafts[at], _drafts[reply])) at--;
        var first = at;
        while (first >= 0 && IsAsk(first) && RoomOf(first) == RoomOf(reply) && SameSpeaker(_drafts[first], _drafts[at])) first--;
        return [.. Enumerable.Range(first + 1, at - first).Select(i => _statements[i].Id)];
    }

    private static bool SameSpeaker(DraftStatement a, DraftStatement b) => a.Level == b.Level && a.Names.SequenceEqual(b.Names);

    private bool IsAsk(int i) => _statements[i].Kind is StatementKind.Concern or StatementKind.Request && !_drafts[i].ByGovernment;

    private Room RoomOf(int i) => new(_drafts[i].Scene, _statements[i].MeetingId);

    private static List<T> In<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull => lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    /// <summary>A reply only answers what was said in its own scene and meeting.</summary>
    private readonly record struct Room(int Scene, MeetingId? Meeting);
}
