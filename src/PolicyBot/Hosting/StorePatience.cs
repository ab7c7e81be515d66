using Microsoft.Extensions.Logging;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>A worker that starts before its database does waits for it, and says so.</summary>
internal static partial class StorePatience
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Throws what cannot pass by itself: a wrong password, a newer schema.</summary>
    public static async Task<T> OpenAsync<T>(Func<T> open, ILogger log, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await Task.Run(open, cancellationToken);
            }
            catch (ArchiveException fault) when (fault.IsPassing)
            {
                Log.Waiting(log, fault.Message, pause);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Not ready: {Reason} The next try is in {Pause}")]
        public static partial void Waiting(ILogger logger, string reason, TimeSpan pause);
    }
}
