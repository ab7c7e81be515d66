namespace PolicyBot.Discord;

/// <summary>How to reach Discord. The token is a credential: it is never logged.</summary>
/// <param name="ApiBaseUrl">Base of every REST call, interaction callbacks and webhook follow-ups included; with or without the closing slash.</param>
/// <param name="GatewayUrl">Null asks Discord for it.</param>
/// <param name="ReadsThreads">Asks for the privileged message content intent: only with it can lines that do not mention the bot be read in its threads.</param>
public sealed record DiscordOptions(string Token, Uri ApiBaseUrl, Uri? GatewayUrl, bool ReadsThreads);
