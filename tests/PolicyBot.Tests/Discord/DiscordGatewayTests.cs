using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Discord;

public sealed class DiscordGatewayTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    public async Task A_connection_that_ends_for_a_while_is_resumed_and_nothing_is_missed(int? code)
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention("701", "첫째"));
        await rig.NextAsync();

        await fake.Gateway.CloseAsync(code);
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention("702", "둘째"));

        Assert.Equal("둘째", (await rig.NextAsync(2)).Text);
        Assert.Equal((1, 1), (fake.Gateway.Count("identify"), fake.Gateway.Count("resume 2")));
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    [InlineData(4099)]
    public async Task A_session_that_is_gone_is_begun_anew_and_not_too_soon(int code)
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);

        await fake.Gateway.CloseAsync(code);

        await rig.UntilAsync(() => fake.Gateway.Count("identify") == 2 && rig.Platform.State.Phase == ConnectionPhase.Connected);
        Assert.Equal(0, fake.Gateway.Count("resume"));
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "sharding")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "GUILD_MESSAGES")]
    [InlineData(4014, "Message Content Intent")]
    public async Task A_fatal_close_code_ends_the_run_with_a_sentence(int code, string says)
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock, readsThreads: true);

        await fake.Gateway.CloseAsync(code);
        await rig.UntilAsync(() => rig.Run.IsCompleted);

        Assert.Equal(ConnectionPhase.Failed, rig.Platform.State.Phase);
        Assert.Contains(says, rig.Platform.State.Reason, StringComparison.Ordinal);
        Assert.Equal(1, fake.Gateway.Connections);
    }

    [Theory]
    [InlineData(7, "null", 1)]
    [InlineData(9, "true", 1)]
    [InlineData(9, "false", 2)]
    public async Task Discord_may_ask_to_connect_anew(int op, string data, int identifies)
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);

        await fake.Gateway.SendOpAsync(op, data);

        await rig.UntilAsync(() => fake.Gateway.Connections == 2 && fake.Gateway.IsReady);
        Assert.Equal((identifies, 2 - identifies), (fake.Gateway.Count("identify"), fake.Gateway.Count("resume")));
        await rig.UntilAsync(() => fake.Gateway.Log.Contains("closed 4000"));
    }

    [Fact]
    public async Task A_request_to_connect_anew_may_come_before_the_greeting()
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        fake.Gateway.OnConnect = async (socket, n) =>
        {
            if (n > 1) return true;
            await socket.SendAsync("""{"op":7,"d":null}"""u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
            await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken);
            return false;
        };
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);

        Assert.Equal((2, 1), (fake.Gateway.Connections, fake.Gateway.Count("identify")));
    }

    [Fact]
    public async Task Silence_on_a_heartbeat_is_taken_for_a_dead_connection()
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        fake.Gateway.Interval = TimeSpan.FromSeconds(41.25);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);

        fake.Gateway.IsDeaf = true;
        await rig.UntilAsync(() => fake.Gateway.Connections == 2);
        fake.Gateway.IsDeaf = false;

        await rig.UntilAsync(() => fake.Gateway.Count("resume") >= 1 && rig.Platform.State.Phase == ConnectionPhase.Connected);
        await rig.UntilAsync(() => fake.Gateway.Log.Contains("closed 4000"));
        Assert.Equal(1, fake.Gateway.Count("identify"));
    }

    [Fact]
    public async Task Two_resumes_that_fail_make_a_new_session()
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);
        fake.Gateway.RefusesResume = true;

        await fake.Gateway.CloseAsync(null);

        await rig.UntilAsync(() => fake.Gateway.Count("identify") == 2 && rig.Platform.State.Phase == ConnectionPhase.Connected);
    }

    [Fact]
    public async Task A_beat_is_sent_at_once_when_Discord_asks()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.SendOpAsync(1);

        await rig.UntilAsync(() => fake.Gateway.Count("beat 1") == 1);
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_last_run_stopped()
    {
        var inbox = new MemoryInbox();
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using (var first = await DiscordRig.StartAsync(fake, inbox, _clock))
        {
            await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention("701", "첫째"));
            await first.NextAsync();
        }

        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention("702", "둘째"));
        await using var second = await DiscordRig.StartAsync(fake, inbox, _clock);

        Assert.Equal("둘째", (await second.NextAsync(2)).Text);
        await second.UntilAsync(() => fake.Gateway.Log.Contains("closed 4000"));
        Assert.Equal(1, fake.Gateway.Count("identify"));
    }

    [Fact]
    public async Task Frames_that_nobody_knows_change_nothing()
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake);

        await fake.Gateway.SendRawAsync("{ no json");
        await fake.Gateway.SendRawAsync("""{"op":99}""");
        await fake.Gateway.SendRawAsync("[]");
        await fake.Gateway.EmitAsync("SOMETHING_NEW", """{"a":[{}]}""");
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", """{"id":5,"author":"x","mentions":{},"content":[]}""");
        await fake.Gateway.EmitAsync("INTERACTION_CREATE", """{"type":3,"data":[]}""");
        await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention("703", "아직 있나요"));

        Assert.Equal("아직 있나요", (await rig.NextAsync()).Text);
        Assert.Equal(1, fake.Gateway.Connections);
    }

    [Fact]
    public async Task Two_hundred_broken_connections_lose_nothing()
    {
        int?[] ways = [null, 4000, 4009, null, 4003];
        await using var fake = await FakeDiscord.StartAsync(_clock);
        await using var rig = await DiscordRig.StartAsync(fake, clock: _clock);
        for (var i = 0; i < 200; i++)
        {
            await fake.Gateway.EmitAsync("MESSAGE_CREATE", DiscordEvents.Mention($"{7_000 + i}", $"{i}"));
            await rig.NextAsync(i + 1);
            await fake.Gateway.CloseAsync(ways[i % ways.Length]);
            await rig.UntilAsync(() => fake.Gateway.IsReady && rig.Platform.State.Phase == ConnectionPhase.Connected);
        }

        Assert.Equal(200, rig.Inbox.Messages.Count);
    }

    [Fact]
    public async Task No_session_is_begun_when_few_are_left_today()
    {
        await using var fake = await FakeDiscord.StartAsync(_clock);
        fake.Bodies["GET gateway/bot"] = $$$"""{"url":"{{{fake.GatewayAddress}}}","shards":1,"session_start_limit":{"remaining":49,"reset_after":60000}}""";
        await using var rig = DiscordRig.Create(fake, clock: _clock);
        rig.Begin();

        await rig.UntilAsync(() => rig.Platform.State.Reason?.Contains("allowance", StringComparison.Ordinal) == true);
        Assert.Equal(0, fake.Gateway.Connections);
        fake.Bodies.Clear();

        await rig.UntilAsync(() => rig.Platform.State.Phase == ConnectionPhase.Connected);
    }

    [Theory]
    [InlineData(false, 4609)]
    [InlineData(true, 4609 + 32768)]
    public async Task Only_what_is_needed_is_asked_for(bool readsThreads, int intents)
    {
        await using var fake = await FakeDiscord.StartAsync();
        await using var rig = await DiscordRig.StartAsync(fake, readsThreads: readsThreads);

        Assert.Equal(intents, fake.Gateway.Identify.GetProperty("intents").GetInt32());
    }
}
