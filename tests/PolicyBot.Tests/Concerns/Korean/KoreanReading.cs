using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Records.Layout;
using PolicyBot.Text;

namespace PolicyBot.Tests.Concerns.Korean;

/// <summary>Reads a short Korean text and writes what was found in one line a statement: kind [content] level (names) strength.</summary>
internal static class KoreanReading
{
    public static IReadOnlyList<Statement> Read(string text, DateOnly? published = null) =>
        new StatementReader(Organisations.Empty, Topics.Empty).Read(RecordOf(text, published), []);

    public static string Told(string text) => string.Join('\n', Read(text).Select(s => Line(s, text)));

    /// <summary>As <see cref="Told"/>, with the meetings that the text tells of and who came to them.</summary>
    public static string ToldWithMeetings(string text)
    {
        var record = RecordOf(text, null);
        return string.Join('\n', new StatementReader(Organisations.Empty, Topics.Empty).Read(record, new MeetingReader(Organisations.Empty).Read(record)).Select(s => Line(s, text)));
    }

    private static PolicyBot.Records.Record RecordOf(string text, DateOnly? published) => new()
    {
        Id = new("r"),
        Title = "",
        Published = published ?? new DateOnly(2025, 7, 25),
        Language = Language.Korean,
        Text = text,
        Parts = TextLayout.Read(text),
    };

    private static string Line(Statement s, string text)
    {
        var strength = s.Strength is { } step ? $" {step}" : "";
        return $"{s.Kind} [{s.Span.Of(text)}] {s.Attribution.Level} ({string.Join(", ", s.Attribution.Names)}){strength}";
    }
}
