using System.Data.Common;
using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>Reads records and what is known of the archive as a whole.</summary>
internal sealed class RecordQuery(SqlSession session, Clearance clearance, bool counting = true)
{
    /// <summary>So many changed records are held in memory at once.</summary>
    private const int Page = 32;

    private readonly Visible _visible = new(clearance);

    private sealed record Row(long Key, Record Record);

    public static IReadOnlyDictionary<string, KnownContent> FindContents(SqlSession session, IReadOnlyList<string> hashes) => session.Query(
        """
        SELECT hash, id, understanding, title, (SELECT count(DISTINCT meeting) FROM tellings WHERE record = r.key), (SELECT count(*) FROM statements WHERE record = r.key)
        FROM records r WHERE hash IN (SELECT value FROM json_each(@hashes))
        """,
        row => (Hash: row.GetString(0), Known: new KnownContent(new(row.GetString(1)), row.GetString(3), row.GetInt32(4), row.GetInt32(5), row.GetString(2))),
        ("@hashes", Columns.Of(hashes))).ToDictionary(row => row.Hash, row => row.Known);

    public static IReadOnlyList<RecordId> ListUnderstoodOtherwise(SqlSession session, string understanding) => session.Query(
        "SELECT id FROM records WHERE understanding <> @understanding ORDER BY key",
        row => new RecordId(row.GetString(0)),
        ("@understanding", understanding));

    public static IReadOnlyList<RecordChange> NextChanges(SqlSession session, long after)
    {
        var records = new RecordQuery(session, Clearance.Everything, counting: false);
        return session.Query(
            "SELECT sequence, record_id FROM changes WHERE sequence > @after ORDER BY sequence LIMIT @page",
            row => (Sequence: row.GetInt64(0), Id: new RecordId(row.GetString(1))),
            ("@after", after),
            ("@page", Page)).ConvertAll(row => new RecordChange(row.Sequence, row.Id, records.Find(row.Id)));
    }

    /// <summary>The newest record in force that was read from each path.</summary>
    public static IReadOnlyDictionary<string, RecordId> FindAtPaths(SqlSession session, IReadOnlyList<string> paths) => session.Query(
        """
        SELECT v.path, r.id FROM versions v JOIN records r ON r.key = v.record AND r.version = v.version
        WHERE v.path IN (SELECT value FROM json_each(@paths)) ORDER BY v.imported DESC, r.key DESC
        """,
        row => (Path: row.GetString(0), Id: new RecordId(row.GetString(1))),
        ("@paths", Columns.Of(paths))).DistinctBy(row => row.Path).ToDictionary(row => row.Path, row => row.Id);

    public IReadOnlyList<Record> Find(IReadOnlyList<RecordId> ids) => Rows(ids).ConvertAll(row => row.Record);

    public StoredRecord? Find(RecordId id)
    {
        var found = Rows([id]).SingleOrDefault();
        return found is null
            ? null
            : new(found.Record, new MeetingQuery(session, clearance).Of(found.Key), new StatementQuery(session, clearance, counting).Of(found.Key), Versions(found.Key)) { Repeats = Repeats(found.Key) };
    }

    private List<Row> Rows(IReadOnlyList<RecordId> ids) => session.Query(
        $"""
        SELECT r.key, r.id, v.title, v.published, v.language, v.grade, v.sources, v.metadata, v.parts, v.text, v.places, v.group_name
        FROM records r JOIN versions v ON v.record = r.key AND v.version = r.version
        WHERE r.id IN (SELECT value FROM json_each(@ids)) AND {_visible.Of("r.")}
        """,
        Read,
        ("@ids", Columns.Of(ids.Select(id => id.Value))),
        _visible.Grade, _visible.Groups);

    public IReadOnlyDictionary<RecordId, TextPlaces> FindPlaces(IReadOnlyList<RecordId> ids) => session.Query(
        $"""
        SELECT r.id, v.places FROM records r JOIN versions v ON v.record = r.key AND v.version = r.version
        WHERE r.id IN (SELECT value FROM json_each(@ids)) AND {_visible.Of("r.")} AND v.places IS NOT NULL
        """,
        row => (Id: new RecordId(row.GetString(0)), Places: Columns.Places(row.GetString(1))),
        ("@ids", Columns.Of(ids.Select(id => id.Value))),
        _visible.Grade, _visible.Groups).ToDictionary(row => row.Id, row => row.Places);

