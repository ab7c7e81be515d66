using System.Globalization;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>Writes one record with everything read from it; the caller holds the transaction.</summary>
internal sealed class RecordRows(SqlSession session, Organisations organisations, TimeProvider time)
{
    private readonly RepeatRows _repeats = new(session, organisations);
    private readonly MeetingRows _meetings = new(session, organisations);
    private readonly StatementRows _statements = new(session, organisations);

    private sealed record InForce(long Key, RecordId Id, int Version, string Understanding);

    /// <summary>What the old version told of and perhaps nothing tells of any more: keys as JSON arrays.</summary>
    private sealed record Left(string Meetings, string Threads);

    public PutResult Write(ReadRecord read)
    {
        read = new CorrectionRows(session).Apply(read);
        var hash = ContentHash.Of(read.Record);
        var twin = Find("SELECT key, id, version, understanding FROM records WHERE hash = @value", hash);
        if (twin is not null && (twin.Id != read.Record.Id || twin.Understanding == read.Understanding)) return new(PutOutcome.Unchanged, twin.Id, twin.Version);

        var old = twin ?? Find("SELECT key, id, version, understanding FROM records WHERE id = @value", read.Record.Id.Value);
        var events = old is null ? [] : _meetings.ReadEvents(old.Key);
        var left = old is null ? null : Forget(old.Key);
        var version = twin?.Version ?? (old?.Version ?? 0) + 1;
        var key = Supersede(read, hash, version);
        WriteVersion(key, version, read, hash);
        _repeats.Write(key, read.Meetings);
        _statements.Write(key, read, _meetings.Write(key, read.Record, read.Meetings, events, _repeats.Find(key)));
        DisagreementRows.Write(session, key, read);
        if (left is not null) Sweep(left);
        // A number of its own: an index that stands at the old one sees that something came after it.
        session.Execute("DELETE FROM changes WHERE record_id = @id", ("@id", read.Record.Id.Value));
        session.Execute("INSERT INTO changes (record_id) VALUES (@id)", ("@id", read.Record.Id.Value));
        return new(twin is not null ? PutOutcome.Reread : old is null ? PutOutcome.Imported : PutOutcome.Updated, read.Record.Id, version);
    }

    /// <summary>A decision of a curator takes effect on what is stored.</summary>
    public void Correct(Correction made, long statement, Statement corrected, DateOnly? on)
    {
        new CorrectionRows(session).Add(made, time.GetUtcNow().ToUnixTimeMilliseconds());
        var record = made.Record.Value;
        if (made.Attribution is null)
        {
            var threads = Columns.Of(session.Query("SELECT thread FROM statements WHERE key = @key AND thread IS NOT NULL", row => row.GetInt64(0), ("@key", statement)));
            session.Execute("DELETE FROM statements WHERE key = @key", ("@key", statement));
            ConcernThreads.Sweep(session, threads);
        }
        else
        {
            _statements.Attribute(statement, corrected, on);
        }

        session.Execute("DELETE FROM changes WHERE record_id = @id", ("@id", record));
        session.Execute("INSERT INTO changes (record_id) VALUES (@id)", ("@id", record));
    }

    private InForce? Find(string sql, string value) => session.Query(
        sql,
        row => new InForce(row.GetInt64(0), new(row.GetString(1)), row.GetInt32(2), row.GetString(3)),
        ("@value", value)).SingleOrDefault();

    private Left Forget(long record)
    {
        var left = new Left(
            Columns.Of(session.Query("SELECT DISTINCT meeting FROM tellings WHERE record = @record", row => row.GetInt64(0), ("@record", record))),
            Columns.Of(session.Query(
                "SELECT DISTINCT thread FROM statements WHERE record = @record AND thread IS NOT NULL", row => row.GetInt64(0), ("@record", record))));
        session.Execute("DELETE FROM statements WHERE record = @record", ("@record", record));
        session.Execute("DELETE FROM tellings WHERE record = @record", ("@record", record));
        return left;
    }

    private long Supersede(ReadRecord read, string hash, int version)
    {
        var days = read.Meetings.Where(m => m.Status == MeetingStatus.Held).Select(m => m.Date).OfType<MeetingDate>()
            .Concat(read.Record.Published is { } day ? [MeetingDate.Of(day)] : []).ToList();
        return (long)session.Scalar(
            """
            INSERT INTO records (id, version, hash, understanding, title, published, grade, group_name, source, first_day, last_day)
            VALUES (@id, @version, @hash, @understanding, @title, @published, @grade, @group, @source, @first_day, @last_day)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, hash = excluded.hash, understanding = excluded.understanding, title = excluded.title, published = excluded.published,
                grade = excluded.grade, group_name = excluded.group_name, source = excluded.source, first_day = excluded.first_day, last_day = excluded.last_day
            RETURNING key
            """,
            ("@id", read.Record.Id.Value),
            ("@version", version),
            ("@hash", hash),
            ("@understanding", read.Understanding),
            ("@title", read.Record.Title),
            ("@published", Columns.Of(read.Record.Published)),
            ("@grade", (int)read.Record.Grade),
            ("@group", read.Record.Group),
            ("@source", read.Record.Sources is [var first, ..] ? first : null),
            ("@first_day", Columns.Of(days.Count > 0 ? days.Min(d => d.First) : null)),
            ("@last_day", Columns.Of(days.Count > 0 ? days.Max(d => d.Last) : null)))!;
    }

    // Of a version that is there already only the parts may be others: everything else stands in its hash.
    private void WriteVersion(long record, int version, ReadRecord read, string hash) => session.Execute(
        """
        INSERT INTO versions (record, version, imported, path, hash, title, published, language, grade, group_name, sources, metadata, parts, places, text)
        VALUES (@record, @version, @imported, @path, @hash, @title, @published, @language, @grade, @group, @sources, @metadata, @parts, @places, @text)
        ON CONFLICT (record, version) DO UPDATE SET parts = excluded.parts, places = excluded.places
        """,
        ("@record", record),
        ("@version", version),
        ("@imported", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
        ("@path", read.Path),
        ("@hash", hash),
        ("@title", read.Record.Title),
        ("@published", Columns.Of(read.Record.Published)),
        ("@language", read.Record.Language.Code()),
        ("@grade", (int)read.Record.Grade),
        ("@group", read.Record.Group),
        ("@sources", Columns.Of(read.Record.Sources)),
        ("@metadata", Columns.Of(read.Record.Metadata)),
        ("@parts", PackedText.Pack(Columns.Of(read.Record.Parts))),
        ("@places", read.Record.Places is { } places ? Columns.Of(places) : null),
        ("@text", PackedText.Pack(read.Record.Text)));

    private void Sweep(Left left)
    {
        session.Execute(
            "DELETE FROM meetings WHERE key IN (SELECT CAST(value AS BIGINT) FROM json_each(@keys)) AND NOT EXISTS (SELECT 1 FROM tellings WHERE meeting = meetings.key)",
            ("@keys", left.Meetings));
        ConcernThreads.Sweep(session, left.Threads);
    }
}
