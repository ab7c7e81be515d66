namespace PolicyBot.Concerns.English;

internal enum Side
{
    Unknown,
    Stakeholder,
    Government,
}

/// <summary>Who says something in a sentence, already resolved against the names of the record.</summary>
internal sealed record Speaker(AttributionLevel Level, IReadOnlyList<string> Names, Side Side)
{
    /// <summary>A plain plural noun without a room around it ("businesses fear"): the reporter's background in the present tense.</summary>
    public bool Generic { get; init; }

    /// <summary>"A spokeswoman for Company A": a "she" behind it is her, and she is Company A's.</summary>
    public bool Voice { get; init; }

    public static Speaker Nobody { get; } = new(AttributionLevel.Unattributed, [], Side.Stakeholder);

    public static Speaker Vague(string words, Side side) => new(AttributionLevel.Unattributed, [words], side);
}
