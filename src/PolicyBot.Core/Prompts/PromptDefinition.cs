using System.Text.Json;

namespace PolicyBot.Prompts;

/// <summary>One prompt as its folder holds it: <c>template.hbs</c>, <c>settings.yaml</c>, <c>output.schema.json</c>, <c>examples/ko.json</c> and <c>examples/en.json</c>.</summary>
/// <param name="Template">Handlebars; every value enters as a JSON literal.</param>
/// <param name="Inputs">Variables of the template; an input that is a list comes with the fields of its items.</param>
/// <param name="OutputSchema">JSON Schema of the reply.</param>
public sealed record PromptDefinition(string Name, string Description, string Template, IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs, JsonElement OutputSchema, double Temperature, int MaxTokens);
