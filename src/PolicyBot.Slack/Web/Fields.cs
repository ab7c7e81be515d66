using System.Text.Json;

namespace PolicyBot.Slack.Web;

/// <summary>Reads what may be missing, null or of another type: nothing that Slack sends is taken for granted.</summary>
internal static class Fields
{
    /// <summary>The value at the path; undefined when any step is missing.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return default;
            element = value;
        }

        return element;
    }

    /// <summary>The string at the path; empty when there is none.</summary>
    public static string Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var value = element.At(path);
        if (value.ValueKind != JsonValueKind.String) return "";
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON and no text.
            return "";
        }
    }

    public static bool Flag(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).ValueKind == JsonValueKind.True;

    public static long Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : 0;

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>Null where JSON would have an empty string.</summary>
    public static string? OrNull(this string text) => text.Length == 0 ? null : text;
}
