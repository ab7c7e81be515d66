using System.IO.Compression;
using System.Text.Json;

namespace PolicyBot.Tests.Records;

/// <summary>Third-party collections of awkward input: each row must end as a record or as a refusal.</summary>
public sealed class HostileInputTests : TemporaryFiles
{
    [Fact]
    public void Naughty_strings_are_kept_word_for_word_in_every_format()
    {
        foreach (var row in Rows("naughty-strings"))
        {
            var text = row.GetProperty("text").GetString()!;
            var json = Assert.Single(ReadAll("a.jsonl", JsonSerializer.Serialize(new { text }) + "\n"));
            if (string.IsNullOrWhiteSpace(text)) Refused(json);
            else Assert.Equal(text, Accepted(json).Text);
            foreach (var name in new[] { "a.txt", "a.md", "a.html" })
            {
                var read = Assert.Single(ReadAll(name, text));
                if (name == "a.txt" && read.Record is { } record) Assert.Equal(text.TrimStart('\uFEFF'), record.Text);
            }
        }
    }

    [Fact]
    public void Json_is_taken_and_refused_as_the_standard_says()
    {
        foreach (var row in Rows("malformed-json"))
        {
            var bytes = Convert.FromBase64String(row.GetProperty(row.TryGetProperty("b64", out _) ? "b64" : "zlib_b64").GetString()!);
            if (!row.TryGetProperty("b64", out _)) bytes = Inflate(bytes);
            var reasons = ReadAll("a.json", bytes).Select(r => r.Refusal ?? "").ToList();
            var (id, expect) = (row.GetProperty("id").GetString(), row.GetProperty("expect").GetString());
            var valid = reasons.TrueForAll(r => !r.Contains("not valid JSON", StringComparison.Ordinal) && !r.Contains("The file", StringComparison.Ordinal));
            if (expect == "accept") Assert.True(valid, $"{id}: {string.Join(" ", reasons)}");
            if (expect == "reject") Assert.False(valid, $"{id} was taken");
        }
    }

    [Fact]
    public void Yaml_that_must_fail_never_yields_fields()
    {
        foreach (var row in Rows("yaml-test-suite"))
        {
            var yaml = row.GetProperty("case_file").GetString()!;
            var read = Assert.Single(ReadAll("a.md", $"---\n{yaml.Replace("\n---", "\n- - -", StringComparison.Ordinal)}\n---\nText below.\n"));
            Assert.True(read.Refusal is not null || read.Record!.Text.EndsWith("Text below.\n", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("html-tokenizer", "input")]
    [InlineData("markup-payloads", "text")]
    public void No_markup_crashes_the_reader_or_lets_a_script_through(string file, string property)
    {
        foreach (var row in Rows(file))
        {
            var read = Assert.Single(ReadAll("a.html", "<p>A paragraph before.</p><script>stolen()</script>" + row.GetProperty(property).GetString()));
            Assert.DoesNotContain("stolen()", read.Record?.Text ?? "", StringComparison.Ordinal);
        }
    }

    private static List<JsonElement> Rows(string file) =>
        [.. File.ReadLines(SharedData.Path($"attacks/{file}.jsonl")).Select(l => JsonSerializer.Deserialize<JsonElement>(l))];

    private static byte[] Inflate(byte[] bytes)
    {
        using ZLibStream stream = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using MemoryStream plain = new();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
