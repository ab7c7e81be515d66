using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Slack;
using PolicyBot.Tests.Discord;
using PolicyBot.Tests.Slack;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Wire;

/// <summary>Connections that end in every way, and one that ends in none: it only falls silent.</summary>
public sealed class DisconnectTests
{
    private static readonly Func<FakeSlackServer, FakeSocket, Task>[] Ways =
    [
        (_, socket) => Task.Run(socket.Socket.Abort),
        (_, socket) => socket.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default),
        (_, socket) => socket.Socket.CloseOutputAsync(WebSocketCloseStatus.InternalServerError, "x", default),
        (_, socket) => socket.SendAsync("""{"type":"disconnect","reason":"warning"}"""),
        (_, socket) => socket.SendAsync("""{"type":"disconnect","reason":"refresh_requested"}"""),
        (_, socket) => socket.SendAsync("""{"type":"disconnect","reason":"too_many_websockets"}"""),
        (_, socket) => socket.SendAsync("""{"type":"disconnect","reason":"a_reason_of_tomorrow"}"""),
        (server, socket) =>
        {
            server.Plan("apps.connections.open", Fault.Status(503), Fault.Abort, Fault.Error("internal_error"));
            return Task.Run(socket.Socket.Abort);
        },
    ];

    [Fact]
    public async Task Slack_after_two_hundred_ends_of_every_kind_everything_was_heard()
    {
        await using var bench = await SlackBench.CreateAsync();
        await bench.ConnectAsync();
        for (var i = 0; i < 200; i++)
        {
            var socket = await NewestAsync(bench);
            await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention($"Ev{i}", $"1753300000.{i:D6}"));
            await Ways[i % Ways.Length](bench.Server, socket);
            await bench.UntilAsync(() => bench.Server.Sockets.Keys.Any(n => n > socket.Number) && bench.Slack.State.Phase == ConnectionPhase.Connected);
        }

        Assert.Equal(200, bench.Inbox.Messages.Count);
        Assert.False(bench.Running.IsCompleted);
    }

    [Fact]
    public async Task Slack_a_connection_that_falls_silent_is_found_out()
    {
        var timings = SlackBench.Quick with { Ping = TimeSpan.FromMilliseconds(200), Pong = TimeSpan.FromMilliseconds(400) };
        SilentWire? wire = null;
        await using var bench = await SlackBench.CreateAsync(timings, prepare: s => s.Route = address => new UriBuilder(address) { Host = "127.0.0.1", Port = new Uri("tcp://" + (wire ??= new(s.Base)).Host).Port }.Uri.AbsoluteUri);
        var socket = await bench.ConnectAsync();
        await bench.Server.DeliverAsync(socket, "events_api", SlackBench.Mention("Ev1", "1753300000.000001"));

        wire!.Cut();

        await bench.UntilAsync(() => bench.Server.Sockets.Keys.Any(n => n > socket.Number) && bench.Slack.State.Phase == ConnectionPhase.Connected);
        await bench.Server.DeliverAsync(await NewestAsync(bench), "events_api", SlackBench.Mention("Ev2", "1753300000.000002"));
        Assert.Equal(2, bench.Inbox.Messages.Count);
        wire.Dispose();
        // As shipped: silence is noticed after ping and pong, and the next socket stands after the longest wait of young trouble.
        var shipped = new SlackTimings();
        Assert.InRange(shipped.Ping + shipped.Pong + shipped.YoungWait, TimeSpan.Zero, TimeSpan.FromSeconds(45));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(41)]
    public async Task Discord_a_connection_that_falls_silent_is_found_out_within_45_seconds(int secondsAfterABeat)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var fake = await FakeDiscord.StartAsync(clock);
        fake.Gateway.Interval = TimeSpan.FromSeconds(41.25);
        await using var rig = await DiscordRig.StartAsync(fake, clock: clock);
        await rig.UntilAsync(() => fake.Gateway.Count("beat") == 1);
        var later = clock.GetUtcNow() + TimeSpan.FromSeconds(secondsAfterABeat);
        await rig.UntilAsync(() => clock.GetUtcNow() >= later);

        fake.Gateway.IsDeaf = true;
        var silent = clock.GetUtcNow();
        await rig.UntilAsync(() => fake.Gateway.Connections == 2);
        fake.Gateway.IsDeaf = false;
        await rig.UntilAsync(() => fake.Gateway.Count("resume") >= 1 && rig.Platform.State.Phase == ConnectionPhase.Connected);

        // A few quarters of a second pass on this clock while the machine is at work.
        Assert.InRange(clock.GetUtcNow() - silent, TimeSpan.Zero, TimeSpan.FromSeconds(48));
        Assert.Equal(1, fake.Gateway.Count("identify"));
    }

    private static Task<FakeSocket> NewestAsync(SlackBench bench) => bench.Server.WaitAsync(() => bench.Server.Sockets.Values.Where(s => s.Socket.State == WebSocketState.Open).MaxBy(s => s.Number), "a socket");
}
