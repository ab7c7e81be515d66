using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>How a statement's id stands in a column: without its record's id when it begins with that, as most of its length is.</summary>
internal static class StatementIds
{
    private const char Within = '~';
    private const char Whole = '=';

    public static string Pack(StatementId id, RecordId record) =>
        id.Value.StartsWith(record.Value, StringComparison.Ordinal) ? Within + id.Value[record.Value.Length..] : Whole + id.Value;

    public static StatementId Unpack(string packed, RecordId record) => new(packed[0] == Within ? record.Value + packed[1..] : packed[1..]);
}
