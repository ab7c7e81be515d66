using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>Brings the vectors up to the archive while the worker runs. Their maker may be slow or away: nothing waits for it.</summary>
internal sealed partial class VectorKeeper(VectorFollower follower, TimeProvider time, ILogger<VectorKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do await TryFollowAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task TryFollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await follower.FollowAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is ArchiveException or Microsoft.Data.Sqlite.SqliteException)
        {
            Log.Behind(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The vectors cannot be brought up to the archive; trying again")]
        public static partial void Behind(ILogger logger, Exception fault);
    }
}
