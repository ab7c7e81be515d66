using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Discord.Rest;
using PolicyBot.Text;

namespace PolicyBot.Discord.Events;

/// <summary>Gives each interaction its first answer within the three seconds that Discord waits.</summary>
internal sealed partial class Interactions(DiscordRest rest, ChatCatalogue catalogue, ISuggestions suggestions, Places places, TimeProvider clock, ILogger logger)
{
    private const int AlreadyAcknowledged = 40060;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan SuggestionPatience = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>What changes nothing is answered without being stored: suggestions while somebody types, and forms that open.</summary>
    public bool TryAnswerAtOnce(JsonElement json)
    {
        if (Interaction.Read(json) is not { } interaction) return false;
        if (interaction.IsTyping)
        {
            Track(interaction.Token, SuggestAsync(interaction));
            return true;
        }

        if (interaction.IsCommand && catalogue.FindOpened(interaction.Name, interaction.Options()) is { } opened)
        {
            Track(interaction.Token, CallBackAsync(interaction, Callbacks.Open(opened, $"{opened.Name}:new", interaction.Language ?? Language.English)));
            return true;
        }

        if (!interaction.IsPress || interaction.CustomId is not { } id || catalogue.Forms.FirstOrDefault(f => id.StartsWith(f.Name + ":", StringComparison.Ordinal)) is not { } form) return false;
        Track(interaction.Token, CallBackAsync(interaction, Callbacks.Open(form, id, interaction.Language ?? Language.English)));
        return true;
    }

    public async Task<ChatMessage?> ReadAsync(JsonElement json, CancellationToken cancellationToken) =>
        Interaction.Read(json) is { } interaction
            ? interaction.ToMessage(await places.FindAsync(interaction.Channel, interaction.Guild, cancellationToken), catalogue, clock)
            : null;

    /// <summary>Call only when the interaction is stored.</summary>
    public void Acknowledge(JsonElement json)
    {
        if (Interaction.Read(json) is not { } interaction) return;
        var isPrivate = interaction.Guild is not null && (!interaction.IsCommand || catalogue.Commands.FirstOrDefault(c => c.Name == interaction.Name)?.IsPrivate != false);
        Track(interaction.Token, CallBackAsync(interaction, interaction.KeepsMessage ? Callbacks.Keep() : Callbacks.Defer(isPrivate)));
    }

    /// <summary>An answer that overtakes the acknowledgement would be refused.</summary>
    public Task WhenAcknowledgedAsync(ReplyHandle handle) => _underWay.GetValueOrDefault(handle.Token, Task.CompletedTask);

    private void Track(string token, Task callback)
    {
        _underWay[token] = callback;
        _ = callback.ContinueWith((_, _) => _underWay.TryRemove(token, out Task? _), null, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        // It may have ended before it was tracked.
        if (callback.IsCompleted) _underWay.TryRemove(token, out _);
    }

    private async Task SuggestAsync(Interaction interaction)
    {
        IReadOnlyList<Suggestion> offered = [];
        try
        {
            using var patience = new CancellationTokenSource(SuggestionPatience, clock);
            if (interaction.Focused() is var (option, typed))
            {
                var conversation = await places.FindAsync(interaction.Channel, interaction.Guild, patience.Token);
                offered = await suggestions.SuggestAsync(new(interaction.Name ?? "", option, typed, conversation, interaction.User, interaction.Language ?? Language.English), patience.Token).AsTask().WaitAsync(patience.Token);
            }
        }
        catch (Exception e)
        {
            Log.NotSuggested(logger, e.GetType().Name);
        }

        await CallBackAsync(interaction, Callbacks.Suggest(offered));
    }

    private async Task CallBackAsync(Interaction interaction, JsonObject body)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            while (true)
            {
                switch (await rest.SendAsync(Route.Callback(interaction.Id, interaction.Token), body.Write(), patience.Token))
                {
                    case RestResult.Refused { Code: not AlreadyAcknowledged } refused:
                        Log.NotAcknowledged(logger, refused.Reason);
                        return;
                    case RestResult.Limited(var wait, _):
                        await Task.Delay(wait, clock, patience.Token);
                        break;
                    case RestResult.Broken:
                        await Task.Delay(TimeSpan.FromMilliseconds(100), clock, patience.Token);
                        break;
                    default:
                        return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            Log.NotAcknowledged(logger, "no answer in time");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An interaction was not acknowledged; its answer goes to the channel: {Reason}")]
        public static partial void NotAcknowledged(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "No suggestions could be offered: {Reason}")]
        public static partial void NotSuggested(ILogger logger, string reason);
    }
}
