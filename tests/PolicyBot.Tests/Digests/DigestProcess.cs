using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Access;
using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Storage.Sql;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Chat;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Digests;

/// <summary>One life of the digests over a real store, moved on by hand: a look at the clock, then everything that waits is sent. A kill leaves it as a crash would.</summary>
internal sealed class DigestProcess : IAsyncDisposable
{
    private static readonly Topics Topics = Topics.Load(ShippedCatalogues.Topics);

    private readonly ServiceProvider _services;
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _dead;

    public DigestProcess(string folder, IArchive archive, IChatPlatform platform, TimeProvider time, Func<string, bool>? killAt = null, Clearances? clearances = null, TopLines? lines = null)
    {
        Store = SqliteChatStore.Open(folder, time);
        clearances ??= Clearances.Default;
        _services = new ServiceCollection()
            .AddSingleton<IChatStore>(Store).AddSingleton(platform).AddSingleton<IEgress>(new EgressGate(archive, clearances)).AddSingleton(time)
            .AddSingleton<IChatHandler>(new ScriptedHandler()).AddSingleton(new ChatCatalogue([], [], null)).AddSingleton<IHostApplicationLifetime>(new ChatProcess.Lifetime())
            .AddSingleton(new DigestDesk { Archive = archive, Topics = Topics, Organisations = Organisations.Empty, Clearances = clearances, TopLines = lines, Time = time })
            .AddLogging(log => log.AddProvider(Log))
            .AddChat().AddDigests().BuildServiceProvider();
        _services.GetRequiredService<DigestSteps>().Passing = step => Pass(step.ToString(), killAt);
        _services.GetRequiredService<ChatSteps>().Passing = step => Pass(step.ToString(), killAt);
    }

    public SqliteChatStore Store { get; }

    public ListLog Log { get; } = new();

    /// <summary>Looks at the clock once, and sends what waits. Ends at once when it is killed on the way.</summary>
    public async Task TurnAsync()
    {
        var work = WorkAsync();
        if (await Task.WhenAny(work, _killed.Task) == work) await work;
    }

    /// <summary>Lets followers be told: an import is waited for until it stands still.</summary>
    public async Task FollowAsync()
    {
        var token = TestContext.Current.CancellationToken;
        for (var look = 0; look < 2; look++) await _services.GetRequiredService<FollowRound>().RunAsync(token);
        await SendAsync();
    }

    /// <summary>One look alone.</summary>
    public async Task LookAsync()
    {
        await _services.GetRequiredService<FollowRound>().RunAsync(TestContext.Current.CancellationToken);
        await SendAsync();
    }

    public Task<IReadOnlyList<DigestGap>> AlarmAsync() => _services.GetRequiredService<DigestAlarm>().ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await Store.DisposeAsync();

    private async Task WorkAsync()
    {
        await _services.GetRequiredService<DigestRound>().RunAsync(TestContext.Current.CancellationToken);
        await SendAsync();
        await _services.GetRequiredService<LostOrders>().PauseAsync(TestContext.Current.CancellationToken);
        await SendAsync();
    }

    private async Task SendAsync()
    {
        var work = _services.GetRequiredService<LaneWork>();
        foreach (var lane in await Store.Writer.WriteAsync(db => OutboxRows.FreeLanes(db, 0), TestContext.Current.CancellationToken))
            while (await work.SendHeadAsync(lane, TestContext.Current.CancellationToken, TestContext.Current.CancellationToken))
            {
                // The next piece.
            }
    }

    private Task Pass(string step, Func<string, bool>? killAt)
    {
        if (!_dead && killAt?.Invoke(step) == true)
        {
            _dead = true;
            _killed.TrySetResult();
        }

        return _dead ? new TaskCompletionSource().Task : Task.CompletedTask;
    }
}
