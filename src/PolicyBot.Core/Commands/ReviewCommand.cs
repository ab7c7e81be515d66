using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Storage;

namespace PolicyBot.Commands;

/// <summary>What people found wrong in answers, for curators, and their decisions on it: the speaker is corrected, or the statement withdrawn.</summary>
internal sealed class ReviewCommand(Desk desk) : IChatCommand
{
    private const int MostShown = 10;

    public static CommandDefinition Shown { get; } = new("review", "검토", "What people found wrong, and decisions on it; for curators", "틀렸다고 한 답과 그 처리(기록 담당자용)")
    {
        Options =
        [
            new("statement", "발언번호", "Id of the statement to decide on, as the list shows it", "처리할 발언의 번호(목록에 보임)"),
            new("decision", "결정", "What becomes of it", "어떻게 할지") { Choices = [("person", "a person said it", "사람의 말"), ("organisation", "an organisation said it", "기관의 말"), ("participants", "the participants said it together", "참석자들이 함께 한 말"), ("unattributed", "nobody is named", "누구의 말인지 없음"), ("withdraw", "it was not said", "하지 않은 말")] },
            new("name", "이름", "Who said it, as the record writes the name", "기록에 적힌 대로의 이름"),
            new("reason", "이유", "Kept in the history", "이력에 남길 이유"),
        ],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (!desk.Curators.Include(wish.Message.Conversation, wish.Message.User)) return Tell(wish, wish.Say("검토는 기록 담당자(Access:Curators)만 할 수 있습니다.", "Only curators (Access:Curators) may review."));
        if (wish.Value("statement") is not { } id) return Tell(wish, await ListAsync(wish, cancellationToken));
        if (!Correction.TryRead(wish.Value("decision"), wish.Value("name"), out var attribution)) return Tell(wish, wish.Say("결정(decision)은 person, organisation, participants, unattributed, withdraw 가운데 하나입니다.", "A decision is one of person, organisation, participants, unattributed, withdraw."));
        var by = $"{wish.Message.Conversation.Platform}/{wish.Message.User.Id}";
        if (await desk.Archive.CorrectAsync(new(id), attribution, by, wish.Value("reason"), wish.Clearance, cancellationToken) is { } refusal)
            return Tell(wish, wish.Say($"받지 않았습니다: {refusal}", $"Refused: {refusal}"));
        await desk.FollowIndex(cancellationToken);
        return Tell(wish, wish.Say("반영했습니다. 다음 답부터 이를 따르고, 이전 내용은 이력에 남습니다.", "Done; answers follow it from now on, and what was told before stays in the history."));
    }

    private async Task<Reply> ListAsync(Wish wish, CancellationToken cancellationToken)
    {
        var items = await desk.Memory.ListReviewAsync(MostShown, cancellationToken);
        if (items.Count == 0) return wish.Say("검토할 것이 없습니다.", "Nothing to review.");
        var points = new List<ReplyPoint>();
        foreach (var item in items) points.Add(await PointAsync(wish, item, cancellationToken));
        return wish.Say($"검토할 답 {items.Count}건", $"{items.Count} answers to review") with { Points = points };
    }

    /// <summary>Of the statements only those that may be seen here.</summary>
    private async Task<ReplyPoint> PointAsync(Wish wish, ReviewItem item, CancellationToken cancellationToken)
    {
        var kept = KeptReply.Read(item.Answer);
        var records = kept?.Reply.Citations.Select(c => new Records.RecordId(c.RecordId)).Distinct().ToList() ?? [];
        var told = records.Count == 0 ? [] : await desk.Archive.FindStatementsAsync(new() { RecordIds = records, Clearance = wish.Clearance }, cancellationToken);
        var phrases = new Phrases(wish.Language);
        var question = kept is null ? wish.Pick("(보관 기간이 지난 답)", "(answer no longer kept)") : records.Count > 0 && told.Count == 0 ? wish.Pick("(이곳에서 볼 수 없는 답)", "(answer that may not be shown here)") : kept.Question;
        return new(question, TimeZoneInfo.ConvertTime(item.At, desk.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        [
            item.Judgement.Verdict + (item.Judgement.Comment is { Length: > 0 } comment && told.Count > 0 ? ": " + comment : ""),
            .. told.Where(s => kept!.Statements.Contains(s.Statement.Id.Value)).Select(s => $"{s.Statement.Id}: {phrases.Speaker(s.Statement.Attribution)} “{s.Text.ReplaceLineEndings(" ")}”"),
        ]);
    }

    private static Handled Tell(Wish wish, Reply reply) => new() { Replies = [new(reply, wish.Privately)] };
}
