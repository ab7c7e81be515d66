using System.Globalization;
using PolicyBot.Concerns;

namespace PolicyBot.Storage;

/// <summary>By which rules and catalogues a record was understood. What was understood by others is read anew at the next import.</summary>
public static class Understanding
{
    /// <summary>To be raised whenever a reader of texts, meetings or statements comes to understand the same text otherwise.</summary>
    public const int Version = 6;

    public static string Of(StatementReader statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return string.Create(CultureInfo.InvariantCulture, $"{Version}-{statements.Catalogues}");
    }
}
