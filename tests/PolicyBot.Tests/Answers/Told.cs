using System.Text;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Answers;

/// <summary>A record put together sentence by sentence with what each says, so that no reading stands between a test and its answer.</summary>
internal sealed class Told(string id, string title, DateOnly published, Language language = Language.Korean, Grade grade = Grade.Open)
{
    private readonly StringBuilder _text = new();
    private readonly List<TextPart> _parts = [];
    private readonly List<Meeting> _meetings = [];
    private readonly List<Statement> _statements = [];

    public Told At(string title, DateOnly day, string place, MeetingStatus status, params Party[] participants)
    {
        var start = _text.Length;
        _text.Append(language == Language.Korean ? $"예시부는 {day:yyyy-MM-dd} {place}에서 {title}를 열었다." : $"The ministry held the {title} at {place} on {day:yyyy-MM-dd}.");
        if (participants.Length > 0) _text.Append(language == Language.Korean ? $" {string.Join(", ", (object[])participants)} 참석." : $" Present: {string.Join(", ", (object[])participants)}.");
        EndPart(start);
        _meetings.Add(new()
        {
            Id = new($"{id}-m{_meetings.Count + 1}"),
            Title = title,
            Date = MeetingDate.Of(day),
            Place = place,
            Hosts = [new(null, null, "과학기술정보통신부")],
            Participants = participants,
            Status = status,
            RecordIds = [new(id)],
            Told = [new(start, _text.Length)],
        });
        return this;
    }

    public Told Says(StatementKind kind, string words, Attribution by, string topic, ReplyStrength? strength = null, Due? due = null, params int[] to)
    {
        var start = _text.Length;
        var speaker = by.Names.Count > 0 ? string.Join(", ", by.Names) : language == Language.Korean ? "현장에서" : "It was said";
        _text.Append(speaker).Append(": ");
        var from = _text.Length;
        _text.Append(words).Append('.');
        EndPart(start);
        _statements.Add(new()
        {
            Id = new($"{id}-s{_statements.Count}"),
            Kind = kind,
            Span = new(from, from + words.Length),
            RecordId = new(id),
            MeetingId = _meetings.LastOrDefault()?.Id,
            Attribution = by,
            Topics = [topic],
            Strength = strength,
            Due = due,
            RepliesTo = [.. to.Select(i => new StatementId($"{id}-s{i}"))],
        });
        return this;
    }

    public ReadRecord Read()
    {
        var record = new Record
        {
            Id = new(id),
            Title = title,
            Published = published,
            Language = language,
            Text = _text.ToString(),
            Sources = [$"https://example.org/{id}"],
            Grade = grade,
            Parts = _parts,
        };
        return new(record, $"/records/{id}.md", _meetings, _statements);
    }

    private void EndPart(int start)
    {
        _parts.Add(new(TextPartKind.Body, new(start, _text.Length)));
        _text.Append('\n');
    }
}
