using System.Text.Json.Serialization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>What the index keeps of a passage besides its text. Short names: they are written once a passage.</summary>
internal sealed record StoredPassage(
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("r")] string Record,
    [property: JsonPropertyName("s")] int Start,
    [property: JsonPropertyName("e")] int End,
    [property: JsonPropertyName("g")] Grade Grade,
    [property: JsonPropertyName("t")] string? Title,
    [property: JsonPropertyName("v")] string? Speaker,
    [property: JsonPropertyName("o")] string[]? Organisations,
    [property: JsonPropertyName("p")] string[]? People,
    [property: JsonPropertyName("c")] string[]? Topics,
    [property: JsonPropertyName("m")] string? Meeting,
    [property: JsonPropertyName("d")] int? Day)
{
    public static StoredPassage Of(Passage passage) => new(
        passage.Id.Value,
        passage.RecordId.Value,
        passage.Span.Start,
        passage.Span.End,
        passage.Grade,
        passage.Title.Length > 0 ? passage.Title : null,
        passage.Speaker,
        Names(passage.Organisations),
        Names(passage.People),
        Names(passage.Topics),
        passage.MeetingId?.Value,
        passage.Date?.DayNumber);

    public Passage ToPassage(string text) => new()
    {
        Id = new(Id),
        RecordId = new(Record),
        Span = new(Start, End),
        Grade = Grade,
        Text = text,
        Title = Title ?? "",
        Speaker = Speaker,
        Organisations = Organisations ?? [],
        People = People ?? [],
        Topics = Topics ?? [],
        MeetingId = Meeting is null ? null : new(Meeting),
        Date = Day is { } day ? DateOnly.FromDayNumber(day) : null,
    };

    private static string[]? Names(IReadOnlyList<string> names) => names.Count > 0 ? [.. names] : null;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPassage))]
internal sealed partial class PassageJson : JsonSerializerContext;
