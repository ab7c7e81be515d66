using System.Globalization;
using PolicyBot.Concerns;

namespace PolicyBot.Tests.Concerns;

public sealed class DueReaderTests
{
    private static readonly DateOnly Published = new(2025, 7, 25);

    [Theory]
    [InlineData("연내 개정하겠다", "연내", "2025-12-31")]
    [InlineData("올해 안에 고치겠다", "올해 안에", "2025-12-31")]
    [InlineData("하반기에 발간할 계획", "하반기", "2025-12-31")]
    [InlineData("내년 상반기까지 마치겠다", "내년 상반기까지", "2026-06-30")]
    [InlineData("3분기 안에 내놓겠다", "3분기 안에", "2025-09-30")]
    [InlineData("다음 달까지 정리하겠다", "다음 달까지", "2025-08-31")]
    [InlineData("내달 중 공고한다", "내달 중", "2025-08-31")]
    [InlineData("다음 달 1일부터 시행한다", "다음 달 1일부터", "2025-08-01")]
    [InlineData("이달 말까지 꾸리겠다", "이달 말까지", "2025-07-31")]
    [InlineData("9월 중 발표하겠다", "9월 중", "2025-09-30")]
    [InlineData("내년 2월까지 고치겠다", "내년 2월까지", "2026-02-28")]
    [InlineData("1~2년 내 바꾸겠다", "1~2년 내", "2027-07-25")]
    [InlineData("향후 3년간 지원하겠다", "향후 3년간", "2028-07-25")]
    [InlineData("2주 안에 답하겠다", "2주 안에", "2025-08-08")]
    [InlineData("’26년 1분기 중 폐지할 예정", "’26년 1분기 중", "2026-03-31")]
    [InlineData("2030년까지 갖추겠다", "2030년까지", "2030-12-31")]
    public void A_period_ends_on_its_last_day(string words, string text, string by) =>
        Assert.Equal(new Due(text, DateOnly.Parse(by, CultureInfo.InvariantCulture)), new DueReader(Published).Read(words));

    [Theory]
    [InlineData("조속히 고치겠다")]
    [InlineData("추후 공개하겠다")]
    [InlineData("지난 6월 확정했다")]
    [InlineData("심사를 두 달 안으로 줄이겠다")]
    [InlineData("3년간 유지하겠다")]
    public void Vague_words_past_days_and_targets_are_no_deadline(string words) =>
        Assert.Null(new DueReader(Published).Read(words));

    [Fact]
    public void The_words_stay_when_the_day_of_publication_is_unknown() =>
        Assert.Equal(new Due("연내", null), new DueReader(null).Read("연내 개정하겠다"));
}
