using PolicyBot.Chat;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Commands;

public sealed class DigestCommandTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private readonly TalkingBot _bot = new(archive);

    private Subscription? Here => _bot.Memory.Orders.GetValueOrDefault("digest/slack/C1") is { State: OrderState.Active } order ? Subscription.Of(order) : null;

    [Fact]
    public async Task One_line_subscribes_the_channel_and_shows_at_once_what_it_would_say()
    {
        var handled = await DigestAsync(("action", "subscribe"), ("time", "09:15"));

        Assert.Equal(new TimeOnly(9, 15), Here!.At);
        Assert.Equal(("Asia/Seoul", Cadence.Weekdays, Language.Korean), (Here.Zone, Here.Cadence, Here.Language));
        Assert.Equal("U1", _bot.Memory.Orders["digest/slack/C1"].OwnerId);
        Assert.StartsWith("구독했습니다. 평일 09:15 (Asia/Seoul)\n다음 발송: 2025-10-02 09:15 (Asia/Seoul)", handled.Replies[0].Reply.Text, StringComparison.Ordinal);
        Assert.True(handled.Replies.Count > 1);
        Assert.All(handled.Replies, r => Assert.Equal(DeliveryKind.Private, r.To!.Kind));
    }

    [Theory]
    [InlineData("월 09:00 Asia/Tokyo", "09:00", "Asia/Tokyo", Cadence.Weekly, DayOfWeek.Monday)]
    [InlineData("매일 7:05", "07:05", "Asia/Seoul", Cadence.Daily, DayOfWeek.Monday)]
    [InlineData("18시 fri", "18:00", "Asia/Seoul", Cadence.Weekly, DayOfWeek.Friday)]
    [InlineData("weekdays america/new_york 23:59", "23:59", "America/New_York", Cadence.Weekdays, DayOfWeek.Monday)]
    [InlineData("kst", "08:30", "Asia/Seoul", Cadence.Weekdays, DayOfWeek.Monday)]
    public async Task Words_come_in_any_order(string words, string at, string zone, Cadence cadence, DayOfWeek day)
    {
        await DigestAsync(("action", "subscribe"), ("time", words));

        Assert.Equal((at, zone, cadence, day), (Here!.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), Here.Zone, Here.Cadence, Here.Day));
    }

    [Theory]
    [InlineData("25:00", "25:00")]
    [InlineData("08:60", "08:60")]
    [InlineData("8:30 9999", "9999")]
    [InlineData("Seol", "Asia/Seoul")]
    [InlineData("Asia/Soeul", "Asia/Seoul")]
    [InlineData("New York", "America/New_York")]
    [InlineData("Berlim", "Europe/Berlin")]
    public async Task What_cannot_be_meant_is_refused_with_what_could(string words, string named)
    {
        var reply = await TextAsync(("action", "subscribe"), ("time", words));

        Assert.Contains(named, reply, StringComparison.Ordinal);
        Assert.Null(Here);
    }

    [Theory]
    [InlineData("topic", "없는 주제")]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("unanswered", "0")]
    [InlineData("brief", "9999")]
    public async Task A_wrong_option_changes_nothing(string option, string value)
    {
        await DigestAsync(("action", "subscribe"), ("time", "08:00"));
        await DigestAsync(("action", "subscribe"), ("time", "10:00"), (option, value));

        Assert.Equal(new TimeOnly(8, 0), Here!.At);
    }

    [Fact]
    public async Task Subscribing_again_changes_what_is_named_and_keeps_the_rest()
    {
        await DigestAsync(("action", "subscribe"), ("time", "08:00"), ("topic", "power, 인허가"), ("holidays", "skip"), ("quiet", "silent"), ("brief", "24"));
        await DigestAsync(("action", "subscribe"), ("cadence", "daily"));

        Assert.Equal(["power", "permits"], Here!.Topics);
        Assert.Equal((true, true, 24, Cadence.Daily, new TimeOnly(8, 0)), (Here.SkipsHolidays, Here.IsSilentWhenQuiet, Here.BriefHours, Here.Cadence, Here.At));
        await DigestAsync(("action", "subscribe"), ("topic", "all"), ("brief", "0"));
        Assert.Empty(Here.Topics);
        Assert.Null(Here.BriefHours);
    }

    [Fact]
    public async Task It_is_listed_with_its_next_run_paused_resumed_and_ended()
    {
        Assert.Contains("/digest subscribe", await TextAsync(("action", "list")), StringComparison.Ordinal);
        await DigestAsync(("action", "subscribe"), ("time", "08:00"));
        Assert.Contains("2025-10-02 08:00 (Asia/Seoul)", await TextAsync(("action", "list")), StringComparison.Ordinal);
        await DigestAsync(("action", "pause"));
        Assert.Null(Here);
        Assert.DoesNotContain("2025-10-02", await TextAsync(("action", "list")), StringComparison.Ordinal);
        await DigestAsync(("action", "resume"));
        Assert.NotNull(Here);
        await DigestAsync(("action", "unsubscribe"));
        Assert.Null(Here);
        Assert.Contains("/digest subscribe", await TextAsync(("action", "pause")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_has_the_head_that_the_posted_digest_has_on_behalf_of_who_asks()
    {
        var model = ScriptedModel.Phrasing(words => words);
        var bot = new TalkingBot(archive, b => b.Desk = b.Desk with { TopLines = new(model, new(b.Desk.Organisations, b.Desk.Topics), Clearance.Open) });

        var top = (await bot.HandleAsync(bot.Command("digest", values: ("action", "preview")))).Replies[0].Reply;

        Assert.Contains("• 성춘향 가나클라우드 대표: 인허가 절차를 줄여 달라 [august-s0]", top.Text, StringComparison.Ordinal);
        Assert.True(top.IsByModel);
        Assert.Equal("digest", Assert.Single(model.Asked).Prompt);
        Assert.Equal(("slack/U1", true), (Assert.Single(model.Askers).Spenders[0], model.Askers[0].Since is not null));
        Assert.DoesNotContain("[august-s0]", await TextAsync(("action", "preview")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_may_not_subscribe()
    {
        var message = _bot.Command("digest", values: [("action", "subscribe")]);
        await _bot.HandleAsync(message with { User = message.User with { IsGuest = true } });

        Assert.Null(Here);
    }

    [Fact]
    public async Task A_channel_that_the_bot_was_taken_out_of_is_paused_and_its_owner_told()
    {
        await DigestAsync(("action", "subscribe"));
        var handled = await _bot.HandleAsync(_bot.Message(ChatMessageKind.Left, TalkingBot.Channel));

        Assert.Equal(OrderState.Lost, _bot.Memory.Orders["digest/slack/C1"].State);
        var told = Assert.Single(handled.Replies);
        Assert.Equal((DeliveryKind.Personal, "U1", "slack/U1"), (told.To!.Kind, told.To.UserId, told.To.Conversation.Lane));
    }

    [Fact]
    public async Task Following_goes_by_what_the_records_know_and_ends_as_it_began()
    {
        Assert.Contains("성춘향", await FollowAsync("성춘향"), StringComparison.Ordinal);
        Assert.Contains("주제", await FollowAsync("전력"), StringComparison.Ordinal);
        Assert.Contains("기관", await FollowAsync("과기정통부"), StringComparison.Ordinal);
        Assert.Contains("대학원 정원을 늘려 달라", await FollowAsync("대학원 정원"), StringComparison.Ordinal);
        Assert.Contains("기록에 없습니다", await FollowAsync("임꺽정"), StringComparison.Ordinal);

        var follows = _bot.Memory.Orders.Values.Select(o => Follow.Of(o)!.What).Order();
        Assert.Equal([FollowKind.Organisation, FollowKind.Person, FollowKind.Topic, FollowKind.Concern], follows);
        Assert.All(_bot.Memory.Orders.Values, o => Assert.Equal(DeliveryKind.Personal, o.To.Kind));
        Assert.Equal(4, TalkingBot.TextOf(await _bot.AskAsync(_bot.Command("following"))).Split('•').Length - 1);

        await _bot.HandleAsync(_bot.Command("unfollow", values: [("what", "전력")]));
        Assert.Equal(3, _bot.Memory.Orders.Values.Count(o => o.State == OrderState.Active));
        await _bot.HandleAsync(_bot.Command("unfollow", values: [("what", "all")]));
        Assert.DoesNotContain(_bot.Memory.Orders.Values, o => o.State == OrderState.Active);
    }

    private Task<Handled> DigestAsync(params (string, string)[] values) => _bot.HandleAsync(_bot.Command("digest", values: values));

    private async Task<string> TextAsync(params (string, string)[] values) => string.Join('\n', (await DigestAsync(values)).Replies.Select(r => TalkingBot.TextOf(r.Reply)));

    private async Task<string> FollowAsync(string what) => TalkingBot.TextOf(await _bot.AskAsync(_bot.Command("follow", values: [("what", what)])));
}
