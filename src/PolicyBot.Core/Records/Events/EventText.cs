using System.Globalization;
using System.Text;
using PolicyBot.Records.Reading;
using PolicyBot.Records.Telling;
using PolicyBot.Text;

namespace PolicyBot.Records.Events;

/// <summary>Events as the text of a record: a block each, its first line the title, then lines with a label. What is written here is read back as meetings.</summary>
internal static class EventText
{
    private const string When = "일시 / when", Where = "장소 / where", Host = "주최 / host", Invited = "초청 / invited", Status = "상태 / status", Moved = "옮기기 전 / moved from", Number = "번호 / id", About = "내용 / about";
    private const string Revision = ", revision ";
    private const string Remark = " — ";
    private const string ZoneMark = " in the zone \"", ZoneEnd = "\", which is not known / 시간대를 알 수 없음";
    private const int LongestName = 120;
    private const int LongestTitle = 200;
    private const int LongestAbout = 600;

    /// <param name="remarks">Lines above the events: what was left out, say.</param>
    public static Record Write(RecordFields fields, IReadOnlyList<EventEntry> entries, IReadOnlyList<string> remarks)
    {
        var text = new StringBuilder();
        List<TextPart> parts = [];
        Add(TextPartKind.Heading, fields.Title!);
        foreach (var remark in remarks) Add(TextPartKind.Boilerplate, remark);
        foreach (var entry in entries) Add(TextPartKind.Event, string.Join('\n', Lines(entry)));
        return RecordAssembly.Assemble(fields with { Language = fields.Language ?? Languages.Detect(string.Join(' ', entries.Select(e => e.Title).Prepend(fields.Title))) }, text.ToString(), parts);

        void Add(TextPartKind kind, string words)
        {
            if (text.Length > 0) text.Append("\n\n");
            parts.Add(new(kind, new(text.Length, text.Length + words.Length)));
            text.Append(words);
        }
    }

    public static IReadOnlyList<Meeting> Read(Record record, Organisations organisations)
    {
        var parties = new EventParties(organisations);
        return [.. record.Parts.Where(p => p.Kind == TextPartKind.Event).Select(part => Read(record, part.Span, parties)).OfType<Meeting>().DistinctBy(m => m.Id)];
    }

    /// <summary>What stands beside the day in place of an hour; read back as the meeting's zone.</summary>
    public static string InUnknownZone(string hour, string zone) => $"{hour}{ZoneMark}{zone}{ZoneEnd}";

    /// <summary>One line, without control characters; null when nothing is left.</summary>
    public static string? OneLine(string? words, int most = LongestTitle)
    {
        if (words is null) return null;
        var line = new StringBuilder(Math.Min(words.Length, most + 1));
        foreach (var rune in words.EnumerateRunes())
        {
            if (line.Length > most) break;
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return Excerpt.Of(line.ToString().Trim(), most) is { Length: > 0 } clean ? clean : null;
    }

    private static IEnumerable<string> Lines(EventEntry entry)
    {
        yield return OneLine(entry.Title) ?? "제목 없음 / untitled";
        var when = entry.Date is null ? "날짜 없음 / no date" : entry.Time is { } time ? string.Create(CultureInfo.InvariantCulture, $"{entry.Date} {time:HH\\:mm}") : entry.Date.ToString();
        yield return Line(When, when + (entry.Remark is { } remark ? Remark + OneLine(remark) : ""));
        if (OneLine(entry.Place) is { } place) yield return Line(Where, place);
        if (Names(entry.Hosts) is { Length: > 0 } hosts) yield return Line(Host, hosts);
        if (Names(entry.Invited) is { Length: > 0 } invited) yield return Line(Invited, invited);
        yield return Line(Status, entry.Status.ToString().ToLowerInvariant());
        if (entry.MovedFrom is { } from) yield return Line(Moved, from.ToString());
        if (OneLine(entry.About, LongestAbout) is { } about) yield return Line(About, about);
        yield return Line(Number, entry.Key + Revision + entry.Revision.ToString(CultureInfo.InvariantCulture));
    }

    private static string Line(string label, string value) => $"{label}: {value}";

    private static string Names(IReadOnlyList<string> names) => string.Join("; ", names.Select(n => OneLine(n.Replace(';', ','), LongestName)).OfType<string>().Distinct(StringComparer.Ordinal));

    private static Meeting? Read(Record record, SourceSpan span, EventParties parties)
    {
        var lines = span.Of(record.Text).Split('\n');
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) values.TryAdd(line[..colon], line[(colon + 2)..]);
        if (values.GetValueOrDefault(Number)?.Split(Revision) is not [{ Length: > 0 } key, var revision]) return null;
        var told = (values.GetValueOrDefault(When) ?? "").Split(Remark, 2);
        var when = told[0].Split(' ');
        var hosts = parties.Read(values.GetValueOrDefault(Host));
        return new()
        {
            Id = new(key),
            Title = lines[0],
            Date = Date(when[0]),
            Time = when.Length > 1 && TimeOnly.TryParseExact(when[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
            TimeZone = told.Length > 1 && told[1].IndexOf(ZoneMark, StringComparison.Ordinal) is > 0 and var mark && told[1].EndsWith(ZoneEnd, StringComparison.Ordinal) ? told[1][(mark + ZoneMark.Length)..^ZoneEnd.Length] : Meeting.Seoul,
            Place = values.GetValueOrDefault(Where),
            Hosts = hosts,
            Participants = [.. parties.Read(values.GetValueOrDefault(Invited)).Except(hosts)],
            Status = Enum.TryParse<MeetingStatus>(values.GetValueOrDefault(Status), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : MeetingStatus.Upcoming,
            MovedFrom = Date(values.GetValueOrDefault(Moved)),
            Revision = int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            RecordIds = [record.Id],
            Told = [span],
        };
    }

    private static MeetingDate? Date(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? MeetingDate.Of(day)
        : DateOnly.TryParseExact(written, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? new(month.Year, month.Month, null)
        : null;
}
