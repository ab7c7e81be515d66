namespace PolicyBot.Discord.Gateway;

/// <summary>What the bot asks to be told; no more than it needs.</summary>
internal static class Intents
{
    private const int Guilds = 1 << 0, GuildMessages = 1 << 9, DirectMessages = 1 << 12, MessageContent = 1 << 15;

    /// <summary>Direct messages, mentions and commands carry their words without the privileged content intent.</summary>
    public static int Of(DiscordOptions options) => Guilds | GuildMessages | DirectMessages | (options.ReadsThreads ? MessageContent : 0);
}
