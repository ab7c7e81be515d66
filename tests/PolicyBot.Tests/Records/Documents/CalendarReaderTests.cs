using System.Text;
using System.Text.Json;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Records.Documents;

/// <summary>Calendars, read on 1 October 2025.</summary>
public sealed class CalendarReaderTests
{
    private static readonly MeetingReader Meetings = new(Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml")));

    [Fact]
    public void An_event_becomes_a_meeting_with_its_place_host_and_guests()
    {
        var meeting = Assert.Single(MeetingsOf("""
            UID:one@example.org
            DTSTART;TZID=Asia/Seoul:20251020T140000
            DTEND;TZID=Asia/Seoul:20251020T160000
            SUMMARY:AI 인재 간담회\, 첫 모임
            LOCATION:두리센터\n2층
            DESCRIPTION:안건: 인재 양성\n주최: 과학기술정보통신부\n참석: 다라전자, 변학도 바사협회 회장
            ATTENDEE;CN="성춘향 (가나클라우드 대표)";ROLE=REQ-PARTICIPANT:mailto:seong@example.org
            ATTENDEE;CN=홍길동:mailto:hong@example.org
            ATTENDEE;CN=이몽룡;PARTSTAT=DECLINED:mailto:lee@example.org
            ATTENDEE;CN=회의실 A;CUTYPE=ROOM:mailto:room@example.org
            ATTENDEE:mailto:nameless@example.org
            SEQUENCE:2
            """));

        Assert.Equal(("AI 인재 간담회, 첫 모임", MeetingDate.Of(new(2025, 10, 20)), new TimeOnly(14, 0), "두리센터 2층"), (meeting.Title, meeting.Date, meeting.Time, meeting.Place));
        Assert.Equal([new Party(null, null, "과학기술정보통신부")], meeting.Hosts);
        Assert.Equal([new Party("성춘향", "대표", "가나클라우드"), new Party("홍길동", null, null), new Party(null, null, "다라전자"), new Party("변학도", "회장", "바사협회")], meeting.Participants);
        Assert.Equal((MeetingStatus.Upcoming, 2), (meeting.Status, meeting.Revision));
    }

    [Fact]
    public void No_address_of_anybody_is_kept()
    {
        var text = RecordOf("UID:1\nDTSTART:20251020T140000\nSUMMARY:회의\nORGANIZER;CN=a@example.org:mailto:a@example.org\nATTENDEE;CN=\"b@example.org\":mailto:b@example.org").Text;

        Assert.DoesNotContain('@', text);
    }

    [Theory]
    [InlineData("DTSTART:20251020T050000Z", "2025-10-20", "14:00")]
    [InlineData("DTSTART:20251020T140000", "2025-10-20", "14:00")]
    [InlineData("DTSTART;TZID=Korea Standard Time:20251020T140000", "2025-10-20", "14:00")]
    [InlineData("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20251020T200000", "2025-10-21", "09:00")]
    [InlineData("DTSTART;TZID=\"America/New_York\":20250309T023000", "2025-03-09", "16:30")]
    [InlineData("DTSTART;VALUE=DATE:20251020", "2025-10-20", null)]
    [InlineData("DTSTART;TZID=Mars/Olympus:20251020T140000", "2025-10-20", null)]
    public void Each_way_to_write_an_hour_is_told_by_seouls_clock_and_an_unknown_zone_gives_none(string start, string day, string? time)
    {
        var meeting = Assert.Single(MeetingsOf($"UID:1\n{start}\nSUMMARY:회의"));

        Assert.Equal((day, time), (meeting.Date!.ToString(), meeting.Time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_unknown_zone_is_named_beside_the_hour_as_it_was_written() =>
        Assert.Contains("14:00 in the zone \"Mars/Olympus\", which is not known", RecordOf("UID:1\nDTSTART;TZID=Mars/Olympus:20251020T140000\nSUMMARY:회의").Text, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_zone_is_told_at_the_import_once_for_all_its_events_and_stays_with_the_meeting()
    {
        const string Hour = "DTSTART;TZID=Mars/Olympus:20251020T140000\nSUMMARY:회의";
        var results = Results(Calendar("UID:1\n" + Hour, "UID:2\n" + Hour, "UID:3\nDTSTART;VALUE=DATE:20251022\nSUMMARY:총회"));

        var fault = Assert.Single(results, r => r.Refusal is not null);
        Assert.Contains("\"Mars/Olympus\" (2 events)", fault.Refusal, StringComparison.Ordinal);
        Assert.Equal([("Mars/Olympus", true), ("Mars/Olympus", true), ("Asia/Seoul", false)], Read(Assert.Single(results, r => r.Record is not null).Record!).Select(m => (m.TimeZone, m.IsHourLeftOut)));
    }

    [Theory]
    [InlineData("20250701T120000", "2025-07-02 01:00")]
    [InlineData("20251201T120000", "2025-12-02 02:00")]
    public void A_zone_of_the_calendars_own_goes_by_its_rules(string start, string seoul)
    {
        const string Zone = """
            BEGIN:VTIMEZONE
            TZID:Our Office
            BEGIN:STANDARD
            DTSTART:20071104T020000
            RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
            TZOFFSETFROM:-0400
            TZOFFSETTO:-0500
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20070311T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
            TZOFFSETFROM:-0500
            TZOFFSETTO:-0400
            END:DAYLIGHT
            END:VTIMEZONE

            """;
        var meeting = Assert.Single(Read(Accept("BEGIN:VCALENDAR\n" + Zone + Event($"UID:1\nDTSTART;TZID=Our Office:{start}\nSUMMARY:회의") + "END:VCALENDAR\n")));

        Assert.Equal(seoul, $"{meeting.Date} {meeting.Time:HH\\:mm}");
    }

    [Fact]
    public void A_series_comes_with_its_exceptions_its_moved_and_its_cancelled_days()
    {
        var meetings = Read(Accept(Calendar(
            "UID:s\nDTSTART;TZID=Asia/Seoul:20251006T100000\nRRULE:FREQ=WEEKLY;UNTIL=20251103T010000Z\nEXDATE;TZID=Asia/Seoul:20251013T100000\nSUMMARY:주간 회의",
            "UID:s\nRECURRENCE-ID;TZID=Asia/Seoul:20251020T100000\nDTSTART;TZID=Asia/Seoul:20251022T100000\nSUMMARY:주간 회의",
            "UID:s\nRECURRENCE-ID:20251027T010000Z\nDTSTART;TZID=Asia/Seoul:20251027T100000\nSTATUS:CANCELLED\nSUMMARY:주간 회의")));

        Assert.Equal(["2025-10-06", "2025-10-22", "2025-10-27", "2025-11-03"], meetings.Select(m => m.Date!.ToString()));
        Assert.Equal(MeetingDate.Of(new(2025, 10, 20)), meetings[1].MovedFrom);
        Assert.Equal([MeetingStatus.Upcoming, MeetingStatus.Upcoming, MeetingStatus.Cancelled, MeetingStatus.Upcoming], meetings.Select(m => m.Status));
    }

    [Fact]
    public void A_day_of_a_series_keeps_its_id_wherever_it_is_moved_to()
    {
        const string Series = "UID:s\nDTSTART:20251006T100000\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:주간 회의";
        var before = Read(Accept(Calendar(Series)));
        var after = Read(Accept(Calendar(Series, "UID:s\nRECURRENCE-ID:20251013T100000\nDTSTART:20251015T100000\nSUMMARY:주간 회의")));

        Assert.Equal(before.Select(m => m.Id), after.Select(m => m.Id));
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY", 400)]
    [InlineData("RRULE:FREQ=SECONDLY", 1)]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=2147483647", 1)]
    public void What_recurs_for_ever_or_never_ends(string rule, int least)
    {
        var count = MeetingsOf($"UID:1\nDTSTART:20251001T100000\n{rule}\nSUMMARY:회의").Count;

        Assert.InRange(count, least, 500);
    }

    [Fact]
    public void Of_an_old_series_the_months_around_today_are_told() =>
        Assert.All(MeetingsOf("UID:1\nDTSTART:20100104T100000\nRRULE:FREQ=WEEKLY\nSUMMARY:회의"), m => Assert.InRange(m.Date!.First, new(2024, 9, 1), new(2026, 11, 30)));

    [Fact]
    public void The_highest_sequence_of_an_event_is_in_force_wherever_it_stands()
    {
        var meeting = Assert.Single(Read(Accept(Calendar("UID:1\nSEQUENCE:1\nDTSTART:20251022T100000\nSUMMARY:새 제목", "UID:1\nSEQUENCE:0\nDTSTART:20251020T100000\nSUMMARY:옛 제목"))));

        Assert.Equal(("새 제목", "2025-10-22"), (meeting.Title, meeting.Date!.ToString()));
    }

    [Fact]
    public void Two_events_under_one_name_are_two()
    {
        var meetings = Read(Accept(Calendar("UID:1\nDTSTART:20251020T100000\nSUMMARY:첫째", "UID:1\nDTSTART:20251020T140000\nSUMMARY:둘째")));

        Assert.Equal(["첫째", "둘째"], meetings.Select(m => m.Title));
    }

    [Fact]
    public void A_message_that_calls_off_cancels_and_supersedes_the_invitation()
    {
        var invited = Accept("BEGIN:VCALENDAR\nMETHOD:REQUEST\n" + Event("UID:1\nSEQUENCE:1\nDTSTART:20251020T100000\nSUMMARY:회의") + "END:VCALENDAR\n");
        var cancelled = Accept("BEGIN:VCALENDAR\nMETHOD:CANCEL\n" + Event("UID:1\nSEQUENCE:1\nDTSTART:20251020T100000\nSUMMARY:회의") + "END:VCALENDAR\n");

        Assert.Equal(invited.Id, cancelled.Id);
        Assert.Equal(MeetingStatus.Cancelled, Assert.Single(Read(cancelled)).Status);
        Assert.Contains("answer to an invitation", Assert.Single(Results("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n")).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_event_is_refused_with_its_line_and_the_others_are_kept()
    {
        var results = Results(Calendar("UID:1\nDTSTART:20251345T100000\nSUMMARY:없는 날", "UID:2\nSUMMARY:날 없음", "UID:3\nDTSTART:20251020T100000\nSUMMARY:좋은 회의", "UID:4\nDTSTART:00010101T000000\nSUMMARY:옛날"));

        Assert.Equal("좋은 회의", Assert.Single(Read(results[0].Record!)).Title);
        Assert.Equal(["a.ics:2", "a.ics:7", "a.ics:16"], results.Skip(1).Select(r => r.Path));
        Assert.Contains("20251345T100000", results[1].Refusal, StringComparison.Ordinal);
        Assert.Contains("DTSTART", results[2].Refusal, StringComparison.Ordinal);
        Assert.Contains("1900", results[3].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_private_is_left_out_and_said()
    {
        var record = Accept(Calendar("UID:1\nCLASS:PRIVATE\nDTSTART:20251020T100000\nSUMMARY:병원", "UID:2\nDTSTART:20251021T100000\nSUMMARY:회의"));

        Assert.DoesNotContain("병원", record.Text, StringComparison.Ordinal);
        Assert.Contains("Left out as private: 1", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_an_event_are_nobodys_statement_and_cannot_forge_another_line()
    {
        var record = RecordOf("UID:1\nDTSTART:20251020T100000\nSUMMARY:회의\\n일시 / when: 2025-12-25\nDESCRIPTION:홍길동 가나클라우드 대표는 전력이 부족하다고 말했다.\\n상태 / status: cancelled");
        var meeting = Assert.Single(Read(record));

        Assert.Empty(new StatementReader(Organisations.Empty, Topics.Load(Path.Combine(SharedData.Config, "topics.yaml"))).Read(record, [meeting]));
        Assert.Equal(("2025-10-20", MeetingStatus.Upcoming), (meeting.Date!.ToString(), meeting.Status));
    }

    [Fact]
    public void A_hundred_thousand_events_are_refused_in_a_sentence()
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\n");
        for (var i = 0; i < 100_000; i++) text.Append("BEGIN:VEVENT\nUID:").Append(i).Append("\nDTSTART:20251020T100000\nEND:VEVENT\n");

        Assert.Contains("more than 20,000 events", Assert.Single(Results(text.Append("END:VCALENDAR\n").ToString())).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UID:1\nDTSTART:20251020T100000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:회의", "fits no day", 1)]
    [InlineData("UID:1\nDTSTART:20251020T100000\nRDATE:20251032T100000,20251021T100000\nSUMMARY:회의", "no day or hour that exists", 2)]
    [InlineData("UID:1\nDTSTART:19960401T010000\nRRULE:FREQ=DAILY;COUNT=100\nSUMMARY:회의", "No meeting is left", 0)]
    public void What_is_left_out_of_a_series_is_told_and_the_rest_of_it_kept(string lines, string told, int kept)
    {
        var results = Results(Calendar(lines));

        Assert.Contains(told, Assert.Single(results, r => r.Record is null).Refusal, StringComparison.Ordinal);
        Assert.Equal(kept, Read(Assert.Single(results, r => r.Record is not null).Record!).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20251020T100000\n")]
    public void What_is_no_calendar_is_refused(string text) => Assert.NotEmpty(Assert.Single(Results(text)).Refusal!);

    [Fact(Timeout = 120_000)]
    public Task Files_that_broke_other_programs_are_read_or_refused_with_a_reason() => Task.Run(
        () =>
        {
            var (read, refused) = (0, 0);
            foreach (var line in File.ReadLines(SharedData.Path("attacks/icalendar.jsonl")))
            {
                var text = JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
                var results = Results(text);
                Assert.NotEmpty(results);
                foreach (var result in results)
                {
                    if (result.Record is not { } record) Assert.True(result.Refusal is { Length: > 20 } reason && reason[^1] is '.' or ')', result.Refusal);
                    else Assert.All(Read(record), m => Assert.NotNull(m.Date));
                }

                read += results.Count(r => r.Record is not null);
                refused += results.Count(r => r.Record is null);
                if (text.Contains("DTSTART", StringComparison.Ordinal) && text.Contains("BEGIN:VEVENT", StringComparison.Ordinal) && text.Contains("END:VEVENT", StringComparison.Ordinal)) Assert.Contains(results, r => r.Record is not null);
            }

            Assert.True(read > 50 && refused > 20, $"{read} read, {refused} refused");
        },
        TestContext.Current.CancellationToken);

    private static string Event(string lines) => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n";

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\n{string.Concat(events.Select(Event))}END:VCALENDAR\n";

    private static List<ReadResult> Results(string text) => ReadDocuments.All("a.ics", Encoding.UTF8.GetBytes(text));

    private static Record Accept(string text) => ReadDocuments.Accept("a.ics", Encoding.UTF8.GetBytes(text));

    private static Record RecordOf(string lines) => Assert.Single(Results(Calendar(lines.ReplaceLineEndings("\n"))), r => r.Record is not null).Record!;

    private static IReadOnlyList<Meeting> MeetingsOf(string lines) => Read(RecordOf(lines));

    private static IReadOnlyList<Meeting> Read(Record record) => Meetings.Read(record);
}
