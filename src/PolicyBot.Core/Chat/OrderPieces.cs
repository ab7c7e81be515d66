namespace PolicyBot.Chat;

/// <summary>What nobody asked for just now, as pieces: the first stands in the conversation, all others in the thread under it.</summary>
public sealed class OrderPieces(ChatPlatforms platforms, IEgress egress)
{
    /// <summary>Whether its platform is switched on.</summary>
    public bool Reaches(Delivery to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return platforms.Find(to.Conversation) is not null;
    }

    /// <summary>The destination as its platform knows it now: a private channel may have been opened to others since the order was given.</summary>
    public async Task<Delivery> AsItStandsAsync(Delivery to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (to.Conversation.Kind != ConversationKind.Private || to.Kind == DeliveryKind.Personal || platforms.Find(to.Conversation) is not { } platform) return to;
        return to with { Conversation = to.Conversation with { Kind = await platform.FindKindAsync(to.Conversation, cancellationToken) } };
    }

    /// <summary>Request bodies: the same for all conversations of a kind and a clearance.</summary>
    public async Task<IReadOnlyList<string>> RenderAsync(IReadOnlyList<Reply> replies, Delivery to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(replies);
        ArgumentNullException.ThrowIfNull(to);
        if (platforms.Find(to.Conversation) is not { } platform) return [];
        var bodies = new List<string>();
        foreach (var reply in replies) bodies.AddRange(platform.Render(await egress.PassAsync(reply, to, cancellationToken), to));
        return bodies;
    }

    /// <param name="key">The same whenever the same thing is told again.</param>
    public static IReadOnlyList<QueuedPiece> Compose(string key, Delivery to, IReadOnlyList<string> bodies) =>
        [.. bodies.Select((body, n) => new QueuedPiece($"{key}/{n}", PiecePart.Answer, to, body) { Under = n == 0 ? null : $"{key}/0" })];
}
