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
        if (MissingWords.Undo(question, asked.Missing)) return false;
        var kinds = question.Kind == QuestionKind.Free ? [] : StatementFinder.Raised;
        if (question.Kind == QuestionKind.Unanswered) return await ComposeOpenAsync(asked, passages, draft, cancellationToken);
        var (found, onTopic) = await finder.FindCountedAsync(question, new() { Kinds = kinds, Clearance = asked.Clearance }, passages, cancellationToken);
        if (question.Kind == QuestionKind.Free && found.Any(f => f.Statement.Kind < StatementKind.Reply))
        {
            found = [.. found.Where(f => f.Statement.Kind < StatementKind.Reply)];
            // What is not shown of its own accord is not counted either.
            if (onTopic is not null) onTopic = await finder.CountOnTopicAsync(question, new() { Kinds = StatementFinder.Raised, Clearance = asked.Clearance }, cancellationToken);
        }

        if (found.Count == 0) return question.Kind == QuestionKind.Free && FromPassages(question, passages, draft);
        var told = ToldTogether.Group(found);
        if (asked.Missing.Count > 0) draft.Lines.Add(MissingWords.Tell(asked.Missing, isAnswered: true, draft.Phrases));
        if (onTopic is null || question.Kind == QuestionKind.WhoRaised) draft.Lines.Add(Lead(question, told, draft.Phrases));
        if (onTopic is not null) draft.Lines.Add(OnTopic(onTopic, draft.Phrases));
        await WriteAsync(asked, told, draft, About(question), cancellationToken, onTopic);
        return true;
    }

    /// <summary>What the ledger is to be asked for to show the rest.</summary>
    private static string About(Question question) => question.Topics is [var topic, ..] ? "topic:" + topic : "";

    /// <summary>A general answer to the whole meeting closes no single item.</summary>
    private static bool IsOpen(ToldTogether told, ILookup<StatementId, StoredStatement> replies) => told.All.All(f => replies[f.Statement.Id].All(Ledger.IsGeneral));

    /// <summary>Concerns and requests without a reply: among the newest, and only when those are all answered among the older ones.</summary>
    private async Task<bool> ComposeOpenAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        for (var newest = StatementFinder.Newest; ; newest = newest > int.MaxValue / 10 ? int.MaxValue : newest * 10)
        {
            var found = await finder.FindAsync(asked.Question, new() { Kinds = [StatementKind.Concern, StatementKind.Request], Clearance = asked.Clearance }, passages, cancellationToken, newest);
            var replies = await ledger.FindRepliesAsync(found.Select(f => f.Stored), asked.Clearance, cancellationToken);
            IReadOnlyList<ToldTogether> open = [.. ToldTogether.Group(found).Where(t => IsOpen(t, replies))];
            if (open.Count == 0 && found.Count >= newest) continue;
            if (open.Count == 0) return false;
            draft.Lines.Add(Open(open, found.Count >= newest ? newest : null, draft.Phrases, asked.Extent.Records));
            new LedgerLines(draft, About(asked.Question)) { IsCut = found.Count >= newest }.Write(open, replies);
            return true;
        }
    }

    /// <summary>Replies of what is shown: the rest is only counted.</summary>
    /// <param name="onTopic">What there is in all, where not everything was looked at.</param>
    private async Task WriteAsync(AskedQuestion asked, IReadOnlyList<ToldTogether> told, AnswerDraft draft, string about, CancellationToken cancellationToken, ToldCount? onTopic = null, bool isCut = false) =>
        new LedgerLines(draft, about) { InAll = onTopic?.Things, IsCut = isCut }.Write(told, await ledger.FindRepliesAsync(told.Take(LedgerLines.Most).SelectMany(t => t.All).Select(f => f.Stored), asked.Clearance, cancellationToken));

    /// <summary>Each party by itself: what one said is never told of another.</summary>
    private async Task<bool> ComposeForPartiesAsync(AskedQuestion asked, IReadOnlyList<AskedParty> parties, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var question = AskedParty.Without(parties, asked.Question);
        var silent = new List<AskedParty>();
        foreach (var party in parties)
        {
            if (!await ComposeForPartyAsync(asked, question, party, passages, draft, cancellationToken)) silent.Add(party);
        }

        var others = silent.Count == parties.Count ? await FindOthersAsync(asked, question, passages, cancellationToken) : [];
        foreach (var party in silent) await DenyAsync(asked, party, draft, cancellationToken);
        if (others.Count == 0 && silent.Count == parties.Count) return false;
        // A denial alone ends with this anyway.
        if (silent.Count > 0) draft.Lines.Add(draft.Phrases.Searched(asked.Extent));
        if (others.Count == 0) return true;
        draft.Lines.Add(draft.Phrases.Pick("이 문제를 말한 다른 쪽은 다음과 같습니다.", "Others did raise this:"));
        await WriteAsync(asked, ToldTogether.Group(others), draft, About(question), cancellationToken);
        return true;
    }

    private async Task<bool> ComposeForPartyAsync(AskedQuestion asked, Question question, AskedParty party, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var phrases = draft.Phrases;
        var own = !party.Speaks
            ? []
            : await finder.FindAsync(question, new() { Kinds = StatementFinder.Raised, Organisations = party.Organisations, People = party.People, Clearance = asked.Clearance }, passages, cancellationToken);
        var open = question.Kind == QuestionKind.Unanswered;
        if (open && own.Count > 0) await WriteOpenAsync(asked, party, own, draft, cancellationToken);
        else if (own.Count > 0)
        {
            var told = ToldTogether.Group(own);
            draft.Lines.Add(own.Count >= StatementFinder.Newest
                ? phrases.Pick($"{party.Display}의 발언으로 기록된 것은 {told.Count:N0}건이 넘습니다.", $"On record from {party.Display}: more than {told.Count:N0} statements.")
                : phrases.Pick($"{party.Display}의 발언으로 기록된 것은 {told.Count}건입니다.", $"On record from {party.Display}: {told.Count} statement{(told.Count == 1 ? "" : "s")}."));
            await WriteAsync(asked, told, draft, party.Display, cancellationToken, isCut: own.Count >= StatementFinder.Newest);
        }

        var together = party.Present.Count == 0
            ? []
            : await finder.FindAsync(question, new() { Kinds = StatementFinder.Raised, Present = party.Present, Clearance = asked.Clearance }, passages, cancellationToken);
        together = [.. together.Where(f => f.Statement.Attribution.Level == AttributionLevel.Participants)];
        var shared = ToldTogether.Group(together);
        if (open)
        {
            var replies = await ledger.FindRepliesAsync(together.Select(f => f.Stored), asked.Clearance, cancellationToken);
            shared = [.. shared.Where(t => IsOpen(t, replies))];
        }

        if (shared.Count == 0) return own.Count > 0;
        draft.Lines.Add(own.Count == 0
            ? phrases.Pick(
                $"기록에는 {Phrases.WithParticle(party.Display, "이", "가")} 직접 그렇게 말했다는 내용이 없습니다. 다만 {Phrases.WithParticle(party.Display, "이", "가")} 참석한 자리에서 참석자들이 함께 말한 것이 있습니다. 참석은 발언이 아닙니다.",
                $"The records do not say that {party.Display} raised this. The participants together did, at a meeting where {party.Display} was present. Attendance is not speech.")
            : phrases.Pick($"이와 따로, {Phrases.WithParticle(party.Display, "이", "가")} 참석한 자리에서 참석자들이 함께 말한 것:", $"Separately, what the participants said together where {party.Display} was present:"));
        await WriteAsync(asked, shared, draft, party.Display, cancellationToken);
        return true;
    }

    /// <summary>What of a party's own asks has no reply; when all have one, they are shown with it.</summary>
    private async Task WriteOpenAsync(AskedQuestion asked, AskedParty party, IReadOnlyList<FoundStatement> own, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var replies = await ledger.FindRepliesAsync(own.Select(f => f.Stored), asked.Clearance, cancellationToken);
        IReadOnlyList<ToldTogether> told = [.. ToldTogether.Group(own).Where(t => t.Main.Statement.Kind != StatementKind.Position)], unanswered = [.. told.Where(t => IsOpen(t, replies))];
        draft.Lines.Add(unanswered.Count == 0
            ? draft.Phrases.Pick($"{party.Display}의 우려·요청 {told.Count:N0}건 가운데 답변이 없는 것은 기록에 없습니다.", $"Of {told.Count:N0} concerns and requests from {party.Display}, none is without a reply on record.")
            : draft.Phrases.Pick($"{party.Display}의 우려·요청 {told.Count:N0}건 가운데 기록에 답변이 없는 것은 {unanswered.Count:N0}건입니다.", $"Of {told.Count:N0} concerns and requests from {party.Display}, {unanswered.Count:N0} {(unanswered.Count == 1 ? "has" : "have")} no reply on record."));
        new LedgerLines(draft, party.Display) { IsCut = own.Count >= StatementFinder.Newest }.Write(unanswered.Count == 0 ? told : unanswered, replies);
    }

    /// <summary>Says what is missing, no more: nothing at all from them, or nothing on this subject and in this time.</summary>
    private async Task DenyAsync(AskedQuestion asked, AskedParty party, AnswerDraft draft, CancellationToken cancellationToken)
    {
        draft.Lines.Add(await finder.SpeaksAsync(party, asked.Clearance, cancellationToken)
            ? draft.Phrases.Pick($"물으신 내용과 기간으로는 {party.Display}의 발언이 기록에 없습니다.", $"The records hold nothing from {party.Display} on this subject and in this time.")
            : draft.Phrases.Pick($"{party.Display}의 발언은 기록에 없습니다.", $"Nothing is on record from {party.Display}."));
        await meetings.AddAttendedAsync(asked, party, draft, cancellationToken);
    }

    /// <summary>Nothing from those asked about, yet others raised it: said as such, never as a yes.</summary>
    private async Task<IReadOnlyList<FoundStatement>> FindOthersAsync(AskedQuestion asked, Question question, IReadOnlyList<FoundPassage> passages, CancellationToken cancellationToken) =>
        question.Terms.All(t => t.Weight < 1) || !(question.Verifies || question.Kind is QuestionKind.WhoRaised or QuestionKind.Free)
            ? []
            : await finder.FindAsync(question with { Organisations = [] }, new() { Kinds = StatementFinder.Raised, Clearance = asked.Clearance }, passages, cancellationToken);

    private static string OnTopic(ToldCount all, Phrases phrases) => phrases.Pick(
        $"이 주제의 발언은 기록에 모두 {all.Things:N0}건(회의 {all.Events:N0}곳{Days(all.First, all.Last, phrases)})이며, 물으신 것에 가까운 것을 가장 최근 {StatementFinder.ByTopic}건에서 골랐습니다.",
        $"{all.Things:N0} statements on this topic from {all.Events:N0} meetings{Days(all.First, all.Last, phrases)}; those that fit best were chosen among the newest {StatementFinder.ByTopic}.");

    /// <param name="newest">So many were looked at; null when there are no more.</param>
    private static string Open(IReadOnlyList<ToldTogether> open, int? newest, Phrases phrases, int records) => newest is { } most
        ? phrases.Pick(
            $"가장 최근의 우려·요청 {most:N0}건 가운데 기록에 답변이 없는 것은 {open.Count:N0}건입니다{Span(open, phrases)}.",
            $"Of the newest {most:N0} concerns and requests, {open.Count:N0} {(open.Count == 1 ? "is" : "are")} without a reply on record{Span(open, phrases)}.")
        : phrases.Pick(
            $"기록에 답변이 없는 우려·요청은 {open.Count}건입니다{Span(open, phrases)}. 기록 {records:N0}건을 살폈습니다.",
            $"{open.Count} concern{(open.Count == 1 ? "" : "s")} or request{(open.Count == 1 ? "" : "s")} without a reply on record{Span(open, phrases)}; {records:N0} records searched.");

    private static string Span(IReadOnlyList<ToldTogether> told, Phrases phrases)
    {
        var days = told.Select(t => t.Main.Day).OfType<DateOnly>().Order().ToList();
        return days.Count == 0 ? "" : $" ({Days(days[0], days[^1], phrases)[2..]})";
    }

    private static string Days(DateOnly? first, DateOnly? last, Phrases phrases) =>
        first is null ? "" : first == last ? $", {phrases.Day(first)}" : $", {phrases.Day(first)} ~ {phrases.Day(last)}";

    private static string Lead(Question question, IReadOnlyList<ToldTogether> told, Phrases phrases)
    {
        var meetings = told.Select(t => t.Main.Stored.Event).Distinct().Count();
        var span = Span(told, phrases);
        return question.Kind switch
        {
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
            draft.Lines.Add(draft.Phrases.Pick("기록의 대목", "From the records") + $"{label}: {Phrases.Quote(passage.Text)} [{n}]");
            draft.Add(passage, n);
        }

        return fitting.Count > 0;
    }
}
