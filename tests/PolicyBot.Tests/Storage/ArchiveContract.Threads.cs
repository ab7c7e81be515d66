using PolicyBot.Records;

namespace PolicyBot.Tests.Storage;

public abstract partial class ArchiveContract
{
    [Theory]
    [InlineData("변전소 인허가 기간이 너무 길다", "변전소 인허가 기간이 지나치게 길다")]
    [InlineData("연구 장비 구매 절차를 간소화해 달라", "연구장비 구매 절차의 간소화가 필요하다")]
    [InlineData("permits for a new substation take too long", "the permit for new substations takes far too long")]
    public async Task The_same_concern_in_other_words_at_a_later_meeting_is_raised_twice(string first, string again)
    {
        await PutAsync(Samples.Read("r1", first, date: new(2024, 5, 6)));
        await PutAsync(Samples.Read("r2", again, date: new(2025, 5, 6)));

        var found = await FindStatementsAsync();

        Assert.Single(found.Select(s => s.ConcernKey).Distinct());
        Assert.All(found, s => Assert.Equal(new(2, new(2024, 5, 6), new(2025, 5, 6)), s.Raised));
    }

    [Theory]
    [InlineData("변전소 인허가 기간이 너무 길다", "변전소 소음 기준이 모호하다")]
    [InlineData("산업용 전기 요금을 내려 달라", "산업용 전기 요금을 공개해 달라")]
    [InlineData("permits for a new substation take too long", "grid fees for a new substation are too high")]
    public async Task Different_asks_about_one_thing_stay_apart(string one, string other)
    {
        await PutAsync(Samples.Read("r1", one, date: new(2024, 5, 6)));
        await PutAsync(Samples.Read("r2", other, date: new(2025, 5, 6)));

        Assert.All(await FindStatementsAsync(), s => Assert.Equal(1, s.Raised!.Times));
    }

    [Fact]
    public async Task One_meeting_told_by_three_records_in_other_words_counts_once()
    {
        await PutAsync(
            Samples.Read("r1", "변전소 인허가 기간이 너무 길다"),
            Samples.Read("r2", "변전소 인허가 기간이 지나치게 길다"),
            Samples.Read("r3", "변전소 인허가 기간이 너무 길다"));

        var found = await FindStatementsAsync();

        Assert.Single(await FindMeetingsAsync());
        Assert.Equal(3, found.Count);
        Assert.All(found, s => Assert.Equal(new(1, Samples.Day, Samples.Day), s.Raised));
    }
}
