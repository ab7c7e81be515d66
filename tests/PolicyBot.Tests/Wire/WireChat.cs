using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Wire;

/// <summary>The whole way of a message on one platform: a fake server on a real socket, the adapter, the store on disk, the handler, and back. What people do is told to the fake; what they see is read from it.</summary>
internal abstract class WireChat(TimeProvider time, Func<IChatStore, (IChatHandler Handler, IEgress Egress)> answering) : IAsyncDisposable
{
    public const string User = "500000000000000001";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private ServiceProvider? _services;
    private int _numbers;

    public TimeProvider Time => time;

    public ListLog Log { get; } = new();

    public SqliteChatStore Store { get; private set; } = null!;

    public IChatPlatform Platform { get; private set; } = null!;

    public PlatformRunner Runner => _services!.GetRequiredService<PlatformRunner>();

    /// <summary>Where people write.</summary>
    public abstract Conversation Channel { get; }

    public abstract IReadOnlyList<string> Violations { get; }

    /// <summary>Messages of the bot as they stand now, the oldest first.</summary>
    public abstract IReadOnlyList<Shown> Shown { get; }

    public static async Task<WireChat> StartAsync(string platform, Func<IChatStore, (IChatHandler, IEgress)> answering, TimeProvider? time = null, Action<WireChat>? prepare = null)
    {
        WireChat chat = platform == "slack" ? new SlackWire(time ?? TimeProvider.System, answering) : new DiscordWire(time ?? TimeProvider.System, answering);
        await chat.OpenAsync();
        prepare?.Invoke(chat);
        await chat.StartAsync();
        return chat;
    }

    public static Func<IChatStore, (IChatHandler, IEgress)> Scripted(ScriptedHandler handler) => _ => (handler, handler);

    /// <summary>Somebody calls the bot in the channel; the id of the message.</summary>
    public abstract Task<string> MentionAsync(string text, string? thread = null);

    /// <summary>A line without a mention.</summary>
    /// <param name="tags">Somebody else who is called.</param>
    public abstract Task<string> SayAsync(string text, string? thread = null, string? tags = null);

    public abstract Task DirectAsync(string text);

    public abstract Task CommandAsync(string name, params (string Option, string Value)[] options);

    public abstract Task PressAsync(Shown on, string id, string? value = null);

    /// <summary>Fills in the form that the last press opened.</summary>
    public abstract Task SubmitAsync(string comment);

    public abstract Task EditAsync(string message, string text);

    public abstract Task DeleteAsync(string message);

    /// <summary>The platform brings again what it brought last.</summary>
    public abstract Task DeliverAgainAsync();

    /// <summary>What people wrote last outlives its permission to be answered in place.</summary>
    public abstract void ExpireHandles();

    public Task PressLabelAsync(Shown on, string label)
    {
        var button = on.Buttons.FirstOrDefault(b => b.Label == label);
        Assert.True(button.Id is not null, $"There is no button {label}, only {string.Join(", ", on.Buttons.Select(b => b.Label))}.");
        return PressAsync(on, button.Id!, button.Value);
    }

    public Task<Shown> WaitForAsync(params string[] words) => WaitAsync(s => s.Says(words));

    public async Task<Shown> WaitAsync(Func<Shown, bool> isIt)
    {
        Shown? found = null;
        await UntilAsync(() => (found = Shown.LastOrDefault(isIt)) is not null);
        return found!;
    }

    public async Task UntilAsync(Func<bool> isSo)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(limit.Elapsed < Longest, $"It never was so; {Platform.State}; shown: {string.Join(" | ", Shown.Select(s => s.Text))}; log: {string.Join(" | ", Log.Lines)}; {string.Join(", ", Violations)}");
            (time as FakeTimeProvider)?.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Nothing waits any more.</summary>
    public Task SettleAsync() => UntilAsync(() => Store.MeasureAsync(CancellationToken.None).Result is { Waiting: 0, ToSend: 0 });

    public async Task StartAsync()
    {
        Store = SqliteChatStore.Open(_folder.Path, time);
        Platform = Connect(Store);
        var (handler, egress) = answering(Store);
        _services = new ServiceCollection()
            .AddSingleton<IChatStore>(Store).AddSingleton(Platform).AddSingleton(handler).AddSingleton(egress).AddSingleton(time).AddSingleton(CommandCatalogue.All)
            .AddSingleton<IHostApplicationLifetime>(new ChatProcess.Lifetime()).AddLogging(log => log.AddProvider(Log)).AddChat().BuildServiceProvider();
        foreach (var service in _services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
        await UntilAsync(() => Platform.State.Phase == ConnectionPhase.Connected);
    }

    public async Task StopAsync()
    {
        foreach (var service in _services!.GetServices<IHostedService>().Reverse()) await service.StopAsync(CancellationToken.None);
        (Platform as IDisposable)?.Dispose();
        await Store.DisposeAsync();
    }

    /// <summary>What was stored is gone, as if it had stood in memory alone. Only between a stop and a start.</summary>
    public void Forget()
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "chat.db*")) File.Delete(file);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await CloseAsync();
        _folder.Dispose();
        Assert.Empty(Violations);
    }

    protected int Next() => Interlocked.Increment(ref _numbers);

    /// <summary>The fake begins to listen.</summary>
    protected abstract Task OpenAsync();

    protected abstract IChatPlatform Connect(SqliteChatStore store);

    protected abstract Task CloseAsync();
}
