namespace PolicyBot.Discord.Gateway;

/// <summary>Tells Discord that we live, and notices when Discord does not.</summary>
/// <param name="beat">Sends one.</param>
internal sealed class Heartbeat(Func<CancellationToken, Task> beat, TimeProvider clock, Func<double> random)
{
    // Discord answers within a fraction of a second. With beats 41.25 s apart a silent connection is found out, and another begun, within 45 s.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    private volatile bool _isHeard = true;
    private volatile bool _isAnswered = true;

    /// <summary>Anything came: the connection is not silent.</summary>
    public void Heard() => _isHeard = true;

    public void Answered() => _isAnswered = true;

    /// <summary>Returns when nothing at all followed a beat, or no answer until the next was due: the connection is dead, whatever the socket says.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // All bots come back together after an outage: the first beat is spread.
        await Task.Delay(interval * random(), clock, cancellationToken);
        while (true)
        {
            _isHeard = _isAnswered = false;
            await beat(cancellationToken);
            var silence = interval < LongestSilence ? interval : LongestSilence;
            await Task.Delay(silence, clock, cancellationToken);
            if (!_isHeard) return;
            await Task.Delay(interval - silence, clock, cancellationToken);
            if (!_isAnswered) return;
        }
    }
}
