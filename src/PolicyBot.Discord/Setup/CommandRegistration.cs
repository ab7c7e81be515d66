using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Setup;

/// <summary>Tells Discord our commands, all at once, and only when they have changed.</summary>
internal sealed partial class CommandRegistration(DiscordRest rest, ChatCatalogue catalogue, IInbox inbox, TimeProvider clock, ILogger logger)
{
    private const string Remembered = "discord/commands";

    public async Task RunAsync(string application, CancellationToken cancellationToken)
    {
        try
        {
            var body = CommandBody.Of(catalogue).Write();
            var hash = $"{application}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
            if (await inbox.FindSessionAsync(Remembered, cancellationToken) == hash) return;
            var result = await rest.InsistAsync(Route.Commands(application, HttpMethod.Put), body, clock, reason => Log.Delayed(logger, reason), cancellationToken);
            if (result is RestResult.Done) await inbox.SaveSessionAsync(Remembered, hash, cancellationToken);
            else Log.Refused(logger, (result as RestResult.Refused)?.Reason ?? "the token was refused");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Refused(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The commands are not registered with Discord yet: {Reason}")]
        public static partial void Delayed(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The commands could not be registered with Discord; those registered before stay: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
