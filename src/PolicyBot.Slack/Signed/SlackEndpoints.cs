using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using PolicyBot.Slack.Events;
using PolicyBot.Slack.Web;

namespace PolicyBot.Slack.Signed;

/// <summary>Where Slack's signed requests arrive in Http mode. A refusal says nothing; an acceptance comes after the event is stored.</summary>
internal sealed partial class SlackEndpoints(SignedRequests signed, SlackIntake intake, Task known, ILogger logger)
{
    private const int LongestBody = 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/slack/event", context => HandleAsync(context, TakeEventAsync));
        routes.MapPost("/slack/command", context => HandleAsync(context, TakeCommandAsync));
        routes.MapPost("/slack/action", context => HandleAsync(context, TakeInteractionAsync));
        routes.MapPost("/slack/options", context => HandleAsync(context, TakeInteractionAsync));
    }

    private async Task HandleAsync(HttpContext context, Func<byte[], string, CancellationToken, Task<JsonObject?>> take)
    {
        var body = await ReadBodyAsync(context.Request, context.RequestAborted);
        var signature = context.Request.Headers["X-Slack-Signature"].ToString();
        if (body is null || !signed.IsGenuine(context.Request.Headers["X-Slack-Request-Timestamp"], signature, body))
        {
            Log.Refused(logger, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            // Slack's own patience is three seconds.
            await known.WaitAsync(TimeSpan.FromSeconds(2), context.RequestAborted);
            if (await take(body, signature, CancellationToken.None) is { } answer) await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
        }
        catch (ReplayedException)
        {
            Log.Refused(logger, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        catch (JsonException)
        {
            Log.Malformed(logger, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotTaken(logger, e, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<JsonObject?> TakeEventAsync(byte[] body, string signature, CancellationToken cancellationToken)
    {
        var payload = JsonElement.Parse(body);
        if (payload.Text("type") == "url_verification") return new() { ["challenge"] = payload.Text("challenge") };
        await intake.TakeEventAsync(payload, cancellationToken);
        return null;
    }

    private async Task<JsonObject?> TakeCommandAsync(byte[] body, string signature, CancellationToken cancellationToken)
    {
        if (!signed.IsFirst(signature)) throw new ReplayedException();
        var fields = ReadForm(body).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value.ToString()));
        await intake.TakeCommandAsync(JsonSerializer.SerializeToElement(new JsonObject(fields)), cancellationToken);
        return null;
    }

    private Task<JsonObject?> TakeInteractionAsync(byte[] body, string signature, CancellationToken cancellationToken) =>
        intake.TakeInteractionAsync(JsonElement.Parse(ReadForm(body).GetValueOrDefault("payload").ToString()), cancellationToken);

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> ReadForm(byte[] body)
    {
        using var reader = new FormReader(System.Text.Encoding.UTF8.GetString(body)) { ValueLengthLimit = LongestBody };
        try
        {
            return reader.ReadForm();
        }
        catch (InvalidDataException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>Null when it is longer than anything that Slack sends.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > LongestBody) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private sealed class ReplayedException : Exception;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to {Path} was refused: it is not Slack's, too old, or came before")]
        public static partial void Refused(ILogger logger, string path);

        [LoggerMessage(2, LogLevel.Warning, "A signed request to {Path} cannot be read")]
        public static partial void Malformed(ILogger logger, string path);

        [LoggerMessage(3, LogLevel.Error, "A request to {Path} could not be stored; Slack will bring it again")]
        public static partial void NotTaken(ILogger logger, Exception exception, string path);
    }
}
