using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>Answers questions, each read with what its thread is about.</summary>
internal sealed class Conversing(Desk desk, LedgerSuggestions suggestions)
{
    private readonly FollowUps _followUps = new(desk.Archive, desk.Retriever, new(desk.Organisations, desk.Topics), desk.Reading);

    public async Task<Handled> AnswerAsync(Wish wish, string words, CancellationToken cancellationToken)
    {
        if (!words.Any(char.IsLetterOrDigit)) return new() { Replies = [new(HelpCommand.Short(wish.Language))] };
        var asker = desk.AskerOf(wish);
        var context = ThreadContext.Read(await desk.Memory.FindContextAsync(wish.Message.Conversation, cancellationToken));
        var asked = words.Length > ExtractiveAnswerer.LongestQuestion
            ? new SelfContained(words, false, null)
            : await _followUps.CompleteAsync(words, context, desk.Today, wish.Clearance, asker, cancellationToken);
        var scoped = Scope(asked, wish.Channel);
        var answer = await desk.Answerer.AnswerAsync(scoped, wish.Clearance, wish.Language, asker, phrased => wish.Interim.Report(AnswerReply.SoFar(phrased)), cancellationToken);
        var reply = await CompleteAsync(wish, words, asked, scoped, answer, cancellationToken);
        return new()
        {
            Replies = [new(reply)],
            OwnsThread = !wish.IsPrivate,
            Context = answer.Status == AnswerStatus.Refused || wish.IsPrivate ? null : asked.Context?.With(answer).Write(),
            Kept = new KeptReply(words[..Math.Min(words.Length, 500)], reply, null, null) { Statements = [.. answer.Points.Select(p => p.StatementId?.Value).OfType<string>().Distinct()] }.Keep(wish.AnswerId),
        };
    }

    private async Task<Reply> CompleteAsync(Wish wish, string words, SelfContained asked, string scoped, Answer answer, CancellationToken cancellationToken)
    {
        var reply = AnswerReply.Of(answer) with { Buttons = Buttons(wish, answer) };
        if (asked.Inherited) reply = reply with { Notes = [.. reply.Notes, wish.Pick($"이렇게 이해했습니다: {asked.Text}", $"Read as: {asked.Text}")] };
        if (scoped != asked.Text) reply = reply with { Notes = [.. reply.Notes, wish.Pick($"이 채널의 범위로 물었습니다: {scoped[(asked.Text.Length + 1)..]}", $"Asked within this channel's scope: {scoped[(asked.Text.Length + 1)..]}")] };
        if (answer.Status != AnswerStatus.NotFound) return reply;
        return reply with { Suggestions = [.. (await suggestions.QuestionsAsync(wish.Clearance, wish.Language, cancellationToken)).Where(q => q != words).Take(3)] };
    }

    private static List<ReplyButton> Buttons(Wish wish, Answer answer)
    {
        if (answer.Status == AnswerStatus.Refused) return [];
        List<ReplyButton> buttons = [.. AnswerButtons.Judging(wish.AnswerId, wish.Language, answer.Citations.Count > 0)];
        if (wish.IsPrivate && answer.Status == AnswerStatus.Answered) buttons.Insert(0, AnswerButtons.Sharing(wish.AnswerId, wish.Language));
        return buttons;
    }

    /// <summary>Questions that name nobody and nothing are about what the channel is about.</summary>
    private string Scope(SelfContained asked, ChannelSettings? channel)
    {
        if (channel is null || asked.Context is not { } about) return asked.Text;
        var organisation = channel.Organisation is { } name && about.Parties.Count == 0 ? name : null;
        var topic = channel.Topic is { } slug && about.Subject.Count == 0 ? desk.Topics.All.FirstOrDefault(t => t.Slug == slug)?.Label(about.Language) : null;
        return string.Join(' ', new[] { asked.Text, organisation, topic }.OfType<string>());
    }
}
