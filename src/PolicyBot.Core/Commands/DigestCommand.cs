using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>The digest of this conversation: given with one line, shown at once, and taken back as easily.</summary>
internal sealed class DigestCommand(Desk desk) : IChatCommand
{
    private const int MostPreviewed = 3;

    public static CommandDefinition Shown { get; } = new("digest", "소식", "What is new, due and coming, sent to this channel", "새로 나온 것, 기한, 다가오는 회의를 이 채널로")
    {
        Options =
        [
            new("action", "동작", "What to do", "할 일", IsRequired: true)
            {
                Choices =
                [
                    ("subscribe", "subscribe or change", "구독·변경"), ("list", "list, with the next run", "목록과 다음 발송"), ("preview", "preview", "미리 보기"), ("pause", "pause", "멈춤"), ("resume", "resume", "다시 받기"),
                    ("unsubscribe", "unsubscribe", "구독 해제"),
                ],
            },
            new("time", "시각", "08:30; also 'weekdays 08:30', 'mon 09:00 Asia/Seoul'", "08:30, 또는 ‘평일 08:30’, ‘월 09:00 Asia/Seoul’"),
            new("cadence", "주기", "How often", "얼마나 자주") { Choices = [("daily", "daily", "매일"), ("weekdays", "weekdays", "평일"), ("weekly", "weekly", "매주")] },
            new("day", "요일", "Of a weekly digest", "매주 받는 요일")
            {
                Choices = [("mon", "Monday", "월요일"), ("tue", "Tuesday", "화요일"), ("wed", "Wednesday", "수요일"), ("thu", "Thursday", "목요일"), ("fri", "Friday", "금요일"), ("sat", "Saturday", "토요일"), ("sun", "Sunday", "일요일")],
            },
            new("zone", "시간대", "Time zone, such as Asia/Seoul", "시간대, 예: Asia/Seoul", IsSuggested: true),
            new("holidays", "공휴일", "Korean public holidays", "한국 공휴일") { Choices = [("skip", "skip", "건너뜀"), ("keep", "send as well", "보냄")] },
            new("topic", "주제", "Only these topics, with commas between; all clears it", "이 주제만(쉼표로 여럿), all은 해제", IsSuggested: true),
            new("organisation", "기관", "Only what these raised, with commas between; all clears it", "이 기관이 제기한 것만(쉼표로 여럿), all은 해제", IsSuggested: true),
            new("language", "언어", "Of the digest", "소식의 언어") { Choices = [("ko", "Korean", "한국어"), ("en", "English", "영어")] },
            new("quiet", "조용한날", "When nothing is new", "새로 나온 것이 없을 때") { Choices = [("line", "say so in one line", "한 줄로 알림"), ("silent", "say nothing", "보내지 않음")] },
            new("unanswered", "답변대기", "Tell of what has no reply after so many days (30)", "며칠이 지나도 답이 없으면 알림(30)", OptionKind.Number),
            new("brief", "브리핑", "Hours before a meeting at which its brief comes; 0 for none", "회의 몇 시간 전에 브리핑, 0은 없음", OptionKind.Number),
        ],
    };

    public CommandDefinition Definition => Shown;

