using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyBot.Chat;
using PolicyBot.Contract;

namespace PolicyBot.Hosting;

/// <summary><c>/healthz</c>: good when every platform that is switched on is connected.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes, PlatformRunner platforms, Redaction redaction) => routes.MapGet("/healthz", async (HttpContext context) =>
    {
        var states = platforms.ReadStates();
        var good = states.Values.All(s => s.Phase == ConnectionPhase.Connected);
        context.Response.StatusCode = good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        var shape = new HealthShape(good, states.ToDictionary(s => s.Key, s => redaction.Clean(Say(s.Value))));
        await context.Response.WriteAsJsonAsync(shape, ContractJson.Readable.HealthShape, cancellationToken: context.RequestAborted);
    });

    private static string Say(ConnectionState state) => state.Phase switch
    {
        ConnectionPhase.Connected => "connected",
        ConnectionPhase.Starting => "starting",
        ConnectionPhase.Reconnecting => $"reconnecting: {state.Reason}",
        _ => $"failed: {state.Reason}",
    };
}
