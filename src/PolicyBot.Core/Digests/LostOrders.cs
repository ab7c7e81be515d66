using Microsoft.Extensions.Logging;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Digests;

/// <summary>Pauses what can no longer be told where it was wished, and says so to its owner, once.</summary>
internal sealed partial class LostOrders(IChatStore store, ChatPlatforms platforms, ILogger<LostOrders> log)
{
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        foreach (var order in await store.PauseLostAsync(Notice, cancellationToken)) Log.Paused(log, order.Id);
    }

    private IReadOnlyList<QueuedPiece> Notice(StandingOrder order, string reason)
    {
        if (order.OwnerId is not { } owner || order.To.Kind == DeliveryKind.Personal || platforms.Find(order.To.Conversation) is not { } platform) return [];
        var to = Delivery.To(order.To.Conversation, owner);
        return OrderPieces.Compose($"lost/{order.Id}/{order.Since.ToUnixTimeMilliseconds()}", to, platform.Render(Say(order, reason), to));
    }

    internal static Reply Say(StandingOrder order, string reason)
    {
        var language = LanguageOf(order);
        var phrases = new Phrases(language);
        var what = order.Kind == Subscription.Kind ? phrases.Pick("소식 구독", "The digest") : phrases.Pick("알림", "An alert");
        return new()
        {
            Language = language,
            Text = phrases.Pick(
                $"{what}을 멈췄습니다. 채널 {order.To.Conversation.Channel}에 더 쓸 수 없습니다({reason}). 봇을 다시 초대한 뒤 그 채널에서 /digest resume 을 쓰십시오.",
                $"{what} is paused: nothing can be written in channel {order.To.Conversation.Channel} any more ({reason}). Invite the bot again, then use /digest resume there."),
        };
    }

    /// <summary>The reason when the platform told of it.</summary>
    internal static string Left(StandingOrder order) => new Phrases(LanguageOf(order)).Pick("봇이 채널에서 나갔거나 채널이 닫힘", "the bot was taken out of it, or it was closed");

    private static Language LanguageOf(StandingOrder order) => (order.Kind == Subscription.Kind ? Subscription.Of(order)?.Language : Follow.Of(order)?.Language) ?? Language.Korean;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Order} is paused: nothing can be written there any more")]
        public static partial void Paused(ILogger logger, string order);
    }
}
