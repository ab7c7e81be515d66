using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Ties replies and commitments to the concerns and requests that they answer: same meeting, same topic or told so in the sentence.</summary>
internal sealed class ReplyLinks
{
    private readonly IReadOnlyList<Statement> _statements;
    private readonly IReadOnlyList<DraftStatement> _drafts;
    private readonly Dictionary<Room, List<int>> _asks = [];
    private readonly Dictionary<(Room Room, string Topic), List<int>> _asksByTopic = [];

    /// <summary>The asks of which the record says that nobody answered them, and where it says so.</summary>
    private readonly Dictionary<int, int> _unanswered = [];

    private readonly Topics _topics;
    private readonly SharedWords _words;
    private readonly string _text;

    private ReplyLinks(IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts, string text, Topics topics)
    {
        (_statements, _drafts, _words, _text, _topics) = (statements, drafts, new(text), text, topics);
        for (var i = 0; i < statements.Count; i++)
        {
            if (!IsAsk(i)) continue;
            In(_asks, RoomOf(i)).Add(i);
            foreach (var topic in statements[i].Topics.Where(t => t != Topics.General)) In(_asksByTopic, (RoomOf(i), topic)).Add(i);
        }

        if (_asks.Count > 0) NoticeSilences();
    }

    private void NoticeSilences()
    {
        foreach (var silence in Silences.Find(_text))
        {
            var last = _statements.Count - 1;
            while (last >= 0 && (!IsAsk(last) || _statements[last].Span.Start >= silence.At)) last--;
            if (last < 0) continue;
            List<int> earlier = [.. _asks[RoomOf(last)].Where(i => i <= last && i > last - Reach)];
            foreach (var ask in Unanswered(silence, earlier)) _unanswered[ask] = silence.At;
        }
    }

    /// <summary>The asks that share most words with what is told, else the last speaker's.</summary>
    private IEnumerable<int> Unanswered(Silences.Silence silence, List<int> asks)
    {
        if (silence.IsAboutAll(_text)) return asks;
        var shared = asks.ToDictionary(a => a, a => _words.Count(_statements[a].Span, silence.About));
        var most = shared.Values.Max();
        return most > 0 ? asks.Where(a => shared[a] == most) : asks.Where(a => SameSpeaker(_drafts[a], _drafts[asks[^1]]));
    }

    /// <summary>The two lists run in parallel, in the order of the text.</summary>
    public static IReadOnlyList<Statement> Link(IReadOnlyList<Statement> statements, IReadOnlyList<DraftStatement> drafts, string text, Topics topics)
    {
        var links = new ReplyLinks(statements, drafts, text, topics);
        return [.. statements.Select((s, i) => s.Kind is StatementKind.Reply or StatementKind.Commitment ? s with { RepliesTo = links.Answered(i) } : s)];
    }

    private List<StatementId> Answered(int reply) => [.. (_drafts[reply].Aim switch
    {
        ReplyAim.Everything => _asks.GetValueOrDefault(RoomOf(reply)) ?? [],
        ReplyAim.Previous => OfPrevious(reply),
        ReplyAim.Topic => Meant(reply, Told(reply)),
        _ => [],
    }).Where(i => !IsUnanswered(i, reply)).Select(i => _statements[i].Id)];

    /// <summary>What stands right before it; an earlier ask where it shares nothing with that and much with this one, as where all asks are listed before all answers.</summary>
    private IEnumerable<int> OfPrevious(int reply)
    {
        List<int> before = [.. Before(reply)];
        List<int> named = [.. NearestAsks(reply).Where(a => a < reply && (before.Count == 0 ? Names(reply, a) : _words.Count(_statements[a].Span, _statements[reply].Span) > 1))];
        return named.Count > 0 && !before.Exists(a => Names(reply, a)) ? named : Meant(reply, before);
    }

