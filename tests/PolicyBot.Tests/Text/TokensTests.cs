using PolicyBot.Text;

namespace PolicyBot.Tests.Text;

public sealed class TokensTests
{
    [Fact]
    public void Runs_of_one_script_are_tokens_with_exact_offsets()
    {
        const string text = "GPU를 3만 장, 人工知能에";

        var tokens = Tokens.In(text).ToArray();

        Assert.Equal(["GPU", "를", "3", "만", "장", "人工知能", "에"], tokens.Select(t => t.Span.Of(text)));
        Assert.Equal([TokenKind.Word, TokenKind.Hangul, TokenKind.Number, TokenKind.Hangul, TokenKind.Hangul, TokenKind.Han, TokenKind.Hangul], tokens.Select(t => t.Kind));
        Assert.Equal([false, true, false, true, false, false, true], tokens.Select(t => t.Glued));
    }

    [Fact]
    public void Letters_and_digits_hold_together()
    {
        Assert.Equal(["5G", "B2B", "2025"], Tokens.In("5G B2B 2025!").Select(t => t.Span.Of("5G B2B 2025!")));
    }

    [Fact]
    public void Nothing_but_marks_gives_no_token() => Assert.Empty(Tokens.In(" …!? ○ ▲ "));
}
