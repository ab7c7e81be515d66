using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>Asks each platform that is switched on what is still missing, changing nothing there or here.</summary>
internal static class ConnectionTrial
{
    public static async Task<IReadOnlyList<string>> FindMissingAsync(BotSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        var redaction = new Redaction(settings.Secrets);
        foreach (var platform in CreateUnconnected(settings, time))
        {
            using (platform as IDisposable)
                missing.AddRange((await platform.CheckAsync(cancellationToken)).Select(line => redaction.Clean($"{platform.Name}: {line}")));
        }

        return missing;
    }

    /// <summary>The platforms that are switched on, to be asked or to render for: nothing comes in by them.</summary>
    public static IReadOnlyList<IChatPlatform> CreateUnconnected(BotSettings settings, TimeProvider time) =>
        [.. Platforms.Create(settings, CommandCatalogue.All, new Nobody(), new Nobody(), Platforms.Curators(settings), time, NullLoggerFactory.Instance)];

    /// <summary>Nothing comes in during a trial.</summary>
    private sealed class Nobody : IInbox, ISuggestions
    {
        public Task<bool> TakeInAsync(ChatMessage message, string? session, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task SaveSessionAsync(string platform, string? session, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<string?> FindSessionAsync(string platform, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<bool> IsOwnThreadAsync(Conversation conversation, CancellationToken cancellationToken) => Task.FromResult(false);

        public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Suggestion>>([]);
    }
}
