using System.Text;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Text;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Tests.Access;

public sealed class EgressGateTests
{
    [Theory]
    [InlineData(Grade.Open, Grade.Open, true)]
    [InlineData(Grade.Sensitive, Grade.Open, false)]
    [InlineData(Grade.Sensitive, Grade.Sensitive, true)]
    [InlineData(Grade.Classified, Grade.Sensitive, false)]
    [InlineData(Grade.Classified, Grade.Classified, true)]
    public void A_reply_that_cites_more_than_the_place_may_see_is_refused_whole(Grade record, Grade clearance, bool passes)
    {
        var reply = EgressGate.Pass(Reply("비밀 문장"), Cited(record), clearance);

        Assert.Equal(passes, reply.Text == "비밀 문장");
        Assert.Equal(passes, reply.Citations.Count == 1);
    }

    [Fact]
    public void A_reply_that_cites_a_record_that_is_gone_is_refused() =>
        Assert.Empty(EgressGate.Pass(Reply("x"), new Dictionary<string, Record>(), Grade.Classified).Citations);

    [Theory]
    [InlineData("전\u200B력\u2060 공\uFE0F급", "전력 공급")]
    [InlineData("a\U000E0041\U000E007Fb", "ab")]
    [InlineData("보기 https://evil.example/a?b=1 그리고 ftp://x.example", "보기 evil.example/a?b=1 그리고 x.example")]
    [InlineData("([여기](https://evil.example))", "([여기](evil.example))")]
    [InlineData("hhttps://https://evil.example", "evil.example")]
    [InlineData("https://", "")]
    public void Hidden_characters_and_links_do_not_leave_in_any_text(string text, string left)
    {
        var reply = EgressGate.Pass(
            Reply(text) with
            {
                Heading = text,
                Points = [new(text, text, [text])],
                Table = new([text], [[text]]),
                Notes = [text],
                Suggestions = [text],
                Footer = text,
                Buttons = [new("a:1", text)],
                Files = [new("a.txt", "text/plain", Encoding.UTF8.GetBytes("가\u200B나"), text)],
            },
            Cited(Grade.Open),
            Grade.Open);

        Assert.Equal(
            Enumerable.Repeat(left, 11),
            [reply.Heading, reply.Text, reply.Points[0].Speaker, reply.Points[0].Where, reply.Points[0].Lines[0], reply.Table!.Rows[0][0], reply.Notes[0], reply.Suggestions[0], reply.Footer, reply.Buttons[0].Label, reply.Files[0].Description]);
        Assert.Equal("가나", Encoding.UTF8.GetString(reply.Files[0].Bytes.Span));
    }

    [Theory]
    [InlineData("https://example.org/r1", true)]
    [InlineData("https://example.org/other", false)]
    [InlineData("http://example.org/plain", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(null, false)]
    public void Only_the_https_address_of_the_cited_record_stays_a_link(string? url, bool stays)
    {
        var reply = Reply("x");

        var passed = EgressGate.Pass(reply with { Citations = [reply.Citations[0] with { Url = url }] }, Cited(Grade.Open), Grade.Open);

        Assert.Equal(stays ? url : null, passed.Citations[0].Url);
    }

    private static Reply Reply(string text) => new()
    {
        Language = Language.Korean,
        Text = text,
        Citations = [new([1], "제목", null, null, "r1", "https://example.org/r1", [])],
    };

    private static Dictionary<string, Record> Cited(Grade grade) => new()
    {
        ["r1"] = new() { Id = new("r1"), Title = "제목", Language = Language.Korean, Text = "", Grade = grade, Parts = [], Sources = ["https://example.org/r1", "http://example.org/plain"] },
    };
}
