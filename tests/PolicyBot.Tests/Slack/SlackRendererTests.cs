using System.Text.Json;
using PolicyBot.Chat;
using PolicyBot.Slack.Rendering;
using PolicyBot.Tests.Slack.FakeSlack;
using PolicyBot.Text;

namespace PolicyBot.Tests.Slack;

public sealed class SlackRendererTests
{
    private static readonly Delivery _delivery = new() { Conversation = new("slack", "T1", "C1", null, ConversationKind.Public), UserId = "U1" };

    private static readonly Reply _full = new()
    {
        Language = Language.Korean,
        Heading = "A사의 우려",
        Text = "두 자리에서 세제를 말했습니다.",
        Points = [new("홍길동 A사 상무", "2025-07-24, 업계 간담회", ["“세제 지원이 필요하다” [1]", "→ 검토하겠다 [2]"])],
        Table = new(["기관", "우려"], [["A사", "세제"], ["B & C", "전력"]]),
        Notes = ["3건이 더 있습니다."],
        Citations = [new([1, 2], "간담회 <속보>", "나라일보", new DateOnly(2025, 7, 25), "rec-1", "https://example.org/a?b=1&c=2", ["그 밖의 말"])],
        Menu = new("topic", "주제 고르기", [new("세제", "tax"), new("전력", "power")]),
        Suggestions = ["전력은 누가 요구했나?"],
        Buttons = [new("helpful:a1", "도움됨", ButtonStyle.Primary), new("wrong:a1", "발언자가 다름", ButtonStyle.Danger)],
        Footer = "기록만으로 답함",
    };

    private static readonly JsonSerializerOptions _indented = new(PolicyBot.Slack.Web.SlackBody.Written) { WriteIndented = true };

    private static List<JsonElement> Render(Reply reply) => [.. SlackRenderer.Render(reply, _delivery).Select(b => JsonElement.Parse(b))];

    [Fact]
    public void A_reply_with_everything_looks_as_approved()
    {
        var body = Assert.Single(Render(_full));

        ApprovedFile.Matches(Path.Combine(SharedData.Config, "..", "tests", "PolicyBot.Tests", "Slack", "SlackRendererTests.Full.json"), JsonSerializer.Serialize(body, _indented) + "\n");
    }

    [Theory]
    [InlineData("<!channel> <!here> <!everyone> <@U1> <!subteam^S1>")]
    [InlineData("<https://evil.example|여기>")]
    [InlineData("&lt;!channel&gt;")]
    public void Markup_in_a_text_is_dead(string hostile)
    {
        var reply = new Reply { Language = Language.English, Heading = hostile, Text = hostile, Points = [new(hostile, hostile, [hostile])], Table = new([hostile], [[hostile]]), Notes = [hostile], Citations = [new([1], hostile, hostile, null, hostile, "http://plain.example", [hostile])], Footer = hostile };

        var blocks = Assert.Single(Render(reply)).GetProperty("blocks").EnumerateArray().ToList();

        foreach (var block in blocks.Where(b => b.GetProperty("type").GetString() == "section")) Assert.DoesNotContain('<', block.GetProperty("text").GetProperty("text").GetString()!);
        Assert.DoesNotContain('<', blocks[^1].GetProperty("elements")[0].GetProperty("text").GetString()!);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://example.org")]
    [InlineData("https://user:word@example.org")]
    [InlineData("nonsense")]
    public void Only_an_encrypted_address_becomes_a_link(string url) => Assert.Equal("제목", Mrkdwn.Link("제목", url));

    [Fact]
    public void A_link_cannot_be_left_by_its_own_address() => Assert.Equal("<https://example.org/a%7Cb%3E?x=1&amp;y=2|제목>", Mrkdwn.Link("제목", "https://example.org/a|b>?x=1&y=2"));

    [Fact]
    public void Invisible_characters_are_taken_out() => Assert.DoesNotContain('\u200b', SlackRenderer.Render(_full with { Text = "세\u200b제" }, _delivery)[0]);

    [Theory]
    [InlineData(1)]
    [InlineData(2_899)]
    [InlineData(2_901)]
    [InlineData(11_999)]
    [InlineData(40_000)]
    public void However_long_no_limit_is_broken_and_no_word_is_lost(int length)
    {
        var words = string.Concat(Enumerable.Range(0, length / 8 + 1).Select(i => $"말{i:00000}. "))[..length];

        var bodies = Render(_full with { Text = words });

        Assert.All(bodies, b => Assert.Empty(BodyRules.Check("chat.update", b)));
        var shown = string.Concat(bodies.SelectMany(b => b.GetProperty("blocks").EnumerateArray()).Where(b => b.GetProperty("type").GetString() == "section").Select(b => b.GetProperty("text").GetProperty("text").GetString()));
        Assert.Contains(string.Concat(words.Where(c => !char.IsWhiteSpace(c))), string.Concat(shown.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_points_and_buttons_stay_under_every_count()
    {
        var reply = _full with { Points = [.. Enumerable.Range(0, 300).Select(i => new ReplyPoint($"발언자 {i}", null, [$"말 {i} & <끝>"]))], Buttons = [.. Enumerable.Range(0, 60).Select(i => new ReplyButton($"b:{i % 40}", new string('가', 100)))], Menu = new("m", "", [.. Enumerable.Range(0, 300).Select(i => new Suggestion(new string('나', 200), $"v{i}"))]) };

        var bodies = Render(reply);

        Assert.True(bodies.Count > 5);
        Assert.All(bodies, b => Assert.Empty(BodyRules.Check("chat.update", b)));
        var home = JsonElement.Parse(Assert.Single(SlackRenderer.Render(reply, _delivery with { Kind = DeliveryKind.Home })));
        Assert.Empty(BodyRules.Check("views.publish", home));
    }

    [Fact]
    public void A_stream_cuts_between_words_and_loses_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("참석자들이 말했다. ", 200));

        var chunks = StreamText.Cut(text);

        Assert.Equal(text, string.Concat(chunks));
        Assert.All(chunks, c => Assert.True(c.Length >= 256));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("www.evil.example")]
    [InlineData("a@evil.example")]
    [InlineData("[x](evil)")]
    public void What_could_become_a_link_is_not_streamed(string hostile) =>
        Assert.Null(StreamText.Render(new() { Language = Language.English, Text = new string('a', 900) + " " + hostile }));
}
