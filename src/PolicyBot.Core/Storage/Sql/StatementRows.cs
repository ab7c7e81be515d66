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

    private const string Table =
        """
        statements (id, record, ordinal, kind, span_start, span_end, text, meeting, first_day, last_day, level, names, present, topics,
            strength, due_text, due_by, replies_to, thread)
        """;

    private readonly ConcernThreads _threads = new(session);
    private readonly Dictionary<(string Facet, string Value), long> _terms = [];

    public void Write(long record, ReadRecord read, Dictionary<MeetingId, long> meetings)
    {
        var told = read.Meetings.DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        List<(Statement Statement, DateOnly? On)> statements = [];
        List<object?[]> rows = [];
        foreach (var (ordinal, statement) in read.Statements.Index())
        {
            var text = statement.Span.Of(read.Record.Text);
            var meeting = statement.MeetingId is { } id ? told.GetValueOrDefault(id) : null;
            var date = meeting?.Date ?? (read.Record.Published is { } day ? MeetingDate.Of(day) : null);
            long? thread = statement.Kind is StatementKind.Concern or StatementKind.Request ? _threads.Assign(statement, text) : null;
            rows.Add(Row(record, ordinal, statement, text, meeting is null ? null : meetings[meeting.Id], date, thread));
            statements.Add((statement, date?.First));
        }

        var keys = session.Insert(Table, rows, "RETURNING ordinal, key", row => (Ordinal: row.GetInt32(0), Key: row.GetInt64(1)));
        WriteFacets([.. keys.Select(k => (k.Key, statements[k.Ordinal].Statement, statements[k.Ordinal].On))]);
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
        WriteFacets([(statement, corrected, on)]);
    }

    private static object?[] Row(long record, int ordinal, Statement statement, string text, long? meeting, MeetingDate? date, long? thread) =>
    [
        StatementIds.Pack(statement.Id, statement.RecordId),
        record,
        ordinal,
        statement.Kind.ToString(),
        statement.Span.Start,
        statement.Span.End,
        text,
        meeting,
        Columns.Of(date?.First),
        Columns.Of(date?.Last),
        statement.Attribution.Level.ToString(),
        Columns.Of(statement.Attribution.Names),
        Columns.Of(statement.Attribution.Present),
        Columns.Of(statement.Topics),
        statement.Strength?.ToString(),
        statement.Due?.Text,
        Columns.Of(statement.Due?.By),
        Columns.Of(statement.RepliesTo.Select(id => StatementIds.Pack(id, statement.RecordId))),
        thread,
    ];

    private void WriteFacets(IReadOnlyList<(long Key, Statement Statement, DateOnly? On)> statements)
    {
        var facets = statements.SelectMany(s => Facets(s.Statement, s.On).Select(f => (Facet: (f.Facet, Value: PortableText.Clean(f.Value)), s.Key))).Distinct().ToList();
        LearnTerms([.. facets.Select(f => f.Facet).Distinct().Where(facet => !_terms.ContainsKey(facet))]);
        session.Insert("facets (term, statement)", facets.Select(f => new object?[] { _terms[f.Facet], f.Key }), "ON CONFLICT DO NOTHING");
    }

    private IEnumerable<(string Facet, string Value)> Facets(Statement of, DateOnly? on) =>
    [
        .. SpeakerNames.Organisations(of.Attribution, organisations, on).Select(name => (Organisation, name)),
        .. SpeakerNames.People(of.Attribution).Select(name => (Person, name)),
        .. SpeakerNames.Present(of.Attribution, organisations, on).Select(name => (Present, name)),
        .. of.Topics.Select(topic => (Topic, topic)),
    ];

    private void LearnTerms(IReadOnlyList<(string Facet, string Value)> unknown)
    {
        session.Insert("terms (facet, value)", unknown.Select(term => new object?[] { term.Facet, term.Value }), "ON CONFLICT DO NOTHING");
        foreach (var facet in unknown.GroupBy(term => term.Facet, term => term.Value))
        {
            var found = session.Query(
                "SELECT value, key FROM terms WHERE facet = @facet AND value IN (SELECT value FROM json_each(@values))",
                row => (Value: row.GetString(0), Key: row.GetInt64(1)),
                ("@facet", facet.Key), ("@values", Columns.Of(facet)));
            foreach (var (value, key) in found) _terms[(facet.Key, value)] = key;
        }
    }
}
