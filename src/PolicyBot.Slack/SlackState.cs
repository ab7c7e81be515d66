using PolicyBot.Chat;

namespace PolicyBot.Slack;

/// <summary>How the connection stands. A failure stays: a person has to mend it.</summary>
internal sealed class SlackState(TimeProvider time)
{
    private readonly Lock _gate = new();
    private ConnectionState _current = new(ConnectionPhase.Starting, "Slack is being reached.", time.GetUtcNow());

    public ConnectionState Current => Volatile.Read(ref _current);

    public void Set(ConnectionPhase phase, string? reason)
    {
        lock (_gate)
        {
            if (_current.Phase == ConnectionPhase.Failed) return;
            Volatile.Write(ref _current, new(phase, reason, phase == _current.Phase ? _current.Since : time.GetUtcNow()));
        }
    }

    public void Fail(string reason) => Set(ConnectionPhase.Failed, reason);
}
