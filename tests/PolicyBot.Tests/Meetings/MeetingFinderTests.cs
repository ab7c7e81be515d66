using PolicyBot.Records;

namespace PolicyBot.Tests.Meetings;

public sealed class MeetingFinderTests(BriefedArchive archive) : IClassFixture<BriefedArchive>
{
    [Theory]
    [InlineData("coming-m1", "coming-m1")]
    [InlineData("2025-10-20", "coming-m1")]
    [InlineData("10월 20일", "coming-m1")]
    [InlineData("8월 5일 간담회", "august-m1")]
    [InlineData("인허가 현장", "august-m1")]
    [InlineData("세움관", "august-m1")]
    [InlineData("바사협회", "august-m1")]
    [InlineData("데이터센터 후속 간담회 브리핑해 줘", "coming-m1")]
    [InlineData("2025년 7월 데이터센터 간담회", "july-m1")]
    public async Task A_meeting_is_found_by_id_day_or_words(string words, string id) =>
        Assert.Equal(id, (await archive.FindAsync(words))?.Meeting.Id.Value);

    [Fact]
    public async Task Of_several_the_next_to_come_is_meant_and_the_others_are_named()
    {
        var choice = await archive.FindAsync("데이터센터 간담회");

        Assert.Equal("coming-m1", choice?.Meeting.Id.Value);
        Assert.Equal(["july-m1"], choice!.AlsoFit.Select(m => m.Id.Value));
    }

    [Theory]
    [InlineData("양자컴퓨터")]
    [InlineData("2025-10-21")]
    [InlineData("2025-10-20 양자컴퓨터")]
    [InlineData("???")]
    [InlineData(" ")]
    public async Task Nothing_fits(string words) => Assert.Null(await archive.FindAsync(words));

    [Fact]
    public async Task A_meeting_above_the_clearance_is_not_found()
    {
        Assert.Null(await archive.FindAsync("비공개 면담"));
        Assert.NotNull(await archive.FindAsync("비공개 면담", Grade.Classified));
    }
}
