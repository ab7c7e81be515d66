using System.Text;
using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Discord.Rest;
using PolicyBot.Discord.Sending;
using PolicyBot.Text;

namespace PolicyBot.Tests.Discord;

public sealed class DiscordRendererTests
{
    [Fact]
    public void A_reply_reads_as_approved() => ApprovedFile.Matches(
        Path.Combine(SharedData.Config, "..", "tests", "PolicyBot.Tests", "Discord", "DiscordRendererTests.Reply.txt"),
        string.Join("\n----\n", DiscordRenderer.Render(Sample()).Select(b => JsonElement.Parse(b).GetProperty("message")).Select(m => $"{m.GetProperty("content").GetString()}\n{m.GetProperty("components").GetRawText()}\n")));

    [Theory]
    [InlineData("@everyone <@123> <@&5> <#9>", "\\@everyone \\<\\@123\\> \\<\\@&5\\> \\<#9\\>")]
    [InlineData("*a* _b_ ~~c~~ `d` ||e||", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|")]
    [InlineData("# 제목\n- 항목\n12. 항목", "\\# 제목\n\\- 항목\n12\\. 항목")]
    [InlineData("[here](https://evil.example)", "\\[here](https\\://evil.example)")]
    [InlineData("말했다 [12].", "말했다 [12].")]
    [InlineData("[12](https://evil.example)", "\\[12](https\\://evil.example)")]
    [InlineData("a\u200Bb\u202Ec", "abc")]
    public void Words_of_a_record_are_words_and_nothing_else(string text, string escaped) => Assert.Equal(escaped, Markdown.Escape(text));

    [Theory]
    [InlineData("https://example.org/a(b)", "[제목 ［1］](<https://example.org/a%28b%29>)")]
    [InlineData("http://example.org/", "제목 ［1］")]
    [InlineData("javascript:alert(1)", "제목 ［1］")]
    [InlineData(null, "제목 ［1］")]
    public void Only_https_becomes_a_link(string? url, string link) => Assert.Equal(link, Markdown.Link("제목 [1]", url));

    [Theory]
    [InlineData(1)]
    [InlineData(1_899)]
    [InlineData(1_901)]
    [InlineData(9_000)]
    [InlineData(60_000)]
    public void No_length_is_too_long(int length)
    {
        DiscordSchema.Require();
        var text = string.Concat(Enumerable.Repeat("전력 공급이 늦는다고 했다 [3]. ", length / 20 + 1))[..length].Trim();

        var bodies = DiscordRenderer.Render(new() { Language = Language.Korean, Text = text }).Select(DiscordBody.Read).ToList();

        Assert.InRange(bodies.Count, 1, 5);
        Assert.All(bodies, b => Assert.InRange(b.Content.Length, 1, 1_900));
        Assert.All(bodies, b => Assert.Null(DiscordSchema.Fault("POST", "/channels/1/messages", JsonElement.Parse(b.ToWire()))));
        var whole = bodies[^1].Files.Count == 1 ? Encoding.UTF8.GetString(bodies[^1].Files[0].Bytes) : string.Join(' ', bodies.Select(b => b.Content));
        Assert.Equal(text, whole);
    }

    [Fact]
    public void Too_much_to_press_is_cut_to_what_Discord_takes()
    {
        DiscordSchema.Require();
        var reply = Sample() with
        {
            Buttons = [.. Enumerable.Range(0, 40).Select(i => new ReplyButton($"b:{i}", new string('가', 100)))],
            Menu = new("m:1", new string('나', 200), [.. Enumerable.Range(0, 40).Select(i => new Suggestion(new string('다', 120), $"v{i}"))]),
        };

        var body = DiscordBody.Read(Assert.Single(DiscordRenderer.Render(reply)));

        Assert.Null(DiscordSchema.Fault("POST", "/channels/1/messages", JsonElement.Parse(body.ToWire())));
        Assert.Equal(5, body.Message["components"]!.AsArray().Count);
    }

    [Fact]
    public void An_empty_reply_is_not_sent() => Assert.Empty(DiscordRenderer.Render(new() { Language = Language.English }));

    [Fact]
    public void A_nonce_is_the_same_for_the_same_piece_and_short_enough()
    {
        var nonces = Enumerable.Range(0, 1_000).Select(i => Nonce.Of($"piece {i}")).ToList();

        Assert.Equal(1_000, nonces.Distinct().Count());
        Assert.All(nonces, n => Assert.Matches("^[a-z2-7]{24}$", n));
        Assert.Equal(nonces[7], Nonce.Of("piece 7"));
    }

    [Fact]
    public void A_handle_is_not_printed() => Assert.DoesNotContain("secret", new PolicyBot.Discord.Events.ReplyHandle(true, "1", "secret").ToString(), StringComparison.Ordinal);

    private static Reply Sample() => new()
    {
        Language = Language.Korean,
        Heading = "전력 공급에 대한 우려",
        Text = "두 곳이 공급 지연을 걱정했습니다 [1].",
        Points = [new("홍길동 (A사)", "간담회, 2026-03-02", ["“공급이 *늦다*.” [1]", "→ 산업부: 검토하겠다"])],
        Table = new(["날짜", "회의"], [["3월 2일", "간담회"], ["3월 9일", "토론회"]]),
        Notes = ["기록 3건 더 있음"],
        Citations = [new([1], "간담회 결과", "A부", new(2026, 3, 2), "r-1", "https://example.org/1", ["원문 그대로"])],
        Buttons = [new("helpful:1", "도움이 됐어요", ButtonStyle.Primary)],
        Suggestions = ["부처는 뭐라고 답했나요?"],
        Footer = "규칙으로 찾은 답입니다.",
    };
}
