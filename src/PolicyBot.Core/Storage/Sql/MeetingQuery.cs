using System.Data.Common;
using System.Globalization;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>Reads meetings as the visible records tell them, and as nothing else does.</summary>
internal sealed class MeetingQuery(SqlSession session, Clearance clearance)
{
    private readonly Visible _visible = new(clearance);

    /// <summary>Papers of one meeting name the same people: each list is read once.</summary>
    private readonly Dictionary<string, IReadOnlyList<Party>> _parties = new(StringComparer.Ordinal);

    private sealed record Row(long Key, string Id, Meeting Telling);

    public Dictionary<long, Meeting> Load(IEnumerable<long> keys, DateOnly? publishedBy = null) => session.Query(
            $"""
            SELECT m.key, m.id, r.id, t.title, t.date, t.time, t.zone, t.place, t.status, t.series, t.hosts, t.participants, t.revision, t.moved_from
            FROM json_each(@keys) k
            JOIN meetings m ON m.key = CAST(k.value AS BIGINT)
            JOIN tellings t ON t.meeting = m.key
            JOIN records r ON r.key = t.record AND {_visible.Of("r.")} AND (@published IS NULL OR r.published <= @published)
            ORDER BY coalesce(r.published, ''), CASE WHEN t.revision IS NULL AND (t.moved_from IS NOT NULL OR t.status = 'Cancelled') THEN 1 ELSE 0 END, r.key, t.ordinal
            """,
            row => new Row(row.GetInt64(0), row.GetString(1), new()
            {
                Id = new(row.GetString(1)),
                RecordIds = [new(row.GetString(2))],
                Title = row.GetString(3),
                Date = ParseDate(row.TextOrNull(4)),
                Time = row.TextOrNull(5) is { } time ? TimeOnly.Parse(time, CultureInfo.InvariantCulture) : null,
                TimeZone = row.GetString(6),
                Place = row.TextOrNull(7),
                Status = row.Named<MeetingStatus>(8),
                Series = row.TextOrNull(9),
                Hosts = Parties(row, 10),
                Participants = Parties(row, 11),
                Revision = (int?)row.NumberOrNull(12),
                MovedFrom = ParseDate(row.TextOrNull(13)),
            }),
            ("@keys", Columns.Of(keys.Distinct())),
            ("@published", Columns.Of(publishedBy)),
            _visible.Grade, _visible.Groups)
        .GroupBy(row => row.Key)
        .ToDictionary(group => group.Key, group => MeetingTelling.Merge(new(group.First().Id), [.. group.Select(row => row.Telling)]));

    private IReadOnlyList<Party> Parties(DbDataReader row, int column) =>
        row.GetString(column) is var written && _parties.TryGetValue(written, out var known) ? known : _parties[written] = row.Parties(column);

    public IReadOnlyList<Meeting> Find(MeetingFilter filter) =>
    [
        .. Load(Candidates(filter), filter.PublishedBy).Values
            .Where(meeting => filter.Status is null || meeting.Status == filter.Status)
            .Where(meeting => IsWithin(meeting.Date, filter))
            .OrderBy(meeting => meeting.Date is null).ThenBy(meeting => meeting.Date?.First).ThenBy(meeting => meeting.Time)
            .ThenBy(meeting => meeting.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>The meetings of one record in its order, each with the stretches of that record that tell it.</summary>
    public IReadOnlyList<Meeting> Of(long record)
    {
        var told = session.Query(
            "SELECT meeting, spans FROM tellings WHERE record = @record ORDER BY ordinal",
            row => (Key: row.GetInt64(0), Spans: row.Spans(1)),
            ("@record", record));
        var meetings = Load(told.Select(t => t.Key));
        return [.. told.GroupBy(t => t.Key).Select(group => meetings[group.Key] with { Told = [.. group.SelectMany(t => t.Spans)] })];
    }

    private List<long> Candidates(MeetingFilter filter)
    {
        // Only the conditions that are asked for: one statement for all, with "@x IS NULL OR", would look at every meeting there is.
        var from = filter.Organisation is null ? "tellings t" : "telling_organisations o JOIN tellings t ON t.record = o.record AND t.ordinal = o.ordinal";
        var conditions = new List<string>();
        if (filter.Organisation is not null) conditions.Add("o.organisation = @organisation");
        if (filter.Id is not null) conditions.Add("t.meeting = (SELECT key FROM meetings WHERE id = @id)");
        if (filter.From is not null) conditions.Add("(t.last_day IS NULL OR t.last_day >= @from)");
        if (filter.To is not null) conditions.Add("(t.first_day IS NULL OR t.first_day <= @to)");
        if (filter.Topic is not null)
        {
            conditions.Add(
                $"""
                EXISTS (
                    SELECT 1 FROM statements s
                    JOIN records sr ON sr.key = s.record AND {_visible.Of("sr.")}
                    JOIN facets f ON f.statement = s.key AND f.term = (SELECT key FROM terms WHERE facet = 'topic' AND value = @topic)
                    WHERE s.meeting = t.meeting)
                """);
        }

        return session.Query(
            $"""
            SELECT t.meeting FROM {from}
            JOIN records r ON r.key = t.record AND {_visible.Of("r.")}
            {(conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions))}
            GROUP BY t.meeting ORDER BY max(t.first_day) DESC NULLS LAST LIMIT @newest
            """,
            row => row.GetInt64(0),
            ("@id", filter.Id?.Value),
            ("@from", Columns.Of(filter.From)),
            ("@to", Columns.Of(filter.To)),
            ("@organisation", filter.Organisation is { } name ? SpeakerNames.Fold(name) : null),
            ("@topic", filter.Topic),
            ("@newest", filter.Newest ?? int.MaxValue),
            _visible.Grade, _visible.Groups);
    }

    private static bool IsWithin(MeetingDate? date, MeetingFilter filter) => date is null
        ? filter.IncludeUndated
        : (filter.From is null || date.Last >= filter.From) && (filter.To is null || date.First <= filter.To);

    public static MeetingDate? ParseDate(string? text) => text?.Split('-') switch
    {
        null => null,
        [var year, var month] => new(Number(year), Number(month), null),
        [var year, var month, var day] => new(Number(year), Number(month), Number(day)),
        _ => throw new ArchiveException($"A stored meeting has the date {text}: the archive is damaged. Put a backup of the data folder in its place, or import the files into a new one (--data). / 저장된 회의 날짜가 {text}입니다. 저장소가 손상되었으니 자료 폴더를 백업으로 바꾸거나, 새 폴더(--data)에 파일을 다시 가져오십시오."),
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
