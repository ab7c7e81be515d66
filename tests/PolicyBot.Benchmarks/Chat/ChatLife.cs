using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>The chat services of one process over a data folder, from start to stop.</summary>
internal sealed class ChatLife : IAsyncDisposable
{
    private readonly IHost _host;

    private ChatLife(SqliteChatStore store, IHost host) => (Store, _host) = (store, host);

    public SqliteChatStore Store { get; }

    public static async Task<ChatLife> StartAsync(string folder, IChatPlatform platform, Func<SqliteChatStore, IChatHandler> handler, IEgress egress)
    {
        var store = SqliteChatStore.Open(folder, TimeProvider.System);
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IChatStore>(store).AddSingleton(handler(store)).AddSingleton(platform).AddSingleton(egress).AddSingleton(TimeProvider.System).AddSingleton(CommandCatalogue.All).AddChat();
        var host = builder.Build();
        await host.StartAsync();
        return new(store, host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Store.DisposeAsync();
    }
}
