using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Records;

namespace PolicyBot.Prompts;

/// <summary>The prompts of a folder, all read and checked before the first is used.</summary>
public sealed partial class PromptLibrary
{
    private static readonly string[] Required = ["answer", "concerns", "read-question"];

    private readonly Dictionary<string, PromptDefinition> _prompts;

    private PromptLibrary(Dictionary<string, PromptDefinition> prompts) => _prompts = prompts;

    public IEnumerable<PromptDefinition> All => _prompts.Values;

    public PromptDefinition this[string name] => _prompts[name];

    /// <summary>Throws <see cref="CatalogueException"/>, naming file and line, for any fault.</summary>
    public static PromptLibrary Load(string folder)
    {
        var faults = new List<string>();
        var prompts = new Dictionary<string, PromptDefinition>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) throw new CatalogueException([$"{folder}:1: the folder of prompts is missing."]);
        foreach (var place in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            try
            {
                var prompt = Read(place);
                prompts[prompt.Name] = prompt;
            }
            catch (CatalogueException fault)
            {
                faults.AddRange(fault.Faults);
            }
        }

        faults.AddRange(Required.Where(name => !prompts.ContainsKey(name) && !Directory.Exists(Path.Combine(folder, name))).Select(name => $"{Path.Combine(folder, name)}:1: the prompt is missing."));
        return faults.Count == 0 ? new(prompts) : throw new CatalogueException([.. faults]);
    }

    private static PromptDefinition Read(string place)
    {
        var settings = CatalogueFile.Read(Path.Combine(place, "settings.yaml"));
        var inputs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        double temperature = 0;
        var maxTokens = 0;
        if (settings.HasKeys(settings.Root, "description", "temperature", "maxTokens", "inputs"))
        {
            if (!double.TryParse(settings.Text(settings.Root, "temperature", true), NumberStyles.Float, CultureInfo.InvariantCulture, out temperature) || temperature is < 0 or > 2)
                settings.Fault(settings.Root["temperature"] ?? settings.Root, "temperature is no number from 0 to 2.");
            if (!int.TryParse(settings.Text(settings.Root, "maxTokens", true), NumberStyles.None, CultureInfo.InvariantCulture, out maxTokens) || maxTokens < 1)
                settings.Fault(settings.Root["maxTokens"] ?? settings.Root, "maxTokens is no whole number above zero.");
            foreach (var entry in settings.List(settings.Root, "inputs"))
            {
                if (!settings.HasKeys(entry, "name", "fields") || settings.Text(entry, "name", true) is not { } name) continue;
                if (!inputs.TryAdd(name, [.. settings.Texts(entry, "fields").Select(f => f.Text!)])) settings.Fault(entry, $"the input '{name}' is given twice.");
            }
        }

        var description = settings.Text(settings.Root, "description", true) ?? "";
        settings.ThrowIfFaulty();
        var template = ReadTemplate(Path.Combine(place, "template.hbs"), inputs);
        return new(Path.GetFileName(place), description, template, inputs, ReadSchema(Path.Combine(place, "output.schema.json")), temperature, maxTokens);
    }

    private static string ReadTemplate(string path, Dictionary<string, IReadOnlyList<string>> inputs)
    {
        var text = ReadText(path);
        var known = inputs.Keys.Concat(inputs.Values.SelectMany(fields => fields)).ToHashSet(StringComparer.Ordinal);
        var faults = from Match use in Variable().Matches(text)
                     let name = use.Groups[1].Value
                     where !known.Contains(name)
                     select $"{path}:{text.AsSpan(0, use.Index).Count('\n') + 1}: the variable '{name}' is none of the prompt's inputs: {string.Join(", ", known)}.";
        var found = faults.ToArray();
        return found.Length == 0 ? text : throw new CatalogueException(found);
    }

    private static JsonElement ReadSchema(string path)
    {
        try
        {
            return JsonElement.Parse(ReadText(path));
        }
        catch (JsonException fault)
        {
            throw new CatalogueException([$"{path}:{fault.LineNumber + 1}: is not valid JSON: {fault.Message}"]);
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueException([$"{path}:1: cannot be read: {fault.Message}"]);
        }
    }

    // {{json name}}, {{#each name}}, {{#if name}}: the last word is the variable.
    [GeneratedRegex(@"\{\{(?:json |#each |#if |#unless )([A-Za-z][A-Za-z0-9]*)\}\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
