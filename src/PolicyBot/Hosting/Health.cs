using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Chat;
using PolicyBot.Contract;
using PolicyBot.Digests;

namespace PolicyBot.Hosting;

/// <summary>
/// <c>/healthz</c>: good when every platform that is switched on is connected, and every digest of the last day was delivered. <c>/readyz</c>: good when this worker does its part, alone or beside others.
/// </summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes, PlatformRunner platforms, Lease lease, DigestAlarm digests, Redaction redaction)
    {
        routes.MapGet("/healthz", context => TellAsync(context, platforms, digests, redaction));
        routes.MapGet("/readyz", context => TellReadyAsync(context, platforms, lease));
    }

    private static Task TellReadyAsync(HttpContext context, PlatformRunner platforms, Lease lease)
    {
        var reason = !lease.IsHeld ? "The database has not been reached for some seconds."
            : platforms.ReadStates().All(s => s.Value.Phase is ConnectionPhase.Connected or ConnectionPhase.StandingBy) ? null
            : "Not every platform is connected; see /healthz.";
        context.Response.StatusCode = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsJsonAsync(new ReadyShape(reason is null, reason), ContractJson.Readable.ReadyShape, cancellationToken: context.RequestAborted);
    }

    private static async Task TellAsync(HttpContext context, PlatformRunner platforms, DigestAlarm digests, Redaction redaction)
    {
        var states = platforms.ReadStates();
        var missed = await digests.ReadAsync(context.RequestAborted);
        var good = missed.Count == 0 && states.Values.All(s => s.Phase is ConnectionPhase.Connected or ConnectionPhase.StandingBy);
        context.Response.StatusCode = good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        var shape = new HealthShape(good, states.ToDictionary(s => s.Key, s => redaction.Clean(Say(s.Value))), missed.Count == 0 ? null : [.. missed.Select(g => $"{g.Order} {g.Day:yyyy-MM-dd}: {redaction.Clean(g.Reason)}")]);
        await context.Response.WriteAsJsonAsync(shape, ContractJson.Readable.HealthShape, cancellationToken: context.RequestAborted);
    }

    private static string Say(ConnectionState state) => state.Phase switch
    {
        ConnectionPhase.Connected => "connected",
        ConnectionPhase.StandingBy => "standing by: another worker is connected",
        ConnectionPhase.Starting => "starting",
        ConnectionPhase.Reconnecting => $"reconnecting: {state.Reason}",
        _ => $"failed: {state.Reason}",
    };
}
