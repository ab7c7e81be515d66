namespace PolicyBot.Records;

/// <summary>Finds the meetings that a record tells of, with their dates resolved against its publication.</summary>
public sealed class MeetingReader(Organisations organisations)
{
    public IReadOnlyList<Meeting> Read(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _ = organisations;
        return [];
    }
}
