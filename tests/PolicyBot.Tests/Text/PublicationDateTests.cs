using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("입력 2025.07.25 09:30")]
    [InlineData("2025-07-25 14:03")]
    [InlineData("2025-07-25T14:03:00+09:00")]
    [InlineData("’25.7.25.")]
    [InlineData("'25.7.25.(금)")]
    [InlineData("July 25, 2025")]
    [InlineData("Published 25 July 2025, 10:00")]
    [InlineData("등록 2025년 7월 25일")]
    [InlineData("2025. 7. 25.")]
    [InlineData("수정 2025.07.26 10:12 | 입력 2025.07.25 09:30")]
    [InlineData("[예시신문 변사또 기자] 입력 : 2025.07.25. 오전 9:30 수정 : 2025.07.27. 오후 1:00")]
    public void The_day_of_entry_is_found(string header) => Assert.Equal(new DateOnly(2025, 7, 25), DateLanguage.FindPublished(header));

    [Theory]
    [InlineData("")]
    [InlineData("25일 업계에 따르면")]
    [InlineData("7월 25일")]
    [InlineData("2025.02.30")]
    [InlineData("예시신문 홍길동 기자")]
    public void A_head_without_a_full_day_gives_none(string header) => Assert.Null(DateLanguage.FindPublished(header));

    [Fact]
    public void A_day_of_change_serves_when_no_other_stands_there() =>
        Assert.Equal(new DateOnly(2025, 7, 26), DateLanguage.FindPublished("최종수정 2025.07.26 10:12"));
}
