using PolicyBot.Chat;

namespace PolicyBot.Commands;

/// <summary>A question as a command: answered for the one who asked, who may share it.</summary>
internal sealed class AskCommand(Conversing conversing) : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("ask", "질문", "Ask the records who said what, and what was answered", "누가 무엇을 말했고 뭐라고 답했는지 기록에 묻기")
    {
        Options = [new("question", "질문", "Your question", "물을 내용", IsRequired: true, IsSuggested: true)],
    };

    public CommandDefinition Definition => Shown;

    public Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken) => conversing.AnswerAsync(wish, wish.Value("question") ?? wish.Message.Text, cancellationToken);
}
