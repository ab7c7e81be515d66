using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>Writes what a record tells of its meetings, and joins it to what other records tell of the same ones.</summary>
internal sealed class MeetingRows(SqlSession session, Organisations organisations)
{
    /// <summary>A day of one host with more meetings than this is no day of meetings; the newest are looked at.</summary>
    private const int Compared = 64;

    private readonly SameMeeting _same = new(organisations);

    private sealed record Candidate(long Meeting, Meeting Telling);

    /// <summary>What the version before told of an event: it is the same meeting, wherever the event is moved to.</summary>
    internal sealed record Before(long Meeting, MeetingDate? Date, MeetingDate? MovedFrom);

    public Dictionary<string, Before> ReadEvents(long record) => session.Query(
            "SELECT told_id, meeting, date, moved_from FROM tellings WHERE record = @record AND revision IS NOT NULL",
            row => (Id: row.GetString(0), Told: new Before(row.GetInt64(1), MeetingQuery.ParseDate(row.TextOrNull(2)), MeetingQuery.ParseDate(row.TextOrNull(3)))),
            ("@record", record))
        .ToDictionary(t => t.Id, t => t.Told, StringComparer.Ordinal);

    /// <summary>The archive's meeting for each meeting id of the record.</summary>
    /// <param name="related">Records that tell the same with much the same words.</param>
    public Dictionary<MeetingId, long> Write(long record, Record of, IReadOnlyList<Meeting> told, IReadOnlyDictionary<string, Before> before, IReadOnlyList<long> related)
    {
        List<Meeting> meetings = [.. told.Select(m => before.TryGetValue(m.Id.Value, out var was) ? Moved(m, was) : m)];
        var keys = new Dictionary<MeetingId, long>();
        foreach (var (ordinal, meeting) in meetings.Index())
        {
            // The reader keeps two meetings of one record apart; so does the archive.
            var key = Find(meeting) ?? before.GetValueOrDefault(meeting.Id.Value)?.Meeting ?? FindSame(meeting, [.. keys.Values])
                ?? FindRelated(meeting, meetings, related, [.. keys.Values]) ?? FindChanged(meeting, of.Published, [.. keys.Values]) ?? Begin(meeting, of.Grade == Grade.Open && of.Group is null);
            // Another record tells it too, perhaps an open one: what is closed now leaves no name behind.
            if (of.Grade != Grade.Open || of.Group is not null) session.Execute("UPDATE meetings SET id = @veiled WHERE key = @key AND id = @id", ("@veiled", Veil(meeting.Id)), ("@key", key), ("@id", meeting.Id.Value));
            keys[meeting.Id] = key;
            WriteTelling(record, ordinal, key, meeting);
            WriteOrganisations(record, ordinal, meeting);
        }

        return keys;
    }

    private static Meeting Moved(Meeting meeting, Before was) => meeting.MovedFrom is not null
        ? meeting
        : meeting with { MovedFrom = meeting.Date == was.Date ? was.MovedFrom : was.Date is { Day: not null } ? was.Date : null };

    private long? Find(Meeting meeting) => (long?)session.Scalar(
        "SELECT meeting FROM tellings WHERE told_id = @id UNION ALL SELECT key FROM meetings WHERE id IN (@id, @veiled) LIMIT 1",
        ("@id", meeting.Id.Value),
        ("@veiled", Veil(meeting.Id)));

    private long? FindSame(Meeting meeting, HashSet<long> taken) => meeting.Date is not { Day: not null }
        ? null
        : session.Query(
            """
            SELECT t.meeting, t.time, t.place, t.hosts, t.participants, t.title, t.revision FROM tellings t
            WHERE t.first_day = @day AND t.date = @day AND (@event = 1 OR t.revision IS NOT NULL OR EXISTS (
                SELECT 1 FROM telling_organisations o
                WHERE o.record = t.record AND o.ordinal = t.ordinal AND o.organisation IN (SELECT value FROM json_each(@hosts))))
            ORDER BY t.record DESC LIMIT @limit
            """,
            row => ReadCandidate(row, meeting),
            ("@day", meeting.Date.ToString()),
            ("@event", meeting.Revision is null ? 0 : 1),
            ("@hosts", Columns.Of(_same.Hosts(meeting))),
            ("@limit", Compared))
        .Where(candidate => !taken.Contains(candidate.Meeting) && _same.Are(meeting, candidate.Telling))
        .Select(candidate => (long?)candidate.Meeting)
        .FirstOrDefault();

    /// <summary>A repeated report may leave out host, place and guests: the one meeting of that day in either record is the same.</summary>
    private long? FindRelated(Meeting meeting, IReadOnlyList<Meeting> told, IReadOnlyList<long> related, HashSet<long> taken)
    {
        if (related.Count == 0 || meeting.Date is not { Day: not null } || told.Count(m => m.Date == meeting.Date) > 1) return null;
        var same = session.Query(
            "SELECT t.meeting, t.time, t.place, t.hosts, t.participants, t.title, t.revision FROM tellings t WHERE t.date = @day AND t.record IN (SELECT CAST(value AS BIGINT) FROM json_each(@related))",
            row => ReadCandidate(row, meeting),
            ("@day", meeting.Date.ToString()),
            ("@related", Columns.Of(related)));
        return same.Select(c => c.Meeting).Distinct().ToList() is [var only] && !taken.Contains(only) && same.TrueForAll(c => _same.MayBe(meeting, c.Telling)) ? only : null;
    }

