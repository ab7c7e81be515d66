using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>Writes the statements of a record, with the names under which they are found and the threads that they continue.</summary>
internal sealed class StatementRows(SqlSession session, Organisations organisations)
{
    public const string Organisation = "organisation";
    public const string Person = "person";
    public const string Topic = "topic";
    public const string Present = "present";

    private readonly ConcernThreads _threads = new(session);
    private readonly Dictionary<(string Facet, string Value), long> _terms = [];

    public void Write(long record, ReadRecord read, Dictionary<MeetingId, long> meetings)
    {
        var told = read.Meetings.DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        foreach (var (ordinal, statement) in read.Statements.Index())
        {
            var text = statement.Span.Of(read.Record.Text);
            var meeting = statement.MeetingId is { } id ? told.GetValueOrDefault(id) : null;
            var date = meeting?.Date ?? (read.Record.Published is { } day ? MeetingDate.Of(day) : null);
            long? thread = statement.Kind is StatementKind.Concern or StatementKind.Request ? _threads.Assign(statement, text) : null;
            var key = Insert(record, ordinal, statement, text, meeting is null ? null : meetings[meeting.Id], date, thread);
            WriteFacets(key, statement, date?.First);
        }
    }

    /// <summary>The statement has another speaker from now on, and is found under his name.</summary>
    public void Attribute(long statement, Statement corrected, DateOnly? on)
    {
        session.Execute(
            "UPDATE statements SET level = @level, names = @names, present = @present WHERE key = @key",
            ("@level", corrected.Attribution.Level.ToString()),
            ("@names", Columns.Of(corrected.Attribution.Names)),
            ("@present", Columns.Of(corrected.Attribution.Present)),
            ("@key", statement));
        session.Execute("DELETE FROM facets WHERE statement = @key", ("@key", statement));
        WriteFacets(statement, corrected, on);
    }

    private long Insert(long record, int ordinal, Statement statement, string text, long? meeting, MeetingDate? date, long? thread) => (long)session.Scalar(
        """
        INSERT INTO statements (id, record, ordinal, kind, span_start, span_end, text, meeting, first_day, last_day, level, names, present, topics,
            strength, due_text, due_by, replies_to, thread)
        VALUES (@id, @record, @ordinal, @kind, @start, @end, @text, @meeting, @first_day, @last_day, @level, @names, @present, @topics,
            @strength, @due_text, @due_by, @replies_to, @thread)
        RETURNING key
        """,
        ("@id", StatementIds.Pack(statement.Id, statement.RecordId)),
        ("@record", record),
        ("@ordinal", ordinal),
        ("@kind", statement.Kind.ToString()),
        ("@start", statement.Span.Start),
        ("@end", statement.Span.End),
        ("@text", text),
        ("@meeting", meeting),
        ("@first_day", Columns.Of(date?.First)),
        ("@last_day", Columns.Of(date?.Last)),
        ("@level", statement.Attribution.Level.ToString()),
        ("@names", Columns.Of(statement.Attribution.Names)),
        ("@present", Columns.Of(statement.Attribution.Present)),
        ("@topics", Columns.Of(statement.Topics)),
        ("@strength", statement.Strength?.ToString()),
        ("@due_text", statement.Due?.Text),
        ("@due_by", Columns.Of(statement.Due?.By)),
        ("@replies_to", Columns.Of(statement.RepliesTo.Select(id => StatementIds.Pack(id, statement.RecordId)))),
        ("@thread", thread))!;

    /// <summary>All of a statement in one go: to another machine, each statement of SQL is a journey.</summary>
    private void WriteFacets(long statement, Statement of, DateOnly? on) => session.Execute(
        "INSERT INTO facets (term, statement) SELECT CAST(value AS BIGINT), @statement FROM json_each(@terms) WHERE 1 = 1 ON CONFLICT DO NOTHING",
        ("@terms", Columns.Of(Facets(of, on).Select(f => Term(f.Facet, f.Value)).Distinct())), ("@statement", statement));

    private IEnumerable<(string Facet, string Value)> Facets(Statement of, DateOnly? on) =>
    [
        .. SpeakerNames.Organisations(of.Attribution, organisations, on).Select(name => (Organisation, name)),
        .. SpeakerNames.People(of.Attribution).Select(name => (Person, name)),
        .. SpeakerNames.Present(of.Attribution, organisations, on).Select(name => (Present, name)),
        .. of.Topics.Select(topic => (Topic, topic)),
    ];

    private long Term(string facet, string value) =>
        _terms.TryGetValue((facet, value), out var term) ? term : _terms[(facet, value)] = FindTerm(facet, value) ?? AddTerm(facet, value);

    private long? FindTerm(string facet, string value) => (long?)session.Scalar(
        "SELECT key FROM terms WHERE facet = @facet AND value = @value", ("@facet", facet), ("@value", value));

    private long AddTerm(string facet, string value) => (long)session.Scalar(
        "INSERT INTO terms (facet, value) VALUES (@facet, @value) RETURNING key", ("@facet", facet), ("@value", value))!;
}
