using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Slack;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Slack.FakeSlack;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>The chat of one process over a data folder, connected to a Slack, from start to stop.</summary>
internal sealed class ChatLife : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly SlackPlatform _slack;

    private ChatLife(SqliteChatStore store, SlackPlatform slack, IHost host) => (Store, _slack, _host) = (store, slack, host);

    public SqliteChatStore Store { get; }

    public static async Task<ChatLife> StartAsync(string folder, FakeSlackServer server, Func<SqliteChatStore, IChatHandler> handler, IEgress egress, RateLimits? rates = null)
    {
        var store = SqliteChatStore.Open(folder, TimeProvider.System);
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        using var logs = LoggerFactory.Create(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        var slack = new SlackPlatform(new(FakeSlackServer.BotToken, FakeSlackServer.AppToken, "", false, server.Base), CommandCatalogue.All, store, TimeProvider.System, logs.CreateLogger<SlackPlatform>());
        builder.Services.AddSingleton<IChatStore>(store).AddSingleton(handler(store)).AddSingleton<IChatPlatform>(slack).AddSingleton(egress).AddSingleton(rates ?? RateLimits.None).AddSingleton(TimeProvider.System).AddSingleton(CommandCatalogue.All).AddChat();
        var host = builder.Build();
        await host.StartAsync();
        while (slack.State.Phase != ConnectionPhase.Connected) await Task.Delay(10);
        return new(store, slack, host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _slack.Dispose();
        await Store.DisposeAsync();
    }
}
