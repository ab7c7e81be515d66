using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class KoreanStemsTests
{
    [Theory]
    [InlineData("전력망은", "전력망")]
    [InlineData("전력망에서는", "전력망")]
    [InlineData("기업들에게", "기업")]
    [InlineData("정부가", "정부")]
    [InlineData("데이터센터", "데이터센터")]
    [InlineData("요청했습니다", "요청")]
    [InlineData("추진되었다", "추진")]
    [InlineData("검토하겠다고", "검토")]
    [InlineData("도", "도")]
    [InlineData("은행", "은행")]
    public void Particles_and_endings_come_off(string word, string stem) =>
        Assert.Equal(stem, word[..KoreanStems.StemLength(word)]);
}
