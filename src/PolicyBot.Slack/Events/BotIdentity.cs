namespace PolicyBot.Slack.Events;

/// <summary>Who the bot is in its workspace, as <c>auth.test</c> tells.</summary>
internal sealed record BotIdentity(string UserId, string BotId, string Team);
