using System.Text.Json;
using PolicyBot.Settings;

namespace PolicyBot.Tests.Settings;

public sealed class SettingsSchemaTests
{
    [Fact]
    public void The_shipped_schema_is_what_the_catalogue_says() =>
        ApprovedFile.Matches(Path.Combine(SharedData.Config, "policybot.schema.json"), SettingsSchema.Generate());

    [Fact]
    public void The_shipped_settings_fit_the_schema()
    {
        var schema = JsonDocument.Parse(SettingsSchema.Generate()).RootElement;
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Config, "policybot.json")));

        Fits(settings.RootElement, schema, "");
    }

    [Fact]
    public void Every_setting_stands_in_the_schema_under_its_key()
    {
        var schema = JsonDocument.Parse(SettingsSchema.Generate()).RootElement;

        foreach (var setting in SettingsCatalogue.All)
        {
            var place = setting.Key.Split(':').Aggregate(schema, (at, name) => at.GetProperty("properties").GetProperty(name));
            Assert.Contains(setting.Korean, place.GetProperty("description").GetString(), StringComparison.Ordinal);
            if (setting.Choices.Count > 0) Assert.Equal(setting.Choices, place.GetProperty("enum").EnumerateArray().Select(c => c.GetString()));
        }
    }

    private static void Fits(JsonElement value, JsonElement schema, string key)
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var property in value.EnumerateObject())
        {
            Assert.True(schema.GetProperty("properties").TryGetProperty(property.Name, out var inner), key + property.Name);
            if (inner.TryGetProperty("enum", out var words)) Assert.Contains(property.Value.GetString(), words.EnumerateArray().Select(w => w.GetString()));
            Fits(property.Value, inner, key + property.Name + ":");
        }
    }
}
