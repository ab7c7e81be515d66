using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>Sends what waits in the outbox, each lane in its order and none waiting for another.</summary>
internal sealed partial class OutboxSender(IChatStore store, LaneWork work, TimeProvider time, ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, bool> _calledAgain = new(StringComparer.Ordinal);
    private readonly List<Task> _lanes = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var giveUp = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var stopping = stoppingToken.Register(() => giveUp.CancelAfter(Drain));
        try
        {
            await foreach (var lane in store.ReadLanesAsync(stoppingToken)) Call(lane, stoppingToken, giveUp.Token);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not sent waits in the store.
        }

        await Task.WhenAll(_lanes);
    }

    private void Call(string lane, CancellationToken stopping, CancellationToken giveUp)
    {
        lock (_lock)
        {
            if (_calledAgain.ContainsKey(lane))
            {
                _calledAgain[lane] = true;
                return;
            }

            _calledAgain[lane] = false;
        }

        _lanes.RemoveAll(task => task.IsCompleted);
        _lanes.Add(Task.Run(() => RunAsync(lane, stopping, giveUp), CancellationToken.None));
    }

    private async Task RunAsync(string lane, CancellationToken stopping, CancellationToken giveUp)
    {
        var isMine = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                isMine = isMine || await store.ClaimAsync(Lease.LanePrefix + lane, stopping);
                if (isMine && await work.SendHeadAsync(lane, stopping, giveUp)) continue;
                // What comes from here on is called again, or free for any worker.
                if (isMine) await store.ReleaseAsync(Lease.LanePrefix + lane, stopping);
                isMine = false;
                if (Leave(lane)) return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                isMine = false;
                Log.LaneFailed(log, lane, fault);
                await Task.Delay(Pause, time, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    /// <summary>False when something came in between.</summary>
    private bool Leave(string lane)
    {
        lock (_lock)
        {
            if (!_calledAgain[lane]) return _calledAgain.Remove(lane);
            _calledAgain[lane] = false;
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Lane {Lane} cannot go on; trying again")]
        public static partial void LaneFailed(ILogger logger, string lane, Exception fault);
    }
}