    /// <summary>Of what it may answer, what it names, by a particular word or else by its topic, and what is of the same matter. Naming nothing, it answers all.</summary>
    private IEnumerable<int> Meant(int reply, IEnumerable<int> asks)
    {
        List<int> all = [.. asks];
        if (TakenOut(reply) is { Length: > 0 } without) all.RemoveAll(a => _words.Share(_statements[a].Span, without));
        var named = all.FindAll(a => Names(reply, a));
        if (_statements[reply].Strength == ReplyStrength.Declined && all.Count > 1)
        {
            var against = all.FindAll(a => Opposition.Is(_statements[a].Span.Of(_text)));
            // Who spoke against a thing is not turned down when the thing is, but when the refusal names nothing else, it is what he wants that is refused.
            if (against.Count > 0 && named.Count > 0 && named.TrueForAll(against.Contains)) return named;
            all.RemoveAll(against.Contains);
            named.RemoveAll(against.Contains);
        }

        if (all.Count < 2) return all;
        if (named.Count == 0) named = all.FindAll(a => _topics.IsMatter(Matter(a)) && _statements[reply].Topics.Contains(Matter(a)));
        if (named.Count == 0) return all;
        HashSet<string> matters = [.. _statements[reply].Topics.Concat(named.Select(Matter)).Where(_topics.IsMatter)];
        if (matters.Count == 0) return all;
        return all.Where(a => named.Contains(a) || !_topics.IsMatter(Matter(a)) || matters.Contains(Matter(a)));
    }

    private string Matter(int i) => _statements[i].Topics[0];

    /// <summary>Only what is said later, of this very thing, answers what the record calls unanswered.</summary>
    private bool IsUnanswered(int ask, int reply) =>
        _unanswered.TryGetValue(ask, out var at) && !(_statements[reply].Span.Start > at && _words.Share(_statements[ask].Span, _statements[reply].Span));

    /// <summary>What it names, else what is of its topic, else what stands before it, unless it goes on about something new.</summary>
    private IEnumerable<int> Told(int reply)
    {
        if (Named(reply) is { Count: > 0 } named) return named;
        var same = OfTopic(reply);
        var asks = _asks.GetValueOrDefault(RoomOf(reply)) ?? [];
        // What is told later is answered only where the record turns the order round and tells every ask later; a topic may come from the words around.
        if (asks.Any(a => a < reply) && same.RemoveWhere(a => a > reply) > 0 && same.Count == 0) return _words.HasObject(_statements[reply].Span) ? [] : Before(reply);
        if (same.Count > 0) return same;
        if (SaysThatItAnswers(reply)) return Before(reply);
        return _statements[reply].Topics.Contains(Topics.General) && !_words.HasObject(_statements[reply].Span) ? Before(reply) : [];
    }

    /// <summary>The asks that share a particular word with the answer, and what the same speaker said of them in the same breath.</summary>
    private SortedSet<int> Named(int reply)
    {
        SortedSet<int> named = [];
        foreach (var ask in NearestAsks(reply))
        {
            if (Names(reply, ask)) named.Add(ask);
        }

        foreach (var ask in named.ToList())
        {
            if (IsSameBreath(ask - 1, ask)) named.Add(ask - 1);
            if (IsSameBreath(ask + 1, ask)) named.Add(ask + 1);
        }

        return named;
    }

    /// <summary>In its own words or in those that lead up to them: "수수료 상한제와 관련해 “국회와 협의하겠다”고".</summary>
    private bool Names(int reply, int ask) =>
        _words.Share(_statements[ask].Span, _statements[reply].Span) || PointsAt(reply, ask) || (Lead(reply) is { Length: > 0 } lead && _words.Share(_statements[ask].Span, lead));

