namespace PolicyBot.Concerns.Korean;

/// <summary>Who speaks, never more exactly than the words allow.</summary>
internal sealed record Speaker(AttributionLevel Level, IReadOnlyList<string> Names, Side Side)
{
    public static Speaker Nobody { get; } = new(AttributionLevel.Unattributed, [], Side.Unknown);

    public static Speaker Unknown(string words, Side side = Side.Stakeholder) => new(AttributionLevel.Unattributed, [words], side);

    public static Speaker Group(string words, Side side = Side.Stakeholder) => new(AttributionLevel.Participants, words.Length == 0 ? [] : [words], side);

    public bool IsNamed => Level >= AttributionLevel.Organisation;
}

internal enum Side
{
    Unknown,
    Stakeholder,
    Government,

    /// <summary>A stakeholder that called the meeting: its asks are asks, its promises are promises.</summary>
    Host,
}
