using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Incoming;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>What comes in by itself: watched folders and feeds, as far as they are set.</summary>
internal static class ComingIn
{
    public static bool IsSet(BotSettings settings) => settings.List("Records:Watch").Count + settings.List("Records:Feeds").Count > 0;

    /// <param name="changed">Brings the index up to what came in.</param>
    /// <param name="time">The real clock; the workplace may pretend to be on another day.</param>
    public static void Add(IServiceCollection services, Workplace workplace, Func<CancellationToken, Task> changed, TimeProvider time, ILoggerFactory logs)
    {
        var settings = workplace.Settings;
        var folders = settings.List("Records:Watch").Select(f => new WatchedFolder(f, workplace.Archive, workplace.Importer(), time, settings.MaxFileBytes)).DistinctBy(f => f.Folder).ToList();
        if (folders.Count > 0) services.AddSingleton<IHostedService>(_ => new FolderWatcher(folders, changed, time, logs.CreateLogger<FolderWatcher>()));
        var addresses = settings.List("Records:Feeds").Select(f => new Uri(f)).Distinct().ToList();
        if (addresses.Count == 0) return;
        services.AddSingleton(_ => new FeedClient(time));
        services.AddSingleton<IHostedService>(s => new FeedPoller(
            [.. addresses.Select(a => new PolledFeed(a, workplace.Archive, workplace.Importer(), s.GetRequiredService<FeedClient>(), time, settings.FeedInterval, Random.Shared.NextDouble))],
            changed,
            time,
            logs.CreateLogger<FeedPoller>()));
    }
}
