using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Records;

namespace PolicyBot.Prompts;

/// <summary>The prompts of a folder, all read and checked before the first is used.</summary>
public sealed partial class PromptLibrary
{
    private static readonly string[] Required = ["answer", "brief", "concerns", "digest", "read-question", "summary"];

    private readonly Dictionary<string, PromptDefinition> _prompts;

    private PromptLibrary(Dictionary<string, PromptDefinition> prompts) => _prompts = prompts;

    public IEnumerable<PromptDefinition> All => _prompts.Values;

    public PromptDefinition this[string name] => _prompts[name];

    /// <summary>Throws <see cref="CatalogueException"/>, naming file and line, for any fault.</summary>
    public static PromptLibrary Load(string folder)
    {
        var faults = new List<string>();
        var prompts = new Dictionary<string, PromptDefinition>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) throw new CatalogueException([$"{folder}:1: the folder of prompts is missing. / 프롬프트 폴더가 없습니다."]);
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

        faults.AddRange(Required.Where(name => !prompts.ContainsKey(name) && !Directory.Exists(Path.Combine(folder, name))).Select(name => $"{Path.Combine(folder, name)}:1: the prompt is missing. / 프롬프트가 없습니다."));
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
        var faults = from Match use in Expression().Matches(text)
                     let fault = FindFault(use.Value, known)
                     where fault is not null
                     select $"{path}:{text.AsSpan(0, use.Index).Count('\n') + 1}: {fault}";
        var found = faults.ToArray();
        if (found.Length > 0) throw new CatalogueException(found);
        try
        {
            HandlebarsPrompts.Check(text);
            return text;
        }
        catch (HandlebarsDotNet.HandlebarsException fault)
        {
            throw new CatalogueException([$"{path}:1: the template cannot be read: {fault.Message} / 서식을 읽을 수 없습니다."]);
        }
    }

    private static string? FindFault(string expression, HashSet<string> known)
    {
        if (expression is "{{else}}" or "{{/each}}" or "{{/if}}" or "{{/unless}}") return null;
        if (Variable().Match(expression) is not { Success: true } use) return $"'{expression}' is none of {{{{json name}}}}, {{{{#each name}}}}, {{{{#if name}}}}, {{{{#unless name}}}} and their ends. / 쓸 수 없는 표현입니다.";
        var name = use.Groups[1].Value;
        return known.Contains(name) ? null : $"the variable '{name}' is none of the prompt's inputs: {string.Join(", ", known)}. / '{name}'은(는) 이 프롬프트의 입력 변수가 아닙니다.";
    }

    private static JsonElement ReadSchema(string path)
    {
        try
        {
            var schema = JsonElement.Parse(ReadText(path));
            return IsOfReply(schema) ? schema : throw new CatalogueException([$"{path}:1: is no schema of a reply: it has to be of type object, with properties, all of them required, and additionalProperties false. / 응답 형식(JSON 스키마)이 아닙니다."]);
        }
        catch (JsonException fault)
        {
            throw new CatalogueException([$"{path}:{fault.LineNumber + 1}: is not valid JSON: {fault.Message} / 올바른 JSON이 아닙니다."]);
        }
    }

    /// <summary>What the services take as a strict schema.</summary>
    private static bool IsOfReply(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty("type", out var type) && type.ValueEquals("object")
        && schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False
        && schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array
        && properties.EnumerateObject().Select(p => p.Name).Order().SequenceEqual(required.EnumerateArray().Select(r => r.ToString()).Order());

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueException([$"{path}:1: cannot be read: {fault.Message} / 읽을 수 없습니다."]);
        }
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    // The last word is the variable.
    [GeneratedRegex(@"^\{\{(?:json |#each |#if |#unless )([A-Za-z][A-Za-z0-9]*)\}\}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
