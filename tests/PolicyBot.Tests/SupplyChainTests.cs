using System.Diagnostics;
using System.Text.Json;

namespace PolicyBot.Tests;

/// <summary>What is shipped is named: in the bill of materials, and in the list of licences.</summary>
public sealed class SupplyChainTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SharedData.Config, ".."));

    private static readonly string[] Accepted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "public domain"];

    [Fact]
    public void The_bill_of_materials_names_every_package_that_the_program_is_shipped_with()
    {
        Assert.SkipUnless(File.Exists("/bin/bash") || File.Exists("/usr/bin/bash"), "bash is not on this machine; the script needs it.");
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Root, ".ci", "sbom")]) { RedirectStandardOutput = true })!;
        using var bill = JsonDocument.Parse(script.StandardOutput.ReadToEnd());
        script.WaitForExit();

        var named = bill.RootElement.GetProperty("components").EnumerateArray().Select(c => $"{c.GetProperty("name")}/{c.GetProperty("version")}").ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.NotEmpty(Shipped());
        Assert.Superset(Shipped().ToHashSet(StringComparer.OrdinalIgnoreCase), named);
    }

    [Fact]
    public void Every_package_has_a_licence_that_lets_it_be_shipped()
    {
        var listed = File.ReadLines(Path.Combine(Root, "docs", "licences.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Skip(1).ToDictionary(cells => cells[1], cells => cells[2], StringComparer.OrdinalIgnoreCase);
        var shipped = Shipped().Select(package => package.Split('/')[0]).ToList();

        Assert.Superset(shipped.ToHashSet(StringComparer.OrdinalIgnoreCase), listed.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
        Assert.All(listed, package => Assert.Contains(package.Value, Accepted));
    }

    /// <summary>As the build itself says it: name/version.</summary>
    private static List<string> Shipped()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policybot.deps.json")));
        return [.. dependencies.RootElement.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package").Select(l => l.Name)];
    }
}
