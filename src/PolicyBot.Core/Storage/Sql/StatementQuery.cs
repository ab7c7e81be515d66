using System.Data.Common;
using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>Reads statements with their words, record, meeting and recurrence; what the clearance hides counts nowhere.</summary>
/// <param name="counting">False leaves out the recurrence: to count it for every record of an archive would take the square of its size.</param>
internal sealed class StatementQuery(SqlSession session, Clearance clearance, bool counting = true)
{
    private readonly Visible _visible = new(clearance);

    private sealed record Row(Statement Statement, string Text, RecordSummary Record, long? Meeting, long? Thread, long Event);

    /// <summary>What happened once, told as often as may be: the meeting, or the only one that the records tell which this one repeats; else those records.</summary>
    private const string Event =
        $"""
        coalesce(
            s.meeting,
            (SELECT min(t.meeting) FROM tellings t
                WHERE t.record <> s.record AND t.record IN (SELECT o.origin FROM repeats o WHERE o.record = s.record UNION ALL SELECT g.record FROM repeats g WHERE g.origin = coalesce({Origin}, s.record))
                HAVING count(DISTINCT t.meeting) = 1),
            -coalesce({Origin}, s.record))
        """;

    private const string Origin = "(SELECT o.origin FROM repeats o WHERE o.record = s.record)";

    private const string Select =
        $"""
        SELECT s.id, s.kind, s.span_start, s.span_end, s.text, s.meeting, s.level, s.names, s.present, s.topics, s.strength, s.due_text, s.due_by,
            s.replies_to, s.thread, r.id, r.title, r.published, r.grade, r.source, r.group_name, {Event}
        """;

    private const string NewestFirst = "ORDER BY s.first_day DESC NULLS LAST, s.record DESC, s.ordinal";

    private string Records => $"JOIN records r ON r.key = s.record AND {_visible.Of("r.")}";

    public IReadOnlyList<StoredStatement> Of(long record) => Complete(session.Query(
        $"{Select} FROM statements s {Records} WHERE s.record = @record ORDER BY s.ordinal", Read, ("@record", record), _visible.Grade, _visible.Groups));

    public IReadOnlyList<StoredStatement> Find(StatementFilter filter) =>
        Terms(filter) is { } terms ? Complete(session.Query(Sql(filter, terms, IsCommon(filter, terms)), Read, Values(filter))) : [];

    public IReadOnlyList<IReadOnlyList<StoredStatement>> Find(IReadOnlyList<StatementFilter> filters)
    {
        var found = filters.Select(filter => Terms(filter) is { } terms ? session.Query(Keys(filter, terms, IsCommon(filter, terms)), row => row.GetInt64(0), Values(filter)) : []).ToList();
        var keys = found.SelectMany(k => k).Distinct().ToList();
        var rows = session.Query(
            $"{Select}, s.key FROM json_each(@keys) k JOIN statements s ON s.key = CAST(k.value AS BIGINT) JOIN records r ON r.key = s.record",
            row => (Key: row.GetInt64(22), Row: Read(row)),
            ("@keys", Columns.Of(keys)));
        var whole = rows.Zip(Complete(rows.ConvertAll(r => r.Row)), (r, statement) => (r.Key, statement)).ToDictionary(r => r.Key, r => r.statement);
        return found.ConvertAll(some => some.ConvertAll(key => whole[key]));
    }

    /// <summary>What one record tells twice are two things; what several tell of one happening, in the same words of the same people, is one.</summary>
    public ToldCount Count(StatementFilter filter) => Terms(filter) is not { } terms ? new(0, 0, null, null) : session.Query(
        $"""
        SELECT CAST(coalesce(sum(times), 0) AS BIGINT), count(DISTINCT event), min(from_day), max(to_day)
        FROM (
            SELECT event, max(times) AS times, min(from_day) AS from_day, max(to_day) AS to_day
            FROM (
                SELECT event, said, level, who, record, count(*) AS times, min(first_day) AS from_day, max(last_day) AS to_day
                FROM (
                    {Chosen(filter, terms, IsCommon(filter, terms), $"""
                        {Event} AS event, coalesce(s.thread, -s.key) AS said, s.level, s.record, s.first_day, s.last_day,
                        CASE WHEN s.level IN ('{AttributionLevel.Organisation}', '{AttributionLevel.Person}') THEN s.names ELSE '' END AS who
                        """)}) statement
                GROUP BY event, said, level, who, record) testimony
            GROUP BY event, said, level, who) thing
        """,
        row => new ToldCount(row.GetInt32(0), row.GetInt32(1), row.Day(2), row.Day(3)), Values(filter))[0];

