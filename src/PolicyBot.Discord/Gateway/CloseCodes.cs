namespace PolicyBot.Discord.Gateway;

/// <summary>Discord's gateway close codes and what each asks for.</summary>
internal static class CloseCodes
{
    public const string ContentIntent =
        "Discord refuses the message content intent: switch on \"Message Content Intent\" at discord.com/developers/applications > your app > Bot > Privileged Gateway Intents, or set Discord:ReadsThreads to false. / Discord가 message content 인텐트를 거부합니다. 위 화면에서 “Message Content Intent”를 켜거나 Discord:ReadsThreads를 false로 하십시오.";

    /// <param name="code">Null when the connection broke without one.</param>
    public static ConnectionEnd End(int? code, bool wasReady, DiscordOptions options) => code switch
    {
        null => new(NextStep.Resume, wasReady, "The connection to Discord broke."),
        4000 => new(NextStep.Resume, wasReady, "Discord closed the connection for an unknown error (4000)."),
        4001 or 4002 or 4005 => new(NextStep.Resume, wasReady, $"Discord closed the connection because of a frame of ours ({code}).") { IsOurFault = true },
        4003 => new(NextStep.Identify, wasReady, "Discord takes the session as not authenticated (4003)."),
        4007 => new(NextStep.Identify, wasReady, "Discord does not know our place in its events (4007)."),
        4008 => new(NextStep.ResumeLater, wasReady, "Discord says that we sent too fast (4008)."),
        4009 => new(NextStep.Identify, wasReady, "The session with Discord timed out (4009)."),
        4004 => new(NextStep.GiveUp, wasReady, "Discord refuses the token (4004): copy it anew from discord.com/developers/applications > your app > Bot > Reset Token into Discord:Token. / Discord가 토큰을 거부합니다. discord.com/developers/applications > 앱 > Bot > Reset Token에서 새로 복사해 Discord:Token에 넣으십시오."),
        4010 or 4011 or 4012 => new(NextStep.GiveUp, wasReady, $"Discord refuses this kind of connection ({code}): {Kind(code)}."),
        4013 => new(NextStep.GiveUp, wasReady, $"Discord does not know the intents {Intents.Of(options)} that were asked for (4013: GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES{(options.ReadsThreads ? ", MESSAGE_CONTENT" : "")}); a newer version of this program is needed."),
        4014 => new(NextStep.GiveUp, wasReady, $"{ContentIntent} (4014)"),
        >= 4000 and < 5000 => new(NextStep.Identify, wasReady, $"Discord closed the connection with a code nobody knows ({code})."),
        _ => new(NextStep.Resume, wasReady, $"Discord closed the connection ({code})."),
    };

    private static string Kind(int? code) => code switch
    {
        4010 => "the shard is invalid",
        4011 => "the bot is in so many servers that sharding is needed, which this program does not do",
        _ => "its version of the gateway is no longer served; a newer version of this program is needed",
    };
}
