using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Retrieval;

namespace PolicyBot.Commands;

/// <summary>How a question is read and what it finds; for curators also how many records their place keeps from it.</summary>
internal sealed class WhyCommand(Desk desk) : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("why", "이유", "How a question is answered, and from what", "질문에 어떻게, 무엇으로 답하는지")
    {
        Options = [new("question", "질문", "The question", "질문", IsRequired: true)],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var question = wish.Value("question") ?? wish.Message.Text;
        if (!question.Any(char.IsLetterOrDigit)) return new() { Replies = [new(HelpCommand.Short(wish.Language), wish.Privately)] };
        var asker = new Asker([$"{wish.Message.Conversation.Platform}/{wish.Message.User.Id}", wish.Message.Conversation.Lane], desk.Time.GetTimestamp());
        var answer = await desk.Answerer.AnswerAsync(question, wish.Clearance, wish.Language, asker, null, cancellationToken);
        var lines = new List<string>(answer.Why?.Rules ?? []);
        lines.AddRange((answer.Why?.Passages ?? []).Take(5).Select(p => FormattableString.Invariant($"{p.Score:0.00} {p.RecordId}: {p.Text.ReplaceLineEndings(" ")}")));
        // That there is more is itself something to know.
        if (desk.Curators.Include(wish.Message.Conversation, wish.Message.User))
        {
            var withheld = await WithheldRecords.CountAsync(desk.Retriever, question, wish.Clearance, cancellationToken);
            lines.Add(wish.Pick($"이곳에서 볼 수 없어 쓰지 않은 기록: {withheld}건", $"Records withheld here: {withheld}"));
        }

        return new() { Replies = [new(wish.Say("이렇게 답합니다.", "This is how it is answered.") with { Notes = lines, Citations = [.. answer.Citations.DistinctBy(c => c.RecordId).Select(c => new ReplyCitation([c.N], c.Title, null, c.Date, c.RecordId.Value, c.Url, []))] }, wish.Privately)] };
    }
}
