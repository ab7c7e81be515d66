using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PolicyBot.Telemetry;
using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>One message, from the inbox to what came of it: sign of work, answer or apology.</summary>
internal sealed partial class MessageWork(
    IChatStore store, IChatHandler handler, ChatPlatforms platforms, IEgress egress, ChatCatalogue catalogue, ChatRates rates, StandInReplies standIns, ChatSteps steps, TimeProvider time, ILogger<MessageWork> log)
{
    /// <summary>For everything between taking the message up and having its answer.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    // A message whose handling ended the process this often is not what the process is to die of again.
    private const int MostTries = 3;

    private const int MostEdits = 3;

    // Counted when the message is first looked at, be it to show that it was heard or to answer it.
    private readonly ConcurrentDictionary<long, Lazy<RateVerdict>> _verdicts = [];

    /// <summary>Throws only when the store fails, in the middle too, or when stopped: then the message is handled again.</summary>
    public async Task DoAsync(long id, CancellationToken stopping)
    {
        await steps.PassAsync(ChatStep.Taken);
        if (await store.FindMessageAsync(id, stopping) is not { } message)
        {
            _verdicts.TryRemove(id, out _);
            return;
        }

        var home = Delivery.Answering(message.Message, HomeKind(message.Message));
        var pieces = new AnswerPieces(message, home, platforms, egress);
        using var all = Measures.Stage("message");
        var (handled, answer) = await AnswerAsync(message, pieces, stopping);
        Measures.CountQuestion(message.Message.Conversation.Platform, handled is null ? "failed" : answer.Count == 0 ? "silent" : "answered");
        await steps.PassAsync(ChatStep.Handled);
        using var storing = Measures.Stage("store");
        await store.CompleteAsync(message, handled, handled is null ? null : ThreadOf(message.Message, handled), answer, stopping);
        _verdicts.TryRemove(id, out _);
        await steps.PassAsync(ChatStep.Completed);
    }

    /// <summary>Shows that the bot is at work before the message's turn has come. Never throws: the answer follows all the same.</summary>
    public async Task GreetAsync(long id, CancellationToken stopping)
    {
        try
        {
            if (await store.FindMessageAsync(id, stopping) is not { } message || !ShowsWork(message.Message)) return;
            // No sign of work for what will not be worked on.
            if (await handler.ExpectsAnswerAsync(message.Message, stopping) is not { } language || Verdict(message) != RateVerdict.Within) return;
            var pieces = new AnswerPieces(message, Delivery.Answering(message.Message, HomeKind(message.Message)), platforms, egress);
            await store.GreetAsync(id, pieces.Working(language), stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Log.NotGreeted(log, id, fault);
        }
    }

    private async Task<(Handled?, IReadOnlyList<QueuedPiece>)> AnswerAsync(InboxMessage message, AnswerPieces pieces, CancellationToken stopping)
    {
        Language? language = null;
        try
        {
            if (message.Tries >= MostTries) throw new InvalidOperationException($"Handling it ended the process {message.Tries} times.");
            using var deadline = new CancellationTokenSource(Deadline, time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopping, deadline.Token);
            language = await handler.ExpectsAnswerAsync(message.Message, linked.Token).WaitAsync(linked.Token);
            if (language is { } asked && Verdict(message) is not RateVerdict.Within and var verdict) return (Handled.Silence, await BeyondAsync(message, verdict, asked, pieces, stopping));
            await store.BeginAsync(message.Id, language is { } shown && ShowsWork(message.Message) ? pieces.Working(shown) : null, stopping);
            await steps.PassAsync(ChatStep.Begun);
            var words = language ?? Fallback(message.Message);
            Handled handled;
            await using (var interim = new InterimReplies(store, pieces, time)) handled = await HandleAsync(message.Message, interim, words, linked.Token);
            return (handled, await pieces.AnswerAsync(handled.Replies, words, linked.Token));
        }
        catch (Exception fault) when (fault is IStoreFault { IsPassing: true } && !stopping.IsCancellationRequested)
        {
            // No answer is lost for that: it is made when the store is back.
            await standIns.TellAsync(message.Message, stopping);
            throw;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(log, message.Source, fault);
            return (null, await ApologiseAsync(message, pieces, language, stopping));
        }
    }

    private RateVerdict Verdict(InboxMessage message) => _verdicts.GetOrAdd(message.Id, _ => new(() => rates.Take(message.Message))).Value;

    /// <summary>Told once, then met with silence.</summary>
    private static async Task<IReadOnlyList<QueuedPiece>> BeyondAsync(InboxMessage message, RateVerdict verdict, Language language, AnswerPieces pieces, CancellationToken stopping)
    {
        if (verdict == RateVerdict.Beyond) return [];
        var privately = Delivery.Answering(message.Message, message.Message.Conversation.Kind == ConversationKind.Direct ? DeliveryKind.Message : DeliveryKind.Private);
        return await pieces.AnswerAsync([new(ChatPhrases.TooMany(language), privately)], language, stopping);
    }

    /// <summary>Answers what the message says by now: nothing when it was deleted, its new words when it was edited meanwhile.</summary>
    private async Task<Handled> HandleAsync(ChatMessage message, InterimReplies interim, Language language, CancellationToken cancellationToken)
    {
        for (var edits = 0; ; edits++)
        {
            var change = await FindChangeAsync(message, cancellationToken);
            if (change?.Kind == ChatMessageKind.Deleted) return new() { Replies = [new(ChatPhrases.QuestionDeleted(language))] };
            var current = change is null ? message : message with { Text = change.Text };
            using var handling = Measures.Stage("handle");
            var handled = await handler.HandleAsync(current, interim, cancellationToken).WaitAsync(cancellationToken);
            if (edits == MostEdits || (await FindChangeAsync(message, cancellationToken))?.Key == change?.Key) return handled;
        }
    }

    private Task<ChatMessage?> FindChangeAsync(ChatMessage message, CancellationToken cancellationToken) =>
        message is { Kind: ChatMessageKind.Text, MessageId: not null } ? store.FindLaterEditAsync(message, cancellationToken) : Task.FromResult<ChatMessage?>(null);

    /// <summary>Somebody who waits is told; who did not ask is not bothered.</summary>
    private async Task<IReadOnlyList<QueuedPiece>> ApologiseAsync(InboxMessage message, AnswerPieces pieces, Language? language, CancellationToken stopping)
    {
        if (language is null && !message.Message.IsAddressed) return [];
        var words = language ?? Fallback(message.Message);
        try
        {
            return await pieces.AnswerAsync([new(handler.Apologise(message.Message, words))], words, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Log.CannotApologise(log, message.Source, fault);
            return [];
        }
    }

    private DeliveryKind HomeKind(ChatMessage message) => message.Kind switch
    {
        ChatMessageKind.Home => DeliveryKind.Home,
        ChatMessageKind.Command when message.Conversation.Kind != ConversationKind.Direct && catalogue.Commands.FirstOrDefault(c => c.Name == message.Command)?.IsPrivate != false => DeliveryKind.Private,
        _ => DeliveryKind.Message,
    };

    // A press or a form is answered by the platform itself at once, and its answer has no place known beforehand.
    private static bool ShowsWork(ChatMessage message) => message.Kind is ChatMessageKind.Text or ChatMessageKind.Command;

    private static Language Fallback(ChatMessage message) => message.Language ?? (message.Text.Length > 0 ? Languages.Detect(message.Text) : Language.Korean);

    /// <summary>The thread that the answer stands in; null in a channel where none is opened.</summary>
    private static Conversation? ThreadOf(ChatMessage message, Handled handled)
    {
        var to = handled.Replies is [{ To: { } told }, ..] ? told : Delivery.Answering(message);
        if (to.Conversation.Kind == ConversationKind.Direct || to.Conversation.Thread is not null) return to.Conversation;
        return to.OpensThread && to.InReplyTo is { } opened ? to.Conversation with { Thread = opened } : null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Event {Source} could not be handled")]
        public static partial void Failed(ILogger logger, string source, Exception fault);

        [LoggerMessage(LogLevel.Warning, "Inbox row {Row} waits without a sign of work")]
        public static partial void NotGreeted(ILogger logger, long row, Exception fault);

        [LoggerMessage(LogLevel.Error, "The apology for event {Source} could not be made")]
        public static partial void CannotApologise(ILogger logger, string source, Exception fault);
    }
}
