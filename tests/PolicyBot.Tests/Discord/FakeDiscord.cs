using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord;

namespace PolicyBot.Tests.Discord;

/// <summary>What this fake takes Discord's REST API and gateway to be, on a loopback port. It judges from what it saw itself, and it is not Discord.</summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    public const string Bot = "100000000000000001", Application = "100000000000000002", Guild = "200000000000000001", Channel = "300000000000000001", Token = "fake-secret-token";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _penalties = new();
    private readonly ConcurrentDictionary<string, FakeMessage> _messages = new();
    private readonly ConcurrentDictionary<string, int> _callbacks = new();
    private readonly TimeProvider _clock;
    private bool _isCallbackLost;
    private long _lastId = 900_000_000_000_000_000;

    private FakeDiscord(WebApplication app, TimeProvider clock) => (_app, _clock, Gateway) = (app, clock, new(this, clock));

    public FakeGateway Gateway { get; }

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    public ConcurrentQueue<string> Violations { get; } = new();

    public ConcurrentQueue<(string Part, Func<FakeRequest, HttpContext, Task<FakeFault>> Do)> Faults { get; } = new();

    /// <summary>What becomes of a request for which nothing is planned; null carries it out.</summary>
    public Func<FakeRequest, FakeFault?> Weather { get; set; } = _ => null;

    public IEnumerable<FakeMessage> Messages => _messages.Values.OrderBy(m => m.Id, StringComparer.Ordinal);

    /// <summary>Interactions that ran out.</summary>
    public ConcurrentDictionary<string, int> DeadTokens { get; } = new();

    public ConcurrentDictionary<string, string> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Attachments by name, as its content network hands them out.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of attachments that were fetched.</summary>
    public ConcurrentQueue<string> Fetched { get; } = new();

    public Uri FileAddress(string name) => new(Address, "attachments/" + name);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Uri GatewayAddress => new(Address.AbsoluteUri.Replace("http", "ws", StringComparison.Ordinal) + "gateway");

    public static async Task<FakeDiscord> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var fake = new FakeDiscord(app, clock ?? TimeProvider.System);
        app.UseWebSockets();
        app.Run(fake.ServeAsync);
        await app.StartAsync();
        return fake;
    }

    public DiscordOptions Options(bool readsThreads = false) => new(Token, new(Address, "api/v10"), null, readsThreads);

    /// <summary>The next request whose path holds the part meets the fault.</summary>
    public void Fail(string part, FakeFault fault) => Faults.Enqueue((part, (_, _) => Task.FromResult(fault)));

    public string NextId() => Interlocked.Increment(ref _lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public FakeMessage Put(string channel, string author, string content) => Keep(new(NextId(), channel, author, content, null, new JsonObject()));

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(context);
            return;
        }

        if (context.Request.Path.Value is { } path && path.StartsWith("/attachments/", StringComparison.Ordinal))
        {
            Fetched.Enqueue(path["/attachments/".Length..]);
            if (context.Request.Headers.ContainsKey("Authorization")) Violations.Enqueue($"{path}: fetched with the token");
            await context.Response.Body.WriteAsync(Files[path["/attachments/".Length..]]);
            return;
        }

        var request = await FakeRequest.ReadAsync(context, _clock.GetUtcNow());
        Requests.Enqueue(request);
        Judge(request, context);
        if (Faults.TryPeek(out var next) && $"{request.Method} {request.Path}".Contains(next.Part, StringComparison.Ordinal) && Faults.TryDequeue(out next))
        {
            var fault = await next.Do(request, context);
            if (request.Path.EndsWith("/callback", StringComparison.Ordinal)) _isCallbackLost = true;
            if (fault.IsApplied) Answer(request);
            if (fault.Status == 429 && fault.Wait is { } wait) _penalties[request.Path] = _clock.GetUtcNow() + wait;
            await fault.WriteAsync(context);
            return;
        }

        if (Weather(request) is { } bad)
        {
            if (bad.IsApplied) Answer(request);
            if (bad.Status == 429 && bad.Wait is { } penalty) _penalties[request.Path] = _clock.GetUtcNow() + penalty;
            await bad.WriteAsync(context);
            return;
        }

        var (status, body) = Answer(request);
        context.Response.StatusCode = status;
        if (body is not null) await context.Response.WriteAsJsonAsync(body);
    }

    private void Judge(FakeRequest request, HttpContext context)
    {
        if (DiscordSchema.Fault(request.Method, request.Path, request.Body) is { } fault) Violations.Enqueue($"{request.Method} {request.Path}: {fault}");
        if (_penalties.TryGetValue(request.Path, out var until) && _clock.GetUtcNow() < until) Violations.Enqueue($"{request.Method} {request.Path}: sent inside a penalty");
        if (!request.IsInteraction && context.Request.Headers.Authorization != "Bot " + Token) Violations.Enqueue($"{request.Path}: without the token");
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) Violations.Enqueue("the user agent is not as asked for");
        if (request.Body is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("content", out var content)) return;
        if (content.GetString()!.Length > 2_000) Violations.Enqueue($"{content.GetString()!.Length} characters of content");
        if (!body.TryGetProperty("allowed_mentions", out var mentions) || mentions.GetProperty("parse").GetArrayLength() != 0) Violations.Enqueue($"{request.Path}: mentions are not switched off");
        if ((body.GetProperty("flags").GetInt32() & 4) == 0) Violations.Enqueue($"{request.Path}: previews are not switched off");
    }

    private (int Status, object? Body) Answer(FakeRequest request)
    {
        var at = request.Path.Trim('/').Split('/');
        return (request.Method, at) switch
        {
            (_, _) when Bodies.TryGetValue($"{request.Method} {string.Join('/', at)}", out var body) => (200, JsonNode.Parse(body)),
            ("GET", ["users", "@me"]) => (200, new { id = Bot, username = "policybot", bot = true }),
            ("GET", ["applications", "@me"]) => (200, new { id = Application, name = "PolicyBot", flags = 0 }),
            ("GET", ["gateway", "bot"]) => (200, new { url = GatewayAddress, shards = 1, session_start_limit = new { total = 1000, remaining = 900, reset_after = 0, max_concurrency = 1 } }),
            ("GET", ["users", "@me", "guilds"]) => (200, Array.Empty<object>()),
            ("GET", ["guilds", var id]) => (200, new { id, roles = new[] { new { id, permissions = "1024" } }, features = Array.Empty<string>() }),
            ("GET", ["channels", var id]) => (200, new { id, type = 0, guild_id = Guild, name = "정책" }),
            ("POST", ["users", "@me", "channels"]) => (200, new { id = "4" + request.Body!.Value.GetProperty("recipient_id").GetString()![1..], type = 1 }),
            ("PUT", ["applications", _, "commands"]) => (200, JsonNode.Parse(request.Body!.Value.GetRawText())),
            ("POST", ["interactions", var id, var token, "callback"]) => Callback(id, token),
            ("POST", ["webhooks", _, var token]) => DeadTokens.ContainsKey(token) ? Dead() : (200, Post(request, Channel)),
            ("PATCH", ["webhooks", _, var token, "messages", var id]) => DeadTokens.ContainsKey(token) ? Dead() : Edit(request, id == "@original" ? "original-" + token : id, id == "@original"),
            ("POST", ["channels", var channel, "messages"]) => (200, Post(request, channel)),
            ("PATCH", ["channels", _, "messages", var id]) => Edit(request, id, false),
            ("GET", ["channels", var channel, "messages"]) => (200, Messages.Where(m => m.Channel == channel).Reverse().Select(m => m.Json()).ToList()),
            ("GET", ["channels", _, "messages", var id]) => _messages.TryGetValue(id, out var message) ? (200, message.Json()) : Unknown(),
            ("POST", ["channels", var channel, "messages", var id, "threads"]) => (201, new { id, type = 11, guild_id = Guild, parent_id = channel }),
            _ => (404, new { code = 0, message = "404: Not Found" }),
        };
    }

    private (int, object) Callback(string id, string token)
    {
        if (DeadTokens.ContainsKey(token)) return (404, new { code = 10062, message = "Unknown interaction" });
        if (_callbacks.AddOrUpdate(id, 1, (_, n) => n + 1) == 1) return (204, null!);
        if (!_isCallbackLost) Violations.Enqueue("an interaction was acknowledged twice");
        return (400, new { code = 40060, message = "Interaction has already been acknowledged." });
    }

    private JsonObject Post(FakeRequest request, string channel)
    {
        var body = request.Body!.Value;
        var nonce = body.TryGetProperty("nonce", out var n) ? n.GetString() : null;
        // The window in which a nonce is known is the fake's whole life, unless a test forgets them.
        var known = nonce is null ? null : Messages.FirstOrDefault(m => m.Nonce == nonce && m.Channel == channel);
        return (known ?? Keep(new(NextId(), channel, Bot, body.GetProperty("content").GetString()!, nonce, JsonNode.Parse(body.GetRawText())!.AsObject()))).Json();
    }

    private (int, object) Edit(FakeRequest request, string id, bool isOriginal)
    {
        if (!isOriginal && !_messages.ContainsKey(id)) return Unknown();
        var old = _messages.GetValueOrDefault(id);
        return (200, Keep(new(id, old?.Channel ?? Channel, Bot, request.Body!.Value.GetProperty("content").GetString()!, old?.Nonce, JsonNode.Parse(request.Body.Value.GetRawText())!.AsObject())).Json());
    }

    private FakeMessage Keep(FakeMessage message) => _messages[message.Id] = message;

    private static (int, object) Unknown() => (404, new { code = 10008, message = "Unknown Message" });

    private static (int, object) Dead() => (401, new { code = 50027, message = "Invalid Webhook Token" });
}

