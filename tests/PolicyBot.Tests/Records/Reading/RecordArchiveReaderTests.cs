using System.Text;
using PolicyBot.Records;

namespace PolicyBot.Tests.Records.Reading;

public sealed class RecordArchiveReaderTests : TemporaryFiles
{
    [Fact]
    public void Bad_lines_are_refused_by_number_and_their_neighbours_are_read()
    {
        var results = ReadAll("a.jsonl", "{\"id\":\"a\",\"text\":\"하나이다.\"}\n{broken\n\n{\"id\":\"a\",\"text\":\"둘이다.\"}\r\n{\"title\":\"x\"}\n{\"text\":\"셋이다.\",\"published\":\"2025-02-30\"}\n{\"text\":\"\\ud800\"}\n[1]\n{\"id\":\"z\",\"text\":\"끝이다.\"}");
        Assert.Equal([1, 2, 4, 5, 6, 7, 8, 9], results.Select(r => int.Parse(r.Path[(r.Path.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(["a", "z"], results.Where(r => r.Record is not null).Select(r => r.Record!.Id.Value));
        string[] reasons = ["not valid JSON", "line 1 already", "no \"text\"", "2025-02-30", "surrogate", "A record is an object"];
        Assert.All(results.Where(r => r.Refusal is not null).Zip(reasons), r => Assert.Contains(r.Second, r.First.Refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Properties_mean_what_they_mean_in_front_matter()
    {
        var record = Accept("a.json", """{"id":7,"title":"T","published":"2025-07-24T20:00:00Z","language":"en","source":["https://example.com/a"],"grade":"classified","pages":3,"text":" As it is.\r\n"}""");
        Assert.Equal(("7", "T", " As it is.\r\n"), (record.Id.Value, record.Title, record.Text));
        Assert.Equal((new DateOnly(2025, 7, 25), Grade.Classified), (record.Published, record.Grade));
        Assert.Equal(["https://example.com/a"], record.Sources);
        Assert.Equal("3", record.Metadata["pages"]);
    }

    [Fact]
    public void An_array_is_read_element_by_element_up_to_the_fault()
    {
        var results = ReadAll("a.json", "[{\"text\":\"one\"},\n{\"x\":1},\n{\"text\":\"two\"}\n] x");
        Assert.Equal(["one", null, "two", null], results.Select(r => r.Record?.Text));
        Assert.EndsWith(":2", results[1].Path, StringComparison.Ordinal);
        Assert.Contains("not valid JSON", results[3].Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.jsonl")]
    public void Deep_nests_are_refused(string name) =>
        Assert.Contains("deeper", Refuse(name, "{\"a\":" + new string('[', 100_000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("ks_c_5601-1987")]
    public void Archives_in_other_encodings_are_read(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var results = ReadAll("a.jsonl", [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"text\":\"첫째 기록이다.\"}\n{\"text\":\"둘째 기록이다.\"}\n")]);
        Assert.Equal(["첫째 기록이다.", "둘째 기록이다."], results.Select(r => r.Record?.Text));
    }

    [Fact]
    public void A_line_over_the_limit_costs_itself_alone()
    {
        var results = ReadAll("a.jsonl", $"{{\"text\":\"{new string('x', 17 * 1024 * 1024)}\"}}\n{{\"text\":\"short\"}}\n");
        Assert.Contains("16 MB", results[0].Refusal, StringComparison.Ordinal);
        Assert.Equal("short", results[1].Record?.Text);
    }
}
