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

/// <summary>One party that a question names, as the archive knows it.</summary>
/// <param name="Organisations">The body, when it may have spoken.</param>
/// <param name="People">The person, when the archive knows one as a speaker.</param>
/// <param name="Present">The body, when it may have sat with others that spoke together.</param>
/// <param name="Display">As the question writes it.</param>
internal sealed record AskedParty(IReadOnlyList<string> Organisations, IReadOnlyList<string> People, IReadOnlyList<string> Present, string Display)
{
    /// <summary>Whether the archive knows it as a speaker.</summary>
    public bool Speaks => Organisations.Count + People.Count > 0;

    public bool Includes(string word) => Organisations.Concat(People).Concat(Present).Append(Display).Any(name => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A company's own name may hold a word of a topic (사아보안, "security"): it is asked by that name, not about that topic.</summary>
    public static Question Without(IReadOnlyList<AskedParty> parties, Question question)
    {
        // "한빛전력이 전력을 요청했나" asks about 전력 all the same.
        var rest = parties.Aggregate(question.Text, (text, party) => text.Replace(party.Display, " ", StringComparison.OrdinalIgnoreCase));
        var names = question.Terms.ToLookup(t => parties.Any(p => p.Includes(t.Text)) && !rest.Contains(t.Text, StringComparison.OrdinalIgnoreCase));
        return question with
        {
            Terms = [.. names[false]],
            Topics = [.. question.Topics.Where(topic => !names[true].Any(t => t.Topics.Contains(topic)) || names[false].Any(t => t.Topics.Contains(topic)))],
        };
    }
}

/// <summary>Finds the statements that a question is about: by topic and party from the ledger, by words through retrieval.</summary>
internal sealed class StatementFinder(IArchive archive, IRetriever retriever)
{
    private const int Passages = 40;
    public const int ByTopic = 400;
    private const int Shown = 40;

    /// <summary>Of a party or an archive that said more, only the newest are looked at: nobody reads thousands, and loading them holds everybody up.</summary>
    public const int Newest = 1_000;

    public static readonly IReadOnlyList<StatementKind> Raised = [StatementKind.Concern, StatementKind.Request, StatementKind.Position];
    public static readonly IReadOnlyList<StatementKind> Answered = [StatementKind.Reply, StatementKind.Commitment];

    /// <summary>The parties named in the question: known bodies, speakers and guests of the archive, and people named with a title though nobody knows them.</summary>
    public async Task<IReadOnlyList<AskedParty>> ResolveAsync(Question question, Clearance clearance, CancellationToken cancellationToken)
    {
        var parties = question.Organisations.Select(o => new AskedParty([o.Name], [], [o.Name], question.AsWritten.GetValueOrDefault(o.Name) ?? o.Name)).ToList();
        foreach (var name in question.NameCandidates.Concat(question.Speakers).Distinct(StringComparer.Ordinal))
        {
            var titled = question.Language == Text.Language.Korean && name.Contains(' ', StringComparison.Ordinal);
            var person = titled ? await FindTitledAsync(name, clearance, cancellationToken) : await SpeaksAsync(new() { People = [name], Clearance = clearance, Limit = 1 }, cancellationToken) ? name : null;
            var body = !titled && await SpeaksAsync(new() { Organisations = [name], Clearance = clearance, Limit = 1 }, cancellationToken);
            // "성춘향 나루협회 회장" is found by each of its words: who speaks under exactly this name as a body is one, with its people of now.
            if (body && person is not null && await SpeaksAsBodyAsync(name, clearance, cancellationToken)) person = null;
            IReadOnlyList<string> speaker = body && person is null ? [name] : [];
            IReadOnlyList<string> guest = await SpeaksAsync(new() { Present = [name], Clearance = clearance, Limit = 1 }, cancellationToken) ? [name] : speaker;
            if (titled || person is not null || speaker.Count + guest.Count > 0 || question.UnlistedNames.Contains(name) || (question.Speakers.Contains(name) && await IsNobodyElseAsync(name, clearance, cancellationToken)))
                parties.Add(new(speaker, person is null ? [] : [person], guest, name));
        }

        return parties;
    }

