using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Slack;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Wire;

/// <summary>A judge that finds nothing proves nothing: here a client does each thing that must not be done, and is caught.</summary>
public sealed class JudgeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "before the store has the row")]
    [InlineData(true, null)]
    public async Task An_acknowledgement_before_the_commit_is_seen(bool isStored, string? violation)
    {
        await using var server = new FakeSlackServer();
        await server.StartAsync();
        using var socket = await ConnectAsync(server);

        var delivered = server.DeliverAsync(await server.WaitForSocketAsync(1), "events_api", SlackBench.Mention("Ev1", "1.1"), () => isStored);
        await AcknowledgeAsync(socket);
        await delivered;

        Assert.Equal(violation is not null, server.Violations.Any(v => v.Contains(violation ?? "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_acknowledgement_on_another_socket_is_seen()
    {
        await using var server = new FakeSlackServer();
        await server.StartAsync();
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);

        var delivered = server.DeliverAsync(await server.WaitForSocketAsync(1), "events_api", SlackBench.Mention("Ev1", "1.1"));
        await AcknowledgeAsync(first, second);
        await delivered;

        Assert.Contains(server.Violations, v => v.Contains("ack on socket 2, not 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("7")]
    [InlineData(null)]
    public async Task A_message_inside_a_penalty_is_seen(string? retryAfter)
    {
        await using var server = new FakeSlackServer();
        await server.StartAsync();
        server.Plan("chat.postMessage", Fault.RateLimit(retryAfter));

        await PostAsync(server);
        await PostAsync(server);

        Assert.Contains(server.Violations, v => v.Contains("inside a penalty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_blindly_sent_again_stands_there_twice()
    {
        await using var server = new FakeSlackServer();
        await server.StartAsync();
        server.Plan("chat.postMessage", Fault.AppliedButLost);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(server));
        await PostAsync(server);

        Assert.Equal(2, server.Workspace.Messages.Count);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_live_mention_an_open_preview_and_a_text_that_is_too_long_are_seen()
    {
        await using var server = new FakeSlackServer();
        await server.StartAsync();

        await PostAsync(server, new { channel = "C1", text = "<!channel> " + new string('x', 4_000), unfurl_links = true });

        Assert.Contains(server.Violations, v => v.Contains("a mention is alive", StringComparison.Ordinal));
        Assert.Contains(server.Violations, v => v.Contains("unfurl_links", StringComparison.Ordinal));
        Assert.Contains(server.Violations, v => v.Contains("text of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("discord")]
    public async Task A_memory_that_ends_with_the_process_answers_twice(string platform)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var chat = await WireChat.StartAsync(platform, WireChat.Scripted(new ScriptedHandler()), time);
        await chat.MentionAsync("전력은?");
        await chat.WaitForAsync("답: 전력은?");
        await chat.SettleAsync();

        await chat.StopAsync();
        chat.Forget();
        time.Advance(TimeSpan.FromSeconds(6));
        await chat.StartAsync();
        await chat.DeliverAgainAsync();

        await chat.UntilAsync(() => chat.Shown.Count(s => s.Says("답: 전력은?")) == 2 || Posts(chat) == 2);
    }

    /// <summary>Discord's own guard against doubles, the nonce, hides the second answer from the eye; it was sent all the same.</summary>
    private static int Posts(WireChat chat) => chat is DiscordWire discord
        ? discord.Fake.Requests.Count(r => r.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("content", out var content) && content.GetString()!.Contains("답: 전력은?", StringComparison.Ordinal))
        : 0;

    [Fact]
    public async Task Discord_sees_what_must_not_be_sent()
    {
        await using var fake = await FakeDiscord.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = fake.Address };
        http.DefaultRequestHeaders.Authorization = new("Bot", FakeDiscord.Token);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
        fake.Fail("/messages", new(429, "{}", "5", TimeSpan.FromSeconds(5)));

        for (var n = 0; n < 2; n++)
            using (await http.PostAsJsonAsync($"/api/v10/channels/{FakeDiscord.Channel}/messages", new { content = "x", flags = 0 }, Token)) { }
        for (var n = 0; n < 2; n++)
            using (await http.PostAsJsonAsync("/api/v10/interactions/1/t/callback", new { type = 5 }, Token)) { }

        foreach (var words in (string[])["inside a penalty", "mentions are not switched off", "previews are not switched off", "acknowledged twice"])
            Assert.Contains(fake.Violations, v => v.Contains(words, StringComparison.Ordinal));
    }

    private static async Task<ClientWebSocket> ConnectAsync(FakeSlackServer server)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", FakeSlackServer.AppToken);
        using var opened = await http.PostAsync(new Uri(server.Base + "/apps.connections.open"), null, Token);
        var url = JsonElement.Parse(await opened.Content.ReadAsStringAsync(Token)).GetProperty("url").GetString()!;
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new(url), Token);
        await ReceiveAsync(socket);
        return socket;
    }

    private static async Task AcknowledgeAsync(ClientWebSocket heard, ClientWebSocket? answered = null)
    {
        var envelope = (await ReceiveAsync(heard)).GetProperty("envelope_id").GetString();
        await (answered ?? heard).SendAsync(Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{envelope}}"}"""), WebSocketMessageType.Text, true, Token);
    }

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        var read = await socket.ReceiveAsync(buffer, Token);
        return JsonElement.Parse(buffer.AsSpan(0, read.Count));
    }

    private static async Task PostAsync(FakeSlackServer server, object? body = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", FakeSlackServer.BotToken);
        using var answer = await http.PostAsJsonAsync(new Uri(server.Base + "/chat.postMessage"), body ?? new { channel = "C1", text = "x", unfurl_links = false, unfurl_media = false }, Token);
    }
}
