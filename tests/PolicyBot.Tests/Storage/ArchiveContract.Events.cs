using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Events of calendars: moved, called off, told by a record as well.</summary>
public abstract partial class ArchiveContract
{
    private static readonly DateOnly Later = Samples.Day.AddDays(2);

    [Fact]
    public async Task A_moved_event_stays_the_same_meeting_and_says_from_when()
    {
        await PutAsync(Event("c", Samples.Day, 0));
        var before = Assert.Single(await FindMeetingsAsync());
        await PutAsync(Event("c", Later, 1));

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((before.Id, MeetingDate.Of(Later), MeetingDate.Of(Samples.Day)), (meeting.Id, meeting.Date, meeting.MovedFrom));
        Assert.Empty(await FindMeetingsAsync(new() { To = Samples.Day }));
        Assert.Single(await FindMeetingsAsync(new() { From = Later, Status = MeetingStatus.Upcoming }));
    }

    [Fact]
    public async Task What_was_moved_stays_moved_when_only_its_words_change()
    {
        await PutAsync(Event("c", Samples.Day, 0));
        await PutAsync(Event("c", Later, 1));
        await PutAsync(Event("c", Later, 2, title: "새 이름의 간담회"));

        Assert.Equal(MeetingDate.Of(Samples.Day), Assert.Single(await FindMeetingsAsync()).MovedFrom);
    }

    [Fact]
    public async Task An_announcement_and_a_calendar_are_one_meeting_and_the_old_day_is_gone_when_the_calendar_moves_it()
    {
        var announced = Samples.Read("r1", "전력이 부족하다");
        await PutAsync(announced with { Meetings = [announced.Meetings[0] with { Status = MeetingStatus.Upcoming }] });
        await PutAsync(Event("c", Samples.Day, 0));
        Assert.Equal(["r1", "c"], Assert.Single(await FindMeetingsAsync()).RecordIds.Select(r => r.Value));

        await PutAsync(Event("c", Later, 1));

        var meeting = Assert.Single(await FindMeetingsAsync());
        Assert.Equal((MeetingDate.Of(Later), MeetingDate.Of(Samples.Day)), (meeting.Date, meeting.MovedFrom));
        Assert.Empty(await FindMeetingsAsync(new() { From = Samples.Day, To = Samples.Day }));
    }

    [Fact]
    public async Task Of_two_calendars_the_higher_revision_is_in_force_whichever_comes_last()
    {
        await PutAsync(Event("b", Later, 3));
        await PutAsync(Event("a", Samples.Day, 0));

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((MeetingDate.Of(Later), 3), (meeting.Date, meeting.Revision));
        Assert.Equal(2, meeting.RecordIds.Count);
    }

    [Fact]
    public async Task A_cancelled_event_is_cancelled_unless_a_record_tells_that_it_was_held()
    {
        await PutAsync(Event("c", Samples.Day, 0, MeetingStatus.Cancelled));
        Assert.Equal(MeetingStatus.Cancelled, Assert.Single(await FindMeetingsAsync()).Status);

        await PutAsync(Samples.Read("r1", "전력이 부족하다"));

        Assert.Equal(MeetingStatus.Held, Assert.Single(await FindMeetingsAsync()).Status);
    }

    [Fact]
    public async Task Events_of_one_day_with_other_names_or_places_stay_apart()
    {
        await PutAsync(Alone("a", "데이터센터 업계 간담회", "세종"), Alone("b", "데이터센터 업계 간담회", "부산 벡스코"));
        await PutAsync(Alone("c", "회의", null), Alone("d", "회의", null));

        Assert.Equal(4, (await FindMeetingsAsync()).Count);
    }

    [Fact]
    public async Task An_announcement_without_a_host_is_joined_by_its_name()
    {
        await PutAsync(Event("a", Samples.Day, 0, title: "데이터센터 업계 간담회"));
        var told = Samples.Read("r1", "전력이 부족하다");
        await PutAsync(told with { Meetings = [told.Meetings[0] with { Title = "데이터센터 업계 간담회", Hosts = [], Participants = [], Place = null, Time = null }] });

        Assert.Equal(2, Assert.Single(await FindMeetingsAsync()).RecordIds.Count);
    }

    private static ReadRecord Alone(string id, string title, string? place)
    {
        var read = Event(id, Samples.Day, 0, title: title, key: id, place: place);
        return read with { Meetings = [read.Meetings[0] with { Hosts = [], Participants = [] }] };
    }

    private static ReadRecord Event(string id, DateOnly day, int revision, MeetingStatus status = MeetingStatus.Upcoming, string title = "전력 간담회", string key = "cal-1", string? place = "세종")
    {
        var record = Samples.Record(id, $"{title} {day:yyyy-MM-dd} {revision} {status}") with { Parts = [] };
        return new(record, $"/records/{id}.ics", [Samples.Meeting(key, record.Id, MeetingDate.Of(day)) with { Title = title, Place = place, Status = status, Revision = revision }], []);
    }
}
