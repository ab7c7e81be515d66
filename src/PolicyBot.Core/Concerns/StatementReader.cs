using PolicyBot.Concerns.English;
using PolicyBot.Concerns.Korean;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Concerns;

/// <summary>Reads who said what in a record, by rules alone. Prefers silence to invention.</summary>
public sealed class StatementReader(Organisations organisations, Topics topics)
{
    private readonly KoreanStatements _korean = new(organisations);
    private readonly EnglishStatements _english = new(organisations);
    private readonly StatementFinish _finish = new(topics, organisations);

    /// <summary>By which catalogues this one reads.</summary>
    public string Catalogues { get; } = $"{organisations.Fingerprint}-{topics.Fingerprint}";

    public IReadOnlyList<Statement> Read(Record record, IReadOnlyList<Meeting> meetings) => Read(record, meetings, []).Statements;

    /// <param name="proposed">By a second reader; the rules decide on each.</param>
    public ReadStatements Read(Record record, IReadOnlyList<Meeting> meetings, IReadOnlyList<ProposedStatement> proposed)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(meetings);
        ArgumentNullException.ThrowIfNull(proposed);

        List<TextPart> korean = [], english = [];
        foreach (var part in record.Parts)
        {
            if (part.Kind is not (TextPartKind.Body or TextPartKind.Turn)) continue;
            (LanguageOf(part, record) == Language.Korean ? korean : english).Add(part);
        }

        var today = DayOfSpeech(record, meetings);
        List<DraftStatement> drafts = [.. _korean.Read(record, korean, meetings, today), .. _english.Read(record, english, today)];
        if (proposed.Count == 0) return new(_finish.Finish(record, meetings, drafts), []);
        var (accepted, disagreements) = new ProposalJudge(record, meetings, drafts).Judge(proposed);
        return new(_finish.Finish(record, meetings, drafts.Concat(accepted)), disagreements);
    }

    /// <summary>What "next month" counts from: in minutes the day of the meeting, elsewhere the day of publication; the one where the other is unknown.</summary>
    private static DateOnly? DayOfSpeech(Record record, IReadOnlyList<Meeting> meetings)
    {
        var met = meetings is [{ Date: { Day: not null } date }] ? date.First : (DateOnly?)null;
        return record.Parts.Any(p => p.Kind is TextPartKind.Turn or TextPartKind.MeetingHeader) ? met ?? record.Published : record.Published ?? met;
    }

    /// <summary>A part goes with its record unless it is plainly of the other language: an English answer in Korean minutes.</summary>
    private static Language LanguageOf(TextPart part, Record record)
    {
        var text = record.Text.AsSpan(part.Span.Start, part.Span.Length);
        return text.ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable) ? Languages.Detect(text) : record.Language;
    }
}
