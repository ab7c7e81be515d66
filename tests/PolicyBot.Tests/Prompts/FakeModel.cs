using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Prompts;

/// <summary>An OpenAI-compatible service on a loopback socket that says what a test wants, and keeps what it was asked.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _gone = new();

    private FakeModel(WebApplication app) => _app = app;

    /// <summary>From the texts of the request's messages to the reply.</summary>
    public Func<string, string> Says { get; set; } = _ => "{}";

    public Fault Fault { get; set; }

    /// <summary>From a text and the length asked for to its vector.</summary>
    public Func<string, int, float[]> Means { get; set; } = FakeVectors.Of;

    /// <summary>The numbers of the vectors that it makes.</summary>
    public int Dimension { get; set; } = 64;

    /// <summary>Done when a request is held up.</summary>
    public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What a held reply goes on after; until then it stops in the middle.</summary>
    public TaskCompletionSource Goes { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All message texts of each request, and its Authorization header.</summary>
    public ConcurrentQueue<(string Prompt, string? Authorization, JsonElement Body)> Asked { get; } = [];

    /// <summary>Every text that a vector was asked for.</summary>
    public ConcurrentQueue<string> Embedded { get; } = [];

    public Uri Endpoint => new(_app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1");

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new FakeModel(app);
        app.MapPost("/v1/chat/completions", model.CompleteAsync);
        app.MapPost("/v1/embeddings", model.EmbedAsync);
        await app.StartAsync();
        return model;
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _app.DisposeAsync();
    }

    private async Task CompleteAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var prompt = string.Join("\n", body.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString() + ": " + Content(m.GetProperty("content"))));
        Asked.Enqueue((prompt, http.Request.Headers.Authorization.ToString(), body.RootElement.Clone()));
        if ((Fault == Fault.NoSchema && body.RootElement.TryGetProperty("response_format", out _)) || (Fault == Fault.Thinks && body.RootElement.TryGetProperty("temperature", out _)))
        {
            http.Response.StatusCode = (int)HttpStatusCode.BadRequest;
            return;
        }

        if (await FailAsync(http)) return;
        http.Response.ContentType = "text/event-stream";
        var reply = Fault == Fault.Empty ? "" : Says(prompt);
        await PieceAsync(http, reply[..(reply.Length / 2)]);
        if (Fault is Fault.HangMidway or Fault.PauseMidway) await WaitAsync(http);
        if (Fault == Fault.Huge)
            for (var i = 0; i < 160 && !http.RequestAborted.IsCancellationRequested; i++) await PieceAsync(http, new string('x', 64 * 1024));
        // Small pieces, cut anywhere: a word, a key or a surrogate pair may come in two.
        foreach (var piece in reply[(reply.Length / 2)..].Chunk(7)) await PieceAsync(http, new(piece));
        await http.Response.WriteAsync("data: [DONE]\n\n");
    }

    private async Task EmbedAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var texts = body.RootElement.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
        if (await FailAsync(http)) return;
        foreach (var text in texts) Embedded.Enqueue(text);
        var data = texts.Select((text, i) => new { @object = "embedding", index = i, embedding = Means(text, Dimension) });
        await http.Response.WriteAsJsonAsync(new { @object = "list", model = "fake", data });
    }

    /// <summary>True when the fault was the answer.</summary>
    private async Task<bool> FailAsync(HttpContext http)
    {
        var (status, text) = Fault switch
        {
            Fault.Refuse => (HttpStatusCode.Unauthorized, "Incorrect API key provided: sk-planted"),
            Fault.TooMany => (HttpStatusCode.TooManyRequests, "Rate limit reached"),
            Fault.Break => (HttpStatusCode.InternalServerError, "sk-planted"),
            Fault.UnknownModel => (HttpStatusCode.NotFound, "The model `fake` does not exist"),
            Fault.TooLong => (HttpStatusCode.BadRequest, "This model's maximum context length is 8 tokens"),
            _ => (HttpStatusCode.OK, ""),
        };
        if (Fault == Fault.Hang) await WaitAsync(http);
        else if (Fault == Fault.Garbage) await http.Response.WriteAsync("<html>not a model</html>");
        else if (status == HttpStatusCode.OK) return false;
        else
        {
            http.Response.StatusCode = (int)status;
            await http.Response.WriteAsJsonAsync(new { error = new { message = text } });
        }

        return true;
    }

    private static string Content(JsonElement content) => content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(p => p.GetProperty("text").GetString()));

    private static async Task PieceAsync(HttpContext http, string text)
    {
        var piece = JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 0, model = "fake", choices = new[] { new { index = 0, delta = new { role = "assistant", content = text } } } });
        await http.Response.WriteAsync($"data: {piece}\n\n");
        await http.Response.Body.FlushAsync();
    }

    /// <summary>Until the caller or the test leaves, or the test lets it go on.</summary>
    private async Task WaitAsync(HttpContext http)
    {
        Held.TrySetResult();
        var left = new TaskCompletionSource();
        using var caller = http.RequestAborted.Register(() => left.TrySetResult());
        await using var test = _gone.Token.Register(() => left.TrySetResult());
        await Task.WhenAny(left.Task, Goes.Task);
    }
}

internal enum Fault
{
    None,

    /// <summary>Takes the request and never answers.</summary>
    Hang,
    HangMidway,

    /// <summary>Stops in the middle until the test says so.</summary>
    PauseMidway,
    Refuse,
    TooMany,
    Break,
    UnknownModel,
    TooLong,

    /// <summary>Refuses a schema of the reply.</summary>
    NoSchema,

    /// <summary>Refuses a temperature, as models do that think before they speak.</summary>
    Thinks,
    Garbage,
    Huge,
    Empty,
}
