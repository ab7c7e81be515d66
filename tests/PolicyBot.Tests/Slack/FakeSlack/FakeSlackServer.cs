using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Slack.FakeSlack;

/// <summary>A Slack on a real loopback port. It judges from its own journal; how it behaves is what the documents say, not what Slack was seen to do.</summary>
internal sealed class FakeSlackServer : IAsyncDisposable
{
    public const string BotToken = "xoxb-planted-bot";
    public const string AppToken = "xapp-planted-app";
    public const string BotUser = "U0BOT";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _faults = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _penalties = new();
    private readonly ConcurrentDictionary<string, bool> _tickets = new();
    private readonly ConcurrentDictionary<string, (int Socket, TimeSpan At, Func<bool> IsStored)> _pending = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _acked = new();
    private readonly List<JournalEntry> _journal = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _numbers;
    private bool _responsesExpired;

    /// <param name="time">By which penalties run.</param>
    public FakeSlackServer(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Map("/link", LinkAsync);
        _app.MapPost("/api/{method}", CallAsync);
        _app.MapPost("/respond/{id}", context => AnswerPlainAsync(context, "response_url"));
        _app.MapPost("/upload", context => AnswerPlainAsync(context, "upload"));
        _app.MapGet("/files/{name}", context => HandOutAsync(context));
    }

    /// <summary>What broke a rule of the platform. Every test ends with none.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public FakeWorkspace Workspace { get; } = new();

    public ConcurrentDictionary<int, FakeSocket> Sockets { get; } = new();

    /// <summary>How long each call takes, half of it before it is applied.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What becomes of a call for which nothing is planned; null carries it out.</summary>
    public Func<string, JsonElement, Fault?> Weather { get; set; } = (_, _) => null;

    /// <summary>False leaves the published schemas unread: a load of thousands of messages is not to be slowed down by its judge.</summary>
    public bool ReadsSchemas { get; set; } = true;

    /// <summary>By which address the bot reaches a socket; a test may put something in between.</summary>
    public Func<string, string> Route { get; set; } = address => address;

    /// <summary>Whether sockets say hello.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>The first so many sockets are never read: not even a ping is answered.</summary>
    public int DeafSockets { get; set; }

    public string Scopes { get; set; } = string.Join(',', PolicyBot.Slack.Web.SlackScopes.Needed.Select(s => s.Name));

    /// <summary>Since the fake began; moments of the journal are on this clock.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    public Uri Base => new(_app.Urls.First() + "/api");

    public string ResponseUrl(string id) => $"{_app.Urls.First()}/respond/{id}";

    /// <summary>By name; what is not here is a file with a word in it.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public string FileUrl(string name) => $"{_app.Urls.First()}/files/{name}";

    public IReadOnlyList<JournalEntry> Journal
    {
        get
        {
            lock (_journal) return [.. _journal];
        }
    }

    public IEnumerable<JournalEntry> Of(string what) => Journal.Where(j => j.What == what);

    public Task StartAsync() => _app.StartAsync();

    /// <summary>Addresses given so far are of no use any more.</summary>
    public void ExpireResponses() => _responsesExpired = true;

    /// <summary>The next call of the method meets the fault; several are met in turn.</summary>
    public void Plan(string method, params Fault[] faults)
    {
        foreach (var fault in faults) _faults.GetOrAdd(method, _ => new()).Enqueue(fault);
    }

    public Task<JournalEntry> WaitForAsync(string what, int count = 1) => WaitAsync(() => Of(what).Skip(count - 1).FirstOrDefault(), $"{what} × {count}");

    public async Task<T> WaitAsync<T>(Func<T?> find, string name, TimeSpan? longest = null)
        where T : class
    {
        using var limit = new CancellationTokenSource(longest ?? TimeSpan.FromSeconds(30));
        while (true)
        {
            var changed = Volatile.Read(ref _changed);
            if (find() is { } found) return found;
            try
            {
                await changed.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The fake waited for {name}; it has {string.Join(", ", Journal.Select(j => j.What))}; violations: {string.Join(", ", Violations)}");
            }
        }
    }

    public Task<FakeSocket> WaitForSocketAsync(int number) => WaitAsync(() => Sockets.GetValueOrDefault(number), $"socket {number}");

    /// <summary>Sends an envelope and waits for its acknowledgement.</summary>
    /// <param name="isStored">Asked when the acknowledgement comes.</param>
    public async Task DeliverAsync(FakeSocket socket, string type, JsonNode payload, Func<bool>? isStored = null, bool takesPayload = false)
    {
        var acked = await SendEnvelopeAsync(socket, type, payload, isStored, takesPayload);
        await acked.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async Task<Task> SendEnvelopeAsync(FakeSocket socket, string type, JsonNode payload, Func<bool>? isStored = null, bool takesPayload = false)
    {
        var id = Guid.NewGuid().ToString();
        var acked = _acked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = (socket.Number, _clock.Elapsed, isStored ?? (() => true));
        await socket.SendAsync(new JsonObject { ["envelope_id"] = id, ["type"] = type, ["accepts_response_payload"] = takesPayload, ["payload"] = payload.DeepClone() }.ToJsonString());
        return acked.Task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in Sockets.Values) socket.Gone.TrySetResult();
        await _app.DisposeAsync();
    }

    private void Note(string what, JsonElement body, string detail = "")
    {
        lock (_journal) _journal.Add(new(_clock.Elapsed, what, body, detail));
        Signal();
    }

