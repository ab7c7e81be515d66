using PolicyBot.Chat;
using PolicyBot.Records;

namespace PolicyBot.Digests;

/// <summary>Makes digests for their conversations, each kind of them once a round: thousands of channels often want the same.</summary>
internal sealed class DigestMaker(DigestDesk desk, OrderPieces pieces)
{
    private const int MostKept = 64;

    private readonly DigestComposer _composer = new(desk.Archive);
    private readonly DigestReply _reply = new(desk.Topics, desk.Chart);
    private readonly Dictionary<string, IReadOnlyList<string>> _bodies = new(StringComparer.Ordinal);

    /// <summary>Request bodies; none when there is nothing to say.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Subscription subscription, Delivery to, DateOnly day, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var clearance = desk.Clearances.Of(to.Conversation);
        var key = string.Join('\n', [
            $"{to.Conversation.Platform} {to.Conversation.Kind} {clearance} {day:O} {since:O} {until:O} {subscription.UnansweredDays} {subscription.Language} {subscription.IsSilentWhenQuiet}",
            string.Join('\t', subscription.Topics), string.Join('\t', subscription.Organisations)]);
        if (_bodies.TryGetValue(key, out var known)) return known;
        var composed = await _composer.ComposeAsync(RequestOf(subscription, day, since, until, clearance), cancellationToken);
        var digest = await composed.PhrasedAsync(desk.TopLines, subscription.Language, null, cancellationToken);
        var bodies = digest.IsQuiet && subscription.IsSilentWhenQuiet ? [] : await pieces.RenderAsync(_reply.Compose(digest, subscription.Language), to, cancellationToken);
        if (_bodies.Count >= MostKept) _bodies.Clear();
        return _bodies[key] = bodies;
    }

    public static DigestRequest RequestOf(Subscription subscription, DateOnly day, DateTimeOffset since, DateTimeOffset until, Clearance clearance) => new(day, since, until, clearance)
    {
        Topics = subscription.Topics,
        Organisations = subscription.Organisations,
        UnansweredDays = subscription.UnansweredDays,
    };
}
