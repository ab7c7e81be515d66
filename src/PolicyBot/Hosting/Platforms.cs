using Microsoft.Extensions.Logging;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Discord;
using PolicyBot.Records;
using PolicyBot.Settings;
using PolicyBot.Slack;

namespace PolicyBot.Hosting;

/// <summary>The chat platforms whose tokens are set.</summary>
internal static class Platforms
{
    public static bool AreSet(BotSettings settings) => settings.IsSet("Slack:BotToken") || settings.IsSet("Discord:Token");

    /// <summary>Platforms live by the real clock, whatever day the records pretend it is.</summary>
    public static IEnumerable<IChatPlatform> Create(BotSettings settings, ChatCatalogue catalogue, ISuggestions suggestions, IInbox inbox, Curators curators, TimeProvider time, ILoggerFactory logs)
    {
        if (settings.IsSet("Slack:BotToken")) yield return new SlackPlatform(Slack(settings, curators), catalogue, inbox, time, logs.CreateLogger<SlackPlatform>());
        if (settings.IsSet("Discord:Token")) yield return new DiscordPlatform(Discord(settings), catalogue, suggestions, inbox, time, logs.CreateLogger<DiscordPlatform>());
    }

    /// <summary>What each platform may see.</summary>
    public static Clearances Clearances(BotSettings settings) =>
        new(settings.Destinations) { Groups = settings.Groups };

    public static Curators Curators(BotSettings settings) => new(settings.List("Access:Curators"), settings.List("Access:Admins"));

    public static bool SlackUsesHttp(BotSettings settings) => settings.IsSet("Slack:BotToken") && settings["Slack:Mode"].Equals("Http", StringComparison.OrdinalIgnoreCase);

    private static SlackOptions Slack(BotSettings settings, Curators curators) =>
        new(settings["Slack:BotToken"], settings["Slack:AppToken"], settings["Slack:SigningSecret"], SlackUsesHttp(settings), new(settings["Slack:ApiBaseUrl"])) { UserGroups = () => curators.RolesNamed("slack") };

    private static DiscordOptions Discord(BotSettings settings) => new(
        settings["Discord:Token"], new(settings["Discord:ApiBaseUrl"]), settings.IsSet("Discord:GatewayUrl") ? new(settings["Discord:GatewayUrl"]) : null,
        settings["Discord:ReadsThreads"].Equals("true", StringComparison.OrdinalIgnoreCase));
}
