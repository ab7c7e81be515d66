using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>
/// Links records that tell the same with much the same words, such as a release and the article made of it. All of one happening hang on the earliest; for one transaction.
/// </summary>
internal sealed partial class RepeatRows(SqlSession session, Organisations organisations)
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

    /// <summary>Where no day tells one happening from the next.</summary>
    private const double Nearly = 0.95;

    /// <summary>Texts that are nearly the same share nearly all of so many values; of each value so many records are looked at, as stock phrases stand in thousands.</summary>
    private const int Looked = 16;
    private const int LookedAtEach = 32;

    private static readonly string NearlyTheSame = string.Join(" UNION ALL ", Enumerable.Range(0, Looked).Select(n => $"SELECT record FROM (SELECT record FROM sketches WHERE value = @value{n} AND day >= '' AND day <= @last ORDER BY day, record LIMIT @each) AS v{n}"));

    private readonly SameMeeting _same = new(organisations);

    /// <param name="Day">Null when it is not known.</param>
    private sealed record Text(long Key, DateOnly? Day, Shingles Words, IReadOnlySet<string> Numbers, IReadOnlyList<Meeting> Meetings);

    /// <summary>Finds what the record repeats, or what repeats it, anew.</summary>
    public void Write(long record, IReadOnlyList<Meeting> meetings)
    {
        var loose = session.Query("SELECT record FROM repeats WHERE origin = @record", row => row.GetInt64(0), ("@record", record));
        session.Execute("DELETE FROM repeats WHERE record = @record OR origin = @record", ("@record", record));
        session.Execute("DELETE FROM sketches WHERE record = @record", ("@record", record));
        if (Load(record, meetings) is { } text) Write(text);
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
        session.Insert("sketches (value, day, record)", text.Words.Sketch().Select(value => new object?[] { value, Columns.Of(text.Day) ?? "", text.Key }));
        Link(text);
    }

    private void Link(Text text)
    {
        if (text.Day is { } day)
        {
            foreach (var key in Candidates(text, day))
                if (Load(key, Tellings(key)) is { } other && Measure(text, other) is { } share) Join(text, other, share);
        }

        foreach (var key in Undated(text))
            if (Load(key, Tellings(key)) is { } other && MeasureUndated(text, other) is { } share && !(HasDay(text.Key) && HasDay(key))) Join(text, other, share);
    }

    /// <summary>What a record without a day may be nearly the same as; for one with a day, those without.</summary>
    private List<long> Undated(Text text) => session.Query(
        $"SELECT record FROM ({NearlyTheSame}) AS looked WHERE record <> @record GROUP BY record HAVING count(*) >= @shared ORDER BY count(*) DESC, record LIMIT @limit",
        row => row.GetInt64(0),
        [
            .. text.Words.Sketch().Take(Looked).Select((value, n) => ($"@value{n}", (object?)value)),
            ("@last", text.Day is null ? "9999" : ""),
            ("@each", LookedAtEach),
            ("@record", text.Key),
            ("@shared", Looked / 2),
            ("@limit", Compared),
        ]);

    /// <summary>Whether the day of any of its happening is known: what has none must not make one of two days.</summary>
    private bool HasDay(long record) => session.Scalar(
        "SELECT 1 FROM sketches WHERE day <> '' AND (record = @origin OR record IN (SELECT record FROM repeats WHERE origin = @origin)) LIMIT 1",
        ("@origin", OriginOf(record))) is not null;

    private List<long> Candidates(Text text, DateOnly day) => session.Query(
        """
        SELECT record FROM sketches
        WHERE value IN (SELECT CAST(value AS BIGINT) FROM json_each(@values)) AND day >= @from AND day <= @to AND record <> @record
        GROUP BY record HAVING count(*) >= @shared ORDER BY count(*) DESC, record LIMIT @limit
        """,
        row => row.GetInt64(0),
        ("@values", Columns.Of(text.Words.Sketch())),
        ("@from", Columns.Of(day.AddDays(-DaysApart))),
        ("@to", Columns.Of(day.AddDays(DaysApart))),
        ("@record", text.Key),
        ("@shared", Shared),
        ("@limit", Compared));

    /// <summary>One of them has no day: then no other number, hour, place or host may stand in it either, as in the forms of the third and the fourth meeting.</summary>
    private int? MeasureUndated(Text a, Text b)
    {
        if (a.Day is not null && b.Day is not null) return null;
        if (a.Meetings.Count > 0 && b.Meetings.Count > 0 && !a.Meetings.Any(one => b.Meetings.Any(other => _same.Agree(one, other)))) return null;
        var (shorter, longer) = a.Words.Count <= b.Words.Count ? (a, b) : (b, a);
        if (shorter.Words.Count * 2 < longer.Words.Count || !shorter.Numbers.IsSubsetOf(longer.Numbers)) return null;
        var share = a.Words.ShareWith(b.Words);
        return share >= Nearly ? (int)Math.Floor(share * 100) : null;
    }

    /// <summary>Null when they tell of different things: notices made on one form share most of their words too.</summary>
    private int? Measure(Text a, Text b)
    {
        var pairs = from one in Dated(a.Meetings) from other in Dated(b.Meetings) where one.Date == other.Date select _same.MayBe(one, other);
        var common = pairs.ToList();
        if (common.Contains(false) && !common.Contains(true)) return null;
        if (common.Count == 0 && Dated(a.Meetings).Any() && Dated(b.Meetings).Any()) return null;
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

    /// <summary>Null when it says too little.</summary>
    private Text? Load(long record, IReadOnlyList<Meeting> meetings)
    {
        var found = session.Query(
            "SELECT v.parts, v.text, r.published FROM records r JOIN versions v ON v.record = r.key AND v.version = r.version WHERE r.key = @record",
            row => (Parts: Columns.Parts(PackedText.Unpack(row.GetFieldValue<byte[]>(0))), Text: PackedText.Unpack(row.GetFieldValue<byte[]>(1)), Published: row.Day(2)),
            ("@record", record)).Single();
        var spans = found.Parts.Where(p => p.Kind is TextPartKind.Body or TextPartKind.Turn).Select(p => p.Span).ToList();
        var words = Shingles.Of(found.Text, spans);
        if (words.Count < FewestShingles) return null;
        var day = found.Published ?? Dated(meetings).FirstOrDefault()?.Date?.First;
        return new(record, day, words, spans.SelectMany(s => Number().Matches(s.Of(found.Text)).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal), meetings);
    }

    private static IEnumerable<Meeting> Dated(IEnumerable<Meeting> meetings) => meetings.Where(m => m.Date is { Day: not null });

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    private List<Meeting> Tellings(long record) => session.Query(
        "SELECT date, time, place, hosts, participants FROM tellings WHERE record = @record ORDER BY ordinal",
        row => new Meeting
        {
            Id = new(""),
            Title = "",
            RecordIds = [],
            // A month alone is no day.
            Date = DateOnly.TryParseExact(row.TextOrNull(0), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? MeetingDate.Of(day) : null,
            Time = row.TextOrNull(1) is { } time ? TimeOnly.Parse(time, CultureInfo.InvariantCulture) : null,
            Place = row.TextOrNull(2),
            Hosts = row.Parties(3),
            Participants = row.Parties(4),
        },
        ("@record", record));
}
