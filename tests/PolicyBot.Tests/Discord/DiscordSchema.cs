using System.Text.Json;

namespace PolicyBot.Tests.Discord;

/// <summary>Discord's published description of its API, from beside the checkout.</summary>
internal static class DiscordSchema
{
    private static readonly Lazy<JsonElement?> Document = new(() =>
    {
        var file = Path.GetFullPath(Path.Combine(SharedData.Config, "..", "..", "shared", "conformance", "discord", "openapi.json"));
        return File.Exists(file) ? JsonElement.Parse(File.ReadAllBytes(file)) : null;
    });

    public static void Require() => Assert.SkipWhen(Document.Value is null, "Discord's API description (../shared/conformance beside the checkout) is not on this machine.");

    /// <summary>What is wrong with the request; null when nothing is, or when there is no description to ask.</summary>
    public static string? Fault(string method, string path, JsonElement? body)
    {
        if (Document.Value is not { } document) return null;
        var given = path.Trim('/').Split('/');
        var route = document.GetProperty("paths").EnumerateObject()
            .Where(p => p.Name.Trim('/').Split('/') is var names && names.Length == given.Length && names.Zip(given).All(z => z.First == z.Second || z.First.StartsWith('{')))
            .OrderBy(p => p.Name.Count(c => c == '{')).FirstOrDefault();
        if (route.Value.ValueKind != JsonValueKind.Object || !route.Value.TryGetProperty(method.ToLowerInvariant(), out var operation)) return $"{method} {path} is no route";
        if (body is not { } value) return null;
        return operation.TryGetProperty("requestBody", out var request)
            ? new JsonSchema(document).Fault(value, request.GetProperty("content").GetProperty("application/json").GetProperty("schema"))
            : "a body where none belongs";
    }
}
