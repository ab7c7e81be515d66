using System.Text.Json;

namespace PolicyBot.Tests.Conformance;

/// <summary>Checks a value against a JSON Schema as far as the services' published ones go: types, constants, properties, items, alternatives, references, lengths and counts.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    public static JsonSchema Load(string path) => new(JsonElement.Parse(File.ReadAllBytes(path)));

    /// <param name="pointer">Of the definition, such as <c>#/definitions/KnownBlock</c>.</param>
    public IReadOnlyList<string> Validate(JsonElement value, string pointer) => [.. Check(value, Resolve(pointer), "$")];

    /// <summary>A schema that lies within the document, for those who found it by other means.</summary>
    public IReadOnlyList<string> Validate(JsonElement value, JsonElement schema) => [.. Check(value, schema, "$")];

    public JsonElement Resolve(string pointer)
    {
        var found = root;
        foreach (var step in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            found = found.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return found;
    }

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string at)
    {
        if (schema.ValueKind == JsonValueKind.False) return [$"{at}: nothing is allowed here"];
        if (schema.ValueKind != JsonValueKind.Object) return [];
        return
        [
            .. schema.TryGetProperty("$ref", out var reference) ? Check(value, Resolve(reference.GetString()!), at) : [],
            .. CheckKind(value, schema, at),
            .. CheckAlternatives(value, schema, at),
            .. value.ValueKind switch
            {
                JsonValueKind.Object => CheckObject(value, schema, at),
                JsonValueKind.Array => CheckArray(value, schema, at),
                JsonValueKind.String => CheckRange(value.GetString()!.EnumerateRunes().Count(), schema, "minLength", "maxLength", $"{at}: length"),
                JsonValueKind.Number => CheckRange(value.GetDouble(), schema, "minimum", "maximum", at),
                _ => [],
            },
        ];
    }

    private static IEnumerable<string> CheckKind(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => IsOfType(value, t))) yield return $"{at}: is {value.ValueKind}, must be {type}";
        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(value, constant)) yield return $"{at}: must be {constant}";
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => JsonElement.DeepEquals(value, c))) yield return $"{at}: must be one of {choices}";
    }

    private IEnumerable<string> CheckAlternatives(JsonElement value, JsonElement schema, string at)
    {
        foreach (var every in Alternatives(schema, "allOf"))
            foreach (var fault in Check(value, every, at)) yield return fault;
        foreach (var keyword in (string[])["anyOf", "oneOf"])
        {
            var faults = Alternatives(schema, keyword).Select(s => Check(value, s, at).ToList()).ToList();
            if (faults.Count == 0) continue;
            var passed = faults.Count(f => f.Count == 0);
            if (passed == 0) yield return $"{at}: fits none of {faults.Count} alternatives; nearest: {faults.MinBy(f => f.Count)![0]}";
            if (passed > 1 && keyword == "oneOf") yield return $"{at}: fits {passed} alternatives, must fit one";
        }
    }

    private IEnumerable<string> CheckObject(JsonElement value, JsonElement schema, string at)
    {
        foreach (var name in Alternatives(schema, "required").Select(r => r.GetString()!))
            if (!value.TryGetProperty(name, out _)) yield return $"{at}: lacks {name}";
        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        foreach (var member in value.EnumerateObject())
        {
            var rule = hasProperties && properties.TryGetProperty(member.Name, out var own) ? own : hasOthers ? others : default;
            foreach (var fault in Check(member.Value, rule, $"{at}.{member.Name}")) yield return fault;
        }
    }

    private IEnumerable<string> CheckArray(JsonElement value, JsonElement schema, string at)
    {
        foreach (var fault in CheckRange(value.GetArrayLength(), schema, "minItems", "maxItems", $"{at}: count")) yield return fault;
        if (!schema.TryGetProperty("items", out var items)) yield break;
        var index = 0;
        foreach (var item in value.EnumerateArray())
            foreach (var fault in Check(item, items, $"{at}[{index++}]")) yield return fault;
    }

    private static IEnumerable<string> CheckRange(double actual, JsonElement schema, string least, string most, string at)
    {
        if (schema.TryGetProperty(least, out var low) && actual < low.GetDouble()) yield return $"{at} {actual} is under {low}";
        if (schema.TryGetProperty(most, out var high) && actual > high.GetDouble()) yield return $"{at} {actual} is over {high}";
    }

    private static JsonElement[] Alternatives(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()).Equals(value.GetDouble()),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new InvalidOperationException($"The schema names the type {type}."),
    };
}
