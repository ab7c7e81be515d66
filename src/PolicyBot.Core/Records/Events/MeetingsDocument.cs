using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Events;

/// <summary>Meetings that somebody wrote down: <c>{"meetings": [{"title", "date", "time"?, "timeZone"?, "place"?, "hosts"?, "participants"?, "status"?, "id"?}]}</c>, as <c>meetings --json</c> gives them.</summary>
internal static class MeetingsDocument
{
    private const int MostMeetings = 2_000;
    private const int LongestId = 120;

    public static bool Is(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("meetings", out var meetings) && meetings.ValueKind == JsonValueKind.Array && !element.TryGetProperty("text", out _);

    public static Record Read(JsonElement element, string path)
    {
        var fields = new RecordFieldsBuilder();
        foreach (var property in element.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String) fields.Set(property.Name, [property.Value.GetString()!], property.Value.GetString()!);
        var read = fields.Build();
        List<EventEntry> entries = [.. element.GetProperty("meetings").EnumerateArray().Take(MostMeetings + 1).Select((m, i) => Entry(m, i + 1, read.Id ?? path))];
        return entries.Count switch
        {
            0 => throw new UnreadableRecordException("The list of meetings is empty. / 회의 목록이 비어 있습니다."),
            > MostMeetings => throw new UnreadableRecordException($"The list has more than {MostMeetings} meetings. Split it. / 목록의 회의가 {MostMeetings}건보다 많습니다. 나누어 가져오십시오."),
            _ => EventText.Write(
                read with { Id = read.Id ?? "meetings-" + Hash(path), Title = read.Title ?? (entries is [var one] ? one.Title : $"{Path.GetFileNameWithoutExtension(path)} (회의 목록 / meetings)") }, entries, []),
        };
    }

    private static EventEntry Entry(JsonElement meeting, int number, string of)
    {
        var title = Text(meeting, "title") ?? throw Fault(number, "it has no title");
        var (date, time, remark) = When(meeting, number);
        return new()
        {
            Key = Text(meeting, "id") is { } id ? id.Length <= LongestId && !id.Contains(',', StringComparison.Ordinal) ? id : throw Fault(number, $"its id is longer than {LongestId} characters or has a comma") : $"meeting-{Hash($"{of}\n{title}\n{date}")}",
            Title = title,
            Date = date,
            Time = time,
            Remark = remark,
            Place = Text(meeting, "place"),
            Hosts = Parties(meeting, "hosts", number),
            Invited = Parties(meeting, "participants", number),
            Status = Text(meeting, "status") is not { } status ? MeetingStatus.Upcoming
                : Enum.TryParse<MeetingStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(status[0]) ? known : throw Fault(number, $"its status \"{Excerpt.Of(status)}\" is none of upcoming, held, cancelled"),
            MovedFrom = Text(meeting, "movedFrom") is { } moved ? Day(moved, number) : null,
            Revision = meeting.TryGetProperty("revision", out var revision) && revision.TryGetInt32(out var n) && n >= 0 ? n : 0,
        };
    }

    private static (MeetingDate Date, TimeOnly? Time, string? Remark) When(JsonElement meeting, int number)
    {
        var date = Day(Text(meeting, "date") ?? throw Fault(number, "it has no date"), number);
        if (Text(meeting, "time") is not { } written) return (date, null, null);
        if (date.Day is null) throw Fault(number, "it has an hour, but no day");
        if (!TimeOnly.TryParseExact(written, ["H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) throw Fault(number, $"its time \"{Excerpt.Of(written)}\" is no hour such as 14:00");
        if (Text(meeting, "timeZone") is not { } zone || zone == "Asia/Seoul") return (date, time, null);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var from)) throw Fault(number, $"its time zone \"{Excerpt.Of(zone)}\" is not known; write a name such as Asia/Seoul");
        var local = date.First.ToDateTime(time);
        if (from.IsInvalidTime(local)) throw Fault(number, $"{date} {written} does not exist in {zone}: clocks are set forward over it");
        var seoul = TimeZoneInfo.ConvertTime(local, from, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));
        return (MeetingDate.Of(DateOnly.FromDateTime(seoul)), TimeOnly.FromDateTime(seoul), $"{date} {written} {zone}");
    }

    private static MeetingDate Day(string written, int number) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? MeetingDate.Of(day)
        : DateOnly.TryParseExact(written, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? new(month.Year, month.Month, null)
        : throw Fault(number, $"\"{Excerpt.Of(written)}\" is no day such as 2026-07-10");

    private static List<string> Parties(JsonElement meeting, string name, int number) => !meeting.TryGetProperty(name, out var parties) || parties.ValueKind == JsonValueKind.Null
        ? []
        : parties.ValueKind != JsonValueKind.Array ? throw Fault(number, $"its {name} are no list") : [.. parties.EnumerateArray().Select(p => Party(p, name, number))];

    private static string Party(JsonElement party, string name, int number) => party.ValueKind switch
    {
        JsonValueKind.String => party.GetString()!,
        JsonValueKind.Object => EventParties.Structured(new(Text(party, "person"), Text(party, "role"), Text(party, "organisation"))),
        _ => throw Fault(number, $"its {name} hold something that is neither a name nor {{person, role, organisation}}"),
    };

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? EventText.OneLine(value.GetString()) : null;

    private static UnreadableRecordException Fault(int number, string what) => new($"Meeting {number}: {what}. Correct it and import the file again.");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
