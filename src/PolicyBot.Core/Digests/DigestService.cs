using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;

namespace PolicyBot.Digests;

/// <summary>Keeps what people were promised to be told: digests, briefs and alerts, in time and once.</summary>
internal sealed partial class DigestService(DigestRound round, FollowRound follows, LostOrders lost, IChatStore store, Lease lease, TimeProvider time, ILogger<DigestService> log) : BackgroundService
{
    /// <summary>Of several workers one looks at the clock; when it ends, the next takes over what it had begun.</summary>
    private const string Held = "digests";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lease.HoldAsync(Held, KeepAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is claimed is taken over at the next start.
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        round.Reset();
        while (true)
        {
            await TryAsync(round.RunAsync, cancellationToken);
            await TryAsync(follows.RunAsync, cancellationToken);
            await TryAsync(lost.PauseAsync, cancellationToken);
            await TryAsync(store.RecallLanesAsync, cancellationToken);
            // On whole intervals of the clock: what is due on the minute is sent on the minute.
            await Task.Delay(Interval - TimeSpan.FromTicks(time.GetUtcNow().UtcTicks % Interval.Ticks), time, cancellationToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Digests and alerts cannot be worked on; trying again in a moment")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