internal sealed record FakeMessage(string Id, string Channel, string Author, string Content, string? Nonce, JsonObject Body)
{
    public JsonObject Json() => new() { ["id"] = Id, ["channel_id"] = Channel, ["author"] = new JsonObject { ["id"] = Author }, ["content"] = Content, ["type"] = 0 };
}

internal sealed record FakeRequest(string Method, string Path, JsonElement? Body, IReadOnlyList<string> Files, DateTimeOffset At)
{
    public bool IsInteraction => Path.StartsWith("/interactions", StringComparison.Ordinal) || Path.StartsWith("/webhooks", StringComparison.Ordinal);

    public static async Task<FakeRequest> ReadAsync(HttpContext context, DateTimeOffset now)
    {
        var path = context.Request.Path.Value!["/api/v10".Length..];
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            return new(context.Request.Method, path, JsonElement.Parse(form["payload_json"].ToString()), [.. form.Files.Select(f => f.FileName)], now);
        }

        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        return new(context.Request.Method, path, text.Length == 0 ? null : JsonElement.Parse(text), [], now);
    }
}

/// <param name="IsApplied">The request takes effect, but its reply is this one.</param>
/// <param name="Status">Zero breaks the connection.</param>
internal sealed record FakeFault(int Status, string Body = "{}", string? RetryAfter = null, TimeSpan? Wait = null, bool IsApplied = false)
{
    public static FakeFault LostReply { get; } = new(0, IsApplied: true);

    public static FakeFault Code(int status, int code) => new(status, $$"""{"code":{{code}},"message":"as asked for"}""");

    public async Task WriteAsync(HttpContext context)
    {
        if (Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        if (RetryAfter is not null) context.Response.Headers.RetryAfter = RetryAfter;
        await context.Response.WriteAsync(Body);
    }
}
