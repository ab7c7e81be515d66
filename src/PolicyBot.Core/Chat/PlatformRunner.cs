using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Chat;

/// <summary>Keeps each platform running. One that is refused for good stays down with its reason while the others go on; with none left the process ends.</summary>
public sealed partial class PlatformRunner(ChatPlatforms platforms, Lease lease, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PlatformRunner> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ConnectionState> _told = new(StringComparer.Ordinal);

    /// <summary>Whether the process ends because no platform is left.</summary>
    public bool NoneLeft { get; private set; }

    /// <summary>How each platform is; a crash counts whatever the platform itself last said.</summary>
    public IReadOnlyDictionary<string, ConnectionState> ReadStates() => platforms.All.ToDictionary(p => p.Name, p => _told.GetValueOrDefault(p.Name) ?? p.State);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(platforms.All.Select(platform => RunAsync(platform, stoppingToken)));
        if (stoppingToken.IsCancellationRequested) return;
        NoneLeft = true;
        Log.NoneLeft(log);
        lifetime.StopApplication();
    }

    /// <summary>What the runner tells of a platform goes before what the platform does, until it runs.</summary>
    private async Task ConnectAsync(IChatPlatform platform, CancellationToken stopping)
    {
        _told.TryRemove(platform.Name, out _);
        await platform.RunAsync(stopping);
        if (lease.IsShared && platform.IsExclusive && stopping.IsCancellationRequested) StandBy(platform);
    }

    private void StandBy(IChatPlatform platform) => _told[platform.Name] = new(ConnectionPhase.StandingBy, null, time.GetUtcNow());

    private async Task RunAsync(IChatPlatform platform, CancellationToken stopping)
    {
        if (lease.IsShared && platform.IsExclusive) StandBy(platform);
        var pause = TimeSpan.FromSeconds(1);
        while (!stopping.IsCancellationRequested)
        {
            var begun = time.GetTimestamp();
            try
            {
                // Not on this thread: a platform that blocks is not to hold up the others.
                await Task.Run(() => platform.IsExclusive ? lease.HoldAsync($"platform:{platform.Name}", token => ConnectAsync(platform, token), stopping) : ConnectAsync(platform, stopping), stopping);
                if (platform.State.Phase == ConnectionPhase.Failed)
                {
                    Log.Refused(log, platform.Name, platform.State.Reason ?? "no reason given");
                    return;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _told[platform.Name] = new(ConnectionPhase.Reconnecting, $"Its client ended by a fault ({fault.GetType().Name}) and is started again.", time.GetUtcNow());
                Log.Crashed(log, platform.Name, pause, fault);
            }

            if (time.GetElapsedTime(begun) > LongestPause) pause = TimeSpan.FromSeconds(1);
            await Task.Delay(pause, time, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "{Platform} refuses for good: {Reason}")]
        public static partial void Refused(ILogger logger, string platform, string reason);

        [LoggerMessage(LogLevel.Error, "{Platform} ended by a fault; starting it again in {Pause}")]
        public static partial void Crashed(ILogger logger, string platform, TimeSpan pause, Exception fault);

        [LoggerMessage(LogLevel.Critical, "No platform is left; the process ends")]
        public static partial void NoneLeft(ILogger logger);
    }
}
