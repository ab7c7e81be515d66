using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>Decides what is said to what people do. The same message may come twice after a crash: handling it must change nothing outside of what it returns.</summary>
public interface IChatHandler
{
    /// <summary>Whether somebody waits for words, and in which language: then a sign of work is shown at once. Null when the bot keeps silent.</summary>
    Task<Language?> ExpectsAnswerAsync(ChatMessage message, CancellationToken cancellationToken);

    /// <summary>What to send; empty for silence.</summary>
    /// <param name="interim">Takes a first part of the answer that is shown until the whole is there.</param>
    Task<Handled> HandleAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken);

    /// <summary>What is said at once while the store is away, from what this process holds: the answer itself comes when the store is back. Null for silence. Asks nothing of the store.</summary>
    Task<Reply?> StandInAsync(ChatMessage message, CancellationToken cancellationToken);

    /// <summary>What is said when handling failed: what happened, in the user's language, without internals.</summary>
    Reply Apologise(ChatMessage message, Language language);
}

/// <summary>What came of a message: stored together with its being done.</summary>
public sealed record Handled
{
    public static Handled Silence { get; } = new();

    public IReadOnlyList<OutgoingReply> Replies { get; init; } = [];

    /// <summary>What the thread now is about, for the next question in it; null leaves it as it is.</summary>
    public string? Context { get; init; }

    /// <summary>Makes the thread that is answered in a conversation with the bot: lines in it need no mention.</summary>
    public bool OwnsThread { get; init; }

    /// <summary>An answer to keep under its id, so that it can be shared, judged and explained later.</summary>
    public KeptAnswer? Kept { get; init; }

    public Judgement? Judgement { get; init; }

    public ChannelSettings? ChannelSettings { get; init; }

    /// <summary>Given, changed or ended.</summary>
    public IReadOnlyList<StandingOrder> Orders { get; init; } = [];

    /// <summary>Who may see what from now on.</summary>
    public AccessChange? Access { get; init; }
}

/// <param name="To">Where it goes; null answers where the message came from: privately when it was a private command, on the user's page when that was opened. There the first reply takes the place of the sign of work.</param>
public sealed record OutgoingReply(Reply Reply, Delivery? To = null);

/// <param name="Id">Short: it stands in button ids.</param>
/// <param name="Body">As its maker wrote it.</param>
public sealed record KeptAnswer(string Id, string Body);

/// <summary>What somebody thinks of an answer; the unfavourable ones make the review list.</summary>
/// <param name="Verdict">helpful, not-helpful, wrong-speaker, not-said.</param>
public sealed record Judgement(string AnswerId, string Verdict, string UserId, string? Comment);

/// <summary>How the bot behaves in one channel.</summary>
/// <param name="Language">Of its answers; null follows the question.</param>
/// <param name="Organisation">What questions that name none are about; null is everybody.</param>
/// <param name="Topic">Slug; as above.</param>
public sealed record ChannelSettings(Language? Language, string? Organisation, string? Topic);

/// <summary>What the conversation room remembers, as the handler asks for it.</summary>
public interface IChatMemory
{
    /// <summary>What <see cref="Handled.Context"/> last said of this thread or direct conversation; null when nothing.</summary>
    Task<string?> FindContextAsync(Conversation conversation, CancellationToken cancellationToken);

    Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken);

    Task<KeptAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken);

    Task<ChannelSettings?> FindChannelAsync(Conversation conversation, CancellationToken cancellationToken);

    /// <summary>Null when there is none by this id; one that ended is still there for a while.</summary>
    Task<StandingOrder?> FindOrderAsync(string id, CancellationToken cancellationToken);

    /// <summary>Those told in this conversation and those of this user, the ended ones left out.</summary>
    Task<IReadOnlyList<StandingOrder>> ListOrdersAsync(Conversation conversation, string? userId, CancellationToken cancellationToken);

    Task<StoredAccess> ReadAccessAsync(CancellationToken cancellationToken);

    /// <summary>Whether the message was deleted, or edited after it was taken in, so that its answer is stale.</summary>
    Task<ChatMessage?> FindLaterEditAsync(ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Unfavourable judgements, the newest first.</summary>
    Task<IReadOnlyList<ReviewItem>> ListReviewAsync(int most, CancellationToken cancellationToken);
}

public sealed record ReviewItem(Judgement Judgement, DateTimeOffset At, KeptAnswer? Answer);
