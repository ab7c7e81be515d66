using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Storage;
using PolicyBot.Telemetry;

namespace PolicyBot.Digests;

/// <summary>Tells followers what came in since the last look: once, and in one message however much it is.</summary>
internal sealed partial class FollowRound(DigestDesk desk, IChatStore store, OrderPieces pieces, TimeProvider time, ILogger<FollowRound> log)
{
    private const string Cursor = "alerts";
    private const int Portion = 200;

    /// <summary>An import that goes on is waited for, so that it makes one message; not for longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>A record is dated a little before it is there to be read. What is looked at twice is told once.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private (long Newest, DateTimeOffset Begun)? _growing;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (now, sequence) = (time.GetUtcNow(), await desk.Archive.ReadSequenceAsync(cancellationToken));
        if (await ReadCursorAsync(cancellationToken) is not { } cursor || !sequence.Includes(cursor.Number))
        {
            await SaveCursorAsync(sequence.Newest, now, cancellationToken);
            return;
        }

        if (cursor.Number == sequence.Newest || IsGrowing(sequence.Newest, now)) return;
        var follows = (await store.ListOrdersAsync(Follow.Kind, cancellationToken)).Where(o => o.State == OrderState.Active && pieces.Reaches(o.To))
            .Select(o => (Order: o, Follow: Follow.Of(o)!)).Where(o => o.Follow is not null).ToList();
        var news = await FindAsync(follows, cursor, sequence.Newest, cancellationToken);
        foreach (var bundle in news.GroupBy(n => n.Order.To)) await TellAsync([.. bundle], sequence.Newest, now, cancellationToken);
        await SaveCursorAsync(sequence.Newest, now, cancellationToken);
    }

    private bool IsGrowing(long newest, DateTimeOffset now)
    {
        var begun = _growing?.Begun ?? now;
        var isStill = _growing?.Newest == newest;
        _growing = isStill || now - begun >= LongestWait ? null : (newest, begun);
        return _growing is not null;
    }

    private async Task<List<News>> FindAsync(List<(StandingOrder Order, Follow Follow)> follows, (long Number, DateTimeOffset At) cursor, long newest, CancellationToken cancellationToken)
    {
        var news = follows.ToDictionary(f => f.Order.Id, f => new News(f.Order, f.Follow));
        if (follows.Count == 0) return [];
        var changed = new List<StoredRecord>(Portion);
        await foreach (var change in desk.Archive.ReadChangesAsync(cursor.Number, cancellationToken))
        {
            if (change.Sequence > newest) break;
            if (change.Record is { } record) changed.Add(record);
            if (changed.Count < Portion) continue;
            await SiftAsync(news, changed, cursor.At, cancellationToken);
            changed.Clear();
        }

        if (changed.Count > 0) await SiftAsync(news, changed, cursor.At, cancellationToken);
        return [.. news.Values.Where(n => n.Count > 0)];
    }

    private async Task SiftAsync(Dictionary<string, News> news, List<StoredRecord> changed, DateTimeOffset looked, CancellationToken cancellationToken)
    {
        var finder = new FollowNews(desk.Archive);
        foreach (var of in news.Values)
        {
            var since = of.Order.Since > looked - Overlap ? of.Order.Since : looked - Overlap;
            var found = await finder.FindAsync(of.Follow, changed, since, desk.Clearances.Of((await desk.AsItStandsAsync(of.Order.To, pieces, cancellationToken)).Conversation), cancellationToken);
            if (found.Count == 0) continue;
            var told = await store.FindToldAsync(of.Order.Id, [.. found.Select(FollowNews.KeyOf)], cancellationToken);
            of.Add(found.Where(s => !told.Contains(FollowNews.KeyOf(s))));
        }
    }

    private async Task TellAsync(IReadOnlyList<News> bundle, long newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = bundle[0].Order;
        // A key of its own at each try: what decides is what each order was told.
        var slot = new Slot(first.Id, Follow.AlertKind, FormattableString.Invariant($"{newest}-{now.ToUnixTimeMilliseconds()}"), now);
        if (await store.ClaimAsync([slot], cancellationToken) is not [var claim]) return;
        var bodies = await pieces.RenderAsync([AlertReply.Compose(desk.Topics, bundle)], await desk.AsItStandsAsync(first.To, pieces, cancellationToken), cancellationToken);
        await store.FillAsync([new(claim, OrderPieces.Compose(slot.PieceKey, first.To, bodies)) { Told = [.. bundle.SelectMany(n => n.Keys.Select(key => (n.Order.Id, key)))] }], cancellationToken);
        Measures.CountSlots(slot.Kind, "made");
        Log.Told(log, bundle.Sum(n => n.Count), bundle.Count);
    }

    private async Task<(long Number, DateTimeOffset At)?> ReadCursorAsync(CancellationToken cancellationToken) =>
        (await store.FindSessionAsync(Cursor, cancellationToken))?.Split(' ') is [var number, var at]
            ? (long.Parse(number, CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)))
            : null;

    private Task SaveCursorAsync(long number, DateTimeOffset at, CancellationToken cancellationToken) =>
        store.SaveSessionAsync(Cursor, FormattableString.Invariant($"{number} {at.ToUnixTimeMilliseconds()}"), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} news for {Orders} followed things are queued")]
        public static partial void Told(ILogger logger, int count, int orders);
    }
}

/// <summary>What is new for one follow: all of it is counted and remembered as told, the first are shown.</summary>
internal sealed class News(StandingOrder order, Follow follow)
{
    private const int MostShown = 6;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<StoredStatement> _shown = [];

    public StandingOrder Order => order;

    public Follow Follow => follow;

    public int Count => _keys.Count;

    public IReadOnlyCollection<string> Keys => _keys;

    public IReadOnlyList<StoredStatement> Shown => _shown;

    public void Add(IEnumerable<StoredStatement> found)
    {
        foreach (var statement in found)
            if (_keys.Add(FollowNews.KeyOf(statement)) && _shown.Count < MostShown) _shown.Add(statement);
    }
}
