using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Discord;

/// <summary>Reads what may be missing or of another kind than documented: then there is nothing, never an exception.</summary>
internal static class JsonFields
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : default;

    /// <summary>A string or a number as text; Discord sends ids as strings and option values as either.</summary>
    public static string? Text(this JsonElement element, string name) => element.Field(name).AsText();

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public static long Number(this JsonElement element, string name, long otherwise = 0) =>
        element.Text(name) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    public static bool IsTrue(this JsonElement element, string name) => element.Field(name).ValueKind == JsonValueKind.True;

    public static bool IsThere(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>Null when the bytes are no JSON.</summary>
    public static JsonElement? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Hangul as itself, so that what is stored can be read and counted.</summary>
    public static string Write(this JsonNode node) => node.ToJsonString(Readable);
}
