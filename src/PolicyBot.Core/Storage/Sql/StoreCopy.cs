using System.Data.Common;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Storage.Sql;

/// <summary>Copies every row of one database into another of the same schema, in one transaction, and proves it by counts and hashes.</summary>
internal static partial class StoreCopy
{
    /// <summary>So many rows are read before they are written.</summary>
    private const int Together = 100;

    /// <summary>Tables in the order of their creation: each after those that it refers to.</summary>
    public static IReadOnlyList<string> Tables(IReadOnlyList<string> steps) => [.. steps.SelectMany(step => TableName().Matches(step).Select(m => m.Groups[1].Value))];

    /// <returns>What each table holds, the same on both sides.</returns>
    public static IReadOnlyList<TableContent> Run(SqlDatabase from, SqlDatabase to, IReadOnlyList<string> steps)
    {
        var tables = Tables(steps);
        return from.Read(source => to.Use(target =>
        {
            target.Begin();
            try
            {
                RefuseWhenInUse(target, tables, to);
                foreach (var table in tables) Copy(source, target, table);
                target.ContinueNumbers(tables);
                List<TableContent> held = [.. tables.Select(table => Measure(source, table))];
                foreach (var (one, other) in held.Zip(tables.Select(table => Measure(target, table))))
                    if (one != other) throw new ArchiveException($"The copy of {one.Table} is not what it was copied from ({one.Rows} rows against {other.Rows}); nothing was kept of it. Try again, and report it when it stays so. / 옮긴 {one.Table}이(가) 원본과 다릅니다. 옮긴 것은 남기지 않았으니 다시 하고, 그래도 같으면 알려 주십시오.");
                target.Commit();
                return held;
            }
            catch
            {
                target.RollBack();
                throw;
            }
        }));
    }

    private static void RefuseWhenInUse(SqlSession target, IReadOnlyList<string> tables, SqlDatabase to)
    {
        foreach (var table in tables.Where(table => table != "archive"))
            if (target.Scalar($"SELECT 1 FROM {table} LIMIT 1") is not null)
                throw new ArchiveException($"{to.Name} holds something already (in {table}); nothing was copied. Name an empty one with --to. / 옮겨 갈 곳에 이미 자료가 있어 아무것도 옮기지 않았습니다. --to에 빈 곳을 적으십시오.") { IsWrongUse = true };
        // The number at which a new archive begins is no content.
        if (tables.Contains("archive")) target.Execute("DELETE FROM archive");
    }

    private static void Copy(SqlSession source, SqlSession target, string table)
    {
        List<string> columns = [];
        List<object?[]> waiting = [];
        source.Query($"SELECT * FROM {table}", row =>
        {
            if (columns.Count == 0) columns = [.. Enumerable.Range(0, row.FieldCount).Select(c => $"\"{row.GetName(c)}\"")];
            waiting.Add([.. Enumerable.Range(0, row.FieldCount).Select(c => row.IsDBNull(c) ? null : row.GetValue(c))]);
            if (waiting.Count >= Together) Flush();
            return 0;
        });
        Flush();

        void Flush()
        {
            target.Insert($"{table} ({string.Join(", ", columns)})", waiting);
            waiting.Clear();
        }
    }

    /// <summary>Whatever order the rows come in: the sum of their hashes. Columns by name, as two databases may have them in another order.</summary>
    private static TableContent Measure(SqlSession session, string table)
    {
        var sum = BigInteger.Zero;
        var rows = session.Query($"SELECT * FROM {table}", row =>
        {
            sum += new BigInteger(Hash(row), isUnsigned: true);
            return 0;
        }).Count;
        return new(table, rows, (sum % BigInteger.Pow(2, 256)).ToString("x64", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static byte[] Hash(DbDataReader row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in Enumerable.Range(0, row.FieldCount).OrderBy(row.GetName, StringComparer.Ordinal))
        {
            var value = row.IsDBNull(column) ? [] : Bytes(row.GetValue(column));
            hash.AppendData(BitConverter.GetBytes(row.IsDBNull(column) ? -1 : value.Length));
            hash.AppendData(value);
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Bytes(object value) => value switch
    {
        long number => BitConverter.GetBytes(number),
        double number => BitConverter.GetBytes(number),
        string text => Encoding.UTF8.GetBytes(PortableText.Clean(text)),
        byte[] bytes => bytes,
        _ => throw new ArchiveException($"A column of the type {value.GetType().Name} cannot be copied."),
    };

    [GeneratedRegex(@"CREATE TABLE (\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex TableName();
}

/// <param name="Hash">Over all rows, whatever their order.</param>
public sealed record TableContent(string Table, int Rows, string Hash);
