using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class NormalizerTests
{
    [Theory]
    [InlineData("ＡＩ　３개", "ai 3개")]
    [InlineData("GPU Cloud", "gpu cloud")]
    [InlineData("전력", "전력")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("\u1100\u1161", "가")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("데이터\u200B센터", "데이터센터")]
    public void Spellings_that_look_the_same_become_the_same(string written, string folded) =>
        Assert.Equal(folded, Normalizer.Fold(written));

    [Fact]
    public void A_lone_consonant_stays() => Assert.Equal("\u1100 힣", Normalizer.Fold("\u1100 힣"));
}
