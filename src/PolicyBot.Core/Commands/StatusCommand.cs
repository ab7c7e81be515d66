using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Storage;

namespace PolicyBot.Commands;

/// <summary>How much is on record; for curators also what people found wrong in answers.</summary>
internal sealed class StatusCommand(Desk desk) : IChatCommand
{
    private const int MostReviewed = 100;
    private const int MostShown = 5;

    public static CommandDefinition Shown { get; } = new("status", "현황", "Records, period, last import", "기록 수, 기간, 마지막 가져오기");

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var extent = await desk.Archive.MeasureAsync(wish.Clearance, cancellationToken);
        var review = await desk.Memory.ListReviewAsync(MostReviewed, cancellationToken);
        var doubted = await desk.Archive.ListDisagreementsAsync(wish.Clearance, MostReviewed, cancellationToken);
        var phrases = new Phrases(wish.Language);
        var imported = extent.LastImport is { } last ? TimeZoneInfo.ConvertTime(last, desk.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : wish.Pick("없음", "never");
        var count = review.Count == MostReviewed ? $"{MostReviewed}+" : review.Count.ToString(CultureInfo.InvariantCulture);
        var reply = wish.Say(
            $"기록 {extent.Records:N0}건 ({phrases.Day(extent.From)} ~ {phrases.Day(extent.To)})\n마지막 가져오기: {imported}\n검토할 답: {count}건{(doubted.Count > 0 ? $"\n규칙과 모델이 다르게 읽은 발언: {doubted.Count}건" : "")}",
            $"{extent.Records:N0} records ({phrases.Day(extent.From)} to {phrases.Day(extent.To)})\nLast import: {imported}\nAnswers to review: {count}{(doubted.Count > 0 ? $"\nStatements that rules and model read differently: {doubted.Count}" : "")}");
        // The questions of others are for curators alone, and never for a whole channel.
        var curator = desk.Curators.Include(wish.Message.Conversation, wish.Message.User);
        return new() { Replies = [new(curator ? reply with { Points = [.. review.Take(MostShown).Select(r => Point(wish, r)), .. doubted.Take(MostShown).Select(d => Point(phrases, d))] } : reply, wish.Privately)] };
    }

    private static ReplyPoint Point(Phrases phrases, StoredDisagreement doubted) =>
        new(phrases.Pick("규칙과 모델이 다르게 읽음", "read differently by rules and model"), $"{doubted.Record.Title} ({doubted.Record.Id})", [
            $"“{doubted.Words.ReplaceLineEndings(" ")}”",
            phrases.Pick("모델: ", "model: ") + Say(phrases, doubted.Disagreement.Proposed),
            phrases.Pick("규칙: ", "rules: ") + Say(phrases, doubted.Disagreement.Ruled),
        ]);

    private static string Say(Phrases phrases, ReadAs? read) =>
        read is null ? phrases.Pick("발언으로 보지 않음", "no statement") : $"{phrases.Kind(read.Kind)}, {phrases.ShortSpeaker(new(read.Level, read.Names, []))}";

    private ReplyPoint Point(Wish wish, ReviewItem item)
    {
        var verdict = item.Judgement.Verdict switch
        {
            CommandCatalogue.WrongSpeaker => wish.Pick("발언자가 틀림", "wrong speaker"),
            CommandCatalogue.NotSaid => wish.Pick("한 말과 다름", "not what was said"),
            _ => wish.Pick("도움이 안 됨", "not helpful"),
        };
        var question = KeptReply.Read(item.Answer)?.Question ?? wish.Pick("(보관 기간이 지난 답)", "(answer no longer kept)");
        return new(verdict, TimeZoneInfo.ConvertTime(item.At, desk.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), item.Judgement.Comment is { Length: > 0 } comment ? [question, comment] : [question]);
    }
}
