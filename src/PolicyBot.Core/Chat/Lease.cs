using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>This worker's term among those on the same store. By the machine's running clock it ends a little earlier than by the store's: whoever wakes from a pause knows at once that its time is over.</summary>
public sealed partial class Lease(IChatStore store, WorkerCard card, TimeProvider time, ILogger<Lease> log) : BackgroundService
{
    /// <summary>Begins the claim of a lane of the outbox.</summary>
    public const string LanePrefix = "lane:";

    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private CancellationTokenSource? _term;
    private long _renewed;
    private long _number;
    private bool _isFailing;

    public bool IsShared => store.IsShared;

    /// <summary>Whether what this worker claimed is surely still its own.</summary>
    public bool IsHeld => !store.IsShared || time.GetElapsedTime(Interlocked.Read(ref _renewed)) < Length - Margin;

    /// <summary>Cancelled when the term ends; a new term has a new one.</summary>
    public CancellationToken Term
    {
        get
        {
            lock (_lock) return _term?.Token ?? CancellationToken.None;
        }
    }

    /// <summary>Does the work while this worker is the one that holds <paramref name="what"/>, and again each time it becomes so. Ends when the work ends by itself.</summary>
    public async Task HoldAsync(string what, Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (true)
        {
            while (!await TryClaimAsync(what, stopping)) await Task.Delay(Look, time, stopping);
            var term = Term;
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopping, term);
            try
            {
                await work(linked.Token);
            }
            catch (OperationCanceledException) when (term.IsCancellationRequested && !stopping.IsCancellationRequested)
            {
                // Somebody else's from now on.
            }

            if (!term.IsCancellationRequested)
            {
                await store.ReleaseAsync(what, CancellationToken.None);
                return;
            }

            if (stopping.IsCancellationRequested) return;
            Log.Lost(log, what);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (store.IsShared)
        {
            // Nothing is taken in or sent before there is a term.
            while (!await TryRenewAsync(cancellationToken)) await Task.Delay(LongestPause, time, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!store.IsShared) return;
        try
        {
            await store.ResignAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // It runs out by itself.
            Log.Failing(log, fault);
        }
    }

    public override void Dispose()
    {
        _term?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!store.IsShared) return;
        try
        {
            while (true)
            {
                await Task.Delay(Look, time, stoppingToken);
                if (time.GetElapsedTime(Interlocked.Read(ref _renewed)) >= Renewal && !await TryRenewAsync(stoppingToken)) continue;
                await TryAdoptAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task<bool> TryClaimAsync(string what, CancellationToken stopping)
    {
        try
        {
            return await store.ClaimAsync(what, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failing(log, fault);
            return false;
        }
    }

    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            // From before the call: the answer may have been long on its way.
            var asked = time.GetTimestamp();
            var clock = time as StoreTime;
            var term = await store.RenewAsync(card, Length, clock?.Ahead ?? TimeSpan.Zero, cancellationToken);
            clock?.Follow(term.Clock);
            Begin(term, asked, clock?.Ahead ?? TimeSpan.Zero);
            if (_isFailing) Log.Back(log);
            _isFailing = false;
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (!_isFailing) Log.Failing(log, fault);
            _isFailing = true;
            return false;
        }
    }

    private async Task TryAdoptAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.AdoptAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (!_isFailing) Log.Failing(log, fault);
            _isFailing = true;
        }
    }

    private void Begin(LeaseTerm term, long asked, TimeSpan ahead)
    {
        CancellationTokenSource? old = null;
        lock (_lock)
        {
            Interlocked.Exchange(ref _renewed, asked);
            if (_term is null || term.Number != _number || _term.IsCancellationRequested)
            {
                (old, _term) = (_term, new CancellationTokenSource(Timeout.InfiniteTimeSpan, time));
                if (term.Number != _number) Log.Registered(log, term.Number, card.Name);
                _number = term.Number;
                if (ahead.Duration() > Suspicious) Log.WrongClock(log, ahead);
            }

            _term.CancelAfter(Length - Margin - time.GetElapsedTime(asked) is var left && left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1));
        }

        old?.Cancel();
        old?.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Registered as worker {Number} ({Name})")]
        public static partial void Registered(ILogger logger, long number, string name);

        [LoggerMessage(LogLevel.Warning, "This machine's clock differs from the database's by {Ahead}; the database's is used. Set the machine's clock")]
        public static partial void WrongClock(ILogger logger, TimeSpan ahead);

        [LoggerMessage(LogLevel.Warning, "The term of this worker ran out: {What} is another's until it is free again")]
        public static partial void Lost(ILogger logger, string what);

        [LoggerMessage(LogLevel.Error, "The store cannot be reached; trying again. What this worker holds passes to another meanwhile")]
        public static partial void Failing(ILogger logger, Exception fault);

        [LoggerMessage(LogLevel.Information, "The store is back")]
        public static partial void Back(ILogger logger);
    }
}
