using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Storage;

namespace PolicyBot.Incoming;

/// <summary>Looks at the watched folders again and again. The system's notices only hasten the next look: shares send none.</summary>
/// <param name="changed">Called when records came in or changed.</param>
public sealed partial class FolderWatcher(IReadOnlyList<WatchedFolder> folders, Func<CancellationToken, Task> changed, TimeProvider time, ILogger<FolderWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _notices = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    public override void Dispose()
    {
        foreach (var watcher in _watchers.Values) watcher.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var begun = time.GetTimestamp();
                var isRestless = false;
                foreach (var folder in folders) isRestless |= await TryLookAsync(folder, stoppingToken) && folder.IsRestless;
                if (isRestless) await Task.Delay(WatchedFolder.Rest, time, stoppingToken);
                // A look that takes long, over a slow share, is not taken often.
                else await WaitAsync(TimeSpan.FromTicks(Math.Max(Interval.Ticks, time.GetElapsedTime(begun).Ticks * 10)), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    /// <returns>False when it failed: nothing is gained by haste then.</returns>
    private async Task<bool> TryLookAsync(WatchedFolder folder, CancellationToken cancellationToken)
    {
        Listen(folder.Folder);
        try
        {
            var news = await folder.LookAsync(cancellationToken);
            if (news.Count > 0) Log.News(log, folder.Folder, news.Count(n => n.Outcome is IntakeOutcome.Imported), news.Count(n => n.Outcome is IntakeOutcome.Updated), news.Count(n => n.Outcome is IntakeOutcome.Refused), news.Count(n => n.Outcome is IntakeOutcome.Gone));
            if (news.Any(n => n.Outcome is IntakeOutcome.Imported or IntakeOutcome.Updated)) await changed(cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(log, folder.Folder, fault);
            return false;
        }
    }

    /// <summary>Begun anew when the folder was away; without notices the interval alone counts.</summary>
    private void Listen(string folder)
    {
        if (_watchers.ContainsKey(folder) || !Directory.Exists(folder)) return;
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Created += (_, _) => _notices.Writer.TryWrite(true);
            watcher.Changed += (_, _) => _notices.Writer.TryWrite(true);
            watcher.Deleted += (_, _) => _notices.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => _notices.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            _watchers[folder] = watcher;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            Log.Deaf(log, folder, fault.Message);
        }
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await _notices.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The interval is over.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Watched folder {Folder}: {Imported} imported, {Updated} updated, {Refused} refused, {Gone} gone; status tells which")]
        public static partial void News(ILogger logger, string folder, int imported, int updated, int refused, int gone);

        [LoggerMessage(LogLevel.Error, "The watched folder {Folder} could not be looked at; trying again")]
        public static partial void Failed(ILogger logger, string folder, Exception fault);

        [LoggerMessage(LogLevel.Warning, "The system tells nothing of changes in {Folder}; it is looked at every 30 seconds: {Reason}")]
        public static partial void Deaf(ILogger logger, string folder, string reason);
    }
}
