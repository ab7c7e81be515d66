using System.Net.WebSockets;
using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Slack;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Slack;

public sealed class SocketModeTests
{
    [Fact]
    public async Task A_mention_is_stored_before_it_is_acknowledged()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"), () => bench.Inbox.Messages.Count == 1);

        var message = Assert.Single(bench.Inbox.Messages);
        Assert.Equal("전력 공급은 누가 요구했나?", message.Text);
        Assert.True(message.IsAddressed);
        Assert.Equal(ConversationKind.Public, message.Conversation.Kind);
        Assert.False(message.User.IsGuest);
    }

    [Theory]
    [InlineData("app_mention", "message")]
    [InlineData("message", "app_mention")]
    public async Task One_mention_that_comes_as_two_events_is_one_message(string first, string second)
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1800000000.000100", type: first));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev2", "1800000000.000100", type: second));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1800000000.000100", type: first));

        Assert.Single(bench.Inbox.Messages);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_acknowledged_and_comes_again()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        bench.Inbox.Fails = new IOException("disk full");

        var refused = await bench.Server.SendEnvelopeAsync(socket, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"));
        await bench.UntilAsync(() => bench.Log.Lines.Any(l => l.Contains("could not be stored", StringComparison.Ordinal)));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev2", "1800000000.000200"));
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"));

        Assert.False(refused.IsCompleted);
        Assert.Equal(2, bench.Inbox.Messages.Count);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_refresh_opens_the_new_socket_before_the_old_one_is_left(string reason)
    {
        await using var bench = await SlackBench.CreateAsync(SlackBench.Quick with { Drain = TimeSpan.FromSeconds(20) });
        var old = await bench.ConnectAsync();

        await old.SendAsync($$"""{"type":"disconnect","reason":"{{reason}}"}""");
        var fresh = await bench.Server.WaitForSocketAsync(2);
        await bench.Server.DeliverAsync(old, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"));
        await bench.Server.DeliverAsync(fresh, "events_api", SlackBench.Mention("Ev2", "1800000000.000200"));

        Assert.Equal(2, bench.Inbox.Messages.Count);
        Assert.Equal(ConnectionPhase.Connected, bench.Slack.State.Phase);
        await old.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""{"type":"disconnect","reason":"too_many_websockets"}""")]
    [InlineData("""{"type":"disconnect","reason":"something_new"}""")]
    [InlineData("close")]
    [InlineData("reset")]
    public async Task Every_loss_is_followed_by_a_new_socket(string loss)
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        if (loss == "close") await socket.Socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, TestContext.Current.CancellationToken);
        else if (loss == "reset") socket.Socket.Abort();
        else await socket.SendAsync(loss);
        var next = await bench.Server.WaitForSocketAsync(2);
        await bench.Server.DeliverAsync(next, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"));

        Assert.Single(bench.Inbox.Messages);
    }

    [Fact]
    public async Task A_socket_that_answers_no_ping_is_replaced()
    {
        await using var bench = await SlackBench.CreateAsync(SlackBench.Quick with { Ping = TimeSpan.FromMilliseconds(100), Pong = TimeSpan.FromMilliseconds(200) }, prepare: s => s.DeafSockets = 1);

        await bench.ConnectAsync();
        await bench.Server.WaitForSocketAsync(2);

        Assert.Contains(bench.Log.Lines, l => l.Contains("Deaf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sockets_without_a_hello_count_as_no_connection_and_are_given_up_after_ten()
    {
        await using var bench = await SlackBench.CreateAsync(SlackBench.Quick with { Hello = TimeSpan.FromMilliseconds(200) }, prepare: s => s.SaysHello = false);

        bench.Start();
        await bench.Running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(ConnectionPhase.Failed, bench.Slack.State.Phase);
        // On a busy machine a socket may not even open in time; such a one begins the count anew.
        Assert.InRange(bench.Server.Of("socket").Count(), 10, 30);
    }

    [Fact]
    public async Task Socket_Mode_switched_off_ends_visibly()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        await socket.SendAsync("""{"type":"disconnect","reason":"link_disabled"}""");
        await bench.Running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(ConnectionPhase.Failed, bench.Slack.State.Phase);
        Assert.Contains("Socket Mode", bench.Slack.State.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    [InlineData("missing_scope")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    public async Task A_token_that_Slack_refuses_ends_visibly(string error)
    {
        await using var bench = await SlackBench.CreateAsync(prepare: s => s.Plan("apps.connections.open", Fault.Error(error)));

        bench.Start();
        await bench.Running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(ConnectionPhase.Failed, bench.Slack.State.Phase);
        Assert.Contains("Slack:AppToken", bench.Slack.State.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_that_may_pass_is_tried_again_and_a_wait_is_kept()
    {
        await using var bench = await SlackBench.CreateAsync(prepare: s => s.Plan("apps.connections.open", Fault.Status(503), Fault.Error("internal_error"), Fault.Body("<html>"), Fault.Abort, Fault.RateLimit("1")));

        await bench.ConnectAsync();

        Assert.Equal(6, bench.Server.Of("apps.connections.open").Count());
    }

    [Theory]
    [InlineData("""{"type":"news_of_tomorrow","envelope_id":"x"}""")]
    [InlineData("""{"envelope_id":"x"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x","payload":null}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x","payload":{"event":7,"event_id":[]}}""")]
    [InlineData("""{"type":"interactive","envelope_id":"x","payload":{"type":"block_actions","actions":[{"action_id":7}]}}""")]
    public async Task Frames_that_nobody_knows_are_acknowledged(string frame)
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();

        await socket.SendAsync("not json at all");
        var parsed = JsonNode.Parse(frame)!;
        await bench.Server.DeliverAsync(socket, (string?)parsed["type"] ?? "", parsed["payload"] ?? new JsonObject());
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"));

        Assert.Single(bench.Inbox.Messages);
    }

    [Fact]
    public async Task A_frame_of_many_megabytes_is_read()
    {
        await using var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        var payload = SlackBench.Mention("Ev1", "1800000000.000100");
        payload["padding"] = new string('x', 10_000_000);

        await bench.Server.DeliverAsync(socket, "events_api", payload);

        Assert.Single(bench.Inbox.Messages);
    }

    [Fact]
    public async Task A_socket_that_is_still_written_to_does_not_hold_up_the_end()
    {
        var bench = await SlackBench.CreateAsync();
        var socket = await bench.ConnectAsync();
        var written = 0;
        var writing = Task.Run(
            async () =>
            {
                // No envelope, so nothing to acknowledge: a load that the end cannot wait out.
                for (; ; written++) await socket.SendAsync("""{"type":"news_of_tomorrow"}""");
            },
            TestContext.Current.CancellationToken);
        await bench.UntilAsync(() => Volatile.Read(ref written) > 500);

        await bench.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<Exception>(() => writing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Several_sockets_are_kept_open()
    {
        await using var bench = await SlackBench.CreateAsync(SlackBench.Quick with { Sockets = 2 });
        var first = await bench.ConnectAsync();
        var second = await bench.Server.WaitForSocketAsync(2);

        first.Socket.Abort();
        await bench.Server.DeliverAsync(second, "events_api", SlackBench.Mention("Ev1", "1800000000.000100"));

        Assert.Single(bench.Inbox.Messages);
        Assert.Equal(ConnectionPhase.Connected, bench.Slack.State.Phase);
    }
}
