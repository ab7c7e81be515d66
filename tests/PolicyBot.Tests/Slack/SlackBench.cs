using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Slack;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Slack;

/// <summary>The adapter against the fake, with an inbox in memory and a log that is read for secrets.</summary>
internal sealed class SlackBench : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private SlackBench(FakeSlackServer server, SlackTimings timings, TimeProvider time, bool usesHttp)
    {
        Server = server;
        Slack = new(new(FakeSlackServer.BotToken, FakeSlackServer.AppToken, Secret, usesHttp, server.Base) { UserGroups = () => UserGroups }, Catalogue, Inbox, time, Log, timings, () => 0.5);
    }

    public const string Secret = "planted-signing-secret";

    public FakeSlackServer Server { get; }

    public MemoryInbox Inbox { get; } = new();

    public SlackPlatform Slack { get; }

    /// <summary>Which user groups rules name.</summary>
    public IReadOnlyCollection<string> UserGroups { get; set; } = [];

    public KeptLog Log { get; } = new();

    /// <summary>Completes when the adapter gives up or is stopped.</summary>
    public Task Running => _running;

    private static readonly CommandDefinition Meetings = new("meetings", "회의", "Meetings", "회의") { Options = [new("action", "동작", "what to do", "할 일") { Choices = [("add", "add", "추가")] }], Opens = new("action", "add", "comment") };

    public static ChatCatalogue Catalogue { get; } = new(
        [new("concerns", "우려", "Concerns on record", "기록된 우려") { Options = [new("organisation", "기관", "who", "누가"), new("topic", "주제", "what", "무엇")] }, Meetings],
        [new("comment", "Comment on the answer", "답변에 의견 남기기", [new("comment", "Comment", "의견", IsRequired: true, IsLong: true)])],
        ("import", "Import as meeting record", "회의 기록으로 가져오기"));

    public static SlackTimings Quick { get; } = new()
    {
        FirstWait = TimeSpan.FromMilliseconds(20),
        YoungWait = TimeSpan.FromMilliseconds(50),
        Crowded = TimeSpan.FromMilliseconds(60),
        Drain = TimeSpan.FromMilliseconds(300),
        Call = TimeSpan.FromSeconds(10),
        Sockets = 1,
    };

    public static async Task<SlackBench> CreateAsync(SlackTimings? timings = null, TimeProvider? time = null, bool usesHttp = false, Action<FakeSlackServer>? prepare = null)
    {
        var server = new FakeSlackServer();
        prepare?.Invoke(server);
        await server.StartAsync();
        return new(server, timings ?? Quick, time ?? TimeProvider.System, usesHttp);
    }

    /// <summary>Connects; the socket by which events come.</summary>
    public async Task<FakeSocket> ConnectAsync()
    {
        Start();
        var socket = await Server.WaitForSocketAsync(1);
        await UntilAsync(ConnectionPhase.Connected);
        return socket;
    }

    public void Start() => _running = Slack.RunAsync(_stop.Token);

    public Task UntilAsync(ConnectionPhase phase) => UntilAsync(() => Slack.State.Phase == phase);

    public async Task UntilAsync(Func<bool> isSo)
    {
        var limit = DateTime.UtcNow.AddSeconds(30);
        while (!isSo())
        {
            Assert.True(DateTime.UtcNow < limit, $"It never was so; the state is {Slack.State}.");
            await Task.Yield();
        }
    }

    public static JsonObject Event(string id, JsonObject inner) => new() { ["type"] = "event_callback", ["team_id"] = "T1", ["event_id"] = id, ["event_time"] = 1_800_000_000, ["event"] = inner };

    public static JsonObject Mention(string id, string stamp, string text = "<@U0BOT> 전력 공급은 누가 요구했나?", string type = "app_mention") =>
        Event(id, new() { ["type"] = type, ["user"] = "U1", ["text"] = text, ["ts"] = stamp, ["event_ts"] = stamp, ["channel"] = "C1", ["channel_type"] = "channel" });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }

        Slack.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
        Assert.Empty(Server.Workspace.OpenStreams);
        Assert.DoesNotContain(Log.Lines, l => l.Contains("planted", StringComparison.Ordinal) || l.Contains("ticket=", StringComparison.Ordinal) || l.Contains("/respond/", StringComparison.Ordinal));
        _stop.Dispose();
    }
}
