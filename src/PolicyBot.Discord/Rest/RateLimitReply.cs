using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PolicyBot.Discord.Rest;

/// <summary>Reads what a reply says about limits.</summary>
internal static class RateLimitReply
{
    /// <summary>When a 429 says nothing.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The body is to the millisecond; the header is rounded up, and there even when the body was lost on the way.</summary>
    public static TimeSpan Wait(HttpResponseHeaders headers, JsonElement body) =>
        Seconds(body.Text("retry_after")) ?? Seconds(Value(headers, "Retry-After")) ?? Unsaid;

    public static bool IsGlobal(HttpResponseHeaders headers, JsonElement body) => body.IsTrue("global") || Value(headers, "X-RateLimit-Scope") == "global";

    /// <summary>Counted for all who write there; not our fault, so not counted against us.</summary>
    public static bool IsShared(HttpResponseHeaders headers) => Value(headers, "X-RateLimit-Scope") == "shared";

    public static void Teach(RateLimits limits, Route route, HttpResponseHeaders headers)
    {
        if (int.TryParse(Value(headers, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            && Seconds(Value(headers, "X-RateLimit-Reset-After")) is { } reset)
            limits.Learn(route, Value(headers, "X-RateLimit-Bucket"), remaining, reset);
    }

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds))
            : null;

    private static string? Value(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
