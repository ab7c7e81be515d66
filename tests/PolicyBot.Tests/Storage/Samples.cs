using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Storage;

/// <summary>Records made by hand, so that a test says in one line what it is about.</summary>
internal static class Samples
{
    public static readonly DateOnly Day = new(2025, 7, 24);

    public static Record Record(string id, string text, Grade grade = Grade.Open, DateOnly? published = null) => new()
    {
        Id = new(id),
        Title = $"{id} 결과",
        Published = published ?? Day.AddDays(1),
        Language = Language.Korean,
        Text = text,
        Sources = [$"https://example.org/{id}"],
        Grade = grade,
        Metadata = new Dictionary<string, string> { ["부서"] = "이몽룡팀" },
        Parts = [new(TextPartKind.Heading, new(0, 1)), new(TextPartKind.Turn, new(1, text.Length), new SourceSpan(0, 1))],
    };

    public static Meeting Meeting(string id, RecordId record, MeetingDate? date = null) => new()
    {
        Id = new(id),
        Title = "전력 간담회",
        Date = date ?? MeetingDate.Of(Day),
        Time = new(14, 30),
        Place = "세종",
        Hosts = [new(null, null, "예시부")],
        Participants = [new("홍길동", "대표", "A사"), new(null, null, "B협회")],
        RecordIds = [record],
        Told = [new(0, 8)],
    };

    public static Statement Statement(Record record, string words, MeetingId? meeting = null, StatementKind kind = StatementKind.Concern) => new()
    {
        Id = new($"{record.Id}-{kind}-{words.Length}"),
        Kind = kind,
        Span = new(record.Text.IndexOf(words, StringComparison.Ordinal), record.Text.IndexOf(words, StringComparison.Ordinal) + words.Length),
        RecordId = record.Id,
        MeetingId = meeting,
        Attribution = new(AttributionLevel.Person, ["A사 홍길동 대표"], []),
        Topics = ["power"],
    };

    /// <summary>One record with one meeting and one concern.</summary>
    public static ReadRecord Read(string id, string words, string? meeting = null, Grade grade = Grade.Open, MeetingDate? date = null)
    {
        var record = Record(id, $"□ {id}: {words} 고 말했다.", grade);
        var told = Meeting(meeting ?? $"{id}#1", record.Id, date);
        return new(record, $"/records/{id}.txt", [told], [Statement(record, words, told.Id)]);
    }
}
