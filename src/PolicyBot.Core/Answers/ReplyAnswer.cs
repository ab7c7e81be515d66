using PolicyBot.Concerns;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>What was answered or promised, in its own words and at its own strength.</summary>
internal sealed class ReplyAnswer(StatementFinder finder, Ledger ledger)
{
    private const int MostLines = 8;

    public async Task<bool> ComposeAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var parties = await finder.ResolveAsync(asked.Question with { Organisations = [] }, asked.Clearance, cancellationToken);
        var question = AskedParty.Without(parties, asked.Question);
        if (parties.Count == 0 && MissingWords.Undo(question, asked.Missing)) return false;
        IReadOnlyList<string> bodies = [.. question.Repliers, .. parties.SelectMany(p => p.Organisations)];
        IReadOnlyList<string> people = [.. parties.SelectMany(p => p.People)];
        var promises = question.Kind == QuestionKind.Promised;
        // "강 회장은 뭐라고 했나" asks for whatever he said, "나로사는 뭐라고 했나" for whatever it said; "… 뭐라고 답했나" for answers only.
        var anything = !promises && !question.AsksForReply && people.Count + parties.Sum(p => p.Organisations.Count) > 0;
        var theirs = new StatementFilter { Kinds = anything ? [] : StatementFinder.Answered, Organisations = bodies, People = people, Clearance = asked.Clearance };
        var (direct, onTopic) = await finder.FindCountedAsync(question, theirs, passages, cancellationToken);
        if (anything && direct.Count == 0 && question.Terms.Count > 0 && question.From is null)
        {
            // Nothing of theirs on this: what else they said is nearer to the question than what others answered.
            direct = await finder.FindAsync(question with { Terms = [], Topics = [] }, theirs, passages, cancellationToken);
            if (direct.Count > 0) draft.Lines.Add(OnSomethingElse(parties, draft.Phrases));
        }

        var named = bodies.Count + parties.Count > 0;
        if (named && bodies.Count + people.Count == 0) direct = [];
        var (concerns, linked, concernsOnTopic) = named && direct.Count > 0 ? ([], [], null) : await FindByConcernAsync(asked, question, people, passages, cancellationToken);
        var all = direct.Concat(linked).DistinctBy(f => f.Statement.Id).OrderByDescending(f => f.Relevance).ThenByDescending(f => f.Day).ToList();
        if (question.Due is { } due)
        {
            var within = all.FindAll(f => f.Statement.Due?.By is { } by && due.Holds(by));
            if (within.Count > 0) all = within;
            else if (all.Count > 0) draft.Lines.Add(draft.Phrases.Pick("그때까지로 기한이 적힌 것은 기록에 없습니다.", "Nothing on record is due by then."));
        }

        var commitments = all.Where(f => f.Statement.Kind == StatementKind.Commitment).ToList();
        var shown = promises && commitments.Count > 0 ? commitments : all;
        if (shown.Count == 0) return question.Repliers.Count == 0 && NoReply(concerns, parties, draft);
        if (named && direct.Count == 0)
        {
            var own = await FindOwnAsync(shown, theirs, cancellationToken);
            if (own.Count > 0) shown = own;
            else draft.Lines.Add(NotTheirs(question, parties, draft.Phrases));
        }

