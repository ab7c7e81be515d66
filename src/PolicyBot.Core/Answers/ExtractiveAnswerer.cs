using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Storage;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Answers from the records' own words, with no model: reads the question, finds statements, cites them.</summary>
public sealed class ExtractiveAnswerer(IArchive archive, IRetriever retriever, QuestionReader reader, TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>Longer questions are refused: nobody asks one, and pasted documents belong into an import.</summary>
    public const int LongestQuestion = 2000;

    private readonly StatementFinder _finder = new(archive, retriever);
    private readonly Ledger _ledger = new(archive);

    public Task<Answer> AnswerAsync(string question, Clearance clearance, CancellationToken cancellationToken) => AnswerAsync(question, clearance, null, cancellationToken);

    /// <param name="language">Of the answer; null answers in that of the question.</param>
    public async Task<Answer> AnswerAsync(string question, Clearance clearance, Language? language, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var text = QuestionText.Clean(question);
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var read = reader.Read(text.Length > LongestQuestion ? text[..LongestQuestion] : text, today);
        var phrases = new Phrases(language ?? read.Language);
        var extent = await archive.MeasureAsync(clearance, cancellationToken);
        var draft = new AnswerDraft(phrases);
        var passages = Array.Empty<FoundPassage>() as IReadOnlyList<FoundPassage>;
        var status = AnswerStatus.Refused;
        if (!text.Any(char.IsLetterOrDigit)) draft.Lines.Add(phrases.Pick("질문이 비어 있습니다. 예: “전력 공급 문제는 누가 제기했나?”", "The question is empty. Try: \"Who raised power supply?\""));
        else if (text.Length > LongestQuestion) draft.Lines.Add(phrases.Pick($"질문이 너무 깁니다({text.Length:N0}자). {LongestQuestion:N0}자까지 물을 수 있습니다.", $"The question is too long ({text.Length:N0} characters). Up to {LongestQuestion:N0} can be asked."));
        else
        {
            read = await SettlePeriodAsync(read, today, clearance, cancellationToken);
            passages = await _finder.FindPassagesAsync(read, clearance, cancellationToken);
            var isOfWords = read is { Organisations.Count: 0, Kind: not (QuestionKind.Upcoming or QuestionKind.Attended or QuestionKind.MeetingSummary) };
            var asked = new AskedQuestion(read, clearance, today, extent) { Missing = isOfWords ? await new MissingWords(retriever).FindAsync(read, passages, clearance, cancellationToken) : [] };
            status = await ComposeAsync(asked, passages, draft, cancellationToken) ? AnswerStatus.Answered : AnswerStatus.NotFound;
            if (status == AnswerStatus.NotFound) await DenyAsync(asked, passages, draft, cancellationToken);
        }

        return new()
        {
            Question = question,
            Status = status,
            Language = language ?? read.Language,
            Text = draft.Lines.Text,
            Parts = draft.Lines.Parts,
            Points = draft.Points,
            Citations = await PlaceAsync(draft.Citations, clearance, cancellationToken),
            Searched = new(extent.Records, extent.From, extent.To),
            TookMs = (long)time.GetElapsedTime(started).TotalMilliseconds,
            Why = Explain(read, passages),
        };
    }

    private async Task<IReadOnlyList<Citation>> PlaceAsync(IReadOnlyList<Citation> citations, Clearance clearance, CancellationToken cancellationToken)
    {
        if (citations.Count == 0) return citations;
        var places = await archive.FindPlacesAsync([.. citations.Select(c => c.RecordId).Distinct()], clearance, cancellationToken);
        return [.. citations.Select(c => c with { Place = places.GetValueOrDefault(c.RecordId)?.At(c.Start) })];
    }

    /// <summary>"24일 간담회" means the last meeting on a 24th that is on record, in whatever month or year the words leave open.</summary>
    private async Task<Question> SettlePeriodAsync(Question question, DateOnly today, Clearance clearance, CancellationToken cancellationToken)
    {
        if (question.Period is not { AnyYear: true } period) return question;
        var meetings = await archive.FindMeetingsAsync(new() { IncludeUndated = false, Clearance = clearance }, cancellationToken);
        var days = meetings.Where(m => m.Date?.Day is not null).Select(m => m.Date!.First).Where(period.Fits).ToList();
        if (question.Kind != QuestionKind.Upcoming && days.Exists(d => d <= today)) days.RemoveAll(d => d > today);
        return days.Count == 0 ? question : question with { Period = period with { From = days.Max(), To = days.Max() } };
    }

    private Task<bool> ComposeAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken) => asked.Question.Kind switch
    {
        QuestionKind.Upcoming or QuestionKind.Attended or QuestionKind.MeetingSummary => new MeetingAnswer(archive).ComposeAsync(asked, passages, draft, cancellationToken),
        QuestionKind.WhoRaised or QuestionKind.WhatRaised when asked.Question is { AboutMeeting: true, Terms.Count: 0, Organisations.Count: 0 } => new MeetingAnswer(archive).ComposeAsync(asked, passages, draft, cancellationToken),
        // What a party heard in reply stands behind what it asked for.
        QuestionKind.Replied when asked.Question.Organisations.Count > 0 => new RaisedAnswer(_finder, _ledger, new(archive)).ComposeAsync(asked, passages, draft, cancellationToken),
        QuestionKind.Replied or QuestionKind.Promised => new ReplyAnswer(_finder, _ledger).ComposeAsync(asked, passages, draft, cancellationToken),
        _ => new RaisedAnswer(_finder, _ledger, new(archive)).ComposeAsync(asked, passages, draft, cancellationToken),
    };

    /// <summary>Where nobody was asked about by name, what lies near in meaning is shown with the denial: it may be what was meant.</summary>
    private async Task DenyAsync(AskedQuestion asked, IReadOnlyList<FoundPassage> passages, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var isDenied = draft.Lines.Parts.Count > 0;
        draft.Lines.Add(NotFound(draft.Phrases, asked.Extent));
        if (!isDenied && asked.Missing.Count > 0) draft.Lines.Add(MissingWords.Tell(asked.Missing, isAnswered: false, draft.Phrases));
        if (!isDenied && asked.Question is { Organisations.Count: 0, Repliers.Count: 0 }) await new NearestAnswer(_finder).AddAsync(asked, passages, draft, cancellationToken);
    }

    private static string NotFound(Phrases phrases, ArchiveExtent extent) => extent.Records == 0
        ? phrases.Pick("기록이 하나도 없습니다. 먼저 파일을 가져오십시오: policybot import 파일…", "The archive is empty. Import files first: policybot import PATH…")
        : phrases.Pick("기록에서 찾지 못했습니다. ", "Not in the records. ") + phrases.Searched(extent);

    private static Reasoning Explain(Question read, IReadOnlyList<FoundPassage> passages)
    {
        List<string> rules = [$"kind = {read.Kind}{(read.Verifies ? " (asks for confirmation)" : "")}"];
        if (read.Organisations.Count > 0) rules.Add("organisations = " + string.Join(", ", read.Organisations.Select(o => o.Name)));
        if (read.Topics.Count > 0) rules.Add("topics = " + string.Join(", ", read.Topics));
        if (read.Terms.Count > 0) rules.Add("terms = " + string.Join(", ", read.Terms.Select(t => t.Text)));
        if (read.From is not null || read.To is not null) rules.Add($"period = {read.From:yyyy-MM-dd}..{read.To:yyyy-MM-dd}");
        return new(read.Kind.ToString(), [.. passages.Take(10).Select(p => new ReasonedPassage(p.Passage.Id, p.Passage.RecordId, p.Score, p.Passage.Text))], rules);
    }
}

/// <summary>A question with what is needed to answer it: for whose eyes, on which day, over how much.</summary>
internal sealed record AskedQuestion(Question Question, Clearance Clearance, DateOnly Today, ArchiveExtent Extent)
{
    /// <summary>Telling words of it that no record holds.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
