using PolicyBot.Chat;
using PolicyBot.Tests.Answers;
using PolicyBot.Text;

namespace PolicyBot.Tests.Wire;

/// <summary>What staff see, the same on both platforms: each row over a real socket, from the event to what stands in the channel.</summary>
public sealed class FeatureTests(AskedArchive archive) : IClassFixture<AskedArchive>
{
    private const string Power = "전력 공급은 누가 요구했나?";

    private readonly WireDesk _desk = new(archive);

    public static TheoryData<string> Both => ["slack", "discord"];

    private Task<WireChat> StartAsync(string platform) => WireChat.StartAsync(platform, _desk.Answering);

    [Theory, MemberData(nameof(Both))]
    public async Task A_mention_is_answered_in_a_thread_with_who_said_it_where_and_the_proof(string platform)
    {
        await using var chat = await StartAsync(platform);

        var question = await chat.MentionAsync(Power);

        var answer = await chat.WaitForAsync("참석자들", "전력 공급을 늘려 달라");
        Assert.Equal((question, false), (answer.Thread, answer.IsPrivate));
        // Link, author and date of the record that is cited.
        Assert.True(answer.Says("[1]", "https://example.org/july", "example.org", "2025-07-25"), answer.Text);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task That_it_searches_shows_at_once_and_the_answer_takes_its_place(string platform)
    {
        var hold = new TaskCompletionSource();
        _desk.Hold = hold.Task;
        await using var chat = await StartAsync(platform);

        await chat.MentionAsync(Power);
        await chat.UntilAsync(() => IsWorking(chat));
        hold.SetResult();
        await chat.WaitForAsync("전력 공급을 늘려 달라");
        await chat.SettleAsync();

        Assert.DoesNotContain(chat.Shown, s => s.Says("찾"));
    }

    private static bool IsWorking(WireChat chat) => chat is SlackWire slack
        ? slack.Server.Of("assistant.threads.setStatus").Any()
        : chat.Shown.Any(s => s.Says("찾고 있습니다"));

    [Theory, MemberData(nameof(Both))]
    public async Task A_follow_up_in_its_thread_needs_no_mention_and_keeps_the_subject(string platform)
    {
        await using var chat = await StartAsync(platform);
        var thread = await chat.MentionAsync(Power);
        await chat.WaitForAsync("전력 공급을 늘려 달라");
        await chat.SettleAsync();

        await chat.SayAsync("그럼 정부는 뭐라고 답했어?", thread);

        var answer = await chat.WaitForAsync("이렇게 이해했습니다", "전력 공급 방안을 검토하겠다");
        Assert.Equal(thread, answer.Thread);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_is_silent_when_people_talk_to_each_other_or_call_somebody_else(string platform)
    {
        await using var chat = await StartAsync(platform);
        var thread = await chat.MentionAsync(Power);
        await chat.WaitForAsync("전력 공급을 늘려 달라");
        await chat.SettleAsync();
        var before = chat.Shown.Count;

        await chat.SayAsync("인허가는 누가 요구했나?");
        await chat.SayAsync("네, 확인했습니다. 고맙습니다.", thread);
        await chat.SayAsync("다음 주에 같이 봅시다.", thread);
        await chat.SayAsync("인허가는 누가 요구했나요?", thread, tags: "500000000000000002");
        await chat.SettleAsync();

        Assert.Equal(before, chat.Shown.Count);
        // What was said meanwhile did not stop it from hearing.
        await chat.SayAsync("인허가는 누가 요구했나?", thread);
        await chat.WaitForAsync("인허가 절차를 줄여 달라");
        Assert.Equal(before + 1, chat.Shown.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_direct_message_is_a_question(string platform)
    {
        await using var chat = await StartAsync(platform);

        await chat.DirectAsync("Who asked for tax credits?");

        Assert.NotEqual(chat.Channel.Channel, (await chat.WaitForAsync("Mary Major", "tax credits for robot makers")).Channel);
    }

    public static TheoryData<string, string, string, string, string> Commands
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var platform in (string[])["slack", "discord"])
            {
                data.Add(platform, "ask", "question", Power, "전력 공급을 늘려 달라");
                data.Add(platform, "concerns", "topic", "permits", "인허가 절차를 줄여 달라");
                data.Add(platform, "meetings", "days", "60", "보안 인재 간담회");
                data.Add(platform, "record", "id", "august", "9월까지 인허가 지침을 고치겠다");
                data.Add(platform, "status", "", "", "5");
                data.Add(platform, "help", "", "", "/concerns");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_is_answered_for_the_one_who_gave_it(string platform, string command, string option, string value, string says)
    {
        await using var chat = await StartAsync(platform);

        await chat.CommandAsync(command, option.Length == 0 ? [] : [(option, value)]);

        Assert.True((await chat.WaitForAsync(says)).IsPrivate);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_private_answer_can_be_shared_with_the_channel(string platform)
    {
        await using var chat = await StartAsync(platform);
        await chat.CommandAsync("ask", ("question", Power));
        var own = await chat.WaitForAsync("전력 공급을 늘려 달라");

        await chat.PressLabelAsync(own, "채널에 공유");

        var shared = await chat.WaitAsync(s => !s.IsPrivate && s.Says("공유", "전력 공급을 늘려 달라", Power));
        Assert.Equal(chat.Channel.Channel, shared.Channel);
        Assert.DoesNotContain(shared.Buttons, b => b.Label == "채널에 공유");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_judgement_is_thanked_for_and_kept(string platform)
    {
        await using var chat = await StartAsync(platform);
        await chat.MentionAsync(Power);
        var answer = await chat.WaitForAsync("전력 공급을 늘려 달라");

        await chat.PressLabelAsync(answer, "도움이 안 됨");

        Assert.True((await chat.WaitForAsync("검토 목록")).IsPrivate);
        Assert.Equal("not-helpful", Assert.Single(await chat.Store.ListReviewAsync(10, TestContext.Current.CancellationToken)).Judgement.Verdict);
    }

    [Theory]
    [InlineData("slack", "발언자가 틀림", "wrong-speaker")]
    [InlineData("slack", "한 말과 다름", "not-said")]
    [InlineData("discord", "발언자가 틀림", "wrong-speaker")]
    [InlineData("discord", "한 말과 다름", "not-said")]
    public async Task What_is_wrong_in_an_answer_goes_to_the_review_list_with_its_reason(string platform, string button, string verdict)
    {
        await using var chat = await StartAsync(platform);
        await chat.MentionAsync(Power);
        var answer = await chat.WaitForAsync("전력 공급을 늘려 달라");

        await chat.PressLabelAsync(answer, button);
        await chat.SubmitAsync("회의록 3쪽을 보십시오.");
        await chat.WaitForAsync("검토 목록");

        var item = Assert.Single(await chat.Store.ListReviewAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal((verdict, "회의록 3쪽을 보십시오."), (item.Judgement.Verdict, item.Judgement.Comment));
        await chat.CommandAsync("status");
        Assert.True((await chat.WaitForAsync("회의록 3쪽을 보십시오.", Power)).IsPrivate);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_channel_keeps_its_language_and_scope(string platform)
    {
        await using var chat = await StartAsync(platform);

        await chat.CommandAsync("channel", ("language", "en"), ("topic", "permits"));
        await chat.WaitForAsync("Language: English");
        await chat.SettleAsync();
        await chat.MentionAsync("누가 무엇을 요구했나?");

        var answer = await chat.WaitForAsync("인허가 절차를 줄여 달라", "Asked within this channel's scope");
        Assert.True(answer.Says("asked") || answer.Says("Raised") || answer.Says("statement"), answer.Text);
        Assert.False(answer.Says("전력 공급을 늘려 달라"), answer.Text);
    }

    [Fact]
    public async Task Slack_shows_its_own_page_and_begins_a_conversation_with_questions()
    {
        await using var chat = await StartAsync("slack");
        var server = ((SlackWire)chat).Server;
        var socket = server.Sockets.Values.Single();

        await server.DeliverAsync(socket, "events_api", Slack.SlackBench.Event("Ev1", new() { ["type"] = "app_home_opened", ["tab"] = "home", ["user"] = "U1", ["channel"] = "D1", ["event_ts"] = "1753300000.000800" }));
        await server.DeliverAsync(socket, "events_api", Slack.SlackBench.Event("Ev2", new() { ["type"] = "assistant_thread_started", ["event_ts"] = "1753300000.000801", ["assistant_thread"] = new System.Text.Json.Nodes.JsonObject { ["user_id"] = "U1", ["channel_id"] = "D1", ["thread_ts"] = "1753300000.000802" } }));

        var page = (await server.WaitForAsync("views.publish")).Body.ToString();
        Assert.Contains("보안 인재 간담회", page, StringComparison.Ordinal);
        Assert.Contains("주민 민원이 사업을 막는다", page, StringComparison.Ordinal);
        var prompts = (await server.WaitForAsync("assistant.threads.setSuggestedPrompts")).Body.GetProperty("prompts");
        Assert.InRange(prompts.GetArrayLength(), 1, 4);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_long_text_arrives_whole_in_order_and_under_every_limit(string platform)
    {
        await using var chat = await StartAsync(platform);
        var lines = Enumerable.Range(1, 400).Select(n => $"{n}번째 문장은 회의에서 나온 말을 그대로 옮긴 것이다.").ToList();
        var to = new Delivery { Conversation = chat.Channel, UserId = WireChat.User };

        var pieces = chat.Platform.Render(new() { Language = Language.Korean, Text = string.Join('\n', lines) }, to);
        await chat.Store.QueueAsync([.. pieces.Select((body, i) => new QueuedPiece($"long/{i}", PiecePart.Answer, to, body))], TestContext.Current.CancellationToken);
        await chat.SettleAsync();

        Assert.True(pieces.Count > 1);
        var all = string.Join('\n', chat.Shown.Select(s => s.Text));
        var found = lines.TakeWhile(l => all.Contains(l, StringComparison.Ordinal)).Count();
        // What is too long for messages comes as a file behind them.
        var files = chat is DiscordWire discord ? discord.Fake.Requests.Count(r => r.Files.Count > 0) : ((SlackWire)chat).Server.Of("upload").Count();
        Assert.True(found == lines.Count || (found > 100 && files > 0), $"{found} lines and {files} files");
        Assert.Equal([.. lines.Take(found).Select(l => all.IndexOf(l, StringComparison.Ordinal)).Order()], lines.Take(found).Select(l => all.IndexOf(l, StringComparison.Ordinal)));
    }
}
