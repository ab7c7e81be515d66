using PolicyBot.Chat.Rendering;

namespace PolicyBot.Tests.Chat.Rendering;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("전력\u200B공급", "전력공급")]
    [InlineData("a\uDB40\uDC41\uDB40\uDC42b", "ab")]
    [InlineData("x\uFE0Fy\u202Ez\u2066", "xyz")]
    [InlineData("줄\n바꿈\t탭\u0007", "줄\n바꿈\t탭")]
    [InlineData("한글 English 123 😀 漢字", "한글 English 123 😀 漢字")]
    public void What_nobody_can_see_is_taken_out(string text, string expected) => Assert.Equal(expected, CleanText.Of(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_sign_for_it() => Assert.Equal("a\uFFFDb", CleanText.Of("a\uD800b"));
}
