using System.Globalization;
using CsCheck;
using PolicyBot.Chat.Rendering;

namespace PolicyBot.Tests.Chat.Rendering;

public sealed class TextPiecesTests
{
    [Fact]
    public void A_text_within_the_limit_stays_whole() => Assert.Equal(["전력 공급이 문제다."], TextPieces.Split("전력 공급이 문제다.", 40));

    [Fact]
    public void An_empty_text_gives_nothing_to_send() => Assert.Empty(TextPieces.Split("  \n ", 40));

    [Fact]
    public void A_cut_prefers_the_end_of_a_paragraph() =>
        Assert.Equal(["First paragraph, with some words in it.", "Second one. It goes on for a while."],
            TextPieces.Split("First paragraph, with some words in it.\n\nSecond one. It goes on for a while.", 50));

    [Fact]
    public void A_cut_prefers_the_end_of_a_sentence_to_a_blank() =>
        Assert.Equal(["전력 공급이 늦어지고 있다고 했다.", "계통 연결은 2029년에야 된다고 덧붙였다."],
            TextPieces.Split("전력 공급이 늦어지고 있다고 했다. 계통 연결은 2029년에야 된다고 덧붙였다.", 40));

    [Theory]
    [InlineData("[12][13]")]
    [InlineData("<https://example.org/a/b|기록 제목>")]
    [InlineData("[title](https://example.org/x)")]
    [InlineData("https://example.org/path?x=1")]
    [InlineData("&amp;")]
    [InlineData("\\*")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("각\u0301\u0302")]
    public void No_token_and_no_character_is_ever_cut(string token)
    {
        for (var before = 0; before < 90; before++)
        {
            var text = new string('가', before) + token + new string('나', 90);

            Assert.Contains(TextPieces.Split(text, 60), piece => piece.Contains(token, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_fence_that_is_cut_is_closed_and_opened_again()
    {
        var table = string.Join('\n', Enumerable.Range(1, 30).Select(n => $"| row {n} | value |"));

        var pieces = TextPieces.Split($"Table:\n```\n{table}\n```\nEnd.", 120);

        Assert.All(pieces, piece => Assert.Equal(0, piece.Split("```").Length % 2 == 1 ? 0 : 1));
        Assert.All(Enumerable.Range(1, 30), n => Assert.Contains(pieces, piece => piece.Contains($"| row {n} | value |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_piece_keeps_the_limit_and_no_word_is_lost() => Gen.Select(Gen.String[Gen.OneOf(
            Gen.Char['가', '힣'], Gen.Const('\n'), Gen.Const(' '), Gen.Const('.'), Gen.Char['a', 'z'], Gen.Const('['), Gen.Const('1'), Gen.Const(']'), Gen.Const('\u0301'), Gen.Const('<'), Gen.Const('>')), 0, 900], Gen.Int[40, 300])
        .Sample((text, limit) =>
        {
            var pieces = TextPieces.Split(text, limit);

            Assert.All(pieces, piece => Assert.True(piece.Length <= limit && piece.Length > 0));
            Assert.Equal(Dense(text), Dense(string.Concat(pieces)));
        }, iter: 2_000);

    [Fact]
    public void Endless_clusters_are_cut_between_code_points()
    {
        var text = "e" + new string('\u0301', 5_000) + string.Concat(Enumerable.Repeat("😀\u200D", 500));

        var pieces = TextPieces.Split(text, 100);

        Assert.All(pieces, piece => Assert.True(piece.Length <= 100 && !char.IsLowSurrogate(piece[0])));
        Assert.Equal(text, string.Concat(pieces));
    }

    [Theory]
    [InlineData("짧다", 10, "짧다")]
    [InlineData("한국데이터센터연합회 간담회", 10, "한국데이터센터연합…")]
    [InlineData("ab👩‍👩‍👧‍👦cd", 6, "ab…")]
    public void A_title_is_shortened_between_characters(string text, int limit, string expected) => Assert.Equal(expected, TextPieces.Shorten(text, limit));

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
