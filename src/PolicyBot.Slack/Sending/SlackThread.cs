using PolicyBot.Chat;

namespace PolicyBot.Slack.Sending;

internal static class SlackThread
{
    /// <summary>The thread that the answer goes to; null outside of threads.</summary>
    public static string? Of(Delivery delivery) => delivery.Conversation.Thread ?? (delivery.OpensThread ? delivery.InReplyTo : null);
}
