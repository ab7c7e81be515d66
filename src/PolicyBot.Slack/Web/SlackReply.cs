using System.Text.Json;

namespace PolicyBot.Slack.Web;

/// <summary>What came of a call. HTTP 200 alone says nothing: Slack answers it with <c>ok: false</c> too.</summary>
internal abstract record SlackReply
{
    private SlackReply()
    {
    }

    /// <param name="Scopes">Granted to the token, as the header of the reply tells.</param>
    public sealed record Ok(JsonElement Body, string? Scopes) : SlackReply;

    /// <param name="Code">Slack's own word: <c>channel_not_found</c>.</param>
    public sealed record Error(string Code, JsonElement Body) : SlackReply;

    /// <summary>Slack asks to wait, or a wait it asked for is not over; nothing was done.</summary>
    public sealed record Later(TimeSpan Wait) : SlackReply;

    /// <summary>The request never arrived.</summary>
    public sealed record Unreached(string Reason) : SlackReply;

    /// <summary>The request may have been carried out.</summary>
    public sealed record Doubt(string Reason) : SlackReply;

    /// <summary>In words for an operator; holds no credential.</summary>
    public string Describe() => this switch
    {
        Ok => "ok",
        Error error => error.Code,
        Later later => $"rate limited for {later.Wait.TotalSeconds:0} s",
        Unreached unreached => unreached.Reason,
        Doubt doubt => doubt.Reason,
        _ => "unknown",
    };
}