    public async Task<Handled> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        var order = await desk.Memory.FindOrderAsync(Subscription.IdOf(wish.Message.Conversation), cancellationToken);
        if (order?.State == OrderState.Ended) order = null;
        var known = order is null ? null : Subscription.Of(order);
        return wish.Value("action")?.ToLowerInvariant() switch
        {
            "list" => await ListAsync(wish, cancellationToken),
            "preview" => await PreviewAsync(wish, known, cancellationToken),
            "subscribe" => await SubscribeAsync(wish, order, known, cancellationToken),
            "pause" or "resume" or "unsubscribe" when order is null || known is null => Tell(wish, "이 채널에는 구독이 없습니다. /digest subscribe 08:30 으로 시작하십시오.", "This channel has no subscription. Begin with: /digest subscribe 08:30"),
            "pause" => Change(wish, order, known, OrderState.Paused),
            "resume" => Change(wish, order, known, OrderState.Active),
            "unsubscribe" => Change(wish, order, known, OrderState.Ended),
            _ => Tell(wish, "subscribe, list, preview, pause, resume, unsubscribe 가운데 하나를 쓰십시오. 예: /digest subscribe 08:30", "Use one of subscribe, list, preview, pause, resume, unsubscribe. For instance: /digest subscribe 08:30"),
        };
    }

    private async Task<Handled> SubscribeAsync(Wish wish, StandingOrder? order, Subscription? known, CancellationToken cancellationToken)
    {
        if (Refuse(wish, order, known) is { } refusal) return refusal;
        var words = new SubscriptionWords(wish.Language, name => Listing.Topic(desk, name), name => Listing.Organisation(desk, name));
        var (read, fault) = words.Read(known ?? new() { Zone = desk.Zone.Id, Language = wish.Language }, wish.Values);
        if (read is null) return new() { Replies = [new(new() { Language = wish.Language, Text = fault! }, wish.Privately)] };
        var replies = await ComposePreviewAsync(wish, read, cancellationToken);
        var next = SubscriptionLine.Next(read, desk.Holidays, desk.Time.GetUtcNow());
        var said = wish.Say(
            $"구독했습니다. {new SubscriptionLine(wish.Language, desk.Topics).Describe(read)}\n다음 발송: {next}\n지금이라면 이렇게 보냅니다:",
            $"Subscribed: {new SubscriptionLine(wish.Language, desk.Topics).Describe(read)}\nNext: {next}\nSent now, it would say:");
        return new()
        {
            Replies = [new(said, wish.Privately), .. replies.Select(r => new OutgoingReply(r, wish.Privately))],
            Orders = [read.Order(wish.Message.Conversation, order?.OwnerId ?? wish.Message.User.Id)],
        };
    }

    private async Task<Handled> ListAsync(Wish wish, CancellationToken cancellationToken)
    {
        var line = new SubscriptionLine(wish.Language, desk.Topics);
        var orders = (await desk.Memory.ListOrdersAsync(wish.Message.Conversation, wish.Message.User.Id, cancellationToken)).Select(o => (Order: o, Subscription: o.Kind == Subscription.Kind ? Subscription.Of(o) : null)).Where(o => o.Subscription is not null).ToList();
        if (orders.Count == 0) return Tell(wish, "이 채널에도 나에게도 구독이 없습니다. /digest subscribe 08:30 으로 시작하십시오.", "There is no subscription, neither here nor of yours. Begin with: /digest subscribe 08:30");
        var here = wish.Message.Conversation.Channel;
        return new()
        {
            Replies =
            [
                new(wish.Say($"구독 {orders.Count}건", $"{orders.Count} subscription{(orders.Count == 1 ? "" : "s")}") with
                {
                    Points =
                    [
                        .. orders.Select(o => new ReplyPoint(
                            o.Order.To.Conversation.Channel == here ? wish.Pick("이곳", "Here") : o.Order.To.Conversation.Channel, line.State(o.Order.State),
                            [line.Describe(o.Subscription!), .. o.Order.State == OrderState.Active ? [wish.Pick("다음 발송: ", "Next: ") + SubscriptionLine.Next(o.Subscription!, desk.Holidays, desk.Time.GetUtcNow())] : Array.Empty<string>()])),
                    ],
                }, wish.Privately),
            ],
        };
    }

    private async Task<Handled> PreviewAsync(Wish wish, Subscription? known, CancellationToken cancellationToken)
    {
        var words = new SubscriptionWords(wish.Language, name => Listing.Topic(desk, name), name => Listing.Organisation(desk, name));
        var (read, fault) = words.Read(known ?? new() { Zone = desk.Zone.Id, Language = wish.Language }, wish.Values);
        if (read is null) return new() { Replies = [new(new() { Language = wish.Language, Text = fault! }, wish.Privately)] };
        return new() { Replies = [.. (await ComposePreviewAsync(wish, read, cancellationToken)).Select(r => new OutgoingReply(r, wish.Privately))] };
    }

    /// <summary>What would be sent now; when that is nothing, what the last day with news said.</summary>
    private async Task<IReadOnlyList<Reply>> ComposePreviewAsync(Wish wish, Subscription subscription, CancellationToken cancellationToken)
    {
        var (now, clearance) = (desk.Time.GetUtcNow(), wish.Clearance);
        var composer = new DigestComposer(desk.Archive);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, subscription.TimeZone).DateTime);
        var request = new DigestRequest(today, new SlotCalendar(subscription, desk.Holidays).Before(now), now, clearance)
        {
            Topics = subscription.Topics,
            Organisations = subscription.Organisations,
            UnansweredDays = subscription.UnansweredDays,
        };
        var digest = await composer.ComposeAsync(request, cancellationToken);
        var note = "";
        if (digest.IsQuiet && (await desk.Archive.MeasureAsync(clearance, cancellationToken)).LastImport is { } last)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(last, subscription.TimeZone).DateTime);
            var whole = DigestRequest.OfDay(day, subscription.TimeZone, clearance);
            digest = await composer.ComposeAsync(request with { Day = whole.Day, Since = whole.Since, Until = whole.Until }, cancellationToken);
            note = new Phrases(subscription.Language).Pick("지금은 새로 나온 것이 없어, 기록이 마지막으로 들어온 날의 소식을 보입니다.", "Nothing is new right now; this is the digest of the day on which records last came in.");
        }

        var phrased = await digest.PhrasedAsync(desk.TopLines, subscription.Language, desk.AskerOf(wish), cancellationToken);
        var replies = new DigestReply(desk.Topics, desk.Chart).Compose(phrased, subscription.Language);
        return [replies[0] with { Footer = note.Length > 0 ? note : null }, .. replies.Skip(1).Take(MostPreviewed)];
    }

    private Handled Change(Wish wish, StandingOrder order, Subscription known, OrderState state)
    {
        if (Refuse(wish, order, state == OrderState.Ended ? known : null) is { } refusal) return refusal;
        var line = new SubscriptionLine(wish.Language, desk.Topics);
        var said = state switch
        {
            OrderState.Paused => wish.Say("멈췄습니다. 다시 받으려면 /digest resume", "Paused. To go on: /digest resume"),
            OrderState.Ended => wish.Say("구독을 해제했습니다.", "Unsubscribed."),
            _ => wish.Say($"다시 보냅니다. 다음 발송: {SubscriptionLine.Next(known, desk.Holidays, desk.Time.GetUtcNow())}", $"Resumed. Next: {SubscriptionLine.Next(known, desk.Holidays, desk.Time.GetUtcNow())}"),
        };
        // Where it can be written again is where the order comes from.
        return new() { Replies = [new(said, wish.Privately)], Orders = [known.Order(wish.Message.Conversation, order.OwnerId, state)] };
    }

    /// <summary>Null when it may be done: by its owner, or by whoever may settle how the bot behaves in the channel.</summary>
    private Handled? Refuse(Wish wish, StandingOrder? order, Subscription? changed)
    {
        var (conversation, user) = (wish.Message.Conversation, wish.Message.User);
        if (user.IsGuest) return Tell(wish, "손님 계정은 구독할 수 없습니다.", "Guests cannot subscribe.");
        if (changed?.IsFromSettings == true) return Tell(wish, "이 구독은 설정 파일(Digests)에 있습니다. 거기서 바꾸십시오.", "This subscription stands in the settings file (Digests): change it there.");
        return order is null || order.OwnerId == user.Id || desk.Curators.MaySettle(conversation, user)
            ? null
            : Tell(wish, "이 구독은 만든 사람과 기록 담당자만 바꿀 수 있습니다.", "Only its owner and curators may change this subscription.");
    }

    private static Handled Tell(Wish wish, string korean, string english) => new() { Replies = [new(wish.Say(korean, english), wish.Privately)] };
}
