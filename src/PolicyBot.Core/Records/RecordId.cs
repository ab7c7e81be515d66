namespace PolicyBot.Records;

/// <summary>The id that a document brought along, else one derived from its content; unique in an archive.</summary>
public sealed record RecordId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Stable over re-imports of the same text: record id and ordinal, or the key that joins records of one meeting.</summary>
public sealed record MeetingId(string Value)
{
    public override string ToString() => Value;
}
