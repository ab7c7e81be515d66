using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Storage;

namespace PolicyBot.Incoming;

/// <summary>Asks each feed when it is due, one after the other, and no server twice within ten seconds.</summary>
/// <param name="changed">Called when records came in or changed.</param>
public sealed partial class FeedPoller(IReadOnlyList<PolledFeed> feeds, Func<CancellationToken, Task> changed, TimeProvider time, ILogger<FeedPoller> log) : BackgroundService
{
    /// <summary>Between two requests to one server.</summary>
    public static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, DateTimeOffset> _asked = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var wait = Longest;
                foreach (var feed in feeds)
                {
                    var due = await DueAsync(feed, stoppingToken);
                    if (due <= time.GetUtcNow())
                    {
                        await TryPollAsync(feed, stoppingToken);
                        wait = TimeSpan.Zero;
                    }
                    else if (due - time.GetUtcNow() is var left && left < wait) wait = left;
                }

                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task<DateTimeOffset> DueAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            var due = await feed.DueAsync(cancellationToken);
            var free = _asked.TryGetValue(feed.Address.Authority, out var last) ? last + Courtesy : due;
            return free > due ? free : due;
        }
        catch (ArchiveException fault)
        {
            Log.Failed(log, feed.Address.Authority, fault);
            return time.GetUtcNow() + Courtesy;
        }
    }

    private async Task TryPollAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        _asked[feed.Address.Authority] = time.GetUtcNow();
        try
        {
            var news = await feed.PollAsync(cancellationToken);
            if (news.Count > 0) Log.News(log, feed.Address.Authority, news.Count(n => n.Outcome == IntakeOutcome.Imported), news.Count(n => n.Outcome == IntakeOutcome.Updated), news.Count(n => n.Outcome == IntakeOutcome.Refused));
            if (news.Any(n => n.Outcome is IntakeOutcome.Imported or IntakeOutcome.Updated)) await changed(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, feed.Address.Authority, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Feed of {Server}: {Imported} imported, {Updated} updated, {Refused} refused; status tells which")]
        public static partial void News(ILogger logger, string server, int imported, int updated, int refused);

        [LoggerMessage(LogLevel.Error, "The feed of {Server} could not be polled; trying again")]
        public static partial void Failed(ILogger logger, string server, Exception fault);
    }
}
