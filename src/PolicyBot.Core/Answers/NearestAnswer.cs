using PolicyBot.Concerns;
using PolicyBot.Retrieval;

namespace PolicyBot.Answers;

/// <summary>What lies near a question in meaning when none of its words is on record: shown as that, and never as the answer.</summary>
internal sealed class NearestAnswer(StatementFinder finder)
{
    private const int Passages = 5;
    private const int Most = 3;

    public async Task AddAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        IReadOnlyList<StatementKind>? kinds = asked.Question.Kind switch
        {
            QuestionKind.WhoRaised or QuestionKind.WhatRaised or QuestionKind.Free => StatementFinder.Raised,
            QuestionKind.Replied or QuestionKind.Promised => StatementFinder.Answered,
            _ => null,
        };
        if (kinds is null || asked.Question.Terms.Count == 0) return;
        var found = await finder.FindNearestAsync(new() { Kinds = kinds, From = asked.Question.From, To = asked.Question.To, Clearance = asked.Clearance }, passages, Passages, cancellationToken);
        if (found.Count == 0) return;
        draft.Lines.Add(draft.Phrases.Pick("다른 말로 기록된 것 가운데 뜻이 가까운 발언입니다. 물으신 것이 아닐 수 있습니다.", "Closest in meaning among what is on record in other words; it may not be what you asked about:"));
        foreach (var told in ToldTogether.Group(found).Take(Most)) Add(told, draft);
    }

    private static void Add(ToldTogether told, AnswerDraft draft)
    {
        var (said, by) = (told.Main.Stored, told.Main.Statement.Attribution);
        var numbers = draft.Add(said, told.Also.Select(a => a.Stored));
        var present = draft.Phrases.Present(by).Trim();
        var quote = $"{Phrases.Quote(said.Text)} {AnswerDraft.Marks(numbers)}";
        draft.Lines.Add(new AnswerPart(draft.Phrases.Speaker(by), draft.Where(said), present.Length == 0 ? [quote] : [quote, present]));
    }
}
