namespace PolicyBot.Slack;

/// <summary>How long to wait for what; tests wait less.</summary>
internal sealed record SlackTimings
{
    /// <summary>Between pings on a silent socket.</summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the answer to a ping: together with <see cref="Ping"/> the thirty seconds after which a socket is taken for deaf.</summary>
    public TimeSpan Pong { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the address of a socket to its hello.</summary>
    public TimeSpan Hello { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>While the trouble is young: the bot is back within five seconds of Slack.</summary>
    public TimeSpan YoungWait { get; init; } = TimeSpan.FromSeconds(4);

    public TimeSpan Young { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>At least this long when Slack counts too many sockets.</summary>
    public TimeSpan Crowded { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A socket that is replaced is still read for this long.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Of one call of the Web API.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(20);

    public int Sockets { get; init; } = 2;
}
