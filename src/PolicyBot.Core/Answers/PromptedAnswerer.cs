using System.Text.Json;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
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
    /// <summary>The answer in prose, or as it was with the reason among its rules.</summary>
    /// <param name="spender">Whose budget it is on: the user first, then what many share.</param>
    public async Task<Answer> PhraseAsync(Answer answer, Clearance reader, IReadOnlyList<string> spender, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Status != AnswerStatus.Answered || !answer.Points.Any(p => p.StatementId is not null)) return answer;
        var found = await FindAsync(answer, reader, cancellationToken);
        if (found.Any(f => !clearance.Allows(f.Statement.Record.Grade, f.Statement.Record.Group))) return Remark(answer, "model: not asked, a record is graded above what its endpoint may see");
        try
        {
            var phrased = Read(await model.CompleteAsync(PromptFor(answer), Inputs(answer, found), spender, cancellationToken), found.Count);
            return Compose(answer, found, Accept(phrased, found, out var refused), refused);
        }
        catch (ModelUnavailableException fault)
        {
            return Remark(answer, "model: " + fault.Message);
        }
    }

    private static string PromptFor(Answer answer) =>
        answer.Why?.ReadAs is nameof(QuestionKind.MeetingSummary) or nameof(QuestionKind.Unanswered) or nameof(QuestionKind.Count) ? "concerns" : "answer";

    /// <summary>The statements behind the points, in their order.</summary>
    private async Task<List<FoundPoint>> FindAsync(Answer answer, Clearance reader, CancellationToken cancellationToken)
    {
        var records = answer.Citations.Select(c => c.RecordId).Distinct().ToList();
        var stored = (await archive.FindStatementsAsync(new() { RecordIds = records, Clearance = reader, Limit = int.MaxValue }, cancellationToken)).ToDictionary(s => s.Statement.Id);
        return [.. from point in answer.Points
                   let statement = point.StatementId is { } id ? stored.GetValueOrDefault(id) : null
                   where statement is not null
                   select new FoundPoint(point, statement)];
    }

    private static Dictionary<string, object> Inputs(Answer answer, List<FoundPoint> found)
    {
        var phrases = new Phrases(answer.Language);
        return new()
        {
            ["question"] = answer.Question,
            ["language"] = Text.Languages.Code(answer.Language),
            ["statements"] = found.Select((f, i) => new Dictionary<string, object>
            {
                ["n"] = i + 1,
                ["speaker"] = phrases.ShortSpeaker(f.Point.Attribution),
                ["kind"] = phrases.Kind(f.Statement.Statement.Kind),
                ["day"] = f.Point.Date?.ToString() ?? "",
                ["words"] = f.Statement.Text,
            }).ToList(),
        };
    }

    private static PhrasedPoints Read(string reply, int statements)
    {
        try
        {
            var phrased = JsonSerializer.Deserialize(WithoutFence(reply), PhrasedJson.Default.PhrasedPoints);
            if (phrased?.Points is { } points && points.All(p => p is { Text: not null, Statements: not null } && p.Statements.All(n => n >= 1 && n <= statements))) return phrased;
        }
        catch (JsonException)
        {
            // Told below, like any other reply that does not fit.
        }

        throw new ModelUnavailableException("its reply is not what was asked for");
    }

    // Many models put their JSON into a fence, whatever they are told.
    private static string WithoutFence(string reply)
    {
        var (from, to) = (reply.IndexOf('{', StringComparison.Ordinal), reply.LastIndexOf('}'));
        return from >= 0 && to > from ? reply[from..(to + 1)] : reply;
    }

    private Dictionary<int, PhrasedPoint> Accept(PhrasedPoints phrased, List<FoundPoint> found, out List<string> refused)
    {
        var accepted = new Dictionary<int, PhrasedPoint>();
        refused = [];
        foreach (var point in phrased.Points)
        {
            var told = point.Statements.Distinct().ToList();
            var fault = told.Exists(accepted.ContainsKey) ? "tells a statement twice" : gate.FindFault(point.Text.Trim(), [.. told.Select(n => found[n - 1].Statement)]);
            if (fault is not null) refused.Add(fault);
            else foreach (var n in told) accepted[n] = point;
        }

        return accepted;
    }

    private static Answer Compose(Answer answer, List<FoundPoint> found, Dictionary<int, PhrasedPoint> accepted, List<string> refused)
    {
        var rules = refused.Select(r => $"model: a sentence was left out, it {r}").ToArray();
        if (accepted.Count == 0) return Remark(answer, [.. rules, "model: no sentence stands up to the records"]);
        var phrases = new Phrases(answer.Language);
        var numbered = found.Select((f, i) => (Found: f, N: i + 1)).ToList();
        var lines = new AnswerLines();
        lines.Add(answer.Text.Split('\n')[0]);
        var parts = new List<AnswerPart>();
        foreach (var (one, n) in numbered)
        {
            var point = accepted.GetValueOrDefault(n);
            var told = point is null ? [one] : numbered.Where(o => accepted.GetValueOrDefault(o.N) == point).Select(o => o.Found).ToList();
            if (told[0] != one) continue;
            var (speaker, where) = (phrases.Speaker(one.Point.Attribution), Where(one.Statement, phrases));
            var line = $"{(point is null ? $"“{one.Statement.Text.ReplaceLineEndings(" ")}”" : point.Text.Trim().ReplaceLineEndings(" "))}{Strength(one, phrases)} {AnswerDraft.Marks(told.SelectMany(t => t.Point.Citations).Distinct())}";
            if (parts.Count > 0 && parts[^1].Speaker == speaker && parts[^1].Where == where) parts[^1] = parts[^1] with { Lines = [.. parts[^1].Lines, line] };
            else parts.Add(new(speaker, where, phrases.Present(one.Point.Attribution).Trim() is { Length: > 0 } present ? [present, line] : [line]));
        }

        foreach (var part in parts) lines.Add(part);
        return Remark(answer, rules) with { Text = lines.Text, Parts = lines.Parts, By = AnswerSource.Model };
    }

    private static string Strength(FoundPoint found, Phrases phrases) => found.Point.Strength is { } strength ? $" ({phrases.Strength(strength)})" : "";

    private static string Where(StoredStatement statement, Phrases phrases) => statement.Meeting is { } meeting
        ? $"{meeting.Date?.ToString() ?? phrases.Pick("날짜 없음", "no date")}, {meeting.Title}"
        : $"{phrases.Day(statement.Record.Published)}, {statement.Record.Title}";

    private static Answer Remark(Answer answer, params string[] rules) =>
        answer.Why is { } why ? answer with { Why = why with { Rules = [.. why.Rules, .. rules] } } : answer;

    private sealed record FoundPoint(AnswerPoint Point, StoredStatement Statement);
}