    /// <summary>
    /// News of a move or of a cancellation and the announcement before it, whichever was imported first; then a move and what is told of the new day.
    /// Only where one meeting alone fits: else the news stands by itself.
    /// </summary>
    private long? FindChanged(Meeting meeting, DateOnly? published, HashSet<long> taken)
    {
        if (meeting.Revision is not null) return null;
        var day = meeting.Date is { Day: not null } date ? date.ToString() : null;
        if (meeting.MovedFrom is { } from)
            return Only("t.status <> 'Held' AND ((t.first_day = @left AND t.date = @left AND (r.published IS NULL OR r.published <= @published)) OR (t.moved_from = @left AND coalesce(t.date, '') = coalesce(@day, '')))", from)
                ?? (day is null ? null : Only("(t.first_day = @day AND t.date = @day AND t.moved_from IS NULL) OR (t.moved_from = @day AND r.published >= @published)", null));
        if (day is null) return null;
        return meeting.Status switch
        {
            MeetingStatus.Cancelled => Only("t.first_day = @day AND t.date = @day AND t.status <> 'Held' AND (r.published IS NULL OR r.published <= @published)", null),
            MeetingStatus.Upcoming => Only("t.revision IS NULL AND (r.published >= @published OR @published IS NULL) AND (t.moved_from = @day OR (t.first_day = @day AND t.date = @day AND t.status = 'Cancelled'))", null) ?? AtNewDay(),
            _ => AtNewDay(),
        };

        long? AtNewDay() => Only("t.revision IS NULL AND t.first_day = @day AND t.date = @day AND t.moved_from IS NOT NULL", null);

        long? Only(string where, MeetingDate? left)
        {
            var fitting = session.Query(
                $"""
                SELECT t.meeting, t.time, t.place, t.hosts, t.participants, t.title, t.revision FROM tellings t JOIN records r ON r.key = t.record
                WHERE {where} ORDER BY t.record DESC LIMIT @limit
                """,
                row => ReadCandidate(row, meeting),
                ("@day", day),
                ("@left", left?.ToString()),
                ("@published", Columns.Of(published)),
                ("@limit", Compared))
            .Where(c => !taken.Contains(c.Meeting) && (meeting.MovedFrom is null && meeting.Status != MeetingStatus.Cancelled ? _same.MayBeOf(c.Telling, meeting) : _same.MayBeOf(meeting, c.Telling)))
            .Select(c => c.Meeting).Distinct().ToList();
            return fitting is [var one] ? one : null;
        }
    }

    private static Candidate ReadCandidate(DbDataReader row, Meeting meeting) => new(row.GetInt64(0), meeting with
    {
        Time = row.TextOrNull(1) is { } time ? TimeOnly.Parse(time, CultureInfo.InvariantCulture) : null,
        Place = row.TextOrNull(2),
        Hosts = row.Parties(3),
        Participants = row.Parties(4),
        Title = row.GetString(5),
        Revision = (int?)row.NumberOrNull(6),
    });

    private long Begin(Meeting meeting, bool isForAll) => (long)session.Scalar(
        "INSERT INTO meetings (id) VALUES (@id) RETURNING key",
        ("@id", isForAll ? meeting.Id.Value : Veil(meeting.Id)))!;

    // An open record may tell the same meeting later, and its readers see this id: it must not carry the name of the closed record.
    private static string Veil(MeetingId id) =>
        "m-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)))[..12];

    private void WriteTelling(long record, int ordinal, long key, Meeting meeting) => session.Execute(
        """
        INSERT INTO tellings (record, ordinal, meeting, told_id, title, date, first_day, last_day, time, zone, place, status, series, hosts, participants, spans, revision, moved_from)
        VALUES (@record, @ordinal, @meeting, @told_id, @title, @date, @first_day, @last_day, @time, @zone, @place, @status, @series, @hosts, @participants, @spans, @revision, @moved_from)
        """,
        ("@record", record),
        ("@ordinal", ordinal),
        ("@meeting", key),
        ("@told_id", meeting.Id.Value),
        ("@title", meeting.Title),
        ("@date", meeting.Date?.ToString()),
        ("@first_day", Columns.Of(meeting.Date?.First)),
        ("@last_day", Columns.Of(meeting.Date?.Last)),
        ("@time", meeting.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        ("@zone", meeting.TimeZone),
        ("@place", meeting.Place),
        ("@status", meeting.Status.ToString()),
        ("@series", meeting.Series),
        ("@hosts", Columns.Of(meeting.Hosts)),
        ("@participants", Columns.Of(meeting.Participants)),
        ("@spans", Columns.Of(meeting.Told)),
        ("@revision", meeting.Revision),
        ("@moved_from", meeting.MovedFrom?.ToString()));

    private void WriteOrganisations(long record, int ordinal, Meeting meeting) => session.Execute(
        "INSERT INTO telling_organisations (organisation, record, ordinal) SELECT value, @record, @ordinal FROM json_each(@names)",
        ("@names", Columns.Of(meeting.Hosts.Concat(meeting.Participants).SelectMany(party => SpeakerNames.Organisations(party, organisations, meeting.Date?.First)).Distinct())),
        ("@record", record),
        ("@ordinal", ordinal));
}
