using System.Text.Json;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>What files were read as; the caller holds the transaction.</summary>
internal static class ReadFileRows
{
    public static List<ReadFile> Find(SqlSession session, string build, IReadOnlyList<string> contents) => session.Query(
        "SELECT content, documents FROM read_files WHERE build = @build AND content IN (SELECT value FROM json_each(@contents))",
        row => new ReadFile(row.GetString(0), [.. JsonSerializer.Deserialize(row.GetString(1), ColumnJson.Default.StringArrayArray)!.Select(d => new ReadDocument(d[0]!, new(d[1]!), d[2]!))]),
        ("@build", build),
        ("@contents", Columns.Of(contents)));

    public static void Save(SqlSession session, string build, IReadOnlyList<ReadFile> files)
    {
        // Two ranges of the key, where "other than" would look at every row.
        session.Execute("DELETE FROM read_files WHERE build < @build OR build > @build", ("@build", build));
        foreach (var file in files)
            session.Execute(
                "INSERT INTO read_files (build, content, documents) VALUES (@build, @content, @documents) ON CONFLICT (build, content) DO UPDATE SET documents = excluded.documents",
                ("@build", build),
                ("@content", file.Content),
                ("@documents", JsonSerializer.Serialize([.. file.Documents.Select(d => new[] { d.Place, d.Id.Value, d.Hash })], ColumnJson.Default.StringArrayArray)));
    }
}
