using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Tests.Incoming;

/// <summary>A server of feeds on a loopback socket that keeps its own journal.</summary>
internal sealed class FakeFeeds : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeFeeds(WebApplication app) => _app = app;

    /// <summary>What each path answers.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Answers { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Journal { get; } = new();

    public static async Task<FakeFeeds> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var feeds = new FakeFeeds(builder.Build());
        feeds._app.Run(feeds.ServeAsync);
        await feeds._app.StartAsync();
        return feeds;
    }

    public Uri this[string path] => new(_app.Urls.First() + path);

    public void Says(string path, string body, params (string Name, string Value)[] headers) => Answers[path] = async context =>
    {
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    };

    public void Fails(string path, int status, params (string Name, string Value)[] headers) => Answers[path] = context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }

    private Task ServeAsync(HttpContext context)
    {
        Journal.Enqueue((context.Request.Path.Value!, new HeaderDictionary(context.Request.Headers.ToDictionary())));
        return Answers.TryGetValue(context.Request.Path.Value!, out var answer) ? answer(context) : Task.FromResult(context.Response.StatusCode = 404);
    }
}
