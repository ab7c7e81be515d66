using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>A few sentences of a model at the head of a digest or a brief, through the same gate as an answer's. They come on top: without them nothing is missing.</summary>
/// <param name="clearance">What the model's endpoint may see.</param>
public sealed class TopLines(ILanguageModel model, Gate gate, Clearance clearance)
{
    private const int Most = 5;

    private readonly StatementPhrasing _phrasing = new(model, gate);

    /// <summary>Speaker, sentence and proof in one line each; none when the model has nothing that stands.</summary>
    /// <param name="prompt">"digest" or "brief".</param>
    /// <param name="about">The day, or the meeting.</param>
    /// <param name="asker">Who waits for it; null when nobody does.</param>
    public async Task<IReadOnlyList<string>> PhraseAsync(string prompt, string about, Language language, IEnumerable<StoredStatement> statements, Asker? asker, CancellationToken cancellationToken)
    {
        var told = StatementPhrasing.Fitting(statements.DistinctBy(s => s.Statement.Id).Where(s => clearance.Allows(s.Record.Grade, s.Record.Group)), s => s);
        if (told.Count == 0) return [];
        try
        {
            var (accepted, _) = await _phrasing.PhraseAsync(prompt, ("about", about), language, told, asker ?? new([prompt], null), null, cancellationToken);
            var phrases = new Phrases(language);
            return [.. accepted.GroupBy(a => a.Value, a => told[a.Key - 1]).Take(Most).Select(point => Line(point.Key, [.. point], phrases))];
        }
        catch (ModelUnavailableException)
        {
            return [];
        }
    }

    private static string Line(PhrasedPoint point, List<StoredStatement> told, Phrases phrases)
    {
        var first = told[0].Statement;
        var strength = first.Strength is { } step ? $" ({phrases.Strength(step)})" : "";
        return $"• {phrases.ShortSpeaker(first.Attribution)}: {point.Text.Trim().ReplaceLineEndings(" ")}{strength} {string.Concat(told.Select(s => $"[{s.Statement.Id}]"))}";
    }
}
