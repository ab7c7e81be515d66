namespace PolicyBot.Tests.Verbs;

/// <summary>Calendars and lists of meetings through the program, on 1 October 2025, in the document process.</summary>
public sealed class CalendarImportTests : IDisposable
{
    private readonly HostFolder _host = new();

    [Fact]
    public async Task A_calendar_is_imported_listed_moved_and_exported()
    {
        var file = _host.Write("in/team.ics", Calendar("20251020T140000", "SEQUENCE:0"));
        var imported = await _host.RunAsync("import", file, "--json");
        Assert.Equal(0, imported.ExitCode);
        Assert.Equal(["팀 일정"], imported.Json.Texts("records", "title"));
        Assert.Equal(1, (await _host.RunAsync("import", file, "--json")).Json.GetProperty("unchanged").GetInt32());

        _host.Write("in/team.ics", Calendar("20251022T150000", "SEQUENCE:1"));
        Assert.Equal(1, (await _host.RunAsync("import", file, "--json")).Json.GetProperty("updated").GetInt32());
        var listed = await _host.RunAsync("meetings", "--upcoming", "--json");
        var feed = System.IO.Path.Combine(_host.Path, "feed.ics");
        await _host.RunAsync("meetings", "--upcoming", "--ics", feed);

        Assert.Equal(["2025-10-22", "2025-10-29"], listed.Json.Texts("meetings", "date"));
        Assert.Equal("2025-10-20", listed.Json.GetProperty("meetings")[0].GetProperty("movedFrom").GetString());
        Assert.Contains("2025-10-20에서 옮김", (await _host.RunAsync("meetings", "--upcoming")).Out, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", await File.ReadAllTextAsync(feed, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty((await _host.RunAsync("meetings", "--json", "--clearance", "open")).Json.Texts("meetings", "date"));
    }

    [Fact]
    public async Task Past_its_day_an_event_is_not_upcoming_and_nobody_says_it_was_held()
    {
        await _host.RunAsync("import", _host.Write("team.ics", Calendar("20251020T140000", "SEQUENCE:0")));

        Assert.Empty((await _host.RunAsync("meetings", "--upcoming", "--as-of", "2025-11-01", "--json")).Json.Texts("meetings", "date"));
        Assert.Contains("개최 여부 확인 안 됨", (await _host.RunAsync("meetings", "--as-of", "2025-11-01")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_events_are_refused_beside_the_good_ones()
    {
        var run = await _host.RunAsync("import", _host.Write("mixed.ics", Calendar("20251345T990000", "SEQUENCE:0")), "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Json.Texts("records", "id"));
        Assert.Contains("20251345T990000", Assert.Single(run.Json.Texts("rejected", "reason")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_written_in_json_are_imported_and_what_is_impossible_is_named()
    {
        var good = _host.Write("meetings.json", """{"grade": "open", "meetings": [{"title": "수소 간담회", "date": "2025-10-15", "time": "09:00", "timeZone": "Europe/London", "place": "온누리관", "hosts": ["과학기술정보통신부"], "participants": [{"person": "성춘향", "role": "대표", "organisation": "가나클라우드"}, "다라전자"]}]}""");
        var bad = _host.Write("bad.json", """{"meetings": [{"title": "회의", "date": "2025-10-15", "time": "25:00"}]}""");
        var zone = _host.Write("zone.json", """{"meetings": [{"title": "회의", "date": "2025-10-15", "time": "10:00", "timeZone": "Mars/Olympus"}]}""");

        Assert.Equal(0, (await _host.RunAsync("import", good)).ExitCode);
        var meeting = Assert.Single((await _host.RunAsync("meetings", "--upcoming", "--clearance", "open", "--json")).Json.GetProperty("meetings").EnumerateArray().ToList());
        Assert.Equal(("수소 간담회", "17:00", "성춘향"), (meeting.GetProperty("title").GetString(), meeting.GetProperty("time").GetString(), meeting.GetProperty("participants")[0].GetProperty("person").GetString()));
        var refused = (await _host.RunAsync("import", bad, zone, "--json")).Json.Texts("rejected", "reason");
        Assert.Equal(2, refused.Length);
        Assert.Contains("25:00", refused[0], StringComparison.Ordinal);
        Assert.Contains("Mars/Olympus", refused[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_listed_can_be_changed_and_given_back()
    {
        await _host.RunAsync("import", _host.Write("team.ics", Calendar("20251020T140000", "SEQUENCE:0")));
        var meeting = (await _host.RunAsync("meetings", "--upcoming", "--json")).Json.GetProperty("meetings")[0].GetRawText().Replace("\"upcoming\"", "\"cancelled\"", StringComparison.Ordinal);
        await _host.RunAsync("import", _host.Write("off.json", $$"""{"meetings": [{{meeting[..^1]}}, "revision": 9}]}"""));

        Assert.Equal(["2025-10-29"], (await _host.RunAsync("meetings", "--upcoming", "--json")).Json.Texts("meetings", "date"));
    }

    public void Dispose() => _host.Dispose();

    private static string Calendar(string start, string sequence) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:팀 일정\r\nBEGIN:VEVENT\r\nUID:1@team\r\n{sequence}\r\nDTSTART;TZID=Asia/Seoul:{start}\r\nSUMMARY:데이터센터 후속 간담회\r\nEND:VEVENT\r\n"
        + "BEGIN:VEVENT\r\nUID:2@team\r\nDTSTART;TZID=Asia/Seoul:20251029T100000\r\nSUMMARY:월말 점검 회의\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
