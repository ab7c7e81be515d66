namespace PolicyBot.Discord.Rest;

internal sealed record BodyFile(string Name, string MediaType, byte[] Bytes);
