using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>Lets what is old go, every hour, so that the store stays as large as what it keeps.</summary>
internal sealed partial class ChatSweeper(IChatStore store, TimeProvider time, ILogger<ChatSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var removed = 0;
            while (await store.SweepAsync(cancellationToken) is > 0 and var batch) removed += batch;
            if (removed > 0) Log.Removed(log, removed);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Removed {Rows} rows of messages, answers and audit that were kept long enough")]
        public static partial void Removed(ILogger logger, int rows);

        [LoggerMessage(LogLevel.Error, "Old messages could not be deleted; trying again in an hour")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
