using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents.Calendars;

/// <param name="Line">Where it begins in the file.</param>
internal sealed record CalendarBlock(int Line, List<ContentLine> Lines)
{
    public bool IsClosed { get; set; }

    public ContentLine? Find(string name) => Lines.Find(l => l.Name == name);
}

/// <summary>A calendar file taken apart into its events and time zones, so that one broken event costs itself alone.</summary>
internal sealed class CalendarBlocks
{
    /// <summary>Fifty years of a meeting a day.</summary>
    public const int MostEvents = 20_000;

    private const int MostLines = 1_000;
    private const int MostZones = 200;
    private const int Deepest = 20;

    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);

    private CalendarBlocks()
    {
    }

    public List<CalendarBlock> Events { get; } = [];

    /// <summary>The rules of each zone, by the name that events call it.</summary>
    public Dictionary<string, (string? Location, List<CalendarBlock> Rules)> Zones { get; } = new(StringComparer.Ordinal);

    /// <summary>Of the calendar itself, such as <c>X-WR-CALNAME</c>.</summary>
    public string? Property(string name) => _properties.GetValueOrDefault(name);

    public static CalendarBlocks Read(string text, CancellationToken cancellationToken)
    {
        var calendar = new CalendarBlocks();
        var open = new Stack<(string Name, CalendarBlock Block)>();
        var any = false;
        foreach (var line in ContentLine.Read(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var component = line.Value.Trim().ToUpperInvariant();
            if (line.Name == "BEGIN")
            {
                if (open.Count == Deepest) throw new UnreadableRecordException($"The calendar nests deeper than {Deepest} levels (line {line.Number}), as no calendar program writes it. / 일정 파일이 {Deepest}단계보다 깊이 겹쳐 있습니다({line.Number}번째 줄). 일정 프로그램에서 다시 내보내십시오.");
                any |= component is "VCALENDAR" or "VEVENT";
                // An event inside another one: the outer was never closed, the file is cut or joined badly.
                if (component == "VEVENT") while (open.Any(o => o.Name == "VEVENT")) open.Pop();
                open.Push((component, calendar.Begin(component, line.Number)));
            }
            else if (line.Name == "END")
            {
                if (!open.Any(o => o.Name == component)) continue;
                while (open.Pop() is var closed)
                {
                    if (closed.Name == component)
                    {
                        calendar.End(component, closed.Block, open);
                        break;
                    }
                }
            }
            else if (open.Count == 0 || open.Peek().Name == "VCALENDAR") calendar._properties.TryAdd(line.Name, line.Value.Trim());
            else if (open.Peek().Block.Lines.Count < MostLines) open.Peek().Block.Lines.Add(line);
        }

        return any ? calendar : throw new UnreadableRecordException("The file is named .ics, but it holds no calendar (BEGIN:VCALENDAR). Export the calendar again and import that. / 이름은 .ics이지만 일정(BEGIN:VCALENDAR)이 없습니다. 일정을 다시 내보내 가져오십시오.");
    }

    private CalendarBlock Begin(string component, int line)
    {
        var block = new CalendarBlock(line, []);
        if (component != "VEVENT") return block;
        if (Events.Count == MostEvents) throw new UnreadableRecordException($"The calendar holds more than {MostEvents:N0} events. Export a shorter time, or only the calendar with the meetings. / 일정이 {MostEvents:N0}건보다 많습니다. 기간을 줄이거나 회의 일정만 내보내십시오.");
        Events.Add(block);
        return block;
    }

    private void End(string component, CalendarBlock block, Stack<(string Name, CalendarBlock Block)> open)
    {
        block.IsClosed = true;
        if (component is "STANDARD" or "DAYLIGHT" && open.TryPeek(out var outer) && outer.Name == "VTIMEZONE")
        {
            // The zone's own name stands before or behind its rules.
            _rules.Add(block);
        }
        else if (component == "VTIMEZONE")
        {
            if (block.Find("TZID")?.Value.Trim() is { Length: > 0 } id && Zones.Count < MostZones) Zones.TryAdd(id, (block.Find("X-LIC-LOCATION")?.Value.Trim(), [.. _rules]));
            _rules.Clear();
        }
    }

    private readonly List<CalendarBlock> _rules = [];
}
