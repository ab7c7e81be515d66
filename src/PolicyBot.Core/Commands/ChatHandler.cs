using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>Who is answered when, and by what: commands, questions, presses, forms, shortcuts.</summary>
public sealed class ChatHandler : IChatHandler
{
    private readonly Desk _desk;
    private readonly Conversing _conversing;
    private readonly Presses _presses;
    private readonly MessageImport _import;
    private readonly HomePage _home;
    private readonly Dictionary<string, IChatCommand> _commands;

    public ChatHandler(Desk desk)
    {
        _desk = desk;
        Suggestions = new(desk);
        _conversing = new(desk, Suggestions);
        _import = new(desk);
        IChatCommand[] commands = [new AskCommand(_conversing), new ConcernsCommand(desk), new MeetingsCommand(desk), new BriefCommand(desk), new RecordCommand(desk, _import), new DigestCommand(desk), new FollowCommand(desk), new FollowingCommand(desk), new UnfollowCommand(desk), new ChannelCommand(desk), new WhyCommand(desk), new AccessCommand(desk), new ReviewCommand(desk), new StatusCommand(desk), new HelpCommand()];
        _commands = commands.ToDictionary(c => c.Definition.Name, StringComparer.Ordinal);
        _presses = new(desk, _commands);
        _home = new(desk, Suggestions);
    }

    /// <summary>What is offered while somebody types.</summary>
    public LedgerSuggestions Suggestions { get; }

    public async Task<Language?> ExpectsAnswerAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!await IsForBotAsync(message, cancellationToken)) return null;
        return Speaking.LanguageOf(message, await _desk.Memory.FindChannelAsync(message.Conversation, cancellationToken));
    }

    public async Task<Handled> HandleAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Kind == ChatMessageKind.Left) return await new Leaving(_desk).HandleAsync(message, cancellationToken);
        await _desk.RefreshRightsAsync(cancellationToken);
        var now = await AsItStandsAsync(message, cancellationToken);
        if (now is null || !await IsForBotAsync(now, cancellationToken)) return Handled.Silence;
        var handled = await AnswerAsync(now, interim, cancellationToken);
        // Deleted or edited while it was being answered: the words of now are what counts.
        if (await AsItStandsAsync(message, cancellationToken) is not { } after) return Handled.Silence;
        return after.Text == now.Text ? handled : await AnswerAsync(after, interim, cancellationToken);
    }

    public Task<Reply?> StandInAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new StandIn(_desk).ComposeAsync(message, cancellationToken);
    }

    public Reply Apologise(ChatMessage message, Language language) => new()
    {
        Language = language,
        Text = language == Language.Korean
            ? "죄송합니다. 답하는 중에 문제가 생겼습니다. 잠시 뒤에 다시 물어 주십시오."
            : "Sorry, something went wrong while answering. Please ask again in a moment.",
    };

    /// <summary>Null when it was deleted since.</summary>
    private async Task<ChatMessage?> AsItStandsAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.Kind != ChatMessageKind.Text) return message;
        return await _desk.Memory.FindLaterEditAsync(message, cancellationToken) switch
        {
            null => message,
            { Kind: ChatMessageKind.Deleted } => null,
            var edit => message with { Text = edit.Text },
        };
    }

    private async Task<bool> IsForBotAsync(ChatMessage message, CancellationToken cancellationToken) => message.Kind switch
    {
        ChatMessageKind.Command or ChatMessageKind.Press or ChatMessageKind.Form or ChatMessageKind.Shortcut or ChatMessageKind.Home or ChatMessageKind.ThreadOpened => true,
        ChatMessageKind.Text when message.IsAddressed || message.Conversation.Kind == ConversationKind.Direct => true,
        ChatMessageKind.Text => !message.TagsOthers && Speaking.SoundsAsked(message.Text)
            && message.Conversation.Thread is not null && await _desk.Memory.IsOwnThreadAsync(message.Conversation, cancellationToken),
        _ => false,
    };

    private async Task<Handled> AnswerAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken)
    {
        var channel = await _desk.Memory.FindChannelAsync(message.Conversation, cancellationToken);
        var wish = new Wish(message, Speaking.LanguageOf(message, channel), _desk.Clearances.Of(message.Conversation, message.User), channel) { Interim = interim };
        return message.Kind switch
        {
            ChatMessageKind.Command => await RunAsync(wish, cancellationToken),
            ChatMessageKind.Press or ChatMessageKind.Form => await _presses.HandleAsync(wish, cancellationToken),
            ChatMessageKind.Shortcut => await _import.HandleAsync(wish, cancellationToken),
            ChatMessageKind.Home => new() { Replies = [new(await _home.ComposeAsync(wish, cancellationToken))] },
            ChatMessageKind.ThreadOpened => new() { Replies = [new(await _home.WelcomeAsync(wish, cancellationToken))], OwnsThread = true },
            _ when Speaking.IsPleasantry(message.Text) => new() { Replies = [new(HelpCommand.Short(wish.Language))] },
            _ => await _conversing.AnswerAsync(wish, message.Text, cancellationToken),
        };
    }

    private async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Message.Command is not { } name || !_commands.TryGetValue(name, out var command))
            return new() { Replies = [new(wish.Say($"/{wish.Message.Command} 명령은 없습니다. /help 를 보십시오.", $"There is no command /{wish.Message.Command}. See /help."), wish.Privately)] };
        var (values, fault) = GivenValues.Read(wish, command.Definition);
        return values is null ? new() { Replies = [new(wish.Say(fault!, fault!), wish.Privately)] } : await command.RunAsync(wish with { Values = values }, cancellationToken);
    }
}
