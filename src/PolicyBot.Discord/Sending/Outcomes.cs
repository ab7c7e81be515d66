using PolicyBot.Chat;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Sending;

/// <summary>What Discord's replies mean for the outbox.</summary>
internal static class Outcomes
{
    public const int UnknownChannel = 10003, UnknownMessage = 10008, CannotMessageUser = 50007;

    private const int UnknownWebhook = 10015, UnknownInteraction = 10062, NoAccess = 50001, NoPermission = 50013, InvalidToken = 50027;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Doubt stays doubt.</summary>
    public static SendOutcome Of(RestResult result) => result is RestResult.Broken { MayHaveArrived: true } broken ? new SendOutcome.InDoubt(broken.Reason) : OfRepeatable(result);

    /// <summary>Of a request that changes nothing more when it is sent again.</summary>
    public static SendOutcome OfRepeatable(RestResult result) => result switch
    {
        RestResult.Done(var body) => new SendOutcome.Sent(body.Text("id")),
        RestResult.Limited(var wait, var reason) => new SendOutcome.Later(wait, reason),
        RestResult.Broken(_, var reason) => new SendOutcome.Later(Soon, reason),
        RestResult.Refused refused => new SendOutcome.Refused(refused.Reason, refused.Code is UnknownChannel or NoAccess or NoPermission),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The interaction can no longer be answered; its channel can.</summary>
    public static bool IsHandleDead(RestResult result) =>
        result is RestResult.Refused { Status: 404 } or RestResult.Refused { Code: UnknownWebhook or UnknownInteraction or InvalidToken };
}
