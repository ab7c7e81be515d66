using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task A_meeting_told_by_two_records_is_put_together_from_both()
    {
        var first = Samples.Read("r1", "전력이 부족하다", "m1");
        var second = Samples.Read("r2", "세금이 무겁다", "m1");
        first = first with { Meetings = [first.Meetings[0] with { Place = null, Status = MeetingStatus.Upcoming, Date = new(2025, 7, null) }] };
        second = second with { Meetings = [second.Meetings[0] with { Participants = [new(null, null, "C사")] }] };
        await PutAsync(first, second);

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal(["r1", "r2"], meeting.RecordIds.Select(id => id.Value));
        Assert.Equal("세종", meeting.Place);
        Assert.Equal(MeetingStatus.Held, meeting.Status);
        Assert.Equal(MeetingDate.Of(Samples.Day), meeting.Date);
        Assert.Equal(["A사", "B협회", "C사"], meeting.Participants.Select(p => p.Organisation));
        Assert.Single(meeting.Hosts);
    }

    [Fact]
    public async Task Records_of_one_meeting_are_joined_though_each_gives_it_an_id_of_its_own()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다", "r1-1"));
        await PutAsync(Samples.Read("r2", "전력이 부족하다", "r2-1"));

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equal(["r1", "r2"], meeting.RecordIds.Select(id => id.Value));
        Assert.All(await FindStatementsAsync(), s => Assert.Equal((meeting.Id, 1), (s.Statement.MeetingId, s.Raised!.Times)));
    }

    [Fact]
    public async Task Two_meetings_of_one_record_stay_two()
    {
        var read = Samples.Read("r1", "전력이 부족하다", "a");
        await PutAsync(read with { Meetings = [read.Meetings[0], read.Meetings[0] with { Id = new("b") }] });

        Assert.Equal(2, (await FindMeetingsAsync()).Count);
    }

    [Fact]
    public async Task What_a_hidden_record_tells_of_a_meeting_stays_hidden()
    {
        var open = Samples.Read("r1", "전력이 부족하다", "m1");
        var closed = Samples.Read("r2", "세금이 무겁다", "m1", Grade.Classified);
        closed = closed with { Meetings = [closed.Meetings[0] with { Title = "비공개 회의", Participants = [new("성춘향", null, "C사")] }] };
        await PutAsync(closed, open);

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.Equivalent(open.Meetings[0] with { Id = meeting.Id, Told = [] }, meeting, strict: true);
        Assert.Empty(await FindMeetingsAsync(new() { Organisation = "C사" }));
        Assert.Single(await FindMeetingsAsync(new() { Organisation = "C사", Clearance = Grade.Classified }));
        Assert.Equal(2, Assert.Single(await FindMeetingsAsync(new() { Clearance = Grade.Classified })).RecordIds.Count);
    }

    [Fact]
    public async Task The_id_of_a_meeting_does_not_name_the_hidden_record_that_told_it_first()
    {
        await PutAsync(Samples.Read("secret-plan", "세금이 무겁다", "secret-plan#1", Grade.Classified));
        await PutAsync(Samples.Read("r1", "전력이 부족하다", "secret-plan#1"));

        var meeting = Assert.Single(await FindMeetingsAsync());

        Assert.DoesNotContain("secret-plan", meeting.Id.Value, StringComparison.Ordinal);
        Assert.Equal(meeting.Id, Assert.Single((await FindAsync("r1")).Meetings).Id);
        Assert.Equal(meeting.Id, Assert.Single(await FindStatementsAsync(new() { MeetingId = meeting.Id })).Statement.MeetingId);
    }

    [Fact]
    public async Task A_topic_said_only_in_a_hidden_record_does_not_show_the_meeting()
    {
        var closed = Samples.Read("r2", "세금이 무겁다", "m1", Grade.Classified);
        await PutAsync(Samples.Read("r1", "전력이 부족하다", "m1"), closed with { Statements = [closed.Statements[0] with { Topics = ["tax"] }] });

        Assert.Single(await FindMeetingsAsync(new() { Topic = "power" }));
        Assert.Empty(await FindMeetingsAsync(new() { Topic = "tax" }));
        Assert.Single(await FindMeetingsAsync(new() { Topic = "tax", Clearance = Grade.Classified }));
    }

    [Fact]
    public async Task Meetings_are_filtered_and_come_in_the_order_of_their_days()
    {
        var undated = Samples.Read("r0", "규제가 많다");
        var planned = Samples.Read("r2", "세금이 무겁다", date: new(2025, 9, null));
        await PutAsync(
            undated with { Meetings = [undated.Meetings[0] with { Date = null, Series = "매주" }] },
            planned with { Meetings = [planned.Meetings[0] with { Status = MeetingStatus.Upcoming, Hosts = [new(null, null, "D부")], Participants = [] }] },
            Samples.Read("r1", "전력이 부족하다"));

        Assert.Equal(["r1#1", "r2#1", "r0#1"], await MeetingIdsAsync(new()));
        Assert.Equal(["r1#1", "r2#1"], await MeetingIdsAsync(new() { IncludeUndated = false }));
        Assert.Equal(["r2#1", "r0#1"], await MeetingIdsAsync(new() { From = new(2025, 9, 15) }));
        Assert.Equal(["r1#1"], await MeetingIdsAsync(new() { To = new(2025, 8, 31), IncludeUndated = false }));
        Assert.Equal(["r2#1"], await MeetingIdsAsync(new() { Status = MeetingStatus.Upcoming }));
        Assert.Equal(["r2#1"], await MeetingIdsAsync(new() { Organisation = "D부" }));
        Assert.Equal(["r1#1", "r0#1"], await MeetingIdsAsync(new() { Organisation = "A사" }));
        Assert.Equal(["r1#1"], await MeetingIdsAsync(new() { Id = new("r1#1") }));
        Assert.Empty(await MeetingIdsAsync(new() { Topic = "tax" }));
    }

    [Fact]
    public async Task Statements_carry_the_meeting_as_all_visible_records_tell_it()
    {
        var first = Samples.Read("r1", "전력이 부족하다", "m1");
        await PutAsync(first with { Meetings = [first.Meetings[0] with { Place = null }] }, Samples.Read("r2", "세금이 무겁다", "m1"));

        Assert.All(await FindStatementsAsync(), s => Assert.Equal("세종", s.Meeting!.Place));
    }

    [Fact]
    public async Task A_meeting_that_no_record_tells_any_more_is_gone()
    {
        await PutAsync(Samples.Read("r1", "전력이 부족하다", "m1"));
        await PutAsync(Samples.Read("r1", "세금이 무겁다", "m2"));

        Assert.Equal(["m2"], await MeetingIdsAsync(new()));
    }

    private async Task<List<string>> MeetingIdsAsync(MeetingFilter filter) => [.. (await FindMeetingsAsync(filter)).Select(m => m.Id.Value)];
}
