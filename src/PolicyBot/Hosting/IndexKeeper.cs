using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>Brings the index up to what other processes import while the worker runs.</summary>
internal sealed partial class IndexKeeper(IArchive archive, IndexFollower follower, TimeProvider time, ILogger<IndexKeeper> log) : BackgroundService
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
        try
        {
            while (true)
            {
                await WaitAsync(stoppingToken);
                await TryFollowAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    /// <summary>Until the archive tells of a change. Not every process can tell: now and then it is looked after all the same.</summary>
    private async Task WaitAsync(CancellationToken stopping)
    {
        using var interval = new CancellationTokenSource(Interval, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopping, interval.Token);
        try
        {
            await archive.WaitForChangeAsync(linked.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // It is time to look.
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
