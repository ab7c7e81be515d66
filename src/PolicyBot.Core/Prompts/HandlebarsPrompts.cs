using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HandlebarsDotNet;
using Microsoft.SemanticKernel;

namespace PolicyBot.Prompts;

/// <summary>
/// Handlebars for Semantic Kernel. Values enter through <c>{{json name}}</c> alone: a quoted literal on one line, with angle brackets escaped, so that
/// words of a record can neither leave their place nor open a message of another role.
/// </summary>
internal sealed class HandlebarsPrompts : IPromptTemplateFactory
{
    public const string Format = "handlebars";

    private static readonly JsonSerializerOptions Literal = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Render(string template, IReadOnlyDictionary<string, object?> values) => Compile(template)(values);

    /// <summary>Throws <see cref="HandlebarsException"/> when blocks do not close.</summary>
    public static void Check(string template) => Compile(template);

    public bool TryCreate(PromptTemplateConfig templateConfig, out IPromptTemplate result)
    {
        result = new Template(Compile(templateConfig.Template));
        return templateConfig.TemplateFormat == Format;
    }

    private static HandlebarsTemplate<object, object> Compile(string template)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        handlebars.RegisterHelper("json", (output, _, arguments) => output.WriteSafeString(JsonSerializer.Serialize(arguments[0], Literal)));
        return handlebars.Compile(template);
    }

    private sealed class Template(HandlebarsTemplate<object, object> compiled) : IPromptTemplate
    {
        public Task<string> RenderAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(compiled(arguments?.ToDictionary(a => a.Key, a => a.Value) ?? []));
    }
}
