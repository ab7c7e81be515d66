using System.Data.Common;

namespace PolicyBot.Storage.Sql;

/// <summary>Writes many rows by one statement of SQL: to a database on another machine, each statement is a journey.</summary>
internal static class RowSets
{
    /// <summary>So many rows travel together. Not many more: SQLite looks for each parameter from the first one on.</summary>
    private const int Together = 50;

    /// <param name="into">The table, with its columns in brackets.</param>
    /// <param name="ending">What comes after the values, such as <c>ON CONFLICT DO NOTHING</c>.</param>
    public static void Insert(this SqlSession session, string into, IEnumerable<object?[]> rows, string ending = "") =>
        session.Insert(into, rows, ending, _ => true);

    /// <summary>With a <c>RETURNING</c> in <paramref name="ending"/>, whose rows come in any order.</summary>
    public static List<T> Insert<T>(this SqlSession session, string into, IEnumerable<object?[]> rows, string ending, Func<DbDataReader, T> read) =>
    [
        .. rows.Chunk(Together).SelectMany(chunk => session.Query(
            $"INSERT INTO {into} VALUES {string.Join(", ", Enumerable.Range(0, chunk.Length).Select(row => Names(chunk[row].Length, row)))} {ending}",
            read,
            [.. chunk.SelectMany(row => row).Select((value, n) => ($"@v{n}", value))])),
    ];

    private static string Names(int columns, int row) => $"({string.Join(", ", Enumerable.Range(row * columns, columns).Select(n => $"@v{n}"))})";
}
