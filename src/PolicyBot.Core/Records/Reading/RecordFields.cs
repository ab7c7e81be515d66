using PolicyBot.Text;

namespace PolicyBot.Records.Reading;

/// <summary>What a document says about itself, in front matter or in the properties of an archive line.</summary>
internal sealed record RecordFields
{
    public static RecordFields None { get; } = new();

    public string? Id { get; init; }

    public string? Title { get; init; }

    public DateOnly? Published { get; init; }

    public Language? Language { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Null when it names none.</summary>
    public Grade? Grade { get; init; }

    public string? Group { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
