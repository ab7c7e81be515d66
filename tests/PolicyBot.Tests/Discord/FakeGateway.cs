using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Discord;

/// <summary>The gateway of the fake: one session at a time, its events kept for a resume.</summary>
internal sealed class FakeGateway(FakeDiscord fake, TimeProvider clock) : IDisposable
{
    private readonly List<(long Sequence, JsonObject Frame)> _events = [];
    private readonly CancellationTokenSource _over = new();
    private readonly SemaphoreSlim _sending = new(1);
    private WebSocket? _live;
    private bool _isReady;
    private string _session = "none";
    private long _sequence;
    private DateTimeOffset? _identified;

    /// <summary>What came in: "identify", "resume 3", "beat", "closed 4000".</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public int Connections { get; private set; }

    public JsonElement Identify { get; private set; }

    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);

    public bool IsDeaf { get; set; }

    public bool RefusesResume { get; set; }

    /// <summary>How many of the next connections are answered with this instead of a Hello or after it.</summary>
    public Func<WebSocket, int, Task<bool>>? OnConnect { get; set; }

    public bool IsReady => _isReady;

    public int Count(string entry) => Log.Count(l => l.StartsWith(entry, StringComparison.Ordinal));

    public async Task EmitAsync(string type, string json)
    {
        JsonObject frame;
        lock (_events)
        {
            frame = new() { ["op"] = 0, ["s"] = ++_sequence, ["t"] = type, ["d"] = JsonNode.Parse(json) };
            _events.Add((_sequence, frame));
        }

        if (_isReady && _live is { State: WebSocketState.Open } live) await SendAsync(live, frame.ToJsonString());
    }

    public Task SendRawAsync(string text) => SendAsync(_live!, text);

    public Task SendOpAsync(int op, string data = "null") => SendAsync(_live!, $$$"""{"op":{{{op}}},"d":{{{data}}}}""");

    /// <summary>Null breaks the connection.</summary>
    public async Task CloseAsync(int? code)
    {
        var live = _live!;
        _isReady = false;
        if (code is { } known) await live.CloseOutputAsync((WebSocketCloseStatus)known, null, default);
        else live.Abort();
    }

    public async Task ServeAsync(HttpContext context)
    {
        if (context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json") fake.Violations.Enqueue("the gateway's version or encoding is missing");
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Connections++;
        (_live, _isReady) = (socket, false);
        try
        {
            if (OnConnect is { } script && !await script(socket, Connections)) return;
            await SendAsync(socket, $$$"""{"op":10,"d":{"heartbeat_interval":{{{(long)Interval.TotalMilliseconds}}}}}""");
            while (await ReceiveAsync(socket) is { } frame) await TakeAsync(socket, frame);
            Log.Enqueue($"closed {(int?)socket.CloseStatus}");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            Log.Enqueue("closed");
        }
    }

    public void Dispose()
    {
        _over.Cancel();
        _live?.Abort();
    }

    private async Task TakeAsync(WebSocket socket, JsonElement frame)
    {
        switch (frame.GetProperty("op").GetInt32())
        {
            case 1:
                Log.Enqueue("beat " + frame.GetProperty("d"));
                if (!IsDeaf) await SendAsync(socket, """{"op":11}""");
                break;
            case 2:
                await IdentifyAsync(socket, frame.GetProperty("d"));
                break;
            case 6:
                await ResumeAsync(socket, frame.GetProperty("d"));
                break;
            default:
                fake.Violations.Enqueue("an op that clients do not send");
                break;
        }
    }

    private async Task IdentifyAsync(WebSocket socket, JsonElement data)
    {
        Log.Enqueue("identify");
        Identify = data.Clone();
        if (data.GetProperty("token").GetString() != FakeDiscord.Token) fake.Violations.Enqueue("identified without the token");
        if (_identified is { } before && clock.GetUtcNow() - before < TimeSpan.FromSeconds(5)) fake.Violations.Enqueue("identified twice within five seconds");
        _identified = clock.GetUtcNow();
        lock (_events)
        {
            _events.Clear();
            (_sequence, _session) = (1, "session-" + Connections);
        }

        await SendAsync(socket, new JsonObject
        {
            ["op"] = 0,
            ["s"] = 1,
            ["t"] = "READY",
            ["d"] = new JsonObject { ["session_id"] = _session, ["resume_gateway_url"] = fake.GatewayAddress.AbsoluteUri, ["user"] = new JsonObject { ["id"] = FakeDiscord.Bot } },
        }.ToJsonString());
        _isReady = true;
    }

    private async Task ResumeAsync(WebSocket socket, JsonElement data)
    {
        var sequence = data.GetProperty("seq").GetInt64();
        Log.Enqueue($"resume {sequence}");
        if (RefusesResume || data.GetProperty("session_id").GetString() != _session)
        {
            await SendAsync(socket, """{"op":9,"d":false}""");
            return;
        }

        List<JsonObject> missed;
        lock (_events) missed = [.. _events.Where(e => e.Sequence > sequence).Select(e => e.Frame)];
        foreach (var frame in missed) await SendAsync(socket, frame.ToJsonString());
        await SendAsync(socket, $$$"""{"op":0,"s":{{{++_sequence}}},"t":"RESUMED","d":{}}""");
        _isReady = true;
    }

    /// <summary>In fragments: a frame need not come in one piece.</summary>
    private async Task SendAsync(WebSocket socket, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(bytes.AsMemory(0, bytes.Length / 2), WebSocketMessageType.Text, false, _over.Token);
            await socket.SendAsync(bytes.AsMemory(bytes.Length / 2), WebSocketMessageType.Text, true, _over.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task<JsonElement?> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[8_192];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), _over.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (length > 4_096) fake.Violations.Enqueue("a frame of more than 4,096 bytes");
            if (part.EndOfMessage) return JsonElement.Parse(buffer.AsSpan(0, length));
        }
    }
}
