using Microsoft.Extensions.Hosting;
using PolicyBot.Chat;
using PolicyBot.Storage;
using PolicyBot.Telemetry;

namespace PolicyBot.Hosting;

/// <summary>How much waits, counted now and then for the collector.</summary>
internal sealed class QueueGauge(IChatStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private volatile Dictionary<string, int> _depths = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Measures.Observe("policybot.queue.depth", "queue", () => _depths);
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do await CountAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            var queues = await store.MeasureAsync(cancellationToken);
            _depths = new() { ["inbox"] = queues.Waiting, ["failed"] = queues.Failed, ["outbox"] = queues.ToSend, ["inDoubt"] = queues.InDoubt, ["dead"] = queues.Dead };
        }
        catch (ArchiveException)
        {
            // The services that need the store tell of it.
        }
    }
}
