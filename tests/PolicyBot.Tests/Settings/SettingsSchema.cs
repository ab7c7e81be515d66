using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Settings;

namespace PolicyBot.Tests.Settings;

/// <summary>The JSON schema of the settings file, made from the catalogue: editors complete and check keys by it.</summary>
internal static class SettingsSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Generate()
    {
        var root = Object("Settings of PolicyBot / PolicyBot 설정");
        var properties = root["properties"]!.AsObject();
        properties["$schema"] = new JsonObject { ["type"] = "string" };
        foreach (var setting in SettingsCatalogue.All)
        {
            var place = properties;
            var names = setting.Key.Split(':');
            foreach (var section in names[..^1])
            {
                place[section] ??= Object(null);
                place = place[section]!["properties"]!.AsObject();
            }

            place[names[^1]] = Property(setting);
            if (setting.IsSecret) place[names[^1] + "File"] = new JsonObject { ["type"] = "string", ["description"] = $"File that holds {setting.Key} / {setting.Key}가 담긴 파일" };
        }

        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (name, value) in root.ToList())
        {
            root.Remove(name);
            schema[name] = value;
        }

        return schema.ToJsonString(Written) + "\n";
    }

    private static JsonObject Object(string? description)
    {
        var schema = new JsonObject();
        if (description is not null) schema["description"] = description;
        schema["type"] = "object";
        schema["additionalProperties"] = false;
        schema["properties"] = new JsonObject();
        return schema;
    }

    private static JsonObject Property(SettingDefinition setting)
    {
        var schema = new JsonObject { ["description"] = $"{setting.English} / {setting.Korean}" };
        switch (setting.Kind)
        {
            case SettingKind.Choice:
                schema["enum"] = new JsonArray([.. setting.Choices.Select(c => JsonValue.Create(c))]);
                break;
            case SettingKind.Number:
                schema["type"] = "integer";
                schema["minimum"] = 1;
                break;
            case SettingKind.Limit:
                schema["type"] = "integer";
                schema["minimum"] = 0;
                break;
            case SettingKind.Table:
                var entry = Object(null);
                foreach (var field in setting.Fields) entry["properties"]!.AsObject()[field] = new JsonObject { ["type"] = "string" };
                schema["type"] = "array";
                schema["items"] = entry;
                break;
            case SettingKind.List:
                schema["type"] = "array";
                schema["items"] = new JsonObject { ["type"] = "string" };
                break;
            default:
                schema["type"] = "string";
                break;
        }

        if (setting.Default.Length > 0) schema["default"] = setting.Kind is SettingKind.Number or SettingKind.Limit ? int.Parse(setting.Default, System.Globalization.CultureInfo.InvariantCulture) : setting.Default;
        return schema;
    }
}
