namespace PolicyBot.Discord.Gateway;

/// <summary>Tells Discord that we live, and notices when Discord does not.</summary>
/// <param name="beat">Sends one.</param>
internal sealed class Heartbeat(Func<CancellationToken, Task> beat, TimeProvider clock, Func<double> random)
{
    private volatile bool _isAnswered = true;

    public void Answered() => _isAnswered = true;

    /// <summary>Returns when a beat was left without an answer until the next was due: the connection is dead, whatever the socket says.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // All bots come back together after an outage: the first beat is spread.
        await Task.Delay(interval * random(), clock, cancellationToken);
        while (true)
        {
            _isAnswered = false;
            await beat(cancellationToken);
            await Task.Delay(interval, clock, cancellationToken);
            if (!_isAnswered) return;
        }
    }
}
