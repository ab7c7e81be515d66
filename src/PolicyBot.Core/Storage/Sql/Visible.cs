using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>What a clearance lets be seen, as a condition of the query itself: what it hides is not found, not counted and not reckoned with.</summary>
internal sealed class Visible(Clearance clearance)
{
    /// <param name="row">The name under which the query knows a row with a grade and a group, with its dot; empty when there is but one.</param>
    public string Of(string row) => clearance switch
    {
        { IsEverything: true } => $"{row}grade <= @clearance",
        { Groups: [] } => $"{row}grade <= @clearance AND {row}group_name IS NULL",
        _ => $"{row}grade <= @clearance AND ({row}group_name IS NULL OR {row}group_name IN (SELECT value FROM json_each(@groups)))",
    };

    public (string, object?) Grade => ("@clearance", (int)clearance.Grade);

    public (string, object?) Groups => ("@groups", Columns.Of(clearance.Groups));
}