    /// <summary>Where a statement stands, whoever may see it.</summary>
    public static (long Key, RecordId Record)? FindKey(SqlSession session, StatementId id)
    {
        // A packed id is only unique within its record.
        foreach (var (key, packed, record) in session.Query(
            "SELECT s.key, s.id, r.id FROM statements s JOIN records r ON r.key = s.record WHERE s.id = @whole OR (s.id = '~' || substr(@id, length(r.id) + 1) AND substr(@id, 1, length(r.id)) = r.id)",
            row => (row.GetInt64(0), row.GetString(1), new RecordId(row.GetString(2))), ("@whole", "=" + id.Value), ("@id", id.Value)))
            if (StatementIds.Unpack(packed, record) == id) return (key, record);
        return null;
    }

    /// <param name="terms">Of <see cref="Terms"/>.</param>
    /// <param name="isCommon">The newest are found sooner by going back through the days than by sorting all that fit.</param>
    public string Sql(StatementFilter filter, IReadOnlyList<string> terms, bool isCommon = false) =>
        // The keys first: of a thousand that fit and a hundred that are wanted, only these are read whole.
        $"""
        {Select} FROM ({Keys(filter, terms, isCommon)}) chosen
        JOIN statements s ON s.key = chosen.key JOIN records r ON r.key = s.record
        {NewestFirst}
        """;

    /// <summary>For each facet asked for, the keys of its terms as a list; null where one has none, so that nothing fits.</summary>
    public IReadOnlyList<string>? Terms(StatementFilter filter)
    {
        List<string> lists = [];
        foreach (var (facet, values) in Facets(filter))
        {
            var keys = session.Query("SELECT key FROM terms WHERE facet = @facet AND value IN (SELECT value FROM json_each(@values))", row => row.GetInt64(0), ("@facet", facet), ("@values", Columns.Of(values)));
            if (keys.Count == 0) return null;
            // As constants: PostgreSQL then knows how common each is.
            lists.Add(string.Join(", ", keys));
        }

        return lists;
    }

    private string Keys(StatementFilter filter, IReadOnlyList<string> terms, bool isCommon) => $"{Chosen(filter, terms, isCommon, "s.key")} {NewestFirst} LIMIT @limit";

    private string Chosen(StatementFilter filter, IReadOnlyList<string> terms, bool isCommon, string columns)
    {
        // Only the conditions that are asked for, each a constant: one statement for all, with "@x IS NULL OR", could use no index.
        var conditions = new List<string>();
        void When(bool asked, string condition)
        {
            if (asked) conditions.Add(condition);
        }

        When(filter.Kinds.Count > 0, $"s.kind IN ({string.Join(", ", filter.Kinds.Select(kind => $"'{kind}'"))})");
        // The first is the narrowest, and topics come last: to list all that a topic has would cost more than to look at what the first leaves.
        var isListed = !isCommon && terms.Count > 0;
        foreach (var list in terms.Skip(isListed ? 1 : 0)) conditions.Add($"EXISTS (SELECT 1 FROM facets f WHERE f.statement = s.key AND f.term IN ({list}))");
        When(filter.MeetingId is not null, "s.meeting = (SELECT key FROM meetings WHERE id = @meeting)");
        When(filter.RecordIds.Count > 0, "s.record IN (SELECT key FROM records WHERE id IN (SELECT value FROM json_each(@records)))");
        When(filter.From is not null, "s.last_day >= @from");
        When(filter.To is not null, "s.first_day <= @to");
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        return isListed
            // Listed by itself: for a few of the newest PostgreSQL would else go back through all days in search of what may stand in none.
            ? $"WITH listed AS MATERIALIZED ({Listed(terms[0])}) SELECT {columns} FROM listed JOIN statements s ON s.key = listed.statement {Records}{where}"
            : $"SELECT {columns} FROM statements s {Records}{where}";
    }

    private static string Listed(string terms) => $"SELECT {(terms.Contains(',', StringComparison.Ordinal) ? "DISTINCT " : "")}f.statement FROM facets f WHERE f.term IN ({terms})";

    private static IEnumerable<(string Facet, IEnumerable<string> Values)> Facets(StatementFilter filter)
    {
        if (filter.Organisations.Count > 0) yield return ("organisation", filter.Organisations.Select(SpeakerNames.Fold));
        if (filter.People.Count > 0) yield return ("person", filter.People.Select(SpeakerNames.Fold));
        if (filter.Present.Count > 0) yield return ("present", filter.Present.Select(SpeakerNames.Fold));
        if (filter.Topics.Count > 0) yield return ("topic", filter.Topics);
    }