        var told = ToldTogether.Group(shown);
        // Of a party or a topic that has more, only the newest were looked at.
        var isCut = onTopic is not null || concernsOnTopic is not null || direct.Count >= StatementFinder.Newest;
        draft.Lines.Add(anything && direct.Count > 0 ? OnRecord(parties, Number(told.Count, isCut, draft.Phrases), told.Count == 1, draft.Phrases) : Lead(question, commitments.Count > 0, told, isCut, draft.Phrases));
        if (onTopic is not null) draft.Lines.Add(OnTopic(onTopic, draft.Phrases));
        Write(told, concerns, asked.Today, draft, isCut);
        return true;
    }

    /// <summary>Of these the ones that the bodies and people asked about said themselves.</summary>
    private async Task<List<FoundStatement>> FindOwnAsync(List<FoundStatement> among, StatementFilter theirs, CancellationToken cancellationToken)
    {
        if (theirs.Organisations.Count + theirs.People.Count == 0) return [];
        var own = await finder.FindAsync(theirs with { RecordIds = [.. among.Select(f => f.Statement.RecordId).Distinct()] }, cancellationToken);
        return among.FindAll(f => own.Contains(f.Statement.Id));
    }

    /// <summary>What was answered to concerns that fit the question, whoever answered and in whatever words.</summary>
    private async Task<(IReadOnlyList<FoundStatement> Concerns, IReadOnlyList<FoundStatement> Replies, ToldCount? OnTopic)> FindByConcernAsync(
        AskedQuestion asked, Question question, IReadOnlyList<string> people, IReadOnlyList<FoundPassage> passages, CancellationToken cancellationToken)
    {
        if (question.Terms.Count == 0 && question.Topics.Count == 0 && people.Count == 0 && question.Organisations.Count == 0) return ([], [], null);
        var raisers = new StatementFilter { Kinds = StatementFinder.Raised, Organisations = [.. question.Organisations.Select(o => o.Name)], People = people, Clearance = asked.Clearance };
        var (concerns, onTopic) = await finder.FindCountedAsync(question, raisers, passages, cancellationToken);
        var replies = await ledger.FindRepliesAsync(concerns.Select(c => c.Stored), asked.Clearance, cancellationToken);
        return (concerns, [.. concerns.SelectMany(c => replies[c.Statement.Id].Select(r => new FoundStatement(r, c.Relevance)))], onTopic);
    }

    private static void Write(IReadOnlyList<ToldTogether> told, IReadOnlyList<FoundStatement> concerns, DateOnly today, AnswerDraft draft, bool isCut)
    {
        foreach (var one in told.Take(MostLines))
        {
            var numbers = draft.Add(one.Main.Stored, one.Also.Select(a => a.Stored));
            var asks = concerns.Where(c => one.All.Any(r => r.Statement.RepliesTo.Contains(c.Statement.Id))).Take(3).ToList();
            var askNumbers = asks.SelectMany(a => draft.Points.Any(p => p.StatementId == a.Statement.Id) ? [draft.Cite(a.Stored)] : draft.Add(a.Stored, [])).ToList();
            AddLine(one.Main, numbers, asks, askNumbers, today, draft);
        }

        if (told.Count > MostLines) draft.Lines.Add(draft.Phrases.More(told.Count - MostLines, "", isCut));
    }

    private static string OnTopic(ToldCount all, Phrases phrases) => phrases.Pick(
        $"이 주제의 답변은 기록에 모두 {all.Things:N0}건이며, 물으신 것에 가까운 것을 가장 최근 {StatementFinder.ByTopic}건에서 골랐습니다.",
        $"{all.Things:N0} replies on this topic in all; those that fit best were chosen among the newest {StatementFinder.ByTopic}.");

    private static string Number(int count, bool isCut, Phrases phrases) =>
        isCut ? phrases.Pick($"{count:N0}건 이상", $"at least {count:N0}") : phrases.Pick($"{count:N0}건", $"{count:N0}");

    /// <summary>The concern is on record, an answer to it is not: that is an answer too.</summary>
    private static bool NoReply(IReadOnlyList<FoundStatement> concerns, IReadOnlyList<AskedParty> parties, AnswerDraft draft)
    {
        if (concerns.Count == 0) return false;
        var who = string.Join(", ", parties.Select(p => p.Display));
        if (who.Length > 0) draft.Lines.Add(draft.Phrases.Pick($"{Phrases.WithParticle(who, "이", "가")} 이 문제로 한 말은 기록에 없습니다.", $"Nothing by {who} on this is on record."));
        draft.Lines.Add(draft.Phrases.Pick("이 문제는 제기되었으나, 기록에 답변은 없습니다.", "This was raised, but there is no reply on record."));
        var told = ToldTogether.Group(concerns);
        foreach (var one in told.Take(MostLines))
        {
            var numbers = draft.Add(one.Main.Stored, one.Also.Select(a => a.Stored));
            var s = one.Main.Statement;
            var (speaker, where, present) = (draft.Phrases.Speaker(s.Attribution), draft.Where(one.Main.Stored), draft.Phrases.Present(s.Attribution));
            var quote = $"{Phrases.Quote(one.Main.Stored.Text)} {AnswerDraft.Marks(numbers)}";
            draft.Lines.Add(new(speaker, where, present.Length == 0 ? [quote] : [quote, present.Trim()]), $"• {speaker}, {where}: {quote}{present}");
        }

        if (told.Count > MostLines) draft.Lines.Add(draft.Phrases.More(told.Count - MostLines, ""));

        return true;
    }

    private static string OnSomethingElse(IReadOnlyList<AskedParty> parties, Phrases phrases)
    {
        var who = string.Join(", ", parties.Select(p => p.Display));
        return phrases.Pick($"{Phrases.WithParticle(who, "이", "가")} 이 문제를 말한 것은 기록에 없습니다. 다른 발언은 다음과 같습니다.", $"Nothing by {who} on this is on record; what they said otherwise:");
    }

    private static string OnRecord(IReadOnlyList<AskedParty> parties, string number, bool isOne, Phrases phrases)
    {
        var who = string.Join(", ", parties.Select(p => p.Display));
        return phrases.Pick($"{who}의 발언으로 기록된 것은 {number}입니다.", $"On record from {who}: {number} statement{(isOne ? "" : "s")}.");
    }

    /// <summary>Others' answers may follow, but never as theirs.</summary>
    private static string NotTheirs(Question question, IReadOnlyList<AskedParty> parties, Phrases phrases)
    {
        var who = string.Join(", ", question.AsWritten.Where(w => question.Repliers.Contains(w.Key)).Select(w => w.Value).Concat(parties.Select(p => p.Display)));
        return phrases.Pick($"{Phrases.WithParticle(who, "이", "가")} 한 답변은 이 문제로는 기록에 없습니다. 다른 쪽의 답변:", $"No reply by {who} to this is on record. Replies by others:");
    }

    private static string Lead(Question question, bool hasCommitments, IReadOnlyList<ToldTogether> told, bool isCut, Phrases phrases)
    {
        if (question.Presumed is { } presumed && told.SelectMany(t => t.All).All(f => f.Statement.Strength is not { } s || s < presumed || s > ReplyStrength.Decided))
            return phrases.Pick("결정하거나 시행했다는 말은 기록에 없습니다. 기록에 있는 말은 다음과 같습니다.", "The records do not say that this was decided. What they say:");
        var number = phrases.Pick(Number(told.Count, isCut, phrases), Sentence(Number(told.Count, isCut, phrases)));
        if (question.Kind != QuestionKind.Promised) return phrases.Pick($"기록에 있는 답변은 {number}입니다.", $"{number} repl{(told.Count == 1 ? "y" : "ies")} on record.");
        return hasCommitments
            ? phrases.Pick($"약속으로 기록된 것은 {number}입니다.", $"{number} commitment{(told.Count == 1 ? "" : "s")} on record.")
            : phrases.Pick("약속으로 볼 수 있는 말은 기록에 없습니다. 답변은 다음과 같습니다.", "No commitment is on record. The replies, which are weaker:");
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static void AddLine(FoundStatement reply, IReadOnlyList<int> numbers, List<FoundStatement> asks, List<int> askNumbers, DateOnly today, AnswerDraft draft)
    {
        var phrases = draft.Phrases;
        var s = reply.Statement;
        var strength = s.Strength is { } step ? phrases.Strength(step) : phrases.Kind(s.Kind);
        var to = asks.Count == 0
            ? ""
            : "← " + string.Join("; ", asks.Select(a => $"{Phrases.Quote(a.Stored.Text)}({phrases.Speaker(a.Statement.Attribution)})")) + " " + AnswerDraft.Marks(askNumbers);
        var (speaker, where) = (phrases.Speaker(s.Attribution), draft.Where(reply.Stored));
        var quote = $"{Phrases.Quote(reply.Stored.Text)} ({strength}{Due(s, today, phrases)}) {AnswerDraft.Marks(numbers)}";
        draft.Lines.Add(new(speaker, where, to.Length == 0 ? [quote] : [quote, to]), $"• {speaker}, {where}: {quote}{(to.Length == 0 ? "" : " " + to)}");
    }

    private static string Due(Statement statement, DateOnly today, Phrases phrases) => statement.Due switch
    {
        null when statement.Kind != StatementKind.Commitment => "",
        null => phrases.Pick(", 기한 없음", ", no deadline"),
        { By: { } by } due when by < today => phrases.Pick($", 기한 {due.Text} → {phrases.Day(by)} 지남", $", due {due.Text} → {phrases.Day(by)}, past"),
        { By: { } by } due => phrases.Pick($", 기한 {due.Text} → {phrases.Day(by)}", $", due {due.Text} → {phrases.Day(by)}"),
        { } due => phrases.Pick($", 기한 {due.Text}", $", due {due.Text}"),
    };
}
