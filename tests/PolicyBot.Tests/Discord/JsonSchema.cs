using System.Text.Json;

namespace PolicyBot.Tests.Discord;

/// <summary>So much of JSON Schema 2020-12 as Discord's OpenAPI document uses for request bodies. Unknown formats are allowed.</summary>
internal sealed class JsonSchema(JsonElement document)
{
    /// <summary>Null when the value fits; otherwise the first thing that does not.</summary>
    public string? Fault(JsonElement value, JsonElement schema, string path = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference) && Fault(value, Follow(reference.GetString()!), path) is { } referred) return referred;
        return TypeFault(value, schema, path) ?? ChoiceFault(value, schema, path) ?? value.ValueKind switch
        {
            JsonValueKind.String => RangeFault(value.GetString()!.Length, schema, "Length", path),
            JsonValueKind.Number => NumberFault(value, schema, path),
            JsonValueKind.Array => RangeFault(value.GetArrayLength(), schema, "Items", path) ?? ItemsFault(value, schema, path),
            JsonValueKind.Object => ObjectFault(value, schema, path),
            _ => null,
        };
    }

    private JsonElement Follow(string reference) => reference.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));

    private static string? TypeFault(JsonElement value, JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("type", out var type)) return null;
        var allowed = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : new[] { type.GetString()! };
        var actual = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            JsonValueKind.Null => "null",
            _ => "boolean",
        };
        return allowed.Contains(actual) || (actual == "integer" && allowed.Contains("number")) ? null : $"{path}: {actual} instead of {string.Join('|', allowed)}";
    }

    private string? ChoiceFault(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("enum", out var all) && !all.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value))) return $"{path}: {value} is none of {all}";
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value)) return $"{path}: {value} is not {only}";
        if (schema.TryGetProperty("allOf", out var every))
            foreach (var part in every.EnumerateArray())
                if (Fault(value, part, path) is { } fault) return fault;
        return AlternativesFault(value, schema, "anyOf", path) ?? AlternativesFault(value, schema, "oneOf", path);
    }

    private string? AlternativesFault(JsonElement value, JsonElement schema, string keyword, string path)
    {
        if (!schema.TryGetProperty(keyword, out var alternatives)) return null;
        var faults = alternatives.EnumerateArray().Select(a => Fault(value, a, path)).ToList();
        // The fault that lies deepest is that of the alternative which was meant.
        return faults.Contains(null) ? null : faults.OrderByDescending(f => f!.IndexOf(':', StringComparison.Ordinal)).First();
    }

    private static string? RangeFault(int count, JsonElement schema, string what, string path) =>
        (schema.TryGetProperty("max" + what, out var most) && count > most.GetInt64()) || (schema.TryGetProperty("min" + what, out var least) && count < least.GetInt64())
            ? $"{path}: {count} is outside of {what}" : null;

    private static string? NumberFault(JsonElement value, JsonElement schema, string path) =>
        (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble()) || (schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble())
            ? $"{path}: {value} is out of range" : null;

    private string? ItemsFault(JsonElement value, JsonElement schema, string path) =>
        schema.TryGetProperty("items", out var items) ? value.EnumerateArray().Select((item, i) => Fault(item, items, $"{path}[{i}]")).FirstOrDefault(f => f is not null) : null;

    private string? ObjectFault(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().FirstOrDefault(r => !value.TryGetProperty(r.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing) return $"{path}: {missing} is missing";
        var known = schema.TryGetProperty("properties", out var properties);
        foreach (var field in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(field.Name, out var one))
            {
                if (Fault(field.Value, one, $"{path}.{field.Name}") is { } fault) return fault;
            }
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object && Fault(field.Value, others, $"{path}.{field.Name}") is { } fault) return fault;
            else if (known && !schema.TryGetProperty("additionalProperties", out _)) return $"{path}: {field.Name} is not known";
        }

        return null;
    }
}
