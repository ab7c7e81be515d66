using System.Globalization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>
/// Links records that tell the same with much the same words, such as a release and the article made of it. All of one happening hang on the earliest; for one transaction.
/// </summary>
internal sealed class RepeatRows(SqlSession session, Organisations organisations)
{
    /// <summary>Reports follow a release by days, not by weeks.</summary>
    private const int DaysApart = 3;

    private const int Compared = 4;

    /// <summary>Shared values of the sketches that a look at the texts is worth.</summary>
    private const int Shared = 3;

    /// <summary>Below it too little is said to tell a report from another one.</summary>
    private const int FewestShingles = 60;

    private const double Most = 0.7;
    private const double SameDay = 0.5;

    private readonly SameMeeting _same = new(organisations);

    private sealed record Text(long Key, DateOnly Day, Shingles Words, IReadOnlyList<Meeting> Meetings);

    /// <summary>Finds what the record repeats, or what repeats it, anew.</summary>
    public void Write(long record, IReadOnlyList<Meeting> meetings)
    {
        var loose = session.Query("SELECT record FROM repeats WHERE origin = @record", row => row.GetInt64(0), ("@record", record));
        session.Execute("DELETE FROM repeats WHERE record = @record OR origin = @record", ("@record", record));
        session.Execute("DELETE FROM sketches WHERE record = @record", ("@record", record));
        if (Load(record, [.. meetings.Where(m => m.Date is { Day: not null })]) is { } text) Write(text);
        // What hung on this record alone may still hang together.
        foreach (var other in loose)
            if (Load(other, Tellings(other)) is { } left) Link(left);
    }

    /// <summary>The records of the same happening, this one left out.</summary>
    public IReadOnlyList<long> Find(long record) => session.Query(
        """
        SELECT origin AS key FROM repeats WHERE record = @record
        UNION SELECT record FROM repeats WHERE origin = coalesce((SELECT origin FROM repeats WHERE record = @record), @record) AND record <> @record
        ORDER BY key
        """,
        row => row.GetInt64(0),
        ("@record", record));

    private void Write(Text text)
    {
        session.Insert("sketches (value, day, record)", text.Words.Sketch().Select(value => new object?[] { value, Columns.Of(text.Day), text.Key }));
        Link(text);
    }

    private void Link(Text text)
    {
        foreach (var key in Candidates(text))
            if (Load(key, Tellings(key)) is { } other && Measure(text, other) is { } share) Join(text, other, share);
    }

    private List<long> Candidates(Text text) => session.Query(
        """
        SELECT record FROM sketches
        WHERE value IN (SELECT CAST(value AS BIGINT) FROM json_each(@values)) AND day >= @from AND day <= @to AND record <> @record
        GROUP BY record HAVING count(*) >= @shared ORDER BY count(*) DESC, record LIMIT @limit
        """,
        row => row.GetInt64(0),
        ("@values", Columns.Of(text.Words.Sketch())),
        ("@from", Columns.Of(text.Day.AddDays(-DaysApart))),
        ("@to", Columns.Of(text.Day.AddDays(DaysApart))),
        ("@record", text.Key),
        ("@shared", Shared),
        ("@limit", Compared));

    /// <summary>Null when they tell of different things: notices made on one form share most of their words too.</summary>
    private int? Measure(Text a, Text b)
    {
        var pairs = from one in a.Meetings from other in b.Meetings where one.Date == other.Date select _same.MayBe(one, other);
        var common = pairs.ToList();
        if (common.Contains(false) && !common.Contains(true)) return null;
        if (common.Count == 0 && a.Meetings.Count > 0 && b.Meetings.Count > 0) return null;
        var share = a.Words.ShareWith(b.Words);
        return share >= (common.Contains(true) ? SameDay : Most) ? (int)Math.Floor(share * 100) : null;
    }

    /// <summary>The earlier one is the origin, with all that hangs on either.</summary>
    private void Join(Text text, Text other, int share)
    {
        var (one, two) = (OriginOf(text.Key), OriginOf(other.Key));
        if (one == two) return;
        var (origin, later) = IsBefore(one, two) ? (one, two) : (two, one);
        session.Execute("UPDATE repeats SET origin = @origin WHERE origin = @later", ("@origin", origin), ("@later", later));
        session.Execute("INSERT INTO repeats (record, origin, share) VALUES (@record, @origin, @share)", ("@record", later), ("@origin", origin), ("@share", share));
    }

    private long OriginOf(long record) => (long)session.Scalar("SELECT coalesce((SELECT origin FROM repeats WHERE record = @record), @record)", ("@record", record))!;

    private bool IsBefore(long one, long two)
    {
        var (a, b) = (PublishedOn(one), PublishedOn(two));
        return a == b || a is null || b is null ? one < two : string.CompareOrdinal(a, b) < 0;
    }

    private string? PublishedOn(long record) => (string?)session.Scalar("SELECT published FROM records WHERE key = @record", ("@record", record));

    /// <summary>Null when it says too little, or its day is not known: then nothing tells it from a report of another day.</summary>
    private Text? Load(long record, IReadOnlyList<Meeting> meetings)
    {
        var found = session.Query(
            "SELECT v.parts, v.text, r.published FROM records r JOIN versions v ON v.record = r.key AND v.version = r.version WHERE r.key = @record",
            row => (Parts: Columns.Parts(PackedText.Unpack(row.GetFieldValue<byte[]>(0))), Text: PackedText.Unpack(row.GetFieldValue<byte[]>(1)), Published: row.Day(2)),
            ("@record", record)).Single();
        if ((found.Published ?? (meetings is [var first, ..] ? first.Date?.First : null)) is not { } day) return null;
        var words = Shingles.Of(found.Text, found.Parts.Where(p => p.Kind is TextPartKind.Body or TextPartKind.Turn).Select(p => p.Span));
        return words.Count < FewestShingles ? null : new(record, day, words, meetings);
    }

    /// <summary>Those whose day is known.</summary>
    private List<Meeting> Tellings(long record) => session.Query(
        "SELECT date, time, place, hosts, participants FROM tellings WHERE record = @record AND date = first_day ORDER BY ordinal",
        row => new Meeting
        {
            Id = new(""),
            Title = "",
            RecordIds = [],
            Date = MeetingDate.Of(DateOnly.ParseExact(row.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Time = row.TextOrNull(1) is { } time ? TimeOnly.Parse(time, CultureInfo.InvariantCulture) : null,
            Place = row.TextOrNull(2),
            Hosts = row.Parties(3),
            Participants = row.Parties(4),
        },
        ("@record", record));
}
