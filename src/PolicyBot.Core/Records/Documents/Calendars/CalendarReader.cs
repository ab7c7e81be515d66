using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PolicyBot.Records.Events;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Calendars;

/// <summary>Reads a calendar (.ics) as one record with a block for each meeting. A broken event is refused alone.</summary>
internal sealed class CalendarReader(DateOnly today, TimeProvider time, CancellationToken cancellationToken)
{
    /// <summary>A file of this name is a copy of a subscribed calendar: its name says which, wherever the folder lies.</summary>
    public const string SubscribedPrefix = "subscribed-";

    private const int MostEntries = 5_000;
    private const int MostRefusals = 20;

    private const string Kind = "kind", Calendar = "calendar";

    private readonly List<ReadResult> _refused = [];
    private int _faults;

    public List<ReadResult> Read(string path, byte[] bytes)
    {
        var calendar = CalendarBlocks.Read(TextDecoder.Decode(bytes), cancellationToken);
        var method = calendar.Property("METHOD")?.ToUpperInvariant();
        if (method is "REPLY" or "COUNTER" or "DECLINECOUNTER" or "REFRESH") throw new UnreadableRecordException($"The file is an answer to an invitation (METHOD:{method}), not a meeting. Import the invitation, or the calendar. / 회의가 아니라 초대에 대한 답(METHOD:{method})입니다. 초대장이나 일정을 가져오십시오.");
        if (calendar.Events.Count == 0) throw new UnreadableRecordException("The calendar holds no events. / 일정 파일에 일정이 없습니다.");
        var items = Items(path, calendar, method == "CANCEL");
        var hidden = items.Count(i => i.IsPrivate);
        items.RemoveAll(i => i.IsPrivate);
        if (items.Count > 0) _refused.Insert(0, new(path, Write(path, calendar, items, hidden), null));
        else if (hidden > 0) _refused.Add(new(path, null, "All events of the calendar are marked private; none is read."));
        if (_faults > MostRefusals) _refused.Add(new(path, null, $"{_faults - MostRefusals} more events cannot be read."));
        return _refused;
    }

    private List<CalendarItem> Items(string path, CalendarBlocks calendar, bool cancels)
    {
        var reader = new EventReader(new(calendar), cancels);
        List<CalendarItem> items = [];
        foreach (var block in calendar.Events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                items.Add(reader.Read(block));
            }
            catch (UnreadableRecordException fault)
            {
                Refuse(path, block.Line, fault.Message);
            }
        }

        foreach (var (line, fault) in reader.Faults) Refuse(path, line, fault);
        return items;
    }

    private void Refuse(string path, int line, string reason)
    {
        if (_faults++ < MostRefusals) _refused.Add(new($"{path}:{line}", null, reason));
    }

    private Record Write(string path, CalendarBlocks calendar, List<CalendarItem> items, int hidden)
    {
        var series = new SeriesReader(today, time);
        var entries = items.GroupBy(i => i.Uid, StringComparer.Ordinal).SelectMany(series.Read).OrderBy(e => e.Date!.First).ThenBy(e => e.Time).ToList();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        entries = entries.ConvertAll(e => (keys[e.Key] = keys.GetValueOrDefault(e.Key) + 1) is > 1 and var n ? e with { Key = $"{e.Key}-{n}" } : e);
        List<string> remarks = [];
        if (hidden > 0) remarks.Add($"비공개로 표시된 일정 {hidden}건은 뺐습니다. / Left out as private: {hidden}");
        foreach (var (line, fault) in series.Faults) Refuse(path, line, fault);
        foreach (var zone in items.Where(i => !i.Zone.IsKnown && !i.Start.IsDay).GroupBy(i => i.Zone.Name, StringComparer.Ordinal))
            Refuse(path, zone.First().Line, $"The time zone \"{zone.Key}\" ({(zone.Count() is > 1 and var events ? $"{events} events" : "1 event")}) is not known: the days are read, the hours left out. Name the zone as Asia/Seoul is named, and export the calendar again. / 시간대를 알 수 없어 날짜만 읽고 시각은 뺐습니다. Asia/Seoul 같은 이름으로 적어 다시 내보내십시오.");
        if (series.Outside is { Count: > 0 } outside)
        {
            remarks.Add($"읽는 기간({series.Window}) 밖의 반복 일정 {outside.Count}건은 뺐습니다. / Left out as outside of the months that are read: {outside.Count}");
            if (entries.Count == 0) Refuse(path, items[0].Line, $"No meeting is left: the calendar holds only series with no day in the months that are read ({series.Window}), such as \"{outside[0]}\".");
        }

        if (series.Unfinished > 0) remarks.Add($"반복을 펼치지 않은 일정 {series.Unfinished}건 / Series told by their first day only: {series.Unfinished}");
        if (entries.Count > MostEntries)
        {
            remarks.Add($"오래된 일정 {entries.Count - MostEntries}건은 뺐습니다. / Left out as the oldest: {entries.Count - MostEntries}");
            entries.RemoveRange(0, entries.Count - MostEntries);
        }

        var title = EventText.OneLine(calendar.Property("X-WR-CALNAME")) ?? (entries.Select(e => e.Title).Distinct().Take(2).ToList() is [var only] ? only : $"{Path.GetFileNameWithoutExtension(path)} (일정 / calendar)");
        return EventText.Write(new() { Id = Id(path, calendar, items), Title = title, Published = Published(items.Max(i => i.Changed)), Metadata = new Dictionary<string, string> { [Kind] = Calendar } }, entries, remarks);
    }

    /// <summary>The day of the last change, unless nobody told it or it cannot be.</summary>
    private DateOnly? Published(LocalDateTime changed) => changed != default && new DateOnly(changed.Year, changed.Month, changed.Day) is var day && day <= today ? day : null;

    /// <summary>The same for each version: of an invitation its event's, of a calendar its own name for itself, else the place where it lies.</summary>
    private static string Id(string path, CalendarBlocks calendar, List<CalendarItem> items)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith(SubscribedPrefix, StringComparison.Ordinal)) return "calendar-" + Hash(name);
        if (items.Select(i => i.Uid).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var uid]) return $"event-{Hash(uid)}-{items.Max(i => i.Sequence).ToString(CultureInfo.InvariantCulture)}";
        return "calendar-" + Hash(calendar.Property("X-WR-RELCALID") is { Length: > 0 } own ? own : path);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
