using System.Text.Json;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Prompts;

public sealed class PromptLibraryTests
{
    internal static string Shipped => Path.Combine(SharedData.Config, "..", "prompts");

    public static TheoryData<string, string> Examples { get; } =
        [.. from prompt in Directory.GetDirectories(Shipped) from language in (string[])["ko", "en"] select new TheoryDataRow<string, string>(Path.GetFileName(prompt), language)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_prompt_renders_its_example_as_approved(string prompt, string language)
    {
        var folder = Path.Combine(Shipped, prompt, "examples");
        var inputs = (Dictionary<string, object?>)Plain(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, language + ".json"))).RootElement)!;

        var rendered = HandlebarsPrompts.Render(PromptLibrary.Load(Shipped)[prompt].Template, inputs);

        ApprovedFile.Matches(Path.Combine(folder, $"{prompt}.{language}.approved.txt"), rendered.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("answer/template.hbs", "Hello {{json question}}\n{{json passwords}}", "template.hbs:2: the variable 'passwords'")]
    [InlineData("answer/output.schema.json", "{\n broken", "output.schema.json:2: is not valid JSON")]
    [InlineData("answer/output.schema.json", "{\n \"type\": \"object\",\n \"additionalProperties\": 5,\n \"properties\": {}\n}", "output.schema.json:1: is no schema of a reply")]
    [InlineData("answer/template.hbs", "Hello {{json question}}\n{{#each statements}}\n{{question.secret}}\n{{/each}}", "template.hbs:3: '{{question.secret}}'")]
    [InlineData("answer/template.hbs", "{{json question}}\n{{#each statements}}\n", "template.hbs:1: the template cannot be read")]
    [InlineData("answer/settings.yaml", "description: x\ntemperature: 9\nmaxTokens: 5\n", "settings.yaml:2: temperature")]
    [InlineData("answer/settings.yaml", "description: x\ntemperatur: 0\nmaxTokens: 5\n", "unknown key 'temperatur'")]
    public void A_fault_names_file_and_line(string file, string text, string says)
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Shipped, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        File.WriteAllText(Path.Combine(folder.Path, file), text);

        Assert.Contains(says, Assert.Throws<CatalogueException>(() => PromptLibrary.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_prompt_is_named()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("read-question:1: the prompt is missing", Assert.Throws<CatalogueException>(() => PromptLibrary.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Number => element.GetInt32(),
        _ => element.GetString(),
    };
}
