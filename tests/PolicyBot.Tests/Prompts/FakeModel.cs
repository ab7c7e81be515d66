using System.Collections.Concurrent;
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

    /// <summary>Done when a request is held up.</summary>
    public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All message texts of each request, and its Authorization header.</summary>
    public ConcurrentQueue<(string Prompt, string? Authorization, JsonElement Body)> Asked { get; } = [];

    public Uri Endpoint => new(_app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1");

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new FakeModel(app);
        app.MapPost("/v1/chat/completions", model.CompleteAsync);
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
        switch (Fault)
        {
            case Fault.Hang:
                await WaitAsync(http);
                return;
            case Fault.Refuse:
                http.Response.StatusCode = 401;
                await http.Response.WriteAsync("{\"error\":{\"message\":\"Incorrect API key provided: sk-planted\"}}");
                return;
            case Fault.Break:
                http.Response.StatusCode = 500;
                return;
            case Fault.Garbage:
                await http.Response.WriteAsync("<html>not a model</html>");
                return;
        }

        http.Response.ContentType = "text/event-stream";
        var reply = Says(prompt);
        await PieceAsync(http, reply[..(reply.Length / 2)]);
        if (Fault == Fault.HangMidway) await WaitAsync(http);
        await PieceAsync(http, reply[(reply.Length / 2)..]);
        await http.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static string Content(JsonElement content) => content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(p => p.GetProperty("text").GetString()));

    private static async Task PieceAsync(HttpContext http, string text)
    {
        var piece = JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 0, model = "fake", choices = new[] { new { index = 0, delta = new { role = "assistant", content = text } } } });
        await http.Response.WriteAsync($"data: {piece}\n\n");
        await http.Response.Body.FlushAsync();
    }

    /// <summary>Until the caller or the test leaves.</summary>
    private async Task WaitAsync(HttpContext http)
    {
        Held.TrySetResult();
        var left = new TaskCompletionSource();
        using var caller = http.RequestAborted.Register(() => left.TrySetResult());
        await using var test = _gone.Token.Register(() => left.TrySetResult());
        await left.Task;
    }
}

internal enum Fault
{
    None,

    /// <summary>Takes the request and never answers.</summary>
    Hang,
    HangMidway,
    Refuse,
    Break,
    Garbage,
}
