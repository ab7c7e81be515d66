using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>What somebody who asks is shown while the database is away: that it is, and passages of open records that the index holds: what else may be seen here, only the database knows for certain.</summary>
internal sealed class StandIn(Desk desk)
{
    private const int Shown = 3;

    public async Task<Reply?> ComposeAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var isText = message.Kind == ChatMessageKind.Text;
        // Whether a line without a mention stands in a thread of the bot's, only the store knows.
        if (!(isText && (message.IsAddressed || message.Conversation.Kind == ConversationKind.Direct) || message.Kind is ChatMessageKind.Command or ChatMessageKind.Press or ChatMessageKind.Form or ChatMessageKind.Shortcut)) return null;
        var korean = Speaking.LanguageOf(message, null) == Language.Korean;
        var question = isText ? message.Text : message.Command == AskCommand.Shown.Name ? message.Values.GetValueOrDefault("question") ?? message.Text : "";
        if (Speaking.IsPleasantry(question)) question = "";
        var found = question.Any(char.IsLetterOrDigit)
            ? await desk.Retriever.FindPassagesAsync(new() { Text = question, Top = Shown, Clearance = Clearance.Open }, cancellationToken)
            : [];
        var notice = korean
            ? "지금은 기록을 담은 데이터베이스를 쓸 수 없습니다. 다시 쓸 수 있게 되는 대로 여기에 답을 드리겠습니다. 다시 묻지 않으셔도 됩니다."
            : "The database that holds the records is away just now. The answer comes here as soon as it is back; there is no need to ask again.";
        var passages = korean ? "그동안, 이 컴퓨터의 색인에서 찾은 대목(누가 말했는지는 아직 확인하지 않았습니다):" : "Meanwhile, passages from this machine's index (who said them has not been looked up yet):";
        return new()
        {
            Language = korean ? Language.Korean : Language.English,
            Text = found.Count == 0 ? notice : $"{notice}\n{passages}",
            Points = [.. found.Select((f, n) => new ReplyPoint(f.Passage.Title, f.Passage.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), [$"“{f.Passage.Text.Trim()}” [{n + 1}]"]))],
            Citations = [.. found.Select((f, n) => new ReplyCitation([n + 1], f.Passage.Title, null, f.Passage.Date, f.Passage.RecordId.Value, null, []))],
        };
    }
}