    private void Signal() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private async Task CallAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        var body = await ReadAsync(context.Request);
        var isApp = method == "apps.connections.open";
        if (context.Request.Headers.Authorization != $"Bearer {(isApp ? AppToken : BotToken)}") Violations.Enqueue($"{method}: wrong token");
        if (context.Request.QueryString.HasValue || body.GetRawText().Contains("planted", StringComparison.Ordinal)) Violations.Enqueue($"{method}: a token outside of the header");
        var key = method == "chat.postMessage" && body.TryGetProperty("channel", out var channel) ? $"{method} {channel}" : method;
        if (_penalties.TryGetValue(key, out var until) && _time.GetUtcNow() < until) Violations.Enqueue($"{method}: sent inside a penalty");
        if (ReadsSchemas)
            foreach (var fault in BodyRules.Check(method, body)) Violations.Enqueue(fault);
        Note(method, body);
        if ((_faults.TryGetValue(method, out var planned) && planned.TryDequeue(out var next)) || (next = Weather(method, body)) is not null)
        {
            await MeetAsync(context, next, key, () => Apply(method, body));
            return;
        }

        await Task.Delay(Latency / 2);
        var answer = Apply(method, body);
        await Task.Delay(Latency / 2);
        if (method == "auth.test") context.Response.Headers["x-oauth-scopes"] = Scopes;
        await context.Response.WriteAsJsonAsync(answer);
    }

    private async Task MeetAsync(HttpContext context, Fault fault, string key, Func<JsonObject> apply)
    {
        switch (fault.Kind)
        {
            case FaultKind.RateLimit:
                _penalties[key] = _time.GetUtcNow() + TimeSpan.FromSeconds(double.TryParse(fault.Value, System.Globalization.CultureInfo.InvariantCulture, out var wait) ? wait : 30);
                if (fault.Value.Length > 0) context.Response.Headers.RetryAfter = fault.Value;
                context.Response.StatusCode = 429;
                break;
            case FaultKind.Status:
                context.Response.StatusCode = int.Parse(fault.Value, System.Globalization.CultureInfo.InvariantCulture);
                break;
            case FaultKind.Error:
                await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = false, ["error"] = fault.Value });
                break;
            case FaultKind.Body:
                await context.Response.WriteAsync(fault.Value);
                break;
            case FaultKind.AppliedButLost:
                apply();
                context.Abort();
                break;
            default:
                context.Abort();
                break;
        }
    }

    private JsonObject Apply(string method, JsonElement body) => method switch
    {
        "apps.connections.open" => new() { ["ok"] = true, ["url"] = NewTicket() },
        "files.getUploadURLExternal" => new() { ["ok"] = true, ["upload_url"] = $"{_app.Urls.First()}/upload", ["file_id"] = "F0NEW" },
        _ => Workspace.Apply(method, body, Violations),
    };

    private string NewTicket()
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return Route($"{_app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal)}/link?ticket={ticket}");
    }

    private async Task AnswerPlainAsync(HttpContext context, string what)
    {
        if (context.Request.Headers.ContainsKey("Authorization")) Violations.Enqueue($"{what}: the token was sent along");
        var body = what == "upload" ? default : await ReadAsync(context.Request);
        if (what != "upload")
            foreach (var fault in BodyRules.Check(what, body)) Violations.Enqueue(fault);
        if (_responsesExpired && what == "response_url")
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = false, ["error"] = "expired_url" });
            return;
        }

        Note(what, body, context.Request.RouteValues["id"] as string ?? "");
        if (_faults.TryGetValue(what, out var planned) && planned.TryDequeue(out var fault2)) await MeetAsync(context, fault2, what, () => []);
        else await context.Response.WriteAsync("ok");
    }

    private async Task HandOutAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        Note("file", default, name);
        if (context.Request.Headers.Authorization != $"Bearer {BotToken}") Violations.Enqueue($"{name}: fetched without the token");
        await context.Response.Body.WriteAsync(Files.GetValueOrDefault(name) ?? Encoding.UTF8.GetBytes("회의록 본문"));
    }

    private async Task LinkAsync(HttpContext context)
    {
        if (!_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = 408;
            return;
        }

        using var web = await context.WebSockets.AcceptWebSocketAsync();
        using var socket = new FakeSocket(Interlocked.Increment(ref _numbers), web);
        Sockets[socket.Number] = socket;
        if (SaysHello) await socket.SendAsync("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A0"}}""");
        Note("socket", default, socket.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (socket.Number <= DeafSockets) await socket.Gone.Task;
        else await ReadAcksAsync(socket);
        Sockets.TryRemove(socket.Number, out _);
        Signal();
    }

    private async Task ReadAcksAsync(FakeSocket socket)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var read = await socket.Socket.ReceiveAsync(buffer, CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close) break;
                Judge(socket, JsonElement.Parse(buffer.AsSpan(0, read.Count)));
            }

            await socket.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The bot let go of it.
        }
    }

    private void Judge(FakeSocket socket, JsonElement ack)
    {
        var id = ack.GetProperty("envelope_id").GetString()!;
        if (!_pending.TryRemove(id, out var sent)) Violations.Enqueue("ack of an envelope that was never sent, or twice");
        else
        {
            if (sent.Socket != socket.Number) Violations.Enqueue($"ack on socket {socket.Number}, not {sent.Socket}");
            if (_clock.Elapsed - sent.At > TimeSpan.FromSeconds(3)) Violations.Enqueue("ack later than 3 s");
            if (!sent.IsStored()) Violations.Enqueue("ack before the store has the row");
        }

        Note("ack", ack);
        if (_acked.TryGetValue(id, out var waiting)) waiting.TrySetResult();
    }

    private static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
            return JsonSerializer.SerializeToElement((await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString()));
        using var body = new StreamReader(request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync();
        return text.Length == 0 ? JsonElement.Parse("{}") : JsonElement.Parse(text);
    }
}
