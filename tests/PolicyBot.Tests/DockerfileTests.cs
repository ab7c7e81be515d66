namespace PolicyBot.Tests;

/// <summary>What can be told of the image without an engine to build it.</summary>
public sealed class DockerfileTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SharedData.Config, ".."));
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "Dockerfile"));

    [Fact]
    public void The_program_runs_without_rights_and_restores_what_is_locked()
    {
        Assert.Contains(Lines, line => line.StartsWith("USER ", StringComparison.Ordinal) && line != "USER root" && line != "USER 0");
        Assert.Contains(Lines, line => line.Contains("--locked-mode", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_of_the_image_are_settings_of_the_program()
    {
        var keys = Lines.Where(line => line.StartsWith("ENV ", StringComparison.Ordinal)).SelectMany(line => line[4..].Split(' ')).Select(pair => pair.Split('=')[0].Replace("__", ":", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.NotNull(PolicyBot.Settings.SettingsCatalogue.Find(key)));
    }

    [Fact]
    public void Nothing_that_the_program_ships_is_left_out()
    {
        var left = File.ReadAllLines(Path.Combine(Root, ".dockerignore"));

        Assert.DoesNotContain(left, line => line.Trim('/') is "src" or "config" or "prompts" || line.StartsWith("Directory", StringComparison.Ordinal));
    }
}
