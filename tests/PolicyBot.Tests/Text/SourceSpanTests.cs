using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class SourceSpanTests
{
    [Fact]
    public void Trimming_takes_white_space_off_both_ends_only()
    {
        const string text = "  전력 공급 \n";
        Assert.Equal("전력 공급", new SourceSpan(0, text.Length).Trim(text).Of(text));
    }
}
