namespace PolicyBot.Discord.Events;

/// <summary>What answers an interaction: a credential.</summary>
/// <param name="IsPress">Acknowledged without a message of its own: answers are follow-ups, and there is no original to edit.</param>
internal sealed record ReplyHandle(bool IsPress, string Application, string Token)
{
    public string Write() => $"{(IsPress ? 'p' : 'c')}:{Application}:{Token}";

    public static ReplyHandle? Read(string? handle) =>
        handle?.Split(':', 3) is ["p" or "c", { Length: > 0 } application, { Length: > 0 } token] parts ? new(parts[0] == "p", application, token) : null;

    // A record prints its parts, and this one ends in no log.
    public override string ToString() => "reply handle";
}
