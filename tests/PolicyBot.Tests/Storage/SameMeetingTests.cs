using PolicyBot.Records;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

public sealed class SameMeetingTests
{
    private static readonly Meeting Told = Samples.Meeting("m1", new("r1")) with { Place = "예시타워 3층", Time = null };

    [Fact]
    public void Same_day_host_and_place_is_one_meeting() =>
        Assert.True(Are(Told with { Participants = [] }, Told with { Participants = [], Place = "서울 예시타워" }));

    [Fact]
    public void Same_day_host_and_a_common_guest_is_one_meeting() =>
        Assert.True(Are(Told, Told with { Place = null, Participants = [new(null, null, "B협회"), new(null, null, "C사")] }));

    [Fact]
    public void A_minister_who_goes_to_both_joins_nothing()
    {
        Party minister = new("이몽룡", "차관", "예시부");
        Assert.False(Are(Told with { Place = null, Participants = [minister] }, Told with { Participants = [minister] }));
    }

    [Fact]
    public void Day_and_host_alone_are_not_enough() =>
        Assert.False(Are(Told with { Place = null, Participants = [] }, Told));

    [Fact]
    public void Another_day_is_another_meeting() => Assert.False(Are(Told, Told with { Date = MeetingDate.Of(Samples.Day.AddDays(1)) }));

    [Fact]
    public void A_month_is_not_a_day() => Assert.False(Are(Told with { Date = new(2025, 7, null) }, Told with { Date = new(2025, 7, null) }));

    [Fact]
    public void Another_host_is_another_meeting() => Assert.False(Are(Told, Told with { Hosts = [new(null, null, "가상부")] }));

    [Fact]
    public void Another_hour_is_another_meeting() => Assert.False(Are(Told with { Time = new(10, 0) }, Told with { Time = new(14, 0) }));

    [Fact]
    public void Two_rooms_of_one_city_are_two_places() =>
        Assert.False(Are(Told with { Place = "서울특별시 강남구 예시호텔", Participants = [] }, Told with { Place = "서울특별시 중구 보기회관", Participants = [] }));

    private static bool Are(Meeting a, Meeting b)
    {
        var same = new SameMeeting(Organisations.Empty);
        Assert.Equal(same.Are(a, b), same.Are(b, a));
        return same.Are(a, b);
    }
}
