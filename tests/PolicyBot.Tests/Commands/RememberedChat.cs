using PolicyBot.Chat;

namespace PolicyBot.Tests.Commands;

/// <summary>What a chat remembers, in memory.</summary>
internal sealed class RememberedChat : IChatMemory
{
    private readonly Dictionary<Conversation, string> _contexts = [];
    private readonly HashSet<Conversation> _own = [];
    private readonly Dictionary<string, KeptAnswer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChannelSettings> _channels = new(StringComparer.Ordinal);

    private StoredAccess _access = StoredAccess.None;

    public List<ReviewItem> Review { get; } = [];

    public ChatMessage? LaterEdit { get; set; }

    /// <summary>As the dispatcher stores it.</summary>
    public void Keep(ChatMessage message, Handled handled)
    {
        if (handled.Context is { } context) _contexts[message.Conversation] = context;
        if (handled.OwnsThread) _own.Add(message.Conversation);
        foreach (var order in handled.Orders) Orders[order.Id] = order;
        if (handled.Kept is { } kept) _answers[kept.Id] = kept;
        if (handled.ChannelSettings is { } settings) _channels[message.Conversation.Lane] = settings;
        if (handled.Access is { } change) _access = new(_access.Version + 1, [.. _access.Changes.Where(c => (c.Kind, c.Subject) != (change.Kind, change.Subject)), change]);
        if (handled.Judgement is { Verdict: not "helpful" } judgement) Review.Insert(0, new(judgement, message.At, _answers.GetValueOrDefault(judgement.AnswerId)));
    }

    public Task<string?> FindContextAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(_contexts.GetValueOrDefault(conversation));

    public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(_own.Contains(conversation));

    public Task<KeptAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_answers.GetValueOrDefault(id));

    public Task<ChannelSettings?> FindChannelAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(_channels.GetValueOrDefault(conversation.Lane));

    public Task<StoredAccess> ReadAccessAsync(CancellationToken cancellationToken) => Task.FromResult(_access);

    public Dictionary<string, StandingOrder> Orders { get; } = [];

    public Task<StandingOrder?> FindOrderAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Orders.GetValueOrDefault(id));

    public Task<IReadOnlyList<StandingOrder>> ListOrdersAsync(Conversation conversation, string? userId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StandingOrder>>(
        [.. Orders.Values.Where(o => o.State != OrderState.Ended && o.To.Conversation.Platform == conversation.Platform && (o.To.Conversation.Channel == conversation.Channel || (userId is not null && o.OwnerId == userId)))]);

    public Task<ChatMessage?> FindLaterEditAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult(LaterEdit);

    public Task<IReadOnlyList<ReviewItem>> ListReviewAsync(int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReviewItem>>([.. Review.Take(most)]);
}
