using PolicyBot.Concerns;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>What was answered or promised, in its own words and at its own strength.</summary>
internal sealed class ReplyAnswer(StatementFinder finder, Ledger ledger)
{
    private const int MostPoints = 10;
    private const int MostLines = 5;

    public async Task<bool> ComposeAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var question = asked.Question;
        var promises = question.Kind == QuestionKind.Promised;
        var direct = await finder.FindAsync(question, new() { Kinds = StatementFinder.Answered, Clearance = asked.Clearance }, passages, cancellationToken);
        var concerns = question.Terms.Count == 0 && question.Topics.Count == 0
            ? []
            : await finder.FindAsync(question, new() { Kinds = StatementFinder.Raised, Clearance = asked.Clearance }, passages, cancellationToken);
        var byConcern = await ledger.FindRepliesAsync(concerns.Select(c => c.Stored), asked.Clearance, cancellationToken);
        var linked = concerns.SelectMany(c => byConcern[c.Statement.Id].Select(r => new FoundStatement(r, c.Relevance)));
        var all = direct.Concat(linked).DistinctBy(f => f.Statement.Id).OrderByDescending(f => f.Relevance).ThenByDescending(f => f.Day).ToList();
        var commitments = all.Where(f => f.Statement.Kind == StatementKind.Commitment).ToList();
        var shown = promises && commitments.Count > 0 ? commitments : all;
        if (shown.Count == 0) return NoReply(concerns, draft);
        if (question.Presumed is { } presumed && all.All(f => f.Statement.Strength is not { } s || s < presumed || s > ReplyStrength.Decided))
            draft.Lines.Add(draft.Phrases.Pick("결정하거나 시행했다는 말은 기록에 없습니다. 기록에 있는 말은 다음과 같습니다.", "The records do not say that this was decided. What they say:"));
        else draft.Lines.Add(Lead(promises, commitments.Count, shown.Count, draft.Phrases));
        var told = ToldTogether.Group(shown);
        foreach (var (one, index) in told.Take(MostPoints).Select((t, i) => (t, i)))
        {
            var numbers = draft.Add(one.Main.Stored, one.Also.Select(a => a.Stored));
            var asks = concerns.Where(c => one.All.Any(r => r.Statement.RepliesTo.Contains(c.Statement.Id))).Take(3).ToList();
            var askNumbers = asks.Select(a => draft.Add(a.Stored, [])).SelectMany(n => n).ToList();
            if (index < MostLines) draft.Lines.Add(Line(one.Main, numbers, asks, askNumbers, asked.Today, draft));
        }

        return true;
    }

    /// <summary>The concern is on record, an answer to it is not: that is an answer too.</summary>
    private static bool NoReply(IReadOnlyList<FoundStatement> concerns, AnswerDraft draft)
    {
        if (concerns.Count == 0) return false;
        draft.Lines.Add(draft.Phrases.Pick("이 문제는 제기되었으나, 기록에 답변은 없습니다.", "This was raised, but there is no reply on record."));
        foreach (var one in ToldTogether.Group(concerns).Take(MostLines))
        {
            var numbers = draft.Add(one.Main.Stored, one.Also.Select(a => a.Stored));
            var s = one.Main.Statement;
            draft.Lines.Add($"• {draft.Phrases.Speaker(s.Attribution)}, {draft.Where(one.Main.Stored)}: “{one.Main.Stored.Text}” {AnswerDraft.Marks(numbers)}{draft.Phrases.Present(s.Attribution)}");
        }

        return true;
    }

    private static string Lead(bool promises, int commitments, int shown, Phrases phrases)
    {
        if (!promises) return phrases.Pick($"기록에 있는 답변은 {shown}건입니다.", $"{shown} repl{(shown == 1 ? "y" : "ies")} on record.");
        return commitments > 0
            ? phrases.Pick($"약속으로 기록된 것은 {commitments}건입니다.", $"{commitments} commitment{(commitments == 1 ? "" : "s")} on record.")
            : phrases.Pick("약속으로 볼 수 있는 말은 기록에 없습니다. 답변은 다음과 같습니다.", "No commitment is on record. The replies, which are weaker:");
    }

    private static string Line(FoundStatement reply, IReadOnlyList<int> numbers, List<FoundStatement> asks, List<int> askNumbers, DateOnly today, AnswerDraft draft)
    {
        var phrases = draft.Phrases;
        var s = reply.Statement;
        var strength = s.Strength is { } step ? phrases.Strength(step) : phrases.Kind(s.Kind);
        var to = asks.Count == 0
            ? ""
            : phrases.Pick(" ← ", " ← ") + string.Join("; ", asks.Select(a => $"“{a.Stored.Text}”({phrases.Speaker(a.Statement.Attribution)})")) + " " + AnswerDraft.Marks(askNumbers);
        return $"• {phrases.Speaker(s.Attribution)}, {draft.Where(reply.Stored)}: “{reply.Stored.Text}” ({strength}{Due(s, today, phrases)}) {AnswerDraft.Marks(numbers)}{to}";
    }

    private static string Due(Statement statement, DateOnly today, Phrases phrases)
    {
        if (statement.Kind != StatementKind.Commitment) return "";
        return statement.Due switch
        {
            null => phrases.Pick(", 기한 없음", ", no deadline"),
            { By: { } by } due when by < today => phrases.Pick($", 기한 {due.Text} → {phrases.Day(by)} 지남", $", due {due.Text} → {phrases.Day(by)}, past"),
            { By: { } by } due => phrases.Pick($", 기한 {due.Text} → {phrases.Day(by)}", $", due {due.Text} → {phrases.Day(by)}"),
            { } due => phrases.Pick($", 기한 {due.Text}", $", due {due.Text}"),
        };
    }
}
