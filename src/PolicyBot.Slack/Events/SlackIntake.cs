using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Events;

/// <summary>Takes what Slack tells into the inbox, whichever way it came. When a call returns, the event may be acknowledged; when it throws, it must not.</summary>
internal sealed partial class SlackIntake(IInbox inbox, ChatCatalogue catalogue, SlackDirectory directory, SlackForms forms, TimeProvider time, ILogger logger)
{
    private readonly UnknownTypes _unknown = new();

    /// <summary>Known before any event is taken in.</summary>
    public BotIdentity Bot { get; set; } = new("", "", "");

    public async Task TakeEventAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var type = payload.Text("event", "type").OrNull() ?? payload.Text("type");
        if (type.StartsWith("channel_", StringComparison.Ordinal) || type.StartsWith("member_", StringComparison.Ordinal)) directory.Forget(payload.Text("event", "channel"));
        if (type.StartsWith("subteam_", StringComparison.Ordinal)) directory.ForgetGroups();
        if (EventReader.Read(payload, Bot) is not { } draft)
        {
            if (_unknown.IsNew(type)) Log.Ignored(logger, type);
            return;
        }

        if (!await IsWantedAsync(draft, cancellationToken)) return;
        await TakeAsync(draft, payload.Flag("is_ext_shared_channel"), cancellationToken);
    }

    public async Task TakeCommandAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        if (CommandReader.Read(payload, catalogue, time.GetUtcNow()) is { } draft)
        {
            if (catalogue.FindOpened(draft.Command, draft.Values) is { } form) await OpenAsync(form, draft with { Action = $"{form.Name}:new" }, payload, cancellationToken);
            else await TakeAsync(draft, isForeign: false, cancellationToken);
        }
        else if (_unknown.IsNew("slash_commands")) Log.Ignored(logger, "slash_commands");
    }

    /// <summary>The payload of the acknowledgement, where Slack waits for one.</summary>
    public async Task<JsonObject?> TakeInteractionAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var type = payload.Text("type");
        if (type == "block_suggestion") return new() { ["options"] = new JsonArray() };
        var draft = InteractionReader.Read(payload, Bot, time.GetUtcNow());
        if (draft is null)
        {
            if (_unknown.IsNew(type)) Log.Ignored(logger, type);
        }
        else if (draft.Kind == ChatMessageKind.Press && FindForm(draft.Action!) is { } form)
        {
            await OpenAsync(form, draft, payload, cancellationToken);
        }
        else
        {
            await TakeAsync(draft, isForeign: false, cancellationToken);
        }

        return null;
    }

    /// <summary>Nothing is stored: the form that comes back is what counts, and its opening cannot wait.</summary>
    private async Task OpenAsync(FormDefinition form, ChatMessage draft, JsonElement payload, CancellationToken cancellationToken)
    {
        var language = (await directory.CompleteAsync(draft, isForeign: false, cancellationToken)).Language;
        await forms.OpenAsync(form, draft, payload.Text("trigger_id"), language, cancellationToken);
    }

    private FormDefinition? FindForm(string action) =>
        action.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? catalogue.Forms.FirstOrDefault(f => action.AsSpan(0, colon).SequenceEqual(f.Name)) : null;

    /// <summary>What people say to each other is not stored: only what is said to the bot, or in its threads.</summary>
    private async Task<bool> IsWantedAsync(ChatMessage draft, CancellationToken cancellationToken) =>
        draft.IsAddressed
        || draft.Kind is not (ChatMessageKind.Text or ChatMessageKind.Edited or ChatMessageKind.Deleted)
        || (draft.Conversation.Thread is not null && await inbox.IsOwnThreadAsync(draft.Conversation, cancellationToken));

    private async Task TakeAsync(ChatMessage draft, bool isForeign, CancellationToken cancellationToken) =>
        await inbox.TakeInAsync(await directory.CompleteAsync(draft, isForeign, cancellationToken), null, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack sends {Type}, which is of no use here; it is acknowledged and left")]
        public static partial void Ignored(ILogger logger, string type);
    }
}
