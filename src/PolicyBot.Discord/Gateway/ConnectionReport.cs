using PolicyBot.Chat;

namespace PolicyBot.Discord.Gateway;

/// <summary>How the connection stands, as health shows it.</summary>
internal sealed class ConnectionReport(TimeProvider clock)
{
    public const string TokenRefused =
        "Discord refuses the token: copy it anew from discord.com/developers/applications > your app > Bot > Reset Token into Discord:Token. / Discord가 토큰을 거부합니다. discord.com/developers/applications > 앱 > Bot > Reset Token에서 새로 복사해 Discord:Token에 넣으십시오.";

    private const int MostFaults = 3;

    private static readonly TimeSpan FaultWindow = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _faults = new();
    private ConnectionState _state = new(ConnectionPhase.Starting, "Connecting to Discord.", clock.GetUtcNow());

    public ConnectionPhase Phase
    {
        get
        {
            lock (_gate) return _state.Phase;
        }
    }

    public ConnectionState State
    {
        get
        {
            lock (_gate)
            {
                while (_faults.TryPeek(out var oldest) && oldest <= clock.GetUtcNow() - FaultWindow) _faults.Dequeue();
                return _state.Phase == ConnectionPhase.Connected && _faults.Count >= MostFaults
                    ? _state with { Phase = ConnectionPhase.Reconnecting, Reason = "Discord could not read frames of ours three times in ten minutes: a fault of this program. It goes on, but look at its log." }
                    : _state;
            }
        }
    }

    public void Tell(ConnectionPhase phase, string? reason)
    {
        lock (_gate) _state = new(phase, reason, phase == _state.Phase ? _state.Since : clock.GetUtcNow());
    }

    public void CountFault()
    {
        lock (_gate) _faults.Enqueue(clock.GetUtcNow());
    }
}
