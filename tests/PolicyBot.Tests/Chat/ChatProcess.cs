using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot.Tests.Chat;

/// <summary>One life of the chat worker over a real store. <see cref="Kill"/> leaves it as a crash would: nothing more passes any step.</summary>
internal sealed class ChatProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IReadOnlyList<IHostedService> _running;
    private volatile bool _dead;

    public ChatProcess(string folder, JournalPlatform platform, ScriptedHandler handler, FakeTimeProvider time, Func<ChatStep, bool>? killAt = null, RateLimits? limits = null)
    {
        Store = SqliteChatStore.Open(folder, time);
        _services = new ServiceCollection()
            .AddSingleton<IChatStore>(Store).AddSingleton<IChatPlatform>(platform).AddSingleton<IChatHandler>(handler).AddSingleton<IEgress>(handler).AddSingleton<TimeProvider>(time)
            .AddSingleton(new ChatCatalogue([], [], null)).AddSingleton(limits ?? RateLimits.None)
            .AddSingleton<IHostApplicationLifetime>(new Lifetime())
            .AddLogging(log => log.AddProvider(Log))
            .AddChat()
            .BuildServiceProvider();
        _services.GetRequiredService<ChatSteps>().Passing = step =>
        {
            if (!_dead && killAt?.Invoke(step) == true) Kill();
            return _dead ? new TaskCompletionSource().Task : Task.CompletedTask;
        };
        _running = [.. _services.GetServices<IHostedService>()];
    }

    public SqliteChatStore Store { get; }

    public ListLog Log { get; } = new();

    public TaskCompletionSource Killed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var service in _running) await service.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var service in _running.Reverse()) await service.StopAsync(cancellationToken);
    }

    public void Kill()
    {
        _dead = true;
        Killed.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        // What a kill left hanging is not waited for.
        if (!_dead) await StopAsync(CancellationToken.None);
        await Store.DisposeAsync();
    }

    internal sealed class Lifetime : IHostApplicationLifetime
    {
        public bool IsStopped { get; private set; }

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => IsStopped = true;
    }
}

/// <summary>Log lines of warnings and worse.</summary>
internal sealed class ListLog : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        lock (_lines) _lines.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}

internal static class Clockwork
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Lets time pass, second by second, until something is so.</summary>
    public static async Task UntilAsync(this FakeTimeProvider time, Func<bool> isSo, TimeSpan? step = null)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(2, TestContext.Current.CancellationToken);
            time.Advance(step ?? TimeSpan.FromMilliseconds(100));
        }
    }
}
