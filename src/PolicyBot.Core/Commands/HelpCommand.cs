using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>What can be asked and typed, written from the catalogue.</summary>
internal sealed class HelpCommand : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("help", "도움말", "What the bot can do", "할 수 있는 일");

    public CommandDefinition Definition => Shown;

    public Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken) => Task.FromResult(new Handled { Replies = [new(Long(wish.Language))] });

    /// <summary>For somebody who called without asking.</summary>
    public static Reply Short(Language language) => new()
    {
        Language = language,
        Text = language == Language.Korean
            ? "질문을 적어 주십시오. 예: “전력 문제는 누가 제기했나?” 명령은 /help 에 있습니다."
            : "Write a question, for instance: \"Who raised power supply?\" See /help for commands.",
    };

    private static Reply Long(Language language) => new()
    {
        Language = language,
        Heading = language == Language.Korean ? "회의 기록에 묻기" : "Ask the consultation records",
        Text = language == Language.Korean
            ? "저를 부르거나 직접 메시지로 물으십시오. 답에는 누가 어디서 한 말인지와 원문이 붙습니다. 제가 답한 스레드에서는 부르지 않고 이어서 물을 수 있습니다."
            : "Mention me or send a direct message. Answers say who said it and where, with the exact words. In a thread that I answered, ask on without a mention.",
        Points = [.. CommandCatalogue.All.Commands.Select(c => new ReplyPoint(Usage(c), null, [c.Describe(language)]))],
    };

    private static string Usage(CommandDefinition command) =>
        "/" + command.Name + string.Concat(command.Options.Where(o => o.Kind != OptionKind.File).Select(o => o.IsRequired ? $" {o.Name}" : $" [{o.Name}]"));
}
