using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sqlite;

/// <summary>Writes one record with everything read from it; the caller holds the transaction.</summary>
internal sealed class RecordRows(SqliteSession session, Organisations organisations, TimeProvider time)
{
    private readonly MeetingRows _meetings = new(session, organisations);
    private readonly StatementRows _statements = new(session, organisations);

    private sealed record InForce(long Key, int Version);

    /// <summary>What the old version told of and perhaps nothing tells of any more: keys as JSON arrays.</summary>
    private sealed record Left(string Meetings, string Threads);

    public PutResult Write(ReadRecord read)
    {
        var hash = ContentHash.Of(read.Record);
        if (session.Scalar("SELECT id FROM records WHERE hash = @hash", ("@hash", hash)) is string twin)
            return new(PutOutcome.Unchanged, new(twin));

        var old = session.Query(
            "SELECT key, version FROM records WHERE id = @id",
            row => new InForce(row.GetInt64(0), row.GetInt32(1)),
            ("@id", read.Record.Id.Value)).SingleOrDefault();
        var left = old is null ? null : Forget(old.Key);
        var version = (old?.Version ?? 0) + 1;
        var now = new InForce(Supersede(read, hash, version), version);
        WriteVersion(now, read, hash);
        _statements.Write(now.Key, read, _meetings.Write(now.Key, read.Record, read.Meetings));
        if (left is not null) Sweep(left);
        session.Execute("INSERT OR REPLACE INTO changes (record_id) VALUES (@id)", ("@id", read.Record.Id.Value));
        return new(old is null ? PutOutcome.Imported : PutOutcome.Updated, read.Record.Id);
    }

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
            INSERT INTO records (id, version, hash, title, published, grade, source, first_day, last_day)
            VALUES (@id, @version, @hash, @title, @published, @grade, @source, @first_day, @last_day)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, hash = excluded.hash, title = excluded.title, published = excluded.published,
                grade = excluded.grade, source = excluded.source, first_day = excluded.first_day, last_day = excluded.last_day
            RETURNING key
            """,
            ("@id", read.Record.Id.Value),
            ("@version", version),
            ("@hash", hash),
            ("@title", read.Record.Title),
            ("@published", Columns.Of(read.Record.Published)),
            ("@grade", (int)read.Record.Grade),
            ("@source", read.Record.Sources is [var first, ..] ? first : null),
            ("@first_day", Columns.Of(days.Count > 0 ? days.Min(d => d.First) : null)),
            ("@last_day", Columns.Of(days.Count > 0 ? days.Max(d => d.Last) : null)))!;
    }

    private void WriteVersion(InForce now, ReadRecord read, string hash) => session.Execute(
        """
        INSERT INTO versions (record, version, imported, path, hash, title, published, language, grade, sources, metadata, parts, text)
        VALUES (@record, @version, @imported, @path, @hash, @title, @published, @language, @grade, @sources, @metadata, @parts, @text)
        """,
        ("@record", now.Key),
        ("@version", now.Version),
        ("@imported", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
        ("@path", read.Path),
        ("@hash", hash),
        ("@title", read.Record.Title),
        ("@published", Columns.Of(read.Record.Published)),
        ("@language", read.Record.Language.Code()),
        ("@grade", (int)read.Record.Grade),
        ("@sources", Columns.Of(read.Record.Sources)),
        ("@metadata", Columns.Of(read.Record.Metadata)),
        ("@parts", Columns.Of(read.Record.Parts)),
        ("@text", PackedText.Pack(read.Record.Text)));

    private void Sweep(Left left)
    {
        session.Execute(
            "DELETE FROM meetings WHERE key IN (SELECT value FROM json_each(@keys)) AND NOT EXISTS (SELECT 1 FROM tellings WHERE meeting = meetings.key)",
            ("@keys", left.Meetings));
        session.Execute(
            "DELETE FROM threads WHERE key IN (SELECT value FROM json_each(@keys)) AND NOT EXISTS (SELECT 1 FROM statements WHERE thread = threads.key)",
            ("@keys", left.Threads));
    }
}
