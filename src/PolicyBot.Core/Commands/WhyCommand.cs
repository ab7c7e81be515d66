using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Retrieval;

namespace PolicyBot.Commands;

/// <summary>How a question is read and what it finds; for curators also how many records their place keeps from it.</summary>
internal sealed class WhyCommand(Desk desk) : IChatCommand
{
    private const int MostPassages = 5;

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
        var passages = (answer.Why?.Passages ?? []).Take(MostPassages).ToList();
        var records = await desk.Archive.FindRecordsAsync([.. passages.Select(p => p.RecordId).Distinct()], wish.Clearance, cancellationToken);
        var numbers = records.Index().ToDictionary(r => r.Item.Id, r => r.Index + 1);
        lines.AddRange(passages.Where(p => numbers.ContainsKey(p.RecordId)).Select(p => FormattableString.Invariant($"{p.Score:0.00} {p.RecordId}: {p.Text.ReplaceLineEndings(" ")} [{numbers[p.RecordId]}]")));
        // That there is more is itself something to know.
        if (desk.Curators.Include(wish.Message.Conversation, wish.Message.User))
        {
            var withheld = await WithheldRecords.CountAsync(desk.Retriever, question, wish.Clearance, cancellationToken);
            lines.Add(wish.Pick($"이곳에서 볼 수 없어 쓰지 않은 기록: {withheld}건", $"Records withheld here: {withheld}"));
        }

        return new() { Replies = [new(wish.Say("이렇게 답합니다.", "This is how it is answered.") with { Notes = lines, Citations = [.. records.Select((r, i) => new ReplyCitation([i + 1], r.Title, null, r.Published, r.Id.Value, r.Sources is [var source, ..] ? source : null, []))] }, wish.Privately)] };
    }
}
