using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Tests.Records.Reading;

public sealed class FrontMatterTests : TemporaryFiles
{
    [Fact]
    public void Known_keys_are_read_and_others_kept_as_they_were_written()
    {
        const string text = "---\r\nid: mtg-1\r\ntitle: \"간담회: 결과\"\r\ndate: 2025-07-24\r\nlanguage: ko\r\ngrade: open\r\nsources:\r\n  - https://example.com/a\r\n  - https://example.com/b\r\ntags: [a, b]\r\n---\r\nA사는 기준이 모호하다고 했다.\r\n";
        var record = Accept("a.md", text);
        Assert.Equal(("mtg-1", "간담회: 결과", new DateOnly(2025, 7, 24)), (record.Id.Value, record.Title, record.Published));
        Assert.Equal((Language.Korean, Grade.Open), (record.Language, record.Grade));
        Assert.Equal(["https://example.com/a", "https://example.com/b"], record.Sources);
        Assert.Equal("[a, b]", record.Metadata["tags"]);
        Assert.Equal(text, record.Text);
        Assert.Equal([TextPartKind.FrontMatter, TextPartKind.Body], record.Parts.Select(p => p.Kind));
        Assert.EndsWith("---", record.Parts[0].Span.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date: 2025-02-30", "Line 2", "2025-02-30")]
    [InlineData("title: x\ngrade: secret", "Line 3", "open, sensitive or classified")]
    [InlineData("language: fr", "Line 2", "ko or en")]
    [InlineData("just words", "Line 2", "key: value")]
    [InlineData("- a\n- b", "Line 2", "key: value")]
    [InlineData("title: [a", "Line", "YAML")]
    [InlineData("id: [\ntitle: x", "Line", "올바른 YAML이 아닙니다")]
    [InlineData("title: a\ntitle: b", "Line 3", "twice")]
    [InlineData("a: &a [x]\nb: *a", "Line 3", "aliases")]
    [InlineData("id: [a, b]", "Line 2", "takes one")]
    public void A_fault_is_refused_with_its_line_and_what_to_do(string yaml, string line, string reason)
    {
        var refusal = Refuse("a.md", $"---\n{yaml}\n---\n본문이다.\n");
        Assert.Contains(line, refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_read_and_one_that_does_not_exist_is_refused_by_name() =>
        Assert.Contains("There is no group \"budget\"", Refuse("a.md", "---\ngroup: Budget\n---\n본문이다.\n"), StringComparison.Ordinal);

    [Fact]
    public void Deep_nests_and_long_blocks_are_refused()
    {
        Assert.Contains("nests deeper", Refuse("a.md", $"---\na: {new string('[', 5000)}\n---\nx"), StringComparison.Ordinal);
        Assert.Contains("64 KB", Refuse("a.md", $"---\na: {new string('x', 70_000)}\n---\nx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\n첫 문장이다.\n둘째 문장이다.\n")]
    [InlineData("----\ntitle: x\n---\n첫 문장이다.\n")]
    [InlineData("\n---\ntitle: x\n---\n첫 문장이다.\n")]
    public void A_rule_across_the_page_is_no_front_matter(string text) =>
        Assert.DoesNotContain(Accept("a.md", text).Parts, p => p.Kind == TextPartKind.FrontMatter);

    [Fact]
    public void Empty_front_matter_says_nothing_and_hurts_nothing() => Assert.Equal(Grade.Sensitive, Accept("a.md", "---\n---\nA사는 기뻐했다.").Grade);

    [Fact]
    public void Nothing_below_the_front_matter_is_no_record() => Assert.Contains("no text", Refuse("a.md", "---\ntitle: x\n---\n\n"), StringComparison.Ordinal);
}
