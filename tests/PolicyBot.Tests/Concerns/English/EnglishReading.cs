using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Concerns.English;

/// <summary>Reads a short English text the way a whole record is read.</summary>
internal static class EnglishReading
{
    public static readonly DateOnly Published = new(2025, 7, 25);

    public static IReadOnlyList<Statement> Read(string text)
    {
        var record = new PolicyBot.Records.Record
        {
            Id = new("r"),
            Title = "",
            Published = Published,
            Language = Language.English,
            Text = text,
            Parts = [.. Lines(text)],
        };
        return new StatementReader(Organisations.Empty, Topics.Empty).Read(record, []);
    }

    /// <summary>One line a statement: kind, level, names, words, strength.</summary>
    public static string Told(string text) => string.Join('\n', Read(text).Select(s => Line(s, text)));

    private static string Line(Statement s, string text) =>
        $"{s.Kind} {s.Attribution.Level} {string.Join('+', s.Attribution.Names)}: {s.Span.Of(text)}{(s.Strength is { } strength ? $" ({strength})" : "")}";

    private static IEnumerable<TextPart> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var span = new SourceSpan(start, end).Trim(text);
            if (span.Length > 0) yield return new(TextPartKind.Body, span);
            start = end + 1;
        }
    }
}
