using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Tests.Slack;

public sealed class SlackSendingTests
{
    private static readonly Conversation _channel = new("slack", "T1", "C1", null, ConversationKind.Public);
    private static readonly Delivery _threaded = new() { Conversation = _channel, UserId = "U1", InReplyTo = "1.1", OpensThread = true };
    private static readonly Reply _short = new() { Language = Language.Korean, Text = "기록에 없습니다. [1]" };
    private static readonly Reply _long = _short with { Text = string.Concat(Enumerable.Repeat("참석자들이 함께 세제 지원을 말했다. [1]\n", 60)), Buttons = [new("helpful:a1", "도움됨")] };

    private static OutgoingPiece Piece(SlackBench bench, Reply reply, Delivery delivery, string? replaces = null) =>
        new() { Key = "answer/1", Kind = PieceKind.Answer, Delivery = delivery, Body = bench.Slack.Render(reply, delivery)[0], Replaces = replaces, Stored = DateTimeOffset.UnixEpoch.AddYears(50) };

    private static OutgoingPiece Working(Delivery delivery) => new() { Key = "work/1", Kind = PieceKind.Working, Delivery = delivery, Body = "ko" };

    private static Task<SendOutcome> SendAsync(SlackBench bench, OutgoingPiece piece) => bench.Slack.SendAsync(piece, TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_answer_opens_a_thread_and_is_edited_in_place()
    {
        await using var bench = await SlackBench.CreateAsync();

        var sent = Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, _threaded)));
        Assert.Equal(sent, await SendAsync(bench, Piece(bench, _short with { Text = "새 답" }, _threaded, sent.MessageId)));

        var message = Assert.Single(bench.Server.Workspace.Messages);
        Assert.Equal(("1.1", "새 답"), ((string?)message["thread_ts"], (string?)message["text"]));
        Assert.DoesNotContain("answer/1", message.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_to_one_person_opens_the_conversation_once_and_is_found_there_again()
    {
        await using var bench = await SlackBench.CreateAsync();
        var piece = Piece(bench, _short, Delivery.To(_channel, "U7"));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, piece));
        Assert.True((await bench.Slack.ReconcileAsync(piece, TestContext.Current.CancellationToken)).MessageId is not null);

        Assert.Equal("D0NEW", (string?)Assert.Single(bench.Server.Workspace.Messages)["channel"]);
        Assert.Single(bench.Server.Of("conversations.open"));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_posted_anew()
    {
        await using var bench = await SlackBench.CreateAsync();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, _threaded, "9.9")));

        Assert.Equal(["chat.update", "chat.postMessage"], bench.Server.Journal.Select(j => j.What));
    }

    [Fact]
    public async Task A_long_answer_in_a_thread_is_streamed_and_its_buttons_follow()
    {
        await using var bench = await SlackBench.CreateAsync();

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _long, _threaded)));

        var message = Assert.Single(bench.Server.Workspace.Messages);
        Assert.Equal(60, ((string)message["text"]!).Split("[1]").Length - 1);
        Assert.Contains("helpful:a1", message["blocks"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange(bench.Server.Of("chat.appendStream").Count(), 2, 4);
        Assert.NotNull(message["metadata"]);
    }

    [Theory]
    [InlineData("chat.appendStream")]
    [InlineData("chat.stopStream")]
    public async Task A_stream_that_breaks_is_stopped_and_finished_by_an_edit(string method)
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Plan(method, Fault.Error("message_not_in_streaming_state"));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _long, _threaded)));

        Assert.Equal("chat.update", bench.Server.Journal[^1].What);
        Assert.Single(bench.Server.Workspace.Messages);
    }

    [Fact]
    public async Task A_stream_whose_start_was_lost_is_found_and_completed()
    {
        await using var bench = await SlackBench.CreateAsync();
        await bench.ConnectAsync();
        bench.Server.Plan("chat.startStream", Fault.AppliedButLost);
        var piece = Piece(bench, _long, _threaded);

        Assert.IsType<SendOutcome.InDoubt>(await SendAsync(bench, piece));
        var found = await bench.Slack.ReconcileAsync(piece, TestContext.Current.CancellationToken);

        Assert.NotNull(found.MessageId);
        Assert.Contains("helpful:a1", Assert.Single(bench.Server.Workspace.Messages).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown_method")]
    [InlineData("ratelimited")]
    public async Task Where_nothing_can_be_streamed_the_answer_is_posted_whole(string error)
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Plan("chat.startStream", Fault.Error(error));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _long, _threaded)));

        Assert.Single(bench.Server.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_lost_reply_is_reconciled_without_a_double()
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Plan("chat.postMessage", Fault.AppliedButLost);
        var piece = Piece(bench, _short, _threaded);

        Assert.IsType<SendOutcome.InDoubt>(await SendAsync(bench, piece));
        var found = await bench.Slack.ReconcileAsync(piece, TestContext.Current.CancellationToken);

        Assert.Equal(new(true, (string?)Assert.Single(bench.Server.Workspace.Messages)["ts"]), found);
    }

    [Fact]
    public async Task A_request_that_never_came_through_is_known_to_be_missing()
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Plan("chat.postMessage", Fault.Status(502));
        var piece = Piece(bench, _short, _threaded);

        Assert.IsType<SendOutcome.InDoubt>(await SendAsync(bench, piece));

        Assert.Equal(new(true, null), await bench.Slack.ReconcileAsync(piece, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData("soon", 30)]
    [InlineData(null, 30)]
    public async Task A_penalty_is_kept_for_its_channel(string? retryAfter, double seconds)
    {
        var time = new FakeTimeProvider();
        await using var bench = await SlackBench.CreateAsync(time: time);
        bench.Server.Plan("chat.postMessage", Fault.RateLimit(retryAfter));
        var piece = Piece(bench, _short, _threaded);

        var first = Assert.IsType<SendOutcome.Later>(await SendAsync(bench, piece));
        var second = Assert.IsType<SendOutcome.Later>(await SendAsync(bench, piece));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, _threaded with { Conversation = _channel with { Channel = "C2" } })));

        Assert.Equal((seconds, seconds), (first.Wait.TotalSeconds, second.Wait.TotalSeconds));
        Assert.Equal(2, bench.Server.Of("chat.postMessage").Count());
    }

    [Theory]
    [InlineData("is_archived", true)]
    [InlineData("not_in_channel", true)]
    [InlineData("invalid_arguments", false)]
    public async Task What_Slack_refuses_is_not_tried_again(string error, bool isLost)
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Plan("chat.postMessage", Fault.Error(error));

        Assert.Equal(isLost, Assert.IsType<SendOutcome.Refused>(await SendAsync(bench, Piece(bench, _short, _threaded))).ConversationLost);
    }

    [Fact]
    public async Task A_token_revoked_while_the_bot_runs_ends_visibly_and_loses_nothing()
    {
        await using var bench = await SlackBench.CreateAsync();
        await bench.ConnectAsync();
        bench.Server.Plan("chat.postMessage", Fault.Error("token_revoked"));

        Assert.IsType<SendOutcome.Later>(await SendAsync(bench, Piece(bench, _short, _threaded)));
        await bench.Running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(ConnectionPhase.Failed, bench.Slack.State.Phase);
        Assert.Contains("Slack:BotToken", bench.Slack.State.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msg_too_long")]
    [InlineData("msg_blocks_too_long")]
    public async Task A_refused_layout_is_followed_by_words_alone(string error)
    {
        await using var bench = await SlackBench.CreateAsync();
        bench.Server.Plan("chat.postMessage", Fault.Error(error));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, _threaded)));

        Assert.Null(Assert.Single(bench.Server.Workspace.Messages)["blocks"]);
    }

    [Fact]
    public async Task A_command_is_answered_privately_in_place_of_the_sign_of_work()
    {
        await using var bench = await SlackBench.CreateAsync();
        var delivery = new Delivery { Conversation = _channel, Kind = DeliveryKind.Private, UserId = "U1", ReplyHandle = bench.Server.ResponseUrl("1") };

        var working = Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Working(delivery)));
        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, delivery, working.MessageId)));

        var uses = bench.Server.Of("response_url").ToList();
        Assert.Equal(["기록을 찾는 중…", "기록에 없습니다. [1]"], uses.Select(u => u.Text("text")));
        Assert.Equal(["false", "true"], uses.Select(u => u.Text("replace_original")));
        Assert.All(uses, u => Assert.Equal("ephemeral", u.Text("response_type")));
    }

    [Fact]
    public async Task After_five_uses_a_private_answer_takes_the_other_way()
    {
        await using var bench = await SlackBench.CreateAsync();
        var delivery = new Delivery { Conversation = _channel, Kind = DeliveryKind.Private, UserId = "U1", ReplyHandle = bench.Server.ResponseUrl("1") };

        for (var i = 0; i < 6; i++) Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, delivery)));

        Assert.Equal(5, bench.Server.Of("response_url").Count());
        Assert.Equal("U1", Assert.Single(bench.Server.Of("chat.postEphemeral")).Text("user"));
    }

    [Fact]
    public async Task An_expired_address_is_not_used()
    {
        var time = new FakeTimeProvider();
        await using var bench = await SlackBench.CreateAsync(time: time);
        var delivery = new Delivery { Conversation = _channel, Kind = DeliveryKind.Private, UserId = "U1", ReplyHandle = bench.Server.ResponseUrl("1"), AskedAt = time.GetUtcNow() - TimeSpan.FromMinutes(30) };
        bench.Server.Plan("chat.postEphemeral", Fault.Error("user_not_in_channel"));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Piece(bench, _short, delivery)));

        Assert.Equal(["chat.postEphemeral", "chat.postMessage"], bench.Server.Journal.Select(j => j.What));
        Assert.Equal("U1", bench.Server.Journal[^1].Text("channel"));
    }

    [Theory]
    [InlineData("http://example.org/x")]
    [InlineData("not an address")]
    public async Task An_address_that_is_not_safe_is_not_followed(string handle)
    {
        await using var bench = await SlackBench.CreateAsync();

        await SendAsync(bench, Piece(bench, _short, new Delivery { Conversation = _channel, Kind = DeliveryKind.Private, UserId = "U1", ReplyHandle = handle }));

        Assert.Equal(["chat.postEphemeral"], bench.Server.Journal.Select(j => j.What));
    }

    [Fact]
    public async Task Work_shows_as_a_status_in_threads_and_as_a_line_elsewhere()
    {
        await using var bench = await SlackBench.CreateAsync();
        var direct = new Delivery { Conversation = new("slack", "T1", "D1", null, ConversationKind.Direct), UserId = "U1", InReplyTo = "1.1" };
        bench.Server.Plan("assistant.threads.setStatus", Fault.Error("missing_scope"));

        var refused = Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Working(_threaded)));
        var status = Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Working(_threaded)));
        var line = Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, Working(direct)));

        Assert.Null(status.MessageId);
        Assert.Equal([refused.MessageId, line.MessageId], bench.Server.Workspace.Messages.Select(m => (string?)m["ts"]));
    }

    [Fact]
    public async Task The_page_and_suggestions_go_their_own_ways()
    {
        await using var bench = await SlackBench.CreateAsync();
        var home = new Delivery { Conversation = new("slack", "T1", "D1", null, ConversationKind.Direct), Kind = DeliveryKind.Home, UserId = "U1" };
        var fresh = new Delivery { Conversation = new("slack", "T1", "D1", "1.0", ConversationKind.Direct), UserId = "U1" };
        var bodies = bench.Slack.Render(_short with { Suggestions = ["세제는?", "전력은?"] }, fresh);

        await SendAsync(bench, Piece(bench, _short with { Heading = "다가오는 회의" }, home));
        foreach (var body in bodies) await SendAsync(bench, Piece(bench, _short, fresh) with { Body = body });

        Assert.Equal(["views.publish", "chat.postMessage", "assistant.threads.setSuggestedPrompts"], bench.Server.Journal.Select(j => j.What));
        Assert.Equal("전력은?", bench.Server.Journal[^1].Body.GetProperty("prompts")[1].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_check_names_what_is_missing()
    {
        await using var bench = await SlackBench.CreateAsync(prepare: s => s.Scopes = s.Scopes.Replace("users:read", "", StringComparison.Ordinal));
        Assert.Contains("users:read", Assert.Single(await bench.Slack.CheckAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        bench.Server.Plan("auth.test", Fault.Error("invalid_auth"));
        bench.Server.Plan("apps.connections.open", Fault.Error("missing_scope"));
        Assert.Collection(
            await bench.Slack.CheckAsync(TestContext.Current.CancellationToken),
            f => Assert.StartsWith("Slack:BotToken:", f, StringComparison.Ordinal),
            f => Assert.Contains("connections:write", f, StringComparison.Ordinal));
    }
}
