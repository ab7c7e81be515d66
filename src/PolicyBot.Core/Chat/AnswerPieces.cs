using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>The pieces of one message's answer: their keys, and which of them take the place of each other.</summary>
internal sealed class AnswerPieces(InboxMessage message, Delivery home, ChatPlatforms platforms)
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
    public QueuedPiece? Interim(Reply reply) =>
        Render(reply, home) is [var first, ..] ? Chained($"interim/{_interims++}", PiecePart.Interim, home, first) : null;

    /// <param name="language">Of the words in place of a sign of work that nothing else replaces.</param>
    public IReadOnlyList<QueuedPiece> Answer(IReadOnlyList<OutgoingReply> replies, Language language)
    {
        List<QueuedPiece> pieces = [];
        for (var i = 0; i < replies.Count; i++)
        {
            var to = replies[i].To ?? home;
            var bodies = Render(replies[i].Reply, to);
            for (var j = 0; j < bodies.Count; j++)
            {
                var chained = j == 0 && IsHome(to) && !pieces.Any(p => p.IsChained);
                pieces.Add(new($"{message.Source}/answer/{i}.{j}", PiecePart.Answer, to, bodies[j]) { Source = message.Source, IsChained = chained });
            }
        }

        if (ShowsWork && !pieces.Any(p => p.IsChained) && Render(ChatPhrases.Done(language), home) is [var done, ..])
            pieces.Add(Chained("answer/done", PiecePart.Answer, home, done));
        return pieces;
    }

    private bool IsHome(Delivery to) => to.Conversation == home.Conversation && to.Kind == home.Kind && (to.Kind == DeliveryKind.Message || to.UserId == home.UserId);

    private IReadOnlyList<string> Render(Reply reply, Delivery to) => platforms.Find(to.Conversation)?.Render(reply, to) ?? [];

    private QueuedPiece Chained(string name, PiecePart part, Delivery to, string body) =>
        new($"{message.Source}/{name}", part, to, body) { Source = message.Source, IsChained = true };
}
