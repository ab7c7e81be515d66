using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Answers;

/// <summary>An answer in the making: points and their numbered proofs. The same words are cited once.</summary>
internal sealed class AnswerDraft(Phrases phrases)
{
    private readonly List<Citation> _citations = [];
    private readonly List<AnswerPoint> _points = [];

    public Phrases Phrases => phrases;

    public IReadOnlyList<Citation> Citations => _citations;

    public IReadOnlyList<AnswerPoint> Points => _points;

    /// <summary>The short text; every claim in it ends with its numbers.</summary>
    public AnswerLines Lines { get; } = new();

    public int Cite(RecordSummary record, int start, int end, string quote)
    {
        var known = _citations.Find(c => c.RecordId == record.Id && c.Start == start && c.End == end);
        if (known is not null) return known.N;
        var url = record.Source is { } source && Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? source : null;
        _citations.Add(new(_citations.Count + 1, record.Id, record.Title, record.Published, start, end, quote, url));
        return _citations.Count;
    }

    public int Cite(StoredStatement statement) =>
        Cite(statement.Record, statement.Statement.Span.Start, statement.Statement.Span.End, statement.Text);

    /// <summary>Adds what was said as a point; <paramref name="alsoTold"/> are other records of the same words at the same meeting.</summary>
    public IReadOnlyList<int> Add(StoredStatement statement, IEnumerable<StoredStatement> alsoTold)
    {
        var s = statement.Statement;
        List<int> numbers = [Cite(statement), .. alsoTold.Select(Cite)];
        var label = s.Strength is { } strength ? $"{phrases.Kind(s.Kind)}: {phrases.Strength(strength)}" : phrases.Kind(s.Kind);
        var due = s.Due is null ? "" : phrases.Pick(", 기한 ", ", due ") + s.Due.Text + (s.Due.By is { } by ? $" → {phrases.Day(by)}" : "");
        _points.Add(new()
        {
            Text = $"{phrases.Speaker(s.Attribution)} — {Phrases.Quote(statement.Text)} ({label}{due}; {Where(statement)}).{phrases.Present(s.Attribution)}",
            Attribution = s.Attribution,
            StatementId = s.Id,
            Kind = s.Kind,
            Strength = s.Strength,
            MeetingId = s.MeetingId,
            Date = statement.Meeting?.Date ?? (statement.Record.Published is { } day ? MeetingDate.Of(day) : null),
            Citations = numbers,
        });
        return numbers;
    }

    /// <summary>Adds a stretch of a record in which no statement was understood: nobody is named for it.</summary>
    public void Add(PolicyBot.Retrieval.Passage passage, int number) => _points.Add(new()
    {
        Text = $"“{passage.Text}”",
        Attribution = Attribution.Nobody,
        MeetingId = passage.MeetingId,
        Date = passage.Date is { } day ? MeetingDate.Of(day) : null,
        Citations = [number],
    });

    /// <summary>Adds a meeting itself: nobody said it, so nobody is named.</summary>
    public void Add(Meeting meeting, int number) => _points.Add(new()
    {
        Text = $"{meeting.Date?.ToString() ?? phrases.Pick("날짜 없음", "no date")} {meeting.Title}",
        Attribution = Attribution.Nobody,
        MeetingId = meeting.Id,
        Date = meeting.Date,
        Citations = [number],
    });

    public string Where(StoredStatement statement) => statement.Meeting is { } meeting
        ? $"{meeting.Date?.ToString() ?? phrases.Pick("날짜 없음", "no date")}, {meeting.Title}"
        : $"{phrases.Day(statement.Record.Published)}, {statement.Record.Title}";

    public static string Marks(IEnumerable<int> numbers) => string.Concat(numbers.Select(n => $"[{n}]"));
}
