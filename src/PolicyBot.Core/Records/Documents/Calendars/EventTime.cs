using System.Globalization;
using NodaTime;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>A day or an hour as a calendar writes it: <c>20260710</c>, <c>20260710T140000</c>, <c>20260710T050000Z</c>.</summary>
internal readonly record struct EventTime(LocalDateTime Local, bool IsDay, bool IsUtc)
{
    private const int Earliest = 1900, Latest = 2200;

    /// <summary>Throws <see cref="UnreadableRecordException"/> for a day or an hour that does not exist.</summary>
    public static EventTime Parse(string written)
    {
        var value = written.Trim();
        var utc = value.EndsWith('Z');
        var local = utc ? value[..^1] : value;
        // A leap second, and midnight as the end of a day: both are written by real programs.
        if (local.Length == 15 && local.EndsWith("60", StringComparison.Ordinal)) local = local[..13] + "59";
        if (DateTime.TryParseExact(local, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return Checked(new(LocalDateTime.FromDateTime(hour), false, utc), written);
        if (DateTime.TryParseExact(local, "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out hour)) return Checked(new(LocalDateTime.FromDateTime(hour), false, utc), written);
        if (DateTime.TryParseExact(local, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Checked(new(LocalDateTime.FromDateTime(day), true, false), written);
        throw new UnreadableRecordException($"\"{Excerpt.Of(value, 40)}\" is no day or hour that exists. Correct the event in its calendar. / 없는 날짜나 시각입니다. 원래 일정에서 고치십시오.");
    }

    /// <summary>The parts of a list that are times; a period begins at its first part.</summary>
    /// <param name="faults">Takes those that are none; null where they do not matter.</param>
    public static IEnumerable<EventTime> ParseAll(ContentLine line, List<(int Line, string Fault)>? faults)
    {
        foreach (var part in line.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(1_000))
        {
            EventTime? time = null;
            try
            {
                time = Parse(part.Split('/')[0]);
            }
            catch (UnreadableRecordException fault)
            {
                faults?.Add((line.Number, $"A further day of the event: {fault.Message} Its other days are read."));
            }

            if (time is { } known) yield return known;
        }
    }

    public string Written => Local.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static EventTime Checked(EventTime time, string written) => time.Local.Year is >= Earliest and <= Latest
        ? time
        : throw new UnreadableRecordException($"\"{Excerpt.Of(written, 40)}\" lies outside of the years {Earliest} to {Latest}. Correct the event in its calendar. / {Earliest}년부터 {Latest}년까지를 벗어난 날짜입니다. 원래 일정에서 고치십시오.");
}