    /// <summary>Who is asked about by a name that no record knows is a party of whom nothing is on record; a word that the records use may be an ordinary one.</summary>
    private async Task<bool> IsNobodyElseAsync(string name, Clearance clearance, CancellationToken cancellationToken)
    {
        if (AskedSpeakers.IsFirm(name)) return true;
        var squeezed = Squeeze(name);
        var passages = await retriever.FindPassagesAsync(new() { Text = name, Clearance = clearance }, cancellationToken);
        return !passages.Any(p => Squeeze($"{p.Passage.Title} {p.Passage.Text}").Contains(squeezed, StringComparison.OrdinalIgnoreCase)) || await CameAsync(name, clearance, cancellationToken);

        static string Squeeze(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    /// <summary>Who sat at a meeting is no ordinary word, though nothing that was said there is theirs.</summary>
    private async Task<bool> CameAsync(string name, Clearance clearance, CancellationToken cancellationToken) =>
        (await archive.FindMeetingsAsync(new() { Organisation = name, Newest = 1, Clearance = clearance }, cancellationToken)).Count > 0;

    public Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Question question, Clearance clearance, CancellationToken cancellationToken) =>
        retriever.FindPassagesAsync(new() { Text = Widen(question), Top = Passages, From = question.From, To = question.To, Clearance = clearance }, cancellationToken);

    /// <summary>The question with its terms in the other language, so that records of both are found.</summary>
    private static string Widen(Question question) =>
        question.Terms.Any(t => t.Other.Count > 0) ? $"{question.Text} {string.Join(' ', question.Terms.Where(t => t.Weight >= 1).SelectMany(t => t.Other))}" : question.Text;

    /// <summary>Best first. Empty when nothing reaches <see cref="Relevance.Threshold"/>.</summary>
    /// <param name="newest">So many at most are taken for their day alone; as many found means that there are more.</param>
    public async Task<IReadOnlyList<FoundStatement>> FindAsync(
        Question question, StatementFilter basis, IReadOnlyList<FoundPassage> passages, CancellationToken cancellationToken, int newest = Newest) =>
        (await FindCountedAsync(question, basis, passages, cancellationToken, newest)).Found;

    /// <summary>The same, with how much there is on the topics asked about where only the newest <see cref="ByTopic"/> of it were looked at; else null.</summary>
    public async Task<(IReadOnlyList<FoundStatement> Found, ToldCount? OnTopic)> FindCountedAsync(
        Question question, StatementFilter basis, IReadOnlyList<FoundPassage> passages, CancellationToken cancellationToken, int newest = Newest)
    {
        ToldCount? onTopic = null;
        basis = basis with { From = question.From, To = question.To, CountsRaised = false };
        var candidates = new Dictionary<StatementId, StoredStatement>();
        var filtered = basis.Organisations.Count + basis.People.Count + basis.Present.Count > 0 || basis.MeetingId is not null;
        // What is counted must be counted whole.
        if (question.Kind == QuestionKind.Count) newest = int.MaxValue;
        if (filtered || question.Terms.Count == 0) await CollectAsync(basis with { Limit = newest });
        if (question.Terms.Count > 0 && (!filtered || candidates.Count == newest))
        {
            if (question.Topics.Count > 0)
            {
                var byTopic = basis with { Topics = question.Topics, Limit = filtered || question.Kind is QuestionKind.Count or QuestionKind.Unanswered ? newest : ByTopic };
                if (await CollectAsync(byTopic) == ByTopic && byTopic.Limit == ByTopic) onTopic = await CountOnTopicAsync(question, basis, cancellationToken);
            }

            if (passages.Count > 0) await CollectAsync(basis with { RecordIds = [.. passages.Select(p => p.Passage.RecordId).Distinct()] });
        }

        var (found, best) = (new List<FoundStatement>(), 0.0);
        foreach (var statement in candidates.Values)
        {
            var passage = PassageOf(statement.Statement, passages);
            var byWords = Relevance.Measure(question, statement, passage is null ? "" : ContextOf(statement.Statement, passage.Passage));
            best = Math.Max(best, byWords);
            // The nearest are a few: counted by them, a count would be short.
            found.Add(new(statement, byWords + (question.Kind == QuestionKind.Count ? 0 : Relevance.ByMeaning(passage?.Near))));
        }

        var least = Math.Max(question.Kind == QuestionKind.Count ? Relevance.CountThreshold : Relevance.Threshold, best * 0.62);
        return (await CountRaisedAsync([.. found.Where(f => f.Relevance >= least).OrderByDescending(f => f.Relevance).ThenByDescending(f => f.Day).ThenBy(f => f.Statement.RecordId.Value, StringComparer.Ordinal).ThenBy(f => f.Statement.Span.Start)], basis.Clearance, cancellationToken), onTopic);

        async Task<int> CollectAsync(StatementFilter filter)
        {
            var statements = await archive.FindStatementsAsync(filter, cancellationToken);
            foreach (var statement in statements) candidates[statement.Statement.Id] = statement;
            return statements.Count;
        }
    }

    /// <summary>Which statements these are, whatever they are about.</summary>
    public async Task<HashSet<StatementId>> FindAsync(StatementFilter filter, CancellationToken cancellationToken) =>
        [.. (await archive.FindStatementsAsync(filter with { CountsRaised = false }, cancellationToken)).Select(s => s.Statement.Id)];

    /// <summary>How much of it there is on the topics asked about, however much that is.</summary>
    public Task<ToldCount> CountOnTopicAsync(Question question, StatementFilter basis, CancellationToken cancellationToken) =>
        archive.CountToldAsync(basis with { From = question.From, To = question.To, Topics = question.Topics }, cancellationToken);

    /// <summary>Of those that an answer may show; the rest only count.</summary>
    private async Task<IReadOnlyList<FoundStatement>> CountRaisedAsync(List<FoundStatement> found, Clearance clearance, CancellationToken cancellationToken)
    {
        var keys = found.Take(Shown).Select(f => f.Stored.ConcernKey).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return found;
        var raised = await archive.CountRaisedAsync(keys, clearance, cancellationToken);
        return found.ConvertAll(f => f.Stored.ConcernKey is { } key && raised.TryGetValue(key, out var times) ? f with { Stored = f.Stored with { Raised = times } } : f);
    }

    /// <summary>"홍길동 대표" is that person; "배 장관" is somebody only when exactly one speaker of that office has the surname.</summary>
    private async Task<string?> FindTitledAsync(string name, Clearance clearance, CancellationToken cancellationToken)
    {
        var (first, title) = (name[..name.IndexOf(' ', StringComparison.Ordinal)], name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        if (first.Length > 1) return await SpeaksAsync(new() { People = [first], Clearance = clearance, Limit = 1 }, cancellationToken) ? first : null;
        var statements = await archive.FindStatementsAsync(new() { People = [title], Clearance = clearance, CountsRaised = false }, cancellationToken);
        var names = statements.SelectMany(s => s.Statement.Attribution.Names)
            .Select(n => n.Split(' ').FirstOrDefault(w => w.Length is 2 or 3 && w[0] == first[0])).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names is [var only] ? only : null;
    }

    /// <summary>Whether anything at all is on record from them, whatever its subject and day.</summary>
    public Task<bool> SpeaksAsync(AskedParty party, Clearance clearance, CancellationToken cancellationToken) => party.Speaks
        ? SpeaksAsync(new StatementFilter { Organisations = party.Organisations, People = party.People, Kinds = Raised, Clearance = clearance, Limit = 1 }, cancellationToken)
        : Task.FromResult(false);

    private async Task<bool> SpeaksAsBodyAsync(string name, Clearance clearance, CancellationToken cancellationToken)
    {
        var said = await archive.FindStatementsAsync(new() { Organisations = [name], Clearance = clearance, CountsRaised = false }, cancellationToken);
        return said.Any(s => s.Statement.Attribution is { Level: AttributionLevel.Organisation } by && by.Names.Any(n => SpeakerNames.Fold(n) == SpeakerNames.Fold(name)));
    }

    private async Task<bool> SpeaksAsync(StatementFilter filter, CancellationToken cancellationToken) =>
        (await archive.FindStatementsAsync(filter with { CountsRaised = false }, cancellationToken)).Count > 0;

    /// <summary>What of a subject that the words of a question miss lies nearest in meaning, the nearest first; nothing where nothing knows meanings.</summary>
    public async Task<IReadOnlyList<FoundStatement>> FindNearestAsync(StatementFilter basis, IReadOnlyList<FoundPassage> passages, int top, CancellationToken cancellationToken)
    {
        IReadOnlyList<FoundPassage> nearest = [.. passages.Where(p => p.Near < top).OrderBy(p => p.Near)];
        if (nearest.Count == 0) return [];
        var statements = await archive.FindStatementsAsync(basis with { RecordIds = [.. nearest.Select(p => p.Passage.RecordId).Distinct()], CountsRaised = false }, cancellationToken);
        return [.. from s in statements let passage = PassageOf(s.Statement, nearest) where passage is not null orderby passage.Near, s.Statement.Span.Start select new FoundStatement(s, 0)];
    }

    /// <summary>The best passage that shows the statement.</summary>
    private static FoundPassage? PassageOf(Statement statement, IReadOnlyList<FoundPassage> passages) =>
        passages.FirstOrDefault(p => p.Passage.RecordId == statement.RecordId && p.Passage.Span.Contains(statement.Span));

    /// <summary>The sentence around the statement.</summary>
    private static string ContextOf(Statement statement, Passage passage)
    {
        var (span, text, offset) = (statement.Span, passage.Text, passage.Span.Start);
        var start = text.LastIndexOf(". ", Math.Clamp(span.Start - offset, 0, text.Length - 1), StringComparison.Ordinal);
        var end = text.IndexOf(". ", Math.Clamp(span.End - offset, 0, text.Length - 1), StringComparison.Ordinal);
        return text[(start + 1)..(end < 0 ? text.Length : end)];
    }
}