    public IReadOnlyList<RecordSummary> List() => session.Query(
        $"SELECT id, title, published, grade, source, group_name FROM records WHERE {_visible.Of("")} ORDER BY published DESC NULLS LAST, id",
        row => Summary(row, 0),
        _visible.Grade, _visible.Groups);

    public IReadOnlyList<RecordArrival> ListArrivals() => session.Query(
        $"""
        SELECT r.id, min(v.imported), max(v.imported), r.published FROM versions v JOIN records r ON r.key = v.record AND {_visible.Of("r.")}
        WHERE {_visible.Of("v.")} GROUP BY r.id, r.published
        """,
        row => new RecordArrival(new(row.GetString(0)), Instant(row.GetString(1)), Instant(row.GetString(2)), row.Day(3)),
        _visible.Grade, _visible.Groups);

    // Instants are all written in UTC and in one form: their order is that of their texts.
    public string? FindTextBefore(RecordId id, DateTimeOffset before) => session.Query(
        $"""
        SELECT v.text FROM versions v JOIN records r ON r.key = v.record AND r.id = @id AND {_visible.Of("r.")}
        WHERE {_visible.Of("v.")} AND v.imported < @before ORDER BY v.version DESC LIMIT 1
        """,
        row => PackedText.Unpack(row.GetFieldValue<byte[]>(0)),
        ("@id", id.Value),
        ("@before", before.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        _visible.Grade, _visible.Groups).SingleOrDefault();

    public ArchiveExtent Measure() => session.Query(
        $"""
        SELECT count(*), min(first_day), max(last_day), (SELECT imported FROM versions WHERE {_visible.Of("")} ORDER BY imported DESC LIMIT 1)
        FROM records WHERE {_visible.Of("")}
        """,
        row => new ArchiveExtent(row.GetInt32(0), row.Day(1), row.Day(2)) { LastImport = row.TextOrNull(3) is { } imported ? Instant(imported) : null },
        _visible.Grade, _visible.Groups).Single();

    /// <summary>Six columns from <paramref name="first"/> on: id, title, published, grade, source, group_name.</summary>
    public static RecordSummary Summary(DbDataReader row, int first) => new(
        new(row.GetString(first)),
        row.GetString(first + 1),
        row.Day(first + 2),
        (Grade)row.GetInt32(first + 3),
        row.TextOrNull(first + 4))
    {
        Group = row.TextOrNull(first + 5),
    };

    // An earlier version may have had a stricter grade than the one in force: its path and day stay behind it.
    private List<RecordVersion> Versions(long record) => session.Query(
        $"SELECT version, imported, path, hash FROM versions WHERE record = @record AND {_visible.Of("")} ORDER BY version DESC",
        row => new RecordVersion(
            row.GetInt32(0),
            Instant(row.GetString(1)),
            row.GetString(2),
            row.GetString(3)),
        ("@record", record),
        _visible.Grade, _visible.Groups);

    /// <summary>The origin of a group is the one that none of it repeats.</summary>
    private List<Repetition> Repeats(long record) => session.Query(
        $"""
        SELECT r.id, r.title, r.published, p.share, 1 FROM repeats p JOIN records r ON r.key = p.origin AND {_visible.Of("r.")} WHERE p.record = @record
        UNION ALL
        SELECT r.id, r.title, r.published, p.share, 0 FROM repeats p JOIN records r ON r.key = p.record AND {_visible.Of("r.")} WHERE p.origin = @record
        """,
        row => new Repetition(new(row.GetString(0)), row.GetString(1), row.Day(2), row.GetInt32(3), row.GetInt32(4) == 1),
        ("@record", record),
        _visible.Grade, _visible.Groups);

    private static DateTimeOffset Instant(string written) => DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static Row Read(DbDataReader row) => new(row.GetInt64(0), new()
    {
        Id = new(row.GetString(1)),
        Title = row.GetString(2),
        Published = row.Day(3),
        Language = Languages.Parse(row.GetString(4)) ?? Language.Korean,
        Grade = (Grade)row.GetInt32(5),
        Sources = row.Strings(6),
        Metadata = row.Pairs(7),
        Parts = Columns.Parts(PackedText.Unpack(row.GetFieldValue<byte[]>(8))),
        Text = PackedText.Unpack(row.GetFieldValue<byte[]>(9)),
        Places = row.TextOrNull(10) is { } places ? Columns.Places(places) : null,
        Group = row.TextOrNull(11),
    });
}
