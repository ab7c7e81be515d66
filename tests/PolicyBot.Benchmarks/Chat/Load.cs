using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>People who write at planned times, whether the bot keeps up or not. What is not acknowledged is delivered again after three seconds, as Slack does; one event in ten comes twice anyway.</summary>
internal sealed class Load(FakeSlackServer server, double perSecond, int seconds, Func<int, string> text)
{
    public const int Channels = 100;

    private static readonly TimeSpan Redelivery = TimeSpan.FromSeconds(3);

    /// <summary>Milliseconds from when an event was to be delivered to when the server had its acknowledgement.</summary>
    public ConcurrentBag<double> Acknowledged { get; } = [];

    /// <summary>By the time stamp of the message: when it was to be written, by the server's clock.</summary>
    public ConcurrentDictionary<string, TimeSpan> Planned { get; } = new(StringComparer.Ordinal);

    public int Count => (int)(perSecond * seconds);

    /// <summary>Number of the first event: two loads of one server share none.</summary>
    public int First { get; init; }

    /// <summary>Who writes the event of this number.</summary>
    public Func<int, string> User { get; init; } = number => $"U{number % 300}";

    /// <summary>Where it is written.</summary>
    public Func<int, string> Channel { get; init; } = ChannelOf;

    /// <summary>Deliveries that were not acknowledged in time.</summary>
    public int NotTaken { get; private set; }

    public static string ChannelOf(int number) => $"C{number % Channels}";

    public async Task RunAsync()
    {
        var begun = server.Elapsed;
        var deliveries = new List<Task>(Count);
        for (var n = 0; n < Count; n++)
        {
            var planned = begun + TimeSpan.FromSeconds(n / perSecond);
            if (planned - server.Elapsed is var wait && wait > TimeSpan.Zero) await Task.Delay(wait);
            var number = First + n;
            Planned[Stamp(number)] = planned;
            deliveries.Add(Task.Run(() => DeliverAsync(number, planned)));
            if (n % 10 == 0) deliveries.Add(AgainAsync(number));
        }

        await Task.WhenAll(deliveries);
    }

    private async Task DeliverAsync(int number, TimeSpan planned)
    {
        while (true)
        {
            try
            {
                var sockets = server.Sockets.Values.ToList();
                if (sockets.Count > 0)
                {
                    var acknowledged = await server.SendEnvelopeAsync(sockets[number % sockets.Count], "events_api", Event(number));
                    await acknowledged.WaitAsync(Redelivery);
                    Acknowledged.Add((server.Elapsed - planned).TotalMilliseconds);
                    return;
                }
            }
            catch (Exception fault) when (fault is TimeoutException or System.Net.WebSockets.WebSocketException or ObjectDisposedException or IOException or InvalidOperationException)
            {
                // The process ended in between.
            }

            NotTaken++;
            await Task.Delay(Redelivery);
            planned = server.Elapsed;
        }
    }

    private async Task AgainAsync(int number)
    {
        await Task.Delay(Redelivery);
        await DeliverAsync(number, server.Elapsed);
    }

    private JsonObject Event(int number) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = "T1",
        ["event_id"] = $"Ev{number}",
        ["event_time"] = 1_800_000_000,
        ["event"] = new JsonObject
        {
            ["type"] = "app_mention",
            ["user"] = User(number),
            ["text"] = $"<@{FakeSlackServer.BotUser}> {text(number)}",
            ["ts"] = Stamp(number),
            ["event_ts"] = Stamp(number),
            ["channel"] = Channel(number),
            ["channel_type"] = "channel",
        },
    };

    private static string Stamp(int number) => (1_753_300_000 + number).ToString(CultureInfo.InvariantCulture) + ".000100";
}
