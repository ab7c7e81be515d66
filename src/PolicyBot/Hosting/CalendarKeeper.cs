using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Meetings.Calendars;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>Takes subscribed calendars in while the worker runs.</summary>
internal sealed partial class CalendarKeeper(SubscribedCalendars calendars, IndexKeeper index, TimeProvider time, ILogger<CalendarKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Follows few redirects, and none from https to plain http.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler { MaxAutomaticRedirections = 3, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(10) }) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do await TryPollAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task TryPollAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await calendars.PollAsync(cancellationToken)) await index.FollowAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is ArchiveException or PassageIndexException)
        {
            Log.Failed(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Subscribed calendars cannot be taken in; trying again")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
