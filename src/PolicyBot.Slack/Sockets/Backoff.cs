namespace PolicyBot.Slack.Sockets;

/// <summary>Waits between tries to reach Slack: doubling, with jitter, short while the trouble is young.</summary>
/// <param name="jitter">From 0 to 1.</param>
internal sealed class Backoff(SlackTimings timings, TimeProvider time, Func<double> jitter)
{
    private int _tries;
    private DateTimeOffset _since;

    public void Reset() => _tries = 0;

    public TimeSpan Next()
    {
        if (_tries++ == 0) _since = time.GetUtcNow();
        var most = time.GetUtcNow() - _since < timings.Young ? timings.YoungWait : timings.LongestWait;
        var wait = timings.FirstWait * Math.Pow(2, Math.Min(_tries - 1, 10)) * (1 + (jitter() / 4));
        return wait < most ? wait : most - ((most - timings.FirstWait) * jitter() / 4);
    }

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), time, cancellationToken);
}
