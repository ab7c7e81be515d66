using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>Takes what waits in the inbox to the handler, several users at a time.</summary>
internal sealed partial class ChatDispatcher(IChatStore store, MessageWork work, TimeProvider time, ILogger<ChatDispatcher> log) : BackgroundService
{
    private const int AtOnce = 8;

    // What is in hand when the process is told to stop; what is not done by then is handled again after the start.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Whoever has to wait longer for his turn is shown that he was heard.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(400);

    private readonly FairQueue _queue = new();
    private readonly Channel<(InboxEntry Entry, long Since)> _arrivals = Channel.CreateUnbounded<(InboxEntry, long)>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var giveUp = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var stopping = stoppingToken.Register(() => giveUp.CancelAfter(Drain));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken, giveUp.Token)).Prepend(FillAsync(stoppingToken)).Prepend(GreetAsync(stoppingToken)));
    }

    private async Task FillAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var entry in store.ReadInboxAsync(stopping))
            {
                _queue.Add(entry);
                _arrivals.Writer.TryWrite((entry, time.GetTimestamp()));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What waits is in the store.
        }
    }

    private async Task GreetAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var (entry, since) in _arrivals.Reader.ReadAllAsync(stopping))
            {
                if (Unnoticed - time.GetElapsedTime(since) is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, time, stopping);
                if (_queue.IsWaiting(entry)) await work.GreetAsync(entry.Id, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What waits is in the store.
        }
    }

    private async Task WorkAsync(CancellationToken stopping, CancellationToken giveUp)
    {
        try
        {
            while (true)
            {
                var entry = await _queue.TakeAsync(stopping);
                await HandleAsync(entry, stopping, giveUp);
                _queue.Done(entry);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The row is as it was before, and handled again after the start.
        }
    }

    private async Task HandleAsync(InboxEntry entry, CancellationToken stopping, CancellationToken giveUp)
    {
        while (true)
        {
            try
            {
                await work.DoAsync(entry.Id, giveUp);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !giveUp.IsCancellationRequested)
            {
                // The store itself failed: nothing could be noted, so nothing is given up.
                Log.StoreFailed(log, entry.Id, fault);
                await Task.Delay(Pause, time, stopping);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What came of inbox row {Row} could not be stored; trying again")]
        public static partial void StoreFailed(ILogger logger, long row, Exception fault);
    }
}
