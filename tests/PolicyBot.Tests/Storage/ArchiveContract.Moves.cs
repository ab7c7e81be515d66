using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>News of a move or a cancellation, and the announcement that they change.</summary>
public abstract partial class ArchiveContract
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task News_of_a_move_and_the_announcement_are_one_meeting_whichever_is_imported_first(bool inOrder)
    {
        ReadRecord[] told = [Announced("a", "예시부, 데이터센터 간담회 연다", published: 20), Moved("b", "데이터센터 기업 간담회", published: 22)];
        foreach (var read in inOrder ? told : [.. told.Reverse()]) await PutAsync(read);

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((MeetingDate.Of(Later), MeetingDate.Of(Samples.Day), MeetingStatus.Upcoming), (meeting.Date, meeting.MovedFrom, meeting.Status));
        Assert.Equal(["a", "b"], meeting.RecordIds.Select(r => r.Value));
        Assert.Equal("예시부, 데이터센터 간담회 연다", meeting.Title);
        Assert.Empty(await FindMeetingsAsync(new() { To = Samples.Day }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task News_of_a_cancellation_and_the_announcement_are_one_cancelled_meeting(bool inOrder)
    {
        var cancelled = Announced("b", "데이터센터 기업 간담회", published: 20);
        ReadRecord[] told = [Announced("a", "예시부, 데이터센터 간담회 연다", published: 20), cancelled with { Meetings = [cancelled.Meetings[0] with { Status = MeetingStatus.Cancelled }] }];
        foreach (var read in inOrder ? told : [.. told.Reverse()]) await PutAsync(read);

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((MeetingStatus.Cancelled, 2), (meeting.Status, meeting.RecordIds.Count));
    }

    [Fact]
    public async Task Two_papers_that_tell_one_move_tell_one_meeting()
    {
        await PutAsync(Moved("b", "데이터센터 기업 간담회", published: 22));
        await PutAsync(Moved("c", "데이터센터 간담회", published: 23));

        Assert.Equal(2, Assert.Single(await FindMeetingsAsync()).RecordIds.Count);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_twice_says_its_last_day_and_the_one_before()
    {
        await PutAsync(Announced("a", "예시부, 데이터센터 간담회 연다", published: 20));
        await PutAsync(Moved("b", "데이터센터 간담회", published: 22));
        await PutAsync(Moved("c", "데이터센터 간담회", published: 23, from: Later, to: Later.AddDays(7)));

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((MeetingDate.Of(Later.AddDays(7)), MeetingDate.Of(Later)), (meeting.Date, meeting.MovedFrom));
    }

    [Fact]
    public async Task A_report_of_the_new_day_ends_the_move()
    {
        await PutAsync(Announced("a", "예시부, 데이터센터 간담회 연다", published: 20));
        await PutAsync(Moved("b", "데이터센터 간담회", published: 22));
        var report = Announced("c", "예시부 데이터센터 간담회", published: 28);
        await PutAsync(report with { Meetings = [report.Meetings[0] with { Date = MeetingDate.Of(Later), Status = MeetingStatus.Held }] });

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((MeetingDate.Of(Later), null, MeetingStatus.Held), (meeting.Date, meeting.MovedFrom, meeting.Status));
    }

    [Fact]
    public async Task News_after_the_last_word_of_a_calendar_move_its_event()
    {
        await PutAsync(Event("c", Samples.Day, 0, title: "데이터센터 업계 간담회"));
        await PutAsync(Moved("d", "데이터센터 업계 간담회", published: 26));

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal((MeetingDate.Of(Later), MeetingDate.Of(Samples.Day)), (meeting.Date, meeting.MovedFrom));
    }

    [Theory]
    [InlineData("예시부, 개인정보 간담회 연다", "예시부")]
    [InlineData("예시부, 데이터센터 토론회 연다", "예시부")]
    [InlineData("다른부, 데이터센터 간담회 연다", "다른부")]
    public async Task What_may_be_another_meeting_stays_one(string title, string host)
    {
        await PutAsync(Announced("a", title, published: 20, host));
        await PutAsync(Moved("b", "데이터센터 간담회", published: 22));

        Assert.Equal([(Samples.Day, null), (Later, (DateOnly?)Samples.Day)], (await FindMeetingsAsync()).Select(m => (m.Date!.First, m.MovedFrom?.First)));
    }

    [Fact]
    public async Task Where_two_announcements_fit_the_news_stands_by_itself()
    {
        await PutAsync(Announced("a", "예시부, 데이터센터 전력 간담회 연다", published: 20));
        await PutAsync(Announced("b", "예시부, 데이터센터 세제 간담회 연다", published: 20, place: "부산"));
        await PutAsync(Moved("c", "데이터센터 간담회", published: 22));

        Assert.Equal(3, (await FindMeetingsAsync()).Count);
    }

    [Fact]
    public async Task What_is_announced_for_the_old_day_after_the_move_is_another_meeting()
    {
        await PutAsync(Moved("b", "데이터센터 간담회", published: 22));
        await PutAsync(Announced("c", "예시부, 데이터센터 간담회 연다", published: 23));

        Assert.Equal(2, (await FindMeetingsAsync()).Count);
    }

    private static ReadRecord Announced(string id, string title, int published, string host = "예시부", string? place = null)
    {
        var record = Samples.Record(id, $"{title} {published} {place}") with { Parts = [], Published = new(2025, 7, published) };
        return new(record, $"/records/{id}.md", [Samples.Meeting(id + "-1", record.Id, MeetingDate.Of(Samples.Day)) with { Title = title, Time = null, Place = place, Hosts = [new(null, null, host)], Participants = [], Status = MeetingStatus.Upcoming }], []);
    }

    private static ReadRecord Moved(string id, string title, int published, DateOnly? from = null, DateOnly? to = null)
    {
        var read = Announced(id, title, published);
        return read with { Meetings = [read.Meetings[0] with { Date = MeetingDate.Of(to ?? Later), MovedFrom = MeetingDate.Of(from ?? Samples.Day) }] };
    }
}
