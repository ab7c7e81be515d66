using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;

namespace PolicyBot.Tests.Concerns.Evaluation;

public sealed class GoldFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_row_is_read_with_everything_on_it()
    {
        var example = Assert.Single(Read("""{"id": "x", "lang": "en", "trap": "deadline", "published": "2025-07-25", "text": "A will act by June.", "statements": [{"kind": "commitment", "start": 2, "end": 18, "attribution": {"level": "organisation", "names": ["A"]}, "topic": "tax", "strength": "will_pursue", "due": {"text": "by June", "by": "2026-06-30"}}], "notes": ""}"""));

        var statement = Assert.Single(example.Statements);
        Assert.Equal((StatementKind.Commitment, ReplyStrength.WillPursue), (statement.Kind, statement.Strength));
        Assert.Equal(new Due("by June", new(2026, 6, 30)), statement.Due);
        Assert.Equal(new DateOnly(2025, 7, 25), example.Published);
    }

    [Theory]
    [InlineData("{not json", "invalid start")]
    [InlineData("""{"id": "x", "lang": "ko", "text": "abc"}""", "statements")]
    [InlineData("""{"id": "x", "lang": "fr", "text": "abc", "statements": []}""", "fr")]
    [InlineData("""{"id": "x", "lang": "ko", "text": "abc", "published": "2025-02-31", "statements": []}""", "published")]
    [InlineData("""{"id": "x", "lang": "ko", "text": null, "statements": []}""", "text")]
    [InlineData("""{"id": "x", "lang": "ko", "text": "abc", "statements": [{"kind": "rumour", "start": 0, "end": 1, "attribution": {"level": "person"}}]}""", "kind")]
    [InlineData("""{"id": "x", "lang": "ko", "text": "abc", "statements": [{"kind": "concern", "start": 1, "end": 9, "attribution": {"level": "person"}}]}""", "3 UTF-16 units")]
    [InlineData("""{"id": "x", "lang": "ko", "text": "abc", "statements": [{"kind": "reply", "start": 0, "end": 1, "reply_to": [4], "attribution": {"level": "person"}}]}""", "reply_to")]
    public void A_broken_row_is_named_by_file_and_line(string row, string word)
    {
        var fault = Assert.Throws<GoldFileException>(() => Read("\n" + row));

        Assert.StartsWith($"{_path}:2: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(word, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_empty_is_a_sentence()
    {
        Assert.Contains("holds no example", Assert.Throws<GoldFileException>(() => Read("")).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<GoldFileException>(() => GoldFile.Read(_path + ".absent")).Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<GoldExample> Read(string content)
    {
        File.WriteAllText(_path, content);
        return GoldFile.Read(_path);
    }
}
