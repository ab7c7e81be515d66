using PolicyBot.Concerns;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>Who raised it, what they raised, how often, and whether it was answered.</summary>
internal sealed class RaisedAnswer(StatementFinder finder, Ledger ledger, MeetingAnswer meetings)
{
    public async Task<bool> ComposeAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var question = asked.Question;
        var parties = await finder.ResolveAsync(question, asked.Clearance, cancellationToken);
        if (parties.Count > 0) return await ComposeForPartiesAsync(asked, parties, passages, draft, cancellationToken);
        if (question is { Terms.Count: 0, Topics.Count: 0, From: null, Kind: QuestionKind.Free or QuestionKind.WhatRaised or QuestionKind.WhoRaised }) return false;
        var kinds = question.Kind == QuestionKind.Free ? [] : StatementFinder.Raised;
        var found = await finder.FindAsync(question, new() { Kinds = kinds, Clearance = asked.Clearance }, passages, cancellationToken);
        if (question.Kind == QuestionKind.Free && found.Any(f => f.Statement.Kind < StatementKind.Reply)) found = [.. found.Where(f => f.Statement.Kind < StatementKind.Reply)];
        var replies = await ledger.FindRepliesAsync(found.Select(f => f.Stored), asked.Clearance, cancellationToken);
        if (found.Count == 0) return question.Kind == QuestionKind.Free && FromPassages(question, passages, draft);
        var told = ToldTogether.Group(found);
        if (question.Kind == QuestionKind.Unanswered) told = [.. told.Where(t => t.Main.Statement.Kind != StatementKind.Position && t.All.All(f => replies[f.Statement.Id].All(Ledger.IsGeneral)))];
        if (told.Count == 0) return false;
        draft.Lines.Add(Lead(question, told, draft.Phrases, asked));
        new LedgerLines(draft).Write(told, replies);
        return true;
    }

    /// <summary>Each party by itself: what one said is never told of another.</summary>
    private async Task<bool> ComposeForPartiesAsync(AskedQuestion asked, IReadOnlyList<AskedParty> parties, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var question = WithoutNames(asked.Question, parties);
        var silent = new List<AskedParty>();
        foreach (var party in parties)
        {
            if (!await ComposeForPartyAsync(asked, question, party, passages, draft, cancellationToken)) silent.Add(party);
        }

        foreach (var party in silent) await DenyAsync(asked, party, draft, cancellationToken);
        return silent.Count < parties.Count || await SomebodyElseAsync(asked, question, passages, draft, cancellationToken);
    }

    private async Task<bool> ComposeForPartyAsync(AskedQuestion asked, Question question, AskedParty party, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var phrases = draft.Phrases;
        var own = !party.Speaks
            ? []
            : await finder.FindAsync(question, new() { Kinds = StatementFinder.Raised, Organisations = party.Organisations, People = party.People, Clearance = asked.Clearance }, passages, cancellationToken);
        if (own.Count > 0)
        {
            var told = ToldTogether.Group(own);
            draft.Lines.Add(phrases.Pick($"{party.Display}의 발언으로 기록된 것은 {told.Count}건입니다.", $"On record from {party.Display}: {told.Count} statement{(told.Count == 1 ? "" : "s")}."));
            new LedgerLines(draft).Write(told, await ledger.FindRepliesAsync(own.Select(f => f.Stored), asked.Clearance, cancellationToken));
        }

        var together = party.Present.Count == 0
            ? []
            : await finder.FindAsync(question, new() { Kinds = StatementFinder.Raised, Present = party.Present, Clearance = asked.Clearance }, passages, cancellationToken);
        together = [.. together.Where(f => f.Statement.Attribution.Level == AttributionLevel.Participants)];
        if (together.Count == 0) return own.Count > 0;
        draft.Lines.Add(own.Count == 0
            ? phrases.Pick(
                $"기록에는 {Phrases.WithParticle(party.Display, "이", "가")} 직접 그렇게 말했다는 내용이 없습니다. 다만 {Phrases.WithParticle(party.Display, "이", "가")} 참석한 자리에서 참석자들이 함께 말한 것이 있습니다. 참석은 발언이 아닙니다.",
                $"The records do not say that {party.Display} raised this. The participants together did, at a meeting where {party.Display} was present. Attendance is not speech.")
            : phrases.Pick($"이와 따로, {Phrases.WithParticle(party.Display, "이", "가")} 참석한 자리에서 참석자들이 함께 말한 것:", $"Separately, what the participants said together where {party.Display} was present:"));
        new LedgerLines(draft).Write(ToldTogether.Group(together), await ledger.FindRepliesAsync(together.Select(f => f.Stored), asked.Clearance, cancellationToken));
        return true;
    }

    /// <summary>Says what is missing, no more: nothing at all from them, or nothing on this subject and in this time.</summary>
    private async Task DenyAsync(AskedQuestion asked, AskedParty party, AnswerDraft draft, CancellationToken cancellationToken)
    {
        draft.Lines.Add(await finder.SpeaksAsync(party, asked.Clearance, cancellationToken)
            ? draft.Phrases.Pick($"물으신 내용과 기간으로는 {party.Display}의 발언이 기록에 없습니다.", $"The records hold nothing from {party.Display} on this subject and in this time.")
            : draft.Phrases.Pick($"{party.Display}의 발언은 기록에 없습니다.", $"Nothing is on record from {party.Display}."));
        await meetings.AddAttendedAsync(asked, party, draft, cancellationToken);
    }

    /// <summary>A company's own name may hold a word of a topic (사아보안, "security"): it is asked by that name, not about that topic.</summary>
    private static Question WithoutNames(Question question, IReadOnlyList<AskedParty> parties)
    {
        var names = question.Terms.ToLookup(t => parties.Any(p => p.Includes(t.Text)));
        return question with
        {
            Terms = [.. names[false]],
            Topics = [.. question.Topics.Where(topic => !names[true].Any(t => t.Topics.Contains(topic)) || names[false].Any(t => t.Topics.Contains(topic)))],
        };
    }

    /// <summary>Nothing from those asked about, yet others raised it: said as such, never as a yes.</summary>
    private async Task<bool> SomebodyElseAsync(AskedQuestion asked, Question question, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        if (question.Terms.All(t => t.Weight < 1) || !(question.Verifies || question.Kind is QuestionKind.WhoRaised or QuestionKind.Free)) return false;
        var others = await finder.FindAsync(question with { Organisations = [] }, new() { Kinds = StatementFinder.Raised, Clearance = asked.Clearance }, passages, cancellationToken);
        if (others.Count == 0) return false;
        draft.Lines.Add(draft.Phrases.Pick("이 문제를 말한 쪽은 다음과 같습니다.", "Those who did raise this:"));
        new LedgerLines(draft).Write(ToldTogether.Group(others), await ledger.FindRepliesAsync(others.Select(f => f.Stored), asked.Clearance, cancellationToken));
        return true;
    }

    private static string Lead(Question question, IReadOnlyList<ToldTogether> told, Phrases phrases, AskedQuestion asked)
    {
        var meetings = told.Select(t => t.Main.Statement.MeetingId?.Value ?? t.Main.Statement.RecordId.Value).Distinct().Count();
        var days = told.Select(t => t.Main.Day).OfType<DateOnly>().Order().ToList();
        var span = days.Count == 0 ? "" : days[0] == days[^1] ? $" ({phrases.Day(days[0])})" : $" ({phrases.Day(days[0])} ~ {phrases.Day(days[^1])})";
        return question.Kind switch
        {
            QuestionKind.Unanswered => phrases.Pick(
                $"기록에 답변이 없는 우려·요청은 {told.Count}건입니다{span}. 기록 {asked.Extent.Records:N0}건을 살폈습니다.",
                $"{told.Count} concern{(told.Count == 1 ? "" : "s")} or request{(told.Count == 1 ? "" : "s")} without a reply on record{span}; {asked.Extent.Records:N0} records searched."),
            QuestionKind.Count => phrases.Pick(
                $"회의 {meetings}곳에서 {told.Count}건 나왔습니다{span}.",
                $"Raised at {meetings} meeting{(meetings == 1 ? "" : "s")}, {told.Count} statement{(told.Count == 1 ? "" : "s")}{span}."),
            QuestionKind.WhoRaised => Raisers(told, phrases),
            _ => phrases.Pick(
                $"회의 {meetings}곳의 발언 {told.Count}건이 있습니다{span}.",
                $"{told.Count} statement{(told.Count == 1 ? "" : "s")} from {meetings} meeting{(meetings == 1 ? "" : "s")}{span}."),
        };
    }

    /// <summary>Who, in one breath, the best fitting first: "제기한 쪽: 참석자들이 함께(2025-07-24), 김동훈 NHN클라우드 대표(2025-07-24)".</summary>
    private static string Raisers(IReadOnlyList<ToldTogether> told, Phrases phrases)
    {
        const int most = 5;
        var raisers = told.Select(t => $"{phrases.ShortSpeaker(t.Main.Statement.Attribution)} ({phrases.Day(t.Main.Day)})").Distinct(StringComparer.Ordinal).ToList();
        var more = raisers.Count > most ? phrases.Pick($" 외 {raisers.Count - most}", $" and {raisers.Count - most} more") : "";
        return phrases.Pick("제기한 쪽: ", "Raised by: ") + string.Join(", ", raisers.Take(most)) + more;
    }

    private static bool FromPassages(Question question, IReadOnlyList<FoundPassage> passages, AnswerDraft draft)
    {
        var fitting = passages.Where(p => question.Terms.Any(t => t.Weight >= 1) && Relevance.Measure(question, p.Passage.Text, p.Passage.Title) >= 0.7).Take(3).ToList();
        foreach (var (passage, _) in fitting)
        {
            var record = new RecordSummary(passage.RecordId, passage.Title, passage.Date, passage.Grade, null) { Group = passage.Group };
            var n = draft.Cite(record, passage.Span.Start, passage.Span.End, passage.Text);
            // A label of the record, not a speaker that was understood: shown as it stands, never as an attribution.
            var label = passage.Speaker is { } speaker ? $" ({speaker})" : "";
            draft.Lines.Add(draft.Phrases.Pick("기록의 대목", "From the records") + $"{label}: “{passage.Text.ReplaceLineEndings(" ")}” [{n}]");
            draft.Add(passage, n);
        }

        return fitting.Count > 0;
    }
}
