using PolicyBot.Discord.Rest;

namespace PolicyBot.Discord.Gateway;

/// <summary>Where to connect and whether a new session may be begun: 1,000 of them a day, or the token is reset and its owner mailed; one every five seconds.</summary>
internal sealed class IdentifyBudget(DiscordOptions options, DiscordRest rest, TimeProvider clock)
{
    /// <summary>Kept for the restarts of a day with trouble.</summary>
    private const int Reserve = 50;

    /// <summary>Half a second above the rule: what we send evenly need not arrive evenly.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(5.5);

    private DateTimeOffset _last;

    public void Spent() => _last = clock.GetUtcNow();

    /// <summary>How long an identify has to wait for the one before.</summary>
    public TimeSpan Wait => _last + Gap - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

    public async Task<Leave> AskAsync(CancellationToken cancellationToken)
    {
        if (options.GatewayUrl is { } configured) return new Leave.Granted(configured);
        switch (await rest.GetAsync(Route.GatewayBot, cancellationToken))
        {
            case RestResult.Done(var body) when Uri.TryCreate(body.Text("url"), UriKind.Absolute, out var url):
                var limit = body.Field("session_start_limit");
                return limit.Number("remaining", Reserve) < Reserve
                    ? new Leave.Exhausted(url, TimeSpan.FromMilliseconds(Math.Clamp(limit.Number("reset_after"), 1_000, 86_400_000)))
                    : new Leave.Granted(url);
            case RestResult.Limited(var wait, var reason) when !rest.IsTokenRefused:
                return new Leave.Unknown(reason, wait);
            case RestResult.Broken(_, var reason):
                return new Leave.Unknown("Discord cannot be reached: " + reason, TimeSpan.Zero);
            default:
                return rest.IsTokenRefused ? new Leave.TokenRefused() : new Leave.Unknown("Discord does not tell where to connect.", TimeSpan.Zero);
        }
    }

    internal abstract record Leave
    {
        public sealed record Granted(Uri Url) : Leave;

        /// <summary>Few are left today: sessions may be resumed, none begun.</summary>
        public sealed record Exhausted(Uri Url, TimeSpan Wait) : Leave;

        public sealed record Unknown(string Reason, TimeSpan Wait) : Leave;

        public sealed record TokenRefused : Leave;
    }
}
