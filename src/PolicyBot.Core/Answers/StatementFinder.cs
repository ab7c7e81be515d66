using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>A statement that answers to a question, and how well.</summary>
internal sealed record FoundStatement(StoredStatement Stored, double Relevance)
{
    public Statement Statement => Stored.Statement;

    /// <summary>The meeting's day, else the record's publication.</summary>
    public DateOnly? Day => Stored.Meeting?.Date?.First ?? Stored.Record.Published;
}

/// <summary>Whom a question names, as the archive knows them.</summary>
/// <param name="Present">Those of them who may have sat with others that spoke together.</param>
/// <param name="Display">As the question writes them.</param>
internal sealed record AskedParties(IReadOnlyList<string> Organisations, IReadOnlyList<string> People, IReadOnlyList<string> Present, string Display)
{
    public bool Any => Speak || Present.Count > 0;

    /// <summary>Whether the archive knows any of them as a speaker.</summary>
    public bool Speak => Organisations.Count + People.Count > 0;

    public bool Include(string word) => Organisations.Concat(People).Concat(Present).Any(name => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Finds the statements that a question is about: by topic and party from the ledger, by words through retrieval.</summary>
internal sealed class StatementFinder(IArchive archive, IRetriever retriever)
{
    private const int Passages = 40;
    private const int ByTopic = 400;

    public static readonly IReadOnlyList<StatementKind> Raised = [StatementKind.Concern, StatementKind.Request, StatementKind.Position];
    public static readonly IReadOnlyList<StatementKind> Answered = [StatementKind.Reply, StatementKind.Commitment];

    /// <summary>The parties named in the question that the archive knows as speakers or as present; a word that nobody goes by is no party.</summary>
    public async Task<AskedParties> ResolveAsync(Question question, Grade clearance, CancellationToken cancellationToken)
    {
        var organisations = question.Organisations.Select(o => o.Name).ToList();
        var people = new List<string>();
        var present = new List<string>();
        foreach (var name in question.NameCandidates)
        {
            if (name.Length > 3 && name[1] == ' ')
            {
                if (await FindBySurnameAsync(name[0], name[2..], clearance, cancellationToken) is { } full) people.Add(full);
            }
            else if (await SpeaksAsync(new() { People = [name], Clearance = clearance, Limit = 1 }, cancellationToken)) people.Add(name);
            else if (await SpeaksAsync(new() { Organisations = [name], Clearance = clearance, Limit = 1 }, cancellationToken)) organisations.Add(name);
            if (await SpeaksAsync(new() { Present = [name], Clearance = clearance, Limit = 1 }, cancellationToken)) present.Add(name);
        }

        var written = organisations.Count > question.Organisations.Count ? organisations : question.Organisations.Count > 0 ? question.OrganisationsAsWritten : [];
        return new(organisations, people, [.. organisations.Union(present)], string.Join(", ", written.Concat(people).Union(present)));
    }

    public Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Question question, Grade clearance, CancellationToken cancellationToken) =>
        retriever.FindPassagesAsync(new() { Text = Widen(question), Top = Passages, From = question.From, To = question.To, Clearance = clearance }, cancellationToken);

    /// <summary>The question with its terms in the other language, so that records of both are found.</summary>
    private static string Widen(Question question) =>
        question.Terms.Any(t => t.Other.Count > 0) ? $"{question.Text} {string.Join(' ', question.Terms.Where(t => t.Weight >= 1).SelectMany(t => t.Other))}" : question.Text;

    /// <summary>Best first. Empty when nothing reaches <see cref="Relevance.Threshold"/>.</summary>
    public async Task<IReadOnlyList<FoundStatement>> FindAsync(
        Question question, StatementFilter basis, IReadOnlyList<FoundPassage> passages, CancellationToken cancellationToken)
    {
        basis = basis with { From = question.From, To = question.To };
        var candidates = new Dictionary<StatementId, StoredStatement>();
        var filtered = basis.Organisations.Count + basis.People.Count + basis.Present.Count > 0 || basis.MeetingId is not null;
        if (filtered || question.Terms.Count == 0) await CollectAsync(basis);
        else
        {
            if (question.Topics.Count > 0) await CollectAsync(basis with { Topics = question.Topics, Limit = ByTopic });
            if (passages.Count > 0) await CollectAsync(basis with { RecordIds = [.. passages.Select(p => p.Passage.RecordId).Distinct()] });
        }

        var found = candidates.Values.Select(s => new FoundStatement(s, Relevance.Measure(question, s, ContextOf(s, passages)))).ToList();
        var best = found.Count == 0 ? 0 : found.Max(f => f.Relevance);
        var least = Math.Max(Relevance.Threshold, best * 0.62);
        return [.. found.Where(f => f.Relevance >= least).OrderByDescending(f => f.Relevance).ThenByDescending(f => f.Day).ThenBy(f => f.Statement.RecordId.Value, StringComparer.Ordinal).ThenBy(f => f.Statement.Span.Start)];

        async Task CollectAsync(StatementFilter filter)
        {
            foreach (var statement in await archive.FindStatementsAsync(filter, cancellationToken)) candidates[statement.Statement.Id] = statement;
        }
    }

    /// <summary>"배 장관" is somebody only when exactly one speaker of that office has the surname.</summary>
    private async Task<string?> FindBySurnameAsync(char surname, string title, Grade clearance, CancellationToken cancellationToken)
    {
        var statements = await archive.FindStatementsAsync(new() { People = [title], Clearance = clearance }, cancellationToken);
        var names = statements.SelectMany(s => s.Statement.Attribution.Names).Where(n => n[0] == surname).Select(n => n.Split(' ')[0]).Where(n => n.Length >= 2).Distinct(StringComparer.Ordinal).ToList();
        return names is [var only] ? only : null;
    }

    private async Task<bool> SpeaksAsync(StatementFilter filter, CancellationToken cancellationToken) =>
        (await archive.FindStatementsAsync(filter, cancellationToken)).Count > 0;

    /// <summary>The sentence around the statement, as far as a found passage shows it.</summary>
    private static string ContextOf(StoredStatement statement, IReadOnlyList<FoundPassage> passages)
    {
        var span = statement.Statement.Span;
        if (passages.FirstOrDefault(p => p.Passage.RecordId == statement.Statement.RecordId && p.Passage.Span.Contains(span)) is not { } found) return "";
        var (text, offset) = (found.Passage.Text, found.Passage.Span.Start);
        var start = text.LastIndexOf(". ", Math.Clamp(span.Start - offset, 0, text.Length - 1), StringComparison.Ordinal);
        var end = text.IndexOf(". ", Math.Clamp(span.End - offset, 0, text.Length - 1), StringComparison.Ordinal);
        return text[(start + 1)..(end < 0 ? text.Length : end)];
    }
}