    /// <summary>Whether so many fit that the wanted ones are among fewer rows, counted back from the newest day, than would have to be sorted.</summary>
    private bool IsCommon(StatementFilter filter, IReadOnlyList<string> terms)
    {
        if (filter is not { MeetingId: null, RecordIds.Count: 0, From: null, Limit: < 10_000 } || terms is not [var only]) return false;
        double fitting = Convert.ToInt64(session.Scalar($"SELECT count(*) FROM ({Listed(only)}) fitting"), CultureInfo.InvariantCulture);
        double all = Convert.ToInt64(session.Scalar("SELECT coalesce(max(key), 0) FROM statements"), CultureInfo.InvariantCulture);
        return fitting * fitting > 3.0 * filter.Limit * all;
    }

    public (string, object?)[] Values(StatementFilter filter) =>
    [
        _visible.Grade,
        _visible.Groups,
        ("@meeting", filter.MeetingId?.Value),
        ("@records", Columns.Of(filter.RecordIds.Select(id => id.Value))),
        ("@from", Columns.Of(filter.From)),
        ("@to", Columns.Of(filter.To)),
        ("@limit", filter.Limit),
    ];

    private static Row Read(DbDataReader row)
    {
        var record = RecordQuery.Summary(row, 15);
        return new(
            new()
            {
                Id = StatementIds.Unpack(row.GetString(0), record.Id),
                Kind = row.Named<StatementKind>(1),
                Span = new(row.GetInt32(2), row.GetInt32(3)),
                RecordId = record.Id,
                Attribution = new(row.Named<AttributionLevel>(6), row.Strings(7), row.Strings(8)),
                Topics = row.Strings(9),
                Strength = row.IsDBNull(10) ? null : row.Named<ReplyStrength>(10),
                Due = row.TextOrNull(11) is { } words ? new(words, row.Day(12)) : null,
                RepliesTo = [.. row.Strings(13).Select(id => StatementIds.Unpack(id, record.Id))],
            },
            row.GetString(4),
            record,
            row.NumberOrNull(5),
            row.NumberOrNull(14),
            row.GetInt64(21));
    }

    public IReadOnlyDictionary<string, Recurrence> CountRaised(IReadOnlyList<string> concernKeys) =>
        Recurrences(concernKeys.Select(key => long.Parse(key.AsSpan(1), CultureInfo.InvariantCulture))).ToDictionary(raised => KeyOf(raised.Key), raised => raised.Value, StringComparer.Ordinal);

    private static string KeyOf(long thread) => string.Create(CultureInfo.InvariantCulture, $"c{thread}");

    private List<StoredStatement> Complete(List<Row> rows)
    {
        var meetings = new MeetingQuery(session, clearance).Load(rows.Select(row => row.Meeting).OfType<long>());
        var raised = counting ? Recurrences(rows.Select(row => row.Thread).OfType<long>().Distinct()) : [];
        return rows.ConvertAll(row =>
        {
            var meeting = row.Meeting is { } key ? meetings[key] : null;
            return new StoredStatement(
                row.Statement with { MeetingId = meeting?.Id },
                row.Text,
                row.Record,
                meeting,
                row.Thread is { } thread ? KeyOf(thread) : null,
                row.Thread is { } one ? raised.GetValueOrDefault(one) : null)
            {
                Event = row.Event.ToString(CultureInfo.InvariantCulture),
            };
        });
    }

    /// <summary>What is common stands in thousands of rows: what is hidden is listed once, rather than each row's record looked up.</summary>
    private Dictionary<long, Recurrence> Recurrences(IEnumerable<long> threads) => session.Query(
        $"""
        SELECT s.thread, count(DISTINCT {Event}), min(s.first_day), max(s.last_day)
        FROM statements s
        WHERE s.thread IN (SELECT CAST(value AS BIGINT) FROM json_each(@threads)) AND s.record NOT IN (SELECT r.key FROM records r WHERE NOT ({_visible.Of("r.")}))
        GROUP BY s.thread
        """,
        row => (Thread: row.GetInt64(0), Raised: new Recurrence(row.GetInt32(1), row.Day(2), row.Day(3))),
        ("@threads", Columns.Of(threads)),
        _visible.Grade,
        _visible.Groups).ToDictionary(row => row.Thread, row => row.Raised);
}
