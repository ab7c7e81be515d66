using System.Globalization;
using PolicyBot.Chat;

namespace PolicyBot.Commands;

/// <summary>Buttons and forms under an answer: judging it, sharing it, turning its pages.</summary>
internal sealed class Presses(Desk desk, IReadOnlyDictionary<string, IChatCommand> commands)
{
    private readonly MeetingForm _form = new(desk);

    public async Task<Handled> HandleAsync(Wish wish, CancellationToken cancellationToken)
    {
        var parts = (wish.Message.Action ?? "").Split(':');
        if (parts[0] == MeetingForm.Name && wish.Message.Kind == ChatMessageKind.Form) return await _form.HandleAsync(wish, cancellationToken);
        if (parts is [MeetingButtons.BriefMe or MeetingButtons.AddToCalendar, { Length: > 0 } key]) return await OfMeetingAsync(wish, parts[0], key, cancellationToken);
        if (parts is not [AnswerButtons.Helpful or AnswerButtons.NotHelpful or CommandCatalogue.WrongSpeaker or CommandCatalogue.NotSaid or AnswerButtons.Share or AnswerButtons.More, { Length: > 0 } id, ..])
            return Privately(wish, wish.Say("이 버튼은 더 이상 쓰이지 않습니다. 다시 물어 주십시오.", "This button is no longer in use. Please ask again."));
        if (KeptReply.Read(await desk.Memory.FindAnswerAsync(id, cancellationToken)) is not { } kept)
            return Privately(wish, wish.Say("이 답은 더 이상 보관되어 있지 않습니다. 다시 물어 주십시오.", "This answer is no longer kept. Please ask again."));
        return parts[0] switch
        {
            AnswerButtons.Share => await ShareAsync(wish, kept, cancellationToken),
            AnswerButtons.More => await TurnAsync(wish, kept, parts, cancellationToken),
            _ => Judge(wish, id, parts[0]),
        };
    }

    private async Task<Handled> OfMeetingAsync(Wish wish, string wanted, string key, CancellationToken cancellationToken)
    {
        if (await MeetingButtons.FindAsync(desk.Archive, key, wish.Clearance, cancellationToken) is not { } meeting)
            return Privately(wish, wish.Say("이 회의는 더 이상 기록에 없거나 이곳에서 볼 수 없습니다.", "This meeting is no longer on record, or may not be shown here."));
        if (wanted == MeetingButtons.AddToCalendar) return Privately(wish, await MeetingFile.ComposeAsync(desk, wish, meeting, cancellationToken));
        var briefed = await commands[BriefCommand.Shown.Name].RunAsync(wish with { Values = new Dictionary<string, string> { ["meeting"] = meeting.Id.Value } }, cancellationToken);
        return briefed with { Replies = [.. briefed.Replies.Select(r => r with { To = wish.Privately })] };
    }

    private static Handled Judge(Wish wish, string id, string verdict)
    {
        var thanks = verdict == AnswerButtons.Helpful
            ? wish.Say("고맙습니다.", "Thank you.")
            : wish.Say("고맙습니다. 검토 목록에 올렸습니다.", "Thank you. It is on the review list.");
        return Privately(wish, thanks) with { Judgement = new(id, verdict, $"{wish.Message.Conversation.Platform}/{wish.Message.User.Id}", wish.Value("comment")) };
    }

    /// <summary>Everybody in the channel will read it, so that everything it cites must be fit for all of them.</summary>
    private async Task<Handled> ShareAsync(Wish wish, KeptReply kept, CancellationToken cancellationToken)
    {
        var everybody = desk.Clearances.Of(wish.Message.Conversation);
        foreach (var id in kept.Reply.Citations.Select(c => c.RecordId).Distinct())
            if (await desk.Archive.FindRecordAsync(new(id), everybody, cancellationToken) is null)
                return Privately(wish, wish.Say("이 답이 인용하는 기록은 이 채널에 보일 수 없습니다.", "A record that this answer cites may not be shown in this channel."));
        var who = wish.Message.User.Name ?? wish.Message.User.Id;
        var shared = kept.Reply with
        {
            Heading = kept.Question,
            Footer = $"{kept.Reply.Footer} · {(kept.Reply.Language == Text.Language.Korean ? $"{who} 님이 공유" : $"shared by {who}")}".TrimStart(' ', '·'),
            Buttons = [.. kept.Reply.Buttons.Where(b => !b.Id.StartsWith(AnswerButtons.Share + ":", StringComparison.Ordinal))],
            Suggestions = [],
        };
        return new() { Replies = [new(shared, new Delivery { Conversation = wish.Message.Conversation, AskedAt = wish.Message.At })] };
    }

    private async Task<Handled> TurnAsync(Wish wish, KeptReply kept, string[] parts, CancellationToken cancellationToken)
    {
        var page = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 1000) : 1;
        if (kept.Command is not { } name || !commands.TryGetValue(name, out var command))
            return Privately(wish, wish.Say("이 목록은 더 이상 넘길 수 없습니다.", "This list can no longer be turned."));
        var turned = await command.RunAsync(wish with { Values = kept.Values ?? wish.Values, Page = page, Language = kept.Reply.Language }, cancellationToken);
        return turned with { Replies = [.. turned.Replies.Select(r => r with { To = wish.Privately })] };
    }

    private static Handled Privately(Wish wish, Reply reply) => new() { Replies = [new(reply, wish.Privately)] };
}