    /// <summary>"a 30-day payment rule", and then "the rule would be adopted".</summary>
    private bool PointsAt(int reply, int ask)
    {
        if (ask > reply || !_statements[reply].Span.Of(_text).StartsWith("the ", StringComparison.OrdinalIgnoreCase)) return false;
        var words = _statements[reply].Span.Of(_text).Split(' ');
        return words.Length > 2 && words[1].Length > 3 && !Loose.Contains(words[1]) && _statements[ask].Span.Of(_text).Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries)[^1].Equals(words[1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Who acts, not what is spoken of.</summary>
    private static readonly string[] Loose = ["ministry", "government", "minister", "agency", "state", "department", "commission", "office", "council", "committee", "industry", "sector", "country", "city", "company", "association"];

    private static readonly string[] Without = ["제외", "빼고", "except", "excluding"];

    /// <summary>"전기요금을 제외한 나머지는": what is not answered. In English it stands behind the word.</summary>
    private SourceSpan TakenOut(int reply)
    {
        var lead = Lead(reply);
        var words = lead.Of(_text);
        foreach (var word in Without)
        {
            var at = words.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0) return char.IsAsciiLetter(word[0]) ? new(lead.Start + at, lead.End) : new(lead.Start, lead.Start + at);
        }

        return default;
    }

    /// <summary>The words of its sentence before it, behind what else was said there.</summary>
    private SourceSpan Lead(int reply)
    {
        var (start, end) = (_drafts[reply].Context.Start, _statements[reply].Span.Start);
        for (var i = reply - 1; i >= 0 && _statements[i].Span.End > start; i--) start = _statements[i].Span.End;
        return new(Math.Min(start, end), end);
    }

    /// <summary>A bounded stretch, so that a record of thousands of asks stays linear.</summary>
    private IEnumerable<int> NearestAsks(int reply)
    {
        var asks = _asks.GetValueOrDefault(RoomOf(reply)) ?? [];
        var at = asks.BinarySearch(reply);
        var middle = at < 0 ? ~at : at;
        return asks.Skip(Math.Max(0, middle - Reach)).Take(2 * Reach);
    }

    private const int Reach = 20;

    private bool IsSameBreath(int other, int ask) =>
        other >= 0 && other < _statements.Count && IsAsk(other) && RoomOf(other) == RoomOf(ask) && SameSpeaker(_drafts[other], _drafts[ask]) && _drafts[other].Level != AttributionLevel.Unattributed
        && _statements[other].Kind != _statements[ask].Kind && _statements[other].Topics.Intersect(_statements[ask].Topics).Any();

    private static readonly string[] Answering = ["이에 대해", "이에 ", "답했", "화답", "회신", "답변", "약속", "요청에", "요구에", "건의에", "지적에", "replied", "answered", "response", "respond", "promised"];

    private bool SaysThatItAnswers(int reply) => Answering.Any(a => _text.AsSpan(_drafts[reply].Context.Start, _drafts[reply].Context.Length).Contains(a, StringComparison.Ordinal));

    private SortedSet<int> OfTopic(int reply)
    {
        SortedSet<int> same = [];
        foreach (var topic in _statements[reply].Topics) same.UnionWith(_asksByTopic.GetValueOrDefault((RoomOf(reply), topic)) ?? []);
        return same;
    }

    /// <summary>What one speaker asked right before the answer; further answers to it may stand between.</summary>
    private IEnumerable<int> Before(int reply)
    {
        var at = reply - 1;
        while (at >= 0 && _statements[at].Kind is StatementKind.Reply or StatementKind.Commitment && SameSpeaker(_drafts[at], _drafts[reply])) at--;
        var first = at;
        while (first >= 0 && IsAsk(first) && RoomOf(first) == RoomOf(reply) && SameSpeaker(_drafts[first], _drafts[at])) first--;
        return Enumerable.Range(first + 1, at - first);
    }

    private static bool SameSpeaker(DraftStatement a, DraftStatement b) => a.Level == b.Level && a.Names.SequenceEqual(b.Names);

    private bool IsAsk(int i) => _statements[i].Kind is StatementKind.Concern or StatementKind.Request && !_drafts[i].ByGovernment;

    private Room RoomOf(int i) => new(_drafts[i].Scene, _statements[i].MeetingId);

    private static List<T> In<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull => lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    /// <summary>A reply only answers what was said in its own scene and meeting.</summary>
    private readonly record struct Room(int Scene, MeetingId? Meeting);
}
