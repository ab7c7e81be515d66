using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>The pieces of one message's answer: their keys, and which of them take the place of each other.</summary>
internal sealed class AnswerPieces(InboxMessage message, Delivery home, ChatPlatforms platforms, IEgress egress)
{
    private int _interims;

    /// <summary>Whether the sign of work stands where the answer goes.</summary>
    public bool ShowsWork { get; private set; }

    public QueuedPiece Working(Language language)
    {
        ShowsWork = true;
        return Chained("working", PiecePart.Working, home, language.Code());
    }

    /// <summary>Null when there is nothing to show.</summary>
    public async Task<QueuedPiece?> InterimAsync(Reply reply, CancellationToken cancellationToken) =>
        await RenderAsync(reply, home, cancellationToken) is [var first, ..] ? Chained($"interim/{_interims++}", PiecePart.Interim, home, first) : null;

    /// <param name="language">Of the words in place of a sign of work that nothing else replaces.</param>
    public async Task<IReadOnlyList<QueuedPiece>> AnswerAsync(IReadOnlyList<OutgoingReply> replies, Language language, CancellationToken cancellationToken)
    {
        List<QueuedPiece> pieces = [];
        for (var i = 0; i < replies.Count; i++)
        {
            var to = replies[i].To ?? home;
            var bodies = await RenderAsync(replies[i].Reply, to, cancellationToken);
            for (var j = 0; j < bodies.Count; j++)
            {
                var chained = j == 0 && IsHome(to) && !pieces.Any(p => p.IsChained);
                pieces.Add(new($"{message.Source}/answer/{i}.{j}", PiecePart.Answer, to, bodies[j]) { Source = message.Source, IsChained = chained });
            }
        }

        if (ShowsWork && !pieces.Any(p => p.IsChained) && await RenderAsync(ChatPhrases.Done(language), home, cancellationToken) is [var done, ..])
            pieces.Add(Chained("answer/done", PiecePart.Answer, home, done));
        return pieces;
    }

    private bool IsHome(Delivery to) => to.Conversation == home.Conversation && to.Kind == home.Kind && (to.Kind == DeliveryKind.Message || to.UserId == home.UserId);

    private async Task<IReadOnlyList<string>> RenderAsync(Reply reply, Delivery to, CancellationToken cancellationToken) =>
        platforms.Find(to.Conversation) is { } platform ? platform.Render(await egress.PassAsync(reply, to, cancellationToken), to) : [];

    private QueuedPiece Chained(string name, PiecePart part, Delivery to, string body) =>
        new($"{message.Source}/{name}", part, to, body) { Source = message.Source, IsChained = true };
}
