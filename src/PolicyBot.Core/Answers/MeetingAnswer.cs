using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>Which meetings come, what came up at one, and who was there.</summary>
internal sealed class MeetingAnswer(IArchive archive)
{
    private const int MostMeetings = 6;
    private const int MostStatements = 12;

    public Task<bool> ComposeAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken) => asked.Question.Kind switch
    {
        QuestionKind.Upcoming => UpcomingAsync(asked, draft, cancellationToken),
        QuestionKind.Attended => AttendedAsync(asked, passages, draft, cancellationToken),
        _ => SummariseAsync(asked, passages, draft, cancellationToken),
    };

    /// <summary>Where a party was in the time that the question speaks of: presence is told as presence.</summary>
    public async Task AddAttendedAsync(AskedQuestion asked, AskedParty party, AnswerDraft draft, CancellationToken cancellationToken)
    {
        foreach (var organisation in party.Present)
        {
            var meetings = await archive.FindMeetingsAsync(new() { Organisation = organisation, From = asked.Question.From, To = asked.Question.To, Clearance = asked.Clearance }, cancellationToken);
            if (meetings.Count == 0) continue;
            draft.Lines.Add(draft.Phrases.Pick($"{Phrases.WithParticle(party.Display, "이", "가")} 함께한 회의:", $"Meetings where {party.Display} was present or host:"));
            foreach (var meeting in meetings.Take(MostMeetings)) draft.Lines.Add(new AnswerPart(Heading(meeting, asked.Today, draft.Phrases), null, []));
            if (meetings.Count > MostMeetings) draft.Lines.Add(draft.Phrases.MoreMeetings(meetings.Count - MostMeetings));
        }
    }

    private async Task<bool> UpcomingAsync(AskedQuestion asked, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var organisation = asked.Question.Organisations is [var first, ..] ? first.Name : null;
        var meetings = await archive.FindMeetingsAsync(
            new() { From = asked.Today, To = asked.Question.To, Organisation = organisation, Status = MeetingStatus.Upcoming, Clearance = asked.Clearance }, cancellationToken);
        if (meetings.Count == 0)
        {
            draft.Lines.Add(draft.Phrases.Pick("예정된 회의가 기록에 없습니다.", "No upcoming meeting is on record."));
            return false;
        }

        draft.Lines.Add(draft.Phrases.Pick($"예정된 회의는 {meetings.Count}건입니다.", $"{meetings.Count} meeting{(meetings.Count == 1 ? "" : "s")} coming up."));
        foreach (var meeting in meetings.Take(MostMeetings)) await AddMeetingAsync(meeting, draft, asked, cancellationToken);
        if (meetings.Count > MostMeetings) draft.Lines.Add(draft.Phrases.MoreMeetings(meetings.Count - MostMeetings));
        return true;
    }

    private async Task<bool> AttendedAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var meetings = await ChooseAsync(asked, passages, cancellationToken);
        if (meetings.Count == 0) return false;
        foreach (var meeting in meetings.Take(MostMeetings)) await AddMeetingAsync(meeting, draft, asked, cancellationToken);
        if (meetings.Count > MostMeetings) draft.Lines.Add(draft.Phrases.MoreMeetings(meetings.Count - MostMeetings));
        return true;
    }

    private async Task<bool> SummariseAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var phrases = draft.Phrases;
        var meetings = await ChooseAsync(asked, passages, cancellationToken);
        var any = false;
        foreach (var meeting in meetings.Take(MostMeetings))
        {
            var statements = await archive.FindStatementsAsync(new() { MeetingId = meeting.Id, Clearance = asked.Clearance }, cancellationToken);
            var told = ToldTogether.Group(statements.Select(s => new FoundStatement(s, 1)).OrderBy(f => f.Statement.RecordId.Value, StringComparer.Ordinal).ThenBy(f => f.Statement.Span.Start));
            var raised = told.Where(t => t.Main.Statement.Kind < StatementKind.Reply).ToList();
            var named = raised.Count(t => t.Main.Statement.Attribution.Level >= AttributionLevel.Organisation);
            var lines = new List<string>();
            lines.Add(told.Count == 0
                ? phrases.Pick("기록된 우려·요청이 없습니다.", "No concern or request is on record.")
                : phrases.Pick($"우려·요청 {raised.Count}건(발언자가 밝혀진 것 {named}건), 답변 {told.Count - raised.Count}건", $"{raised.Count} concerns and requests ({named} with a named speaker), {told.Count - raised.Count} replies"));
            foreach (var one in told.Take(MostStatements))
            {
                var numbers = draft.Add(one.Main.Stored, one.Also.Select(a => a.Stored));
                var s = one.Main.Statement;
                var label = s.Strength is { } step ? $"{phrases.Kind(s.Kind)}: {phrases.Strength(step)}" : phrases.Kind(s.Kind);
                lines.Add($"• [{label}] {phrases.Speaker(s.Attribution)}: {Phrases.Quote(one.Main.Stored.Text)} {AnswerDraft.Marks(numbers)}");
                any = true;
            }

            if (told.Count > MostStatements) lines.Add(phrases.More(told.Count - MostStatements, $"meeting:{meeting.Date}"));
            var n = told.Count == 0 ? await CiteMeetingAsync(meeting, draft, asked.Clearance, cancellationToken) : null;
            draft.Lines.Add(new AnswerPart(Heading(meeting, asked.Today, phrases) + Mark(n), null, lines));
            any |= n is not null;
        }

        if (meetings.Count > MostMeetings) draft.Lines.Add(phrases.MoreMeetings(meetings.Count - MostMeetings));
        return any;
    }

    /// <summary>The meetings that a question means: by its days, and by its words in the title, the place and the names; else those of the best passages.</summary>
    private async Task<IReadOnlyList<Meeting>> ChooseAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, CancellationToken cancellationToken)
    {
        var question = asked.Question;
        var all = await archive.FindMeetingsAsync(new() { From = question.From, To = question.To, IncludeUndated = question.From is null && question.To is null, Clearance = asked.Clearance }, cancellationToken);
        var scored = all.Select(m => (Meeting: m, Score: Score(question, m, passages))).ToList();
        var best = scored.Count == 0 ? 0 : scored.Max(s => s.Score);
        if (question.Terms.Count == 0 && question.Organisations.Count == 0) return question.From is null && question.To is null ? [] : all;
        if (best >= Relevance.Threshold) return [.. scored.Where(s => s.Score >= best * 0.9).OrderByDescending(s => s.Meeting.Date?.First).Select(s => s.Meeting)];
        return [];
    }

    /// <summary>Its own title and names count most; failing these, what its best passage says.</summary>
    private static double Score(Question question, Meeting meeting, IReadOnlyList<FoundPassage> passages)
    {
        var named = question.Organisations.Count == 0 ? 0 : question.Organisations.Count(o => $"{meeting.Title} {meeting.Place} {string.Join(' ', meeting.Hosts.Concat(meeting.Participants))}".Contains(o.Name, StringComparison.Ordinal)) / (double)question.Organisations.Count;
        if (question.Terms.Count == 0) return named;
        var words = $"{meeting.Place} {string.Join(' ', meeting.Hosts.Concat(meeting.Participants))}";
        var told = passages.Where(p => p.Passage.MeetingId == meeting.Id).Select(p => Math.Max(0.9 * Relevance.Measure(question, p.Passage.Text, ""), question.Topics.Intersect(p.Passage.Topics).Any() ? 0.6 : 0)).DefaultIfEmpty(0).Max();
        var own = Math.Max(told, Relevance.Measure(question, meeting.Title + " " + words, ""));
        return question.Organisations.Count == 0 ? own : (named + (2 * own)) / 3;
    }

    private async Task AddMeetingAsync(Meeting meeting, AnswerDraft draft, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var phrases = draft.Phrases;
        var n = await CiteMeetingAsync(meeting, draft, asked.Clearance, cancellationToken);
        IReadOnlyList<string> lines = meeting switch
        {
            { Participants.Count: > 0 } => [phrases.Pick("참석: ", "Present: ") + string.Join(", ", meeting.Participants)],
            { Status: MeetingStatus.Held } => [phrases.Pick("참석자는 기록에 없습니다.", "The records do not say who was present.")],
            _ => [],
        };
        draft.Lines.Add(new AnswerPart(Heading(meeting, asked.Today, phrases) + Mark(n), null, lines));
    }

    private static string Mark(int? number) => number is { } n ? $" [{n}]" : "";

    internal static string Heading(Meeting meeting, DateOnly today, Phrases phrases)
    {
        var status = meeting.Status switch
        {
            MeetingStatus.Cancelled => phrases.Pick(" — 취소됨", " — cancelled"),
            MeetingStatus.Upcoming when meeting.Series is { } series => phrases.Pick($" — {series}, 날짜 미정", $" — {series}, no date yet"),
            MeetingStatus.Upcoming when meeting.IsUnconfirmed(today) => phrases.Pick(" — 개최 여부 확인 안 됨", " — announced; whether it was held is not on record"),
            MeetingStatus.Upcoming => phrases.Pick(" — 예정", " — upcoming"),
            _ => "",
        };
        if (meeting.MovedFrom is { } before) status += phrases.Pick($", {before}에서 옮김", $", moved from {before}");
        if (meeting.IsHourLeftOut) status += phrases.Pick($", 시각은 알 수 없는 시간대(‘{meeting.TimeZone}’)로 적혀 있어 뺌", $", hour left out: written in the unknown time zone '{meeting.TimeZone}'");
        var host = meeting.Hosts.Count == 0 ? "" : phrases.Pick(", 주최 ", ", host ") + string.Join(", ", meeting.Hosts);
        var place = meeting.Place is null ? "" : ", " + meeting.Place;
        return $"{meeting.Date?.ToString() ?? phrases.Pick("날짜 없음", "no date")}{(meeting.Time is { } t ? $" {t:HH\\:mm}" : "")} {meeting.Title}{place}{host}{status}";
    }

    /// <summary>The paragraph that tells of the meeting: the one with most of its words.</summary>
    private async Task<int?> CiteMeetingAsync(Meeting meeting, AnswerDraft draft, Clearance clearance, CancellationToken cancellationToken)
    {
        foreach (var id in meeting.RecordIds)
        {
            if (await archive.FindRecordAsync(id, clearance, cancellationToken) is not { } stored) continue;
            var words = meeting.Participants.Concat(meeting.Hosts).SelectMany(p => new[] { p.Person, p.Organisation }).Append(meeting.Place).OfType<string>().Where(w => w.Length > 1).ToList();
            var record = stored.Record;
            var part = record.Parts.Where(p => p.Kind is not TextPartKind.FrontMatter && p.Span.Length > 0).Select(p => p.Span.Trim(record.Text))
                .OrderByDescending(s => words.Count(w => s.Of(record.Text).Contains(w, StringComparison.Ordinal))).FirstOrDefault();
            if (part.Length == 0) continue;
            var summary = new RecordSummary(record.Id, record.Title, record.Published, record.Grade, record.Sources is [var source, ..] ? source : null) { Group = record.Group };
            var n = draft.Cite(summary, part.Start, part.End, part.Of(record.Text));
            draft.Add(meeting, n);
            return n;
        }

        return null;
    }
}
