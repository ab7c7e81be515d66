using System.Text.Json;
using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>A model in the same process that replies what a test wants, in pieces.</summary>
internal sealed class ScriptedModel(Func<string, IReadOnlyDictionary<string, object>, string> reply) : ILanguageModel
{
    public List<(string Prompt, IReadOnlyDictionary<string, object> Inputs)> Asked { get; } = [];

    public List<Asker> Askers { get; } = [];

    public static ScriptedModel Saying(string reply) => new((_, _) => reply);

    /// <summary>Says of each statement what the test makes of its words.</summary>
    public static ScriptedModel Phrasing(Func<string, string> phrase) => new((_, inputs) => JsonSerializer.Serialize(new
    {
        points = ((List<Dictionary<string, object>>)inputs["statements"]).Select(s => new { text = phrase((string)s["words"]), statements = new[] { (int)s["n"] } }),
    }));

    /// <summary>Reads every follow-up as this.</summary>
    public static ScriptedModel Reading(string question) => Saying(JsonSerializer.Serialize(new { question }));

    public Task<string> CompleteAsync(string prompt, IReadOnlyDictionary<string, object> inputs, Asker asker, Action<string>? heard, CancellationToken cancellationToken)
    {
        Asked.Add((prompt, inputs));
        Askers.Add(asker);
        var said = reply(prompt, inputs);
        foreach (var piece in said.Chunk(7)) heard?.Invoke(new(piece));
        return Task.FromResult(said);
    }
}
