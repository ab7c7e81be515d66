using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    private static readonly Attribution Together = new(AttributionLevel.Participants, ["참석자들"], ["A사", "B협회"]);
    private static readonly Attribution Company = new(AttributionLevel.Organisation, ["A사"], []);

    [Fact]
    public async Task What_several_records_tell_of_one_meeting_counts_once_whatever_the_limit()
    {
        await PutAsync(TellingOf("one").Says(StatementKind.Concern, "전력이 부족하다", Together, "power").Says(StatementKind.Concern, "세금이 무겁다", Company, "tax").Read());
        await PutAsync(TellingOf("other").Says(StatementKind.Concern, "전력이 부족하다", Together, "power").Says(StatementKind.Concern, "전력이 부족하다", Company, "power").Read());
        await PutAsync(new Told("later", "뒷날 결과", Samples.Day.AddDays(9)).At("전력 간담회", Samples.Day.AddDays(8), "세종", MeetingStatus.Held).Says(StatementKind.Concern, "전력이 부족하다", Together, "power").Read());
        await PutAsync(new Told("secret", "비공개 결과", Samples.Day.AddDays(9), grade: Grade.Classified).Says(StatementKind.Concern, "전력이 부족하다", Together, "power").Read());

        // The participants' at two meetings and the company's own at one.
        Assert.Equal(new(3, 2, Samples.Day, Samples.Day.AddDays(8)), await Archive.CountToldAsync(new() { Topics = ["power"], Limit = 1 }, Token));
        Assert.Equal(new(4, 3, Samples.Day, Samples.Day.AddDays(9)), await Archive.CountToldAsync(new() { Topics = ["power"], Clearance = Clearance.Everything }, Token));
        Assert.Equal(new(0, 0, null, null), await Archive.CountToldAsync(new() { Topics = ["talent"] }, Token));
    }

    [Fact]
    public async Task What_one_record_tells_twice_are_two_things()
    {
        await PutAsync(TellingOf("one").Says(StatementKind.Concern, "전력이 부족하다", Together, "power").Says(StatementKind.Concern, "전력이 부족하다", Together, "power").Read());

        Assert.Equal(2, (await Archive.CountToldAsync(new(), Token)).Things);
    }

    private static Told TellingOf(string id) => new Told(id, $"{id} 결과", Samples.Day.AddDays(1)).At("전력 간담회", Samples.Day, "세종", MeetingStatus.Held, new Party(null, null, "A사"), new Party(null, null, "B협회"));
}
