using System.Text.Json;
using PolicyBot.Answers.Grounding;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot.Answers;

/// <summary>Asks a model to put statements into sentences, and keeps those that the gate lets stand.</summary>
internal sealed class StatementPhrasing(ILanguageModel model, Gate gate)
{
    /// <summary>Of the statements in a prompt: what a call costs has a bound, whatever is asked.</summary>
    public const int MostCharacters = 6000;

    /// <summary>As many of them, from the first on, as a prompt takes.</summary>
    public static List<T> Fitting<T>(IEnumerable<T> told, Func<T, StoredStatement> statement)
    {
        var left = MostCharacters;
        return [.. told.TakeWhile(one => (left -= statement(one).Text.Length) >= 0)];
    }

    /// <summary>Throws <see cref="ModelUnavailableException"/> when there is no reply that can be read.</summary>
    /// <param name="prompt">One whose inputs are <paramref name="about"/>, the language and the statements.</param>
    /// <param name="about">Name and value of the prompt's first input.</param>
    /// <param name="soFar">Told after each sentence that stands, while the rest is still coming.</param>
    public async Task<Phrased> PhraseAsync(
        string prompt, (string Name, string Value) about, Language language, IReadOnlyList<StoredStatement> statements, Asker asker,
        Action<IReadOnlyDictionary<int, PhrasedPoint>>? soFar, CancellationToken cancellationToken)
    {
        var coming = new Dictionary<int, PhrasedPoint>();
        var stream = soFar is null ? null : new PointStream(point =>
        {
            if (IsWithin(point, statements.Count) && Judge(point, statements, coming) is null) soFar(coming);
        });
        var reply = await model.CompleteAsync(prompt, Inputs(about, language, statements), asker, stream is null ? null : stream.Read, cancellationToken);
        // The whole reply is judged once more: what was shown on the way was no promise.
        var accepted = new Dictionary<int, PhrasedPoint>();
        List<string> faults = [.. Read(reply, statements.Count).Points.Select(point => Judge(point, statements, accepted)).OfType<string>()];
        return new(accepted, faults);
    }

    private static Dictionary<string, object> Inputs((string Name, string Value) about, Language language, IReadOnlyList<StoredStatement> statements)
    {
        var phrases = new Phrases(language);
        return new()
        {
            [about.Name] = about.Value,
            ["language"] = language.Code(),
            ["statements"] = statements.Select((s, i) => new Dictionary<string, object>
            {
                ["n"] = i + 1,
                ["speaker"] = phrases.ShortSpeaker(s.Statement.Attribution),
                ["kind"] = phrases.Kind(s.Statement.Kind),
                ["day"] = s.Meeting?.Date?.ToString() ?? phrases.Day(s.Record.Published),
                ["words"] = PersonalData.Mask(s.Text),
            }).ToList(),
        };
    }

    private static PhrasedPoints Read(string reply, int statements)
    {
        try
        {
            var phrased = JsonSerializer.Deserialize(ModelJson.Of(reply), PhrasedJson.Default.PhrasedPoints);
            if (phrased?.Points is { } points && points.All(p => p is { Text: not null, Statements: not null } && IsWithin(p, statements))) return phrased;
        }
        catch (JsonException)
        {
            // Told below, like any other reply that does not fit.
        }

        throw new ModelUnavailableException("its reply is not what was asked for");
    }

    private static bool IsWithin(PhrasedPoint point, int statements) => point.Statements.All(n => n >= 1 && n <= statements);

    /// <summary>Why the sentence may not stand; when it may, it is taken for its statements.</summary>
    private string? Judge(PhrasedPoint point, IReadOnlyList<StoredStatement> statements, Dictionary<int, PhrasedPoint> accepted)
    {
        var told = point.Statements.Distinct().ToList();
        var fault = told.Exists(accepted.ContainsKey) ? "tells a statement twice" : gate.FindFault(point.Text.Trim(), [.. told.Select(n => statements[n - 1])]);
        if (fault is null)
            foreach (var n in told) accepted[n] = point;
        return fault;
    }
}

/// <param name="Accepted">By the number of each statement that a sentence tells.</param>
/// <param name="Faults">Why the others may not stand.</param>
internal sealed record Phrased(IReadOnlyDictionary<int, PhrasedPoint> Accepted, IReadOnlyList<string> Faults);
