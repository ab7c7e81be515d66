using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Gateway;

/// <summary>Stays connected: resumes what can be resumed, begins anew what cannot, and gives up only when a person has to act.</summary>
internal sealed partial class GatewayLoop
{
    /// <summary>A connection that lives shorter is not replaced at once.</summary>
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan TooFastPause = TimeSpan.FromSeconds(60);

    private readonly IdentifyBudget _budget;
    private readonly Backoff _backoff;
    private readonly GatewayConnection _connection;
    private readonly ConnectionReport _report;
    private readonly TimeProvider _clock;
    private readonly Func<double> _random;
    private readonly ILogger _logger;
    private GatewaySession? _session;
    private int _failedResumes;
    private int _unreached;

    public GatewayLoop(DiscordOptions options, DiscordRest rest, Action<GatewayEvent> receive, ConnectionReport report, TimeProvider clock, Func<double> random, ILogger logger)
    {
        (_report, _clock, _random, _logger) = (report, clock, random, logger);
        (_budget, _backoff) = (new(options, rest, clock), new(random));
        _connection = new(options, receive, _budget.Spent, () => report.Tell(ConnectionPhase.Connected, null), clock, random, logger);
    }

    /// <summary>Returns when Discord refuses for good, with the reason reported.</summary>
    /// <param name="stored">Where the last run stopped.</param>
    public async Task RunAsync(GatewaySession? stored, CancellationToken cancellationToken)
    {
        _session = stored;
        while (_report.Phase != ConnectionPhase.Failed)
            if (await FindAddressAsync(cancellationToken) is { } address)
                await ConnectAsync(address, cancellationToken);
    }

    /// <summary>Null when there is nowhere to go yet; then it has waited.</summary>
    private async Task<Uri?> FindAddressAsync(CancellationToken cancellationToken)
    {
        // An address for resuming that cannot be reached twice is left for the general one, where resuming is worth a try.
        if (_session is not null && _unreached % 3 < 2) return _session.ResumeUrl;
        switch (await _budget.AskAsync(cancellationToken))
        {
            case IdentifyBudget.Leave.Granted(var url):
                if (_session is null) await Task.Delay(_budget.Wait, _clock, cancellationToken);
                return url;
            case IdentifyBudget.Leave.Exhausted(var url, var wait):
                if (_session is not null) return url;
                _report.Tell(ConnectionPhase.Reconnecting, $"Discord's daily allowance of new connections is nearly used up; waiting {wait:g} for a new one. Something makes the bot connect too often.");
                await Task.Delay(wait, _clock, cancellationToken);
                return null;
            case IdentifyBudget.Leave.Unknown(var reason, var wait):
                _report.Tell(ConnectionPhase.Reconnecting, reason);
                _unreached++;
                var backoff = _backoff.Next(isUnreached: true);
                await Task.Delay(wait > backoff ? wait : backoff, _clock, cancellationToken);
                return null;
            default:
                _report.Tell(ConnectionPhase.Failed, ConnectionReport.TokenRefused);
                return null;
        }
    }

    private async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        var end = await _connection.RunAsync(address, _session, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (end.IsOurFault) _report.CountFault();
        Log.Ended(_logger, end.Reason, end.Next);
        if (end.Next == NextStep.GiveUp)
        {
            _report.Tell(ConnectionPhase.Failed, end.Reason);
            return;
        }

        _report.Tell(ConnectionPhase.Reconnecting, end.Reason);
        var wait = Wait(end, _clock.GetElapsedTime(began));
        Remember(end);
        await Task.Delay(wait, _clock, cancellationToken);
    }

    private void Remember(ConnectionEnd end)
    {
        _unreached = end.Next == NextStep.Reach ? _unreached + 1 : 0;
        if (end.Next == NextStep.Reach) return;
        _failedResumes = end.WasReady || _session is null ? 0 : _failedResumes + 1;
        _session = end.Next == NextStep.Identify || _failedResumes >= 2 ? null : _connection.Session;
    }

    private TimeSpan Wait(ConnectionEnd end, TimeSpan lived)
    {
        if (end.WasReady) _backoff.Reset();
        return end switch
        {
            { Next: NextStep.ResumeLater } => TooFastPause,
            { Next: NextStep.Reach } => _backoff.Next(isUnreached: true),
            { Next: NextStep.Identify, WasReady: true } => SomeSeconds(),
            { Next: NextStep.Identify } => Longer(SomeSeconds(), _backoff.Next(isUnreached: false)),
            { WasReady: true } => lived < Stable ? _backoff.Next(isUnreached: false) : TimeSpan.Zero,
            _ => _backoff.Next(isUnreached: false),
        };
    }

    private TimeSpan SomeSeconds() => TimeSpan.FromSeconds(1 + 4 * _random());

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Reason} Next: {Next}.")]
        public static partial void Ended(ILogger logger, string reason, NextStep next);
    }
}
