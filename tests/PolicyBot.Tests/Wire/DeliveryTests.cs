using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Tests.Wire;

/// <summary>Nothing lost, nothing twice: judged from what arrived at the fake platform.</summary>
public sealed class DeliveryTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHandler _handler = new();

    public static TheoryData<string> Both => ["slack", "discord"];

    [Theory]
    [InlineData("slack", true)]
    [InlineData("slack", false)]
    [InlineData("discord", true)]
    [InlineData("discord", false)]
    public async Task Of_pieces_of_which_every_third_meets_a_limit_none_is_lost_and_their_order_is_kept(string platform, bool tellsHowLong)
    {
        const int channels = 8, each = 20;
        await using var chat = await WireChat.StartAsync(platform, WireChat.Scripted(_handler), _time, c => Limit(c, tellsHowLong));
        var places = Enumerable.Range(0, channels).Select(c => chat.Channel with { Channel = platform == "slack" ? $"C{c}" : $"30000000000000000{c}" }).ToList();

        for (var n = 0; n < each; n++)
            await chat.Store.QueueAsync([.. places.Select(p => Piece(chat, p, n))], TestContext.Current.CancellationToken);
        await chat.SettleAsync();

        var arrived = platform == "slack"
            ? ((SlackWire)chat).Server.Workspace.Messages.Select(m => (Channel: (string)m["channel"]!, Text: (string)m["text"]!))
            : ((DiscordWire)chat).Fake.Messages.Select(m => (m.Channel, Text: m.Content));
        Assert.All(places, p => Assert.Equal([.. Enumerable.Range(0, each).Select(n => $"글 {n}")], arrived.Where(a => a.Channel == p.Channel).Select(a => a.Text)));
        Assert.Equal(0, (await chat.Store.MeasureAsync(TestContext.Current.CancellationToken)).Dead);
    }

    /// <summary>Thirty calls of a hundred are put off; the fake notes every call within its penalty as a violation.</summary>
    private static void Limit(WireChat chat, bool tellsHowLong)
    {
        var calls = 0;
        bool IsLimited() => Interlocked.Increment(ref calls) % 10 is 1 or 4 or 8;
        if (chat is SlackWire slack) slack.Server.Weather = (method, _) => method == "chat.postMessage" && IsLimited() ? Fault.RateLimit(tellsHowLong ? "2" : null) : null;
        else
        {
            ((DiscordWire)chat).Fake.Weather = request => request is { Method: "POST" } && request.Path.EndsWith("/messages", StringComparison.Ordinal) && IsLimited()
                ? tellsHowLong ? new(429, """{"retry_after":2.0,"global":false}""", "2", TimeSpan.FromSeconds(2)) : new(429, "", null, TimeSpan.FromSeconds(5))
                : null;
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_message_that_is_delivered_again_and_again_is_answered_once(string platform)
    {
        _handler.Answer = async (message, _, token) =>
        {
            // A model that takes its time.
            await Task.Delay(TimeSpan.FromSeconds(10), _time, token);
            return new() { Replies = [new(ChatSamples.Reply("답: " + message.Text))] };
        };
        await using var chat = await WireChat.StartAsync(platform, WireChat.Scripted(_handler), _time);

        await chat.MentionAsync("전력은 누가 요구했나?");
        foreach (var wait in (int[])[3, 57])
        {
            await PassAsync(chat, wait);
            await chat.DeliverAgainAsync();
        }

        await chat.StopAsync();
        await chat.StartAsync();
        await PassAsync(chat, 240);
        await chat.DeliverAgainAsync();
        await chat.MentionAsync("끝");
        await chat.WaitForAsync("답: 끝");
        await chat.SettleAsync();

        Assert.Single(chat.Shown, s => s.Says("답: 전력은 누가 요구했나?"));
    }

    [Fact]
    public async Task A_mention_that_comes_as_two_events_is_answered_once_and_a_retry_may_be_the_first_that_is_seen()
    {
        await using var chat = await WireChat.StartAsync("slack", WireChat.Scripted(_handler), _time);
        var (server, socket) = (((SlackWire)chat).Server, ((SlackWire)chat).Server.Sockets.Values.Single());

        foreach (var type in (string[])["message", "app_mention"])
            await server.DeliverAsync(socket, "events_api", Slack.SlackBench.Mention("Ev-" + type, "1753300000.000900", type: type));
        var retried = Slack.SlackBench.Mention("Ev-late", "1753300000.000901", "<@U0BOT> 늦은 것");
        retried["retry_attempt"] = 2;
        retried["retry_reason"] = "timeout";
        await server.DeliverAsync(socket, "events_api", retried);
        await chat.WaitForAsync("답: 늦은 것");
        await chat.SettleAsync();

        Assert.Single(chat.Shown, s => s.Says("전력 공급은 누가 요구했나?"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_hundred_pieces_whose_replies_are_lost_stand_there_once_each(string platform)
    {
        const int channels = 10, each = 20;
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        await using var chat = await WireChat.StartAsync(platform, WireChat.Scripted(_handler), _time, c =>
        {
            if (c is SlackWire slack) slack.Server.Weather = (method, body) => method == "chat.postMessage" && seen.TryAdd(body.ToString(), true) ? Fault.AppliedButLost : null;
            else ((DiscordWire)c).Fake.Weather = request => request is { Method: "POST" } && request.Path.EndsWith("/messages", StringComparison.Ordinal) && seen.TryAdd(request.Body.ToString()!, true) ? FakeFault.LostReply : null;
        });

        for (var n = 0; n < each; n++)
            await chat.Store.QueueAsync([.. Enumerable.Range(0, channels).Select(c => Piece(chat, chat.Channel with { Channel = platform == "slack" ? $"C{c}" : $"30000000000000000{c}" }, n))], TestContext.Current.CancellationToken);
        await chat.SettleAsync();

        Assert.Equal(channels * each, seen.Count);
        Assert.Equal(channels * each, chat.Shown.Count);
        Assert.Equal(channels * each, platform == "slack" ? chat.Shown.Select(s => (s.Channel, s.Text)).Distinct().Count() : ((DiscordWire)chat).Fake.Messages.Select(m => (m.Channel, m.Content)).Distinct().Count());
        Assert.Equal(0, (await chat.Store.MeasureAsync(TestContext.Current.CancellationToken)).Dead);
    }

    private static QueuedPiece Piece(WireChat chat, Conversation place, int number)
    {
        var to = new Delivery { Conversation = place, UserId = WireChat.User };
        return new($"piece/{place.Channel}/{number}", PiecePart.Answer, to, chat.Platform.Render(new() { Language = Language.Korean, Text = $"글 {number}" }, to)[0]);
    }

    private async Task PassAsync(WireChat chat, int seconds)
    {
        var until = _time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        await chat.UntilAsync(() => _time.GetUtcNow() >= until);
    }
}
