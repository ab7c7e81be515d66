using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Sending;

/// <summary>Slack's replies as what they mean for the outbox.</summary>
internal static class Outcomes
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    /// <summary>Of a call that makes something new: done twice it would stand there twice.</summary>
    public static SendOutcome OfPost(SlackReply reply, string? messageId) => reply switch
    {
        SlackReply.Ok => new SendOutcome.Sent(messageId),
        SlackReply.Later later => new SendOutcome.Later(later.Wait, later.Describe()),
        SlackReply.Unreached unreached => new SendOutcome.Later(_pause, unreached.Reason),
        SlackReply.Error error when SlackErrors.IsInDoubt(error.Code) => new SendOutcome.InDoubt(error.Code),
        // The platform stops on it; what waits is sent once a person has mended the token.
        SlackReply.Error error when SlackErrors.IsTokenDead(error.Code) => new SendOutcome.Later(_pause, error.Code),
        SlackReply.Error error => new SendOutcome.Refused(SlackErrors.Explain(error.Code, isAppToken: false) ?? error.Code, SlackErrors.IsConversationLost(error.Code)),
        _ => new SendOutcome.InDoubt(reply.Describe()),
    };

    /// <summary>Of a call that may be repeated freely: an edit, a view.</summary>
    public static SendOutcome OfRepeatable(SlackReply reply, string? messageId) =>
        OfPost(reply, messageId) is SendOutcome.InDoubt doubt ? new SendOutcome.Later(_pause, doubt.Reason) : OfPost(reply, messageId);
}
