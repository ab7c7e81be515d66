using PolicyBot.Chat;
using PolicyBot.Meetings;

namespace PolicyBot.Commands;

/// <summary>What the guests of a meeting raised before, what was answered, and what is still owed to them.</summary>
internal sealed class BriefCommand(Desk desk) : IChatCommand
{
    public static CommandDefinition Shown { get; } = new("brief", "브리핑", "Before a meeting: what its guests raised, what was answered, what is owed", "회의 전에: 참석자가 전에 제기한 것, 답변, 남은 약속")
    {
        Options = [new("meeting", "회의", "Its day, words of its title, or its id", "회의의 날짜, 제목의 낱말, 번호", IsRequired: true, IsSuggested: true)],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var words = wish.Value("meeting") ?? wish.Message.Text;
        if (await new MeetingFinder(desk.Archive).FindAsync(words, desk.Today, wish.Clearance, cancellationToken) is not { } choice)
            return new() { Replies = [new(wish.Say($"‘{words}’에 맞는 회의는 기록에 없습니다. 예정된 회의는 /meetings 에 있습니다.", $"No meeting on record fits '{words}'. See /meetings for those to come."))] };
        var composed = await new BriefComposer(desk.Archive, desk.Organisations, desk.Topics).ComposeAsync(choice.Meeting, desk.Today, wish.Clearance, cancellationToken);
        // Its sentences stand on the first page alone.
        var brief = await composed.PhrasedAsync(wish.Page == 1 ? desk.TopLines : null, wish.Language, desk.AskerOf(wish), cancellationToken);
        var pages = BriefReply.Pages(brief, wish.Language);
        var page = Math.Min(wish.Page, pages.Count);
        var reply = pages[page - 1] with
        {
            Notes = page > 1 ? [] : [.. choice.AlsoFit.Select(m => wish.Pick($"이 회의도 맞습니다: {m.Date} {m.Title}", $"Also fits: {m.Date} {m.Title}"))],
            Footer = pages.Count == 1 ? null : wish.Pick($"{page}/{pages.Count}쪽", $"page {page} of {pages.Count}"),
            Buttons = Buttons(wish, choice, page, pages.Count),
        };
        return new()
        {
            Replies = [new(reply)],
            Kept = new KeptReply($"/{Shown.Name} {choice.Meeting.Date} {choice.Meeting.Title}", reply, Shown.Name, new Dictionary<string, string> { ["meeting"] = choice.Meeting.Id.Value }).Keep(wish.AnswerId),
        };
    }

    private static List<ReplyButton> Buttons(Wish wish, MeetingChoice choice, int page, int pages)
    {
        List<ReplyButton> buttons = [];
        if (page < pages) buttons.Add(AnswerButtons.Turning(wish.AnswerId, page + 1, wish.Language));
        buttons.AddRange(MeetingButtons.Calendar(choice.Meeting, wish.Language));
        if (wish.IsPrivate) buttons.Add(AnswerButtons.Sharing(wish.AnswerId, wish.Language));
        buttons.AddRange(AnswerButtons.Judging(wish.AnswerId, wish.Language, quotes: page > 1));
        return buttons;
    }
}
