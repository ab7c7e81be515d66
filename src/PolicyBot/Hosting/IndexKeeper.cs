using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>Brings the index up to what other processes import while the worker runs.</summary>
internal sealed partial class IndexKeeper(IndexFollower follower, TimeProvider time, ILogger<IndexKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _following = new(1);

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken);
        try
        {
            await follower.FollowAsync(null, cancellationToken);
        }
        finally
        {
            _following.Release();
        }
    }

    public override void Dispose()
    {
        _following.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryFollowAsync(stoppingToken);
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
            await FollowAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is ArchiveException or PassageIndexException)
        {
            Log.Behind(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The index cannot be brought up to the archive; trying again")]
        public static partial void Behind(ILogger logger, Exception fault);
    }
}
