using PolicyBot.Answers.Grounding;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>
/// Lets a model phrase what the extractive answer found. Who spoke, where, and how binding a reply is stay in the words of this program;
/// a sentence of the model takes the place of a quotation only when the gate lets it pass.
/// </summary>
/// <param name="clearance">What the model's endpoint may see.</param>
public sealed class PromptedAnswerer(IArchive archive, ILanguageModel model, Gate gate, Clearance clearance)
{
    private readonly StatementPhrasing _phrasing = new(model, gate);

    /// <summary>The answer in prose, or as it was with the reason among its rules.</summary>
    /// <param name="interim">Told the answer as far as it is phrased, after each sentence that stands.</param>
    public async Task<Answer> PhraseAsync(Answer answer, Clearance reader, Asker asker, Action<Answer>? interim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Status != AnswerStatus.Answered || !answer.Points.Any(p => p.StatementId is not null)) return answer;
        var found = await FindAsync(answer, reader, cancellationToken);
        if (found.Count == 0) return answer;
        if (found.Any(f => !clearance.Allows(f.Statement.Record.Grade, f.Statement.Record.Group))) return Remark(answer, "model: not asked, a record is graded above what its endpoint may see");
        var phrased = new PhrasedAnswer(answer, found);
        try
        {
            var (accepted, faults) = await _phrasing.PhraseAsync(
                PromptFor(answer), ("question", answer.Question), answer.Language, found.ConvertAll(f => f.Statement), asker, interim is null ? null : soFar => interim(phrased.WriteSoFar(soFar)), cancellationToken);
            var rules = faults.Select(fault => $"model: a sentence was left out, it {fault}").ToArray();
            return accepted.Count == 0 ? Remark(answer, [.. rules, "model: no sentence stands up to the records"]) : Remark(phrased.Write(accepted), rules);
        }
        catch (ModelUnavailableException fault)
        {
            return Remark(answer, "model: " + fault.Message);
        }
    }

    private static string PromptFor(Answer answer) =>
        answer.Why?.ReadAs is nameof(QuestionKind.MeetingSummary) or nameof(QuestionKind.Unanswered) or nameof(QuestionKind.Count) ? "summary" : "answer";

    /// <summary>The statements whose words the answer shows, in its order: nothing else could be put into other words.</summary>
    private async Task<List<FoundPoint>> FindAsync(Answer answer, Clearance reader, CancellationToken cancellationToken)
    {
        var records = answer.Citations.Select(c => c.RecordId).Distinct().ToList();
        var stored = (await archive.FindStatementsAsync(new() { RecordIds = records, Clearance = reader, Limit = int.MaxValue }, cancellationToken)).ToDictionary(s => s.Statement.Id);
        var lines = answer.Parts.SelectMany(p => p.Lines).ToList();
        var shown = from point in answer.Points
                    let statement = point.StatementId is { } id ? stored.GetValueOrDefault(id) : null
                    where statement is not null
                    let one = new FoundPoint(point, statement)
                    where lines.Exists(one.StandsIn)
                    select one;
        return StatementPhrasing.Fitting(shown, one => one.Statement);
    }

    private static Answer Remark(Answer answer, params string[] rules) =>
        answer.Why is { } why ? answer with { Why = why with { Rules = [.. why.Rules, .. rules] } } : answer;
}
