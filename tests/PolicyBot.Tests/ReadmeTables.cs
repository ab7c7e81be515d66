using System.CommandLine;
using PolicyBot.Settings;
using PolicyBot.Verbs;

namespace PolicyBot.Tests;

/// <summary>The tables of the README, made from the code.</summary>
internal static class ReadmeTables
{
    public static string Verbs()
    {
        var common = new CommonOptions { Settings = [] };
        var rows = VerbList.Create(common).Select(verb => $"| `{Cell(Usage(verb))}` | {Cell(verb.Description)} |");
        var root = CommandLine.CreateRoot(common);
        var options = root.Options.Where(o => o is { Recursive: true, HelpName: not null } or { Name: "--json" }).Select(o => $"| `{Usage(o)}` | {Cell(o.Description)} |");
        return string.Join('\n', ["| verb | does |", "|---|---|", .. rows, "", "| with every verb | |", "|---|---|", .. options]);
    }

    public static string Settings() => string.Join('\n', ["| setting | default | meaning |", "|---|---|---|", .. SettingsCatalogue.All.Select(Row)]);

    private static string Row(SettingDefinition setting)
    {
        var choices = setting.Choices.Count > 0 ? $" ({string.Join(", ", setting.Choices.Select(c => $"`{c}`"))})" : "";
        return $"| `{setting.Key}` | {(setting.Default.Length > 0 ? $"`{setting.Default}`" : "")} | {Cell($"{setting.English} / {setting.Korean}")}{choices} |";
    }

    private static string Usage(Command verb) => string.Join(' ',
        verb.Arguments.Select(a => a.Arity.MaximumNumberOfValues > 1 ? a.Name + "…" : a.Name).Prepend(verb.Name)
            .Concat(verb.Subcommands.Count > 0 ? [string.Join('|', verb.Subcommands.Select(s => s.Name))] : [])
            .Concat(verb.Options.Where(o => !o.Hidden).Select(o => $"[{Usage(o)}]")));

    private static string Usage(Option option) => option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
