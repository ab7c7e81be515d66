using PolicyBot.Settings;
using YamlDotNet.RepresentationModel;

namespace PolicyBot.Tests;

/// <summary>What can be told of compose.yaml without an engine to run it.</summary>
public sealed class ComposeTests
{
    private static readonly YamlMappingNode File = Load();
    private static readonly string[] Workers = ["worker-1", "worker-2"];

    [Fact]
    public void Two_workers_share_one_database_and_no_index()
    {
        var volumes = Workers.Select(w => Text(At(Service(w), "volumes").AllNodes.OfType<YamlScalarNode>().First())).ToList();

        Assert.Equal(2, volumes.Distinct().Count());
        Assert.All(volumes, v => Assert.EndsWith(":/data", v, StringComparison.Ordinal));
        Assert.All([.. volumes, "db:"], v => Assert.True(((YamlMappingNode)At(File, "volumes")).Children.ContainsKey(new YamlScalarNode(v.Split(':')[0])), $"{v} is declared nowhere"));
        Assert.All(Workers, w => Assert.True(((YamlMappingNode)At(Merged(w), "depends_on")).Children.ContainsKey(new YamlScalarNode("db"))));
    }

    [Fact]
    public void Workers_run_without_rights_on_a_root_that_they_cannot_write() => Assert.All(Workers, w =>
    {
        Assert.Equal("true", Text(At(Merged(w), "read_only")));
        Assert.Equal("ALL", Text(((YamlSequenceNode)At(Merged(w), "cap_drop"))[0]));
        Assert.Equal("no-new-privileges:true", Text(((YamlSequenceNode)At(Merged(w), "security_opt"))[0]));
        // Longer than the 25 seconds in which a worker lets go.
        Assert.Equal("30s", Text(At(Merged(w), "stop_grace_period")));
    });

    [Fact]
    public void Settings_of_the_workers_are_settings_of_the_program_and_good_ones()
    {
        var settings = ((YamlMappingNode)At(Merged("worker-1"), "environment")).Children.ToDictionary(p => Text(p.Key).Replace("__", ":", StringComparison.Ordinal), p => Text(p.Value));

        Assert.All(settings.Keys, key => Assert.NotNull(SettingsCatalogue.Find(key)));
        Assert.Empty(SettingsCheck.FindFaults(settings));
        Assert.Equal("Postgres", settings["Store:Provider"]);
    }

    [Fact]
    public void The_database_is_reached_by_nobody_else() => Assert.False(((YamlMappingNode)Service("db")).Children.ContainsKey(new YamlScalarNode("ports")));

    private static YamlNode Service(string name) => At(At(File, "services"), name);

    private static YamlNode Merged(string service) => At(Service(service), "<<");

    private static YamlNode At(YamlNode node, string key) => ((YamlMappingNode)node).Children[new YamlScalarNode(key)];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Load()
    {
        using var reader = System.IO.File.OpenText(Path.Combine(SharedData.Config, "..", "compose.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
