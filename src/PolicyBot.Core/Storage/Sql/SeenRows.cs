using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>What watched places hold; the caller holds the transaction.</summary>
internal static class SeenRows
{
    private static SeenJson Json => field ??= new(new(SeenJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static List<WatchedPlace> ListPlaces(SqlSession session) => session.Query(
        "SELECT address, looked, fault, state FROM watched ORDER BY address",
        row => new WatchedPlace(row.GetString(0), row.Moment(1), row.TextOrNull(2), row.TextOrNull(3)));

    public static List<SeenDocument> List(SqlSession session, string place) => session.Query(
        "SELECT path, content, size, modified, at, results FROM seen WHERE place = @place ORDER BY at, path",
        row => new SeenDocument(row.GetString(0), row.GetString(1), row.GetInt64(2), row.Moment(3), row.Moment(4), Read(row.GetString(5))),
        ("@place", place));

    public static void Save(SqlSession session, WatchedPlace place, IReadOnlyList<SeenDocument> seen, IReadOnlyList<string> forgotten)
    {
        session.Execute(
            """
            INSERT INTO watched (address, looked, fault, state) VALUES (@address, @looked, @fault, @state)
            ON CONFLICT (address) DO UPDATE SET looked = excluded.looked, fault = excluded.fault, state = excluded.state
            """,
            ("@address", place.Address), ("@looked", place.Looked.ToUnixTimeMilliseconds()), ("@fault", place.Fault), ("@state", place.State));
        foreach (var path in forgotten) session.Execute("DELETE FROM seen WHERE place = @place AND path = @path", ("@place", place.Address), ("@path", path));
        foreach (var document in seen) Save(session, place.Address, document);
    }

    private static void Save(SqlSession session, string place, SeenDocument document) => session.Execute(
        """
        INSERT INTO seen (place, path, content, size, modified, at, results) VALUES (@place, @path, @content, @size, @modified, @at, @results)
        ON CONFLICT (place, path) DO UPDATE SET content = excluded.content, size = excluded.size, modified = excluded.modified, at = excluded.at, results = excluded.results
        """,
        ("@place", place),
        ("@path", document.Path),
        ("@content", document.Content),
        ("@size", document.Size),
        ("@modified", document.Modified.ToUnixTimeMilliseconds()),
        ("@at", document.At.ToUnixTimeMilliseconds()),
        ("@results", JsonSerializer.Serialize([.. document.Results.Select(r => new ResultRow(r.Path, r.Outcome, r.Detail, r.Record?.Value, r.Version))], Json.ResultRowArray)));

    private static IntakeResult[] Read(string json) =>
        [.. JsonSerializer.Deserialize(json, Json.ResultRowArray)!.Select(r => new IntakeResult(r.Path, r.Outcome, r.Detail, r.Record is { } id ? new RecordId(id) : null, r.Version))];
}

internal sealed record ResultRow(string Path, IntakeOutcome Outcome, string? Detail, string? Record, int? Version);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ResultRow[]))]
internal sealed partial class SeenJson : JsonSerializerContext;
