namespace PolicyBot.Discord.Gateway;

/// <summary>One second, doubled with each failure, spread by chance.</summary>
internal sealed class Backoff(Func<double> random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Nobody is bothered by knocking at a door that is not there, and the bot is back soon after Discord is.</summary>
    private static readonly TimeSpan LongestUnreached = TimeSpan.FromSeconds(4);

    private int _failures;

    public void Reset() => _failures = 0;

    public TimeSpan Next(bool isUnreached)
    {
        var full = TimeSpan.FromSeconds(1 << Math.Min(_failures++, 6));
        var most = isUnreached ? LongestUnreached : Longest;
        return (full < most ? full : most) * (0.5 + random() / 2);
    }
}
