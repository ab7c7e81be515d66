using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Slack;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Slack;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Tests.Wire;

/// <summary>People in a Slack.</summary>
internal sealed class SlackWire(TimeProvider time, Func<IChatStore, (IChatHandler, IEgress)> answering) : WireChat(time, answering)
{
    private readonly KeptLog _log = new();
    private Func<Task> _again = () => Task.CompletedTask;
    private JsonElement _view;

    public FakeSlackServer Server { get; } = new(time);

    public SlackTimings Timings { get; set; } = SlackBench.Quick;

    public override Conversation Channel { get; } = new("slack", "T1", "C1", null, ConversationKind.Public);

    public override IReadOnlyList<string> Violations => [.. Server.Violations];

    public KeptLog AdapterLog => _log;

    public override IReadOnlyList<Shown> Shown => [.. Server.Workspace.Messages.Select(Of), .. Private()];

    public override Task<string> MentionAsync(string text, string? thread = null) => SayAsync($"<@{FakeSlackServer.BotUser}> {text}", thread, "app_mention", "C1", "channel");

    public override Task<string> SayAsync(string text, string? thread = null, string? tags = null) => SayAsync(tags is null ? text : $"<@{tags}> {text}", thread, "message", "C1", "channel");

    public override Task DirectAsync(string text) => SayAsync(text, null, "message", "D1", "im");

    public override Task CommandAsync(string name, params (string Option, string Value)[] options)
    {
        var number = Next();
        return DeliverAsync("slash_commands", new()
        {
            ["team_id"] = "T1",
            ["channel_id"] = "C1",
            ["user_id"] = User,
            ["command"] = "/" + name,
            ["text"] = string.Join(' ', options.Select(o => $"{o.Option}:\"{o.Value}\"")),
            ["trigger_id"] = $"trigger-{number}",
            ["response_url"] = Server.ResponseUrl($"r{number}"),
        });
    }

    public override Task PressAsync(Shown on, string id, string? value = null)
    {
        var number = Next();
        return DeliverAsync("interactive", new()
        {
            ["type"] = "block_actions",
            ["trigger_id"] = $"trigger-{number}",
            ["response_url"] = Server.ResponseUrl($"r{number}"),
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = User, ["name"] = "gildong" },
            ["channel"] = new JsonObject { ["id"] = on.Channel },
            ["container"] = new JsonObject { ["message_ts"] = on.Id, ["thread_ts"] = on.Thread },
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = id, ["value"] = value, ["action_ts"] = Stamp(number) }),
        });
    }

    public override async Task SubmitAsync(string comment)
    {
        var opened = (await Server.WaitForAsync("views.open")).Body;
        _view = opened.GetProperty("view");
        await DeliverAsync("interactive", new()
        {
            ["type"] = "view_submission",
            ["trigger_id"] = $"trigger-{Next()}",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["user"] = new JsonObject { ["id"] = User },
            ["view"] = new JsonObject
            {
                ["id"] = "V1",
                ["callback_id"] = _view.GetProperty("callback_id").GetString(),
                ["private_metadata"] = _view.GetProperty("private_metadata").GetString(),
                ["state"] = new JsonObject { ["values"] = new JsonObject { ["comment"] = new JsonObject { ["comment"] = new JsonObject { ["value"] = comment } } } },
            },
        });
    }

    public override Task EditAsync(string message, string text) => DeliverAsync("events_api", Event(new()
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["channel"] = "C1",
        ["channel_type"] = "channel",
        ["event_ts"] = Stamp(Next()),
        ["message"] = new JsonObject { ["user"] = User, ["ts"] = message, ["text"] = $"<@{FakeSlackServer.BotUser}> {text}" },
        ["previous_message"] = new JsonObject { ["user"] = User, ["ts"] = message, ["text"] = "전" },
    }));

    public override Task DeleteAsync(string message) => DeliverAsync("events_api", Event(new()
    {
        ["type"] = "message",
        ["subtype"] = "message_deleted",
        ["channel"] = "C1",
        ["channel_type"] = "channel",
        ["event_ts"] = Stamp(Next()),
        ["previous_message"] = new JsonObject { ["user"] = User, ["ts"] = message, ["text"] = $"<@{FakeSlackServer.BotUser}> 전" },
    }));

    public override Task DeliverAgainAsync() => _again();

    public override void ExpireHandles() => Server.ExpireResponses();

    protected override Task OpenAsync() => Server.StartAsync();

    protected override IChatPlatform Connect(SqliteChatStore store) => new SlackPlatform(
        new(FakeSlackServer.BotToken, FakeSlackServer.AppToken, "", false, Server.Base), CommandCatalogue.All, store, Time, _log, Timings, () => 0.5);

    protected override async Task CloseAsync()
    {
        await Server.DisposeAsync();
        Assert.Empty(Server.Workspace.OpenStreams);
        Assert.DoesNotContain(_log.Lines, l => l.Contains("planted", StringComparison.Ordinal) || l.Contains("/respond/", StringComparison.Ordinal));
    }

    private async Task<string> SayAsync(string text, string? thread, string type, string channel, string channelType)
    {
        var stamp = Stamp(Next());
        var inner = new JsonObject { ["type"] = type, ["user"] = User, ["text"] = text, ["ts"] = stamp, ["event_ts"] = stamp, ["channel"] = channel, ["channel_type"] = channelType };
        if (thread is not null) inner["thread_ts"] = thread;
        await DeliverAsync("events_api", Event(inner));
        return stamp;
    }

    /// <summary>As Slack does: to one of the sockets that are open, again when it broke before the acknowledgement.</summary>
    private async Task DeliverAsync(string type, JsonObject payload)
    {
        _again = () => SendAsync(type, payload);
        await SendAsync(type, payload);
    }

    private async Task SendAsync(string type, JsonObject payload)
    {
        var socket = await Server.WaitAsync(() => Server.Sockets.Values.MaxBy(s => s.Number), "a socket");
        await Server.DeliverAsync(socket, type, payload);
    }

    private JsonObject Event(JsonObject inner) => SlackBench.Event($"Ev{Next()}", inner);

    private static string Stamp(int number) => (1_753_300_000 + number).ToString(CultureInfo.InvariantCulture) + ".000100";

    private static Shown Of(JsonObject message)
    {
        var body = JsonElement.Parse(message.ToJsonString());
        return new((string)message["ts"]!, (string)message["channel"]!, (string?)message["thread_ts"], false, TextOf(body), body, Wire.Shown.FindButtons(body));
    }

    private IEnumerable<Shown> Private()
    {
        foreach (var address in Server.Of("response_url").GroupBy(e => e.Detail))
        {
            var shown = new List<JsonElement>();
            foreach (var use in address)
            {
                if (use.Text("replace_original") == "true" && shown.Count > 0) shown.RemoveAt(shown.Count - 1);
                shown.Add(use.Body);
            }

            foreach (var (at, body) in shown.Index())
                yield return new($"{address.Key}.{at}", "C1", null, body.GetProperty("response_type").GetString() == "ephemeral", TextOf(body), body, Wire.Shown.FindButtons(body));
        }

        foreach (var entry in Server.Of("chat.postEphemeral"))
            yield return new("ephemeral", entry.Text("channel"), entry.Text("thread_ts") is { Length: > 0 } thread ? thread : null, true, TextOf(entry.Body), entry.Body, Wire.Shown.FindButtons(entry.Body));
    }

    private static string TextOf(JsonElement body) => string.Join('\n', Wire.Shown.FindTexts(body)).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
}
