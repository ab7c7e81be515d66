using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>How values stand in columns: days as ISO text, enumerations by name (their order may change), lists as JSON arrays.</summary>
internal static class Columns
{
    private const string DayFormat = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day is { } known ? Of(known) : null;

    public static string Of(IEnumerable<string> values) => JsonSerializer.Serialize([.. values], ColumnJson.Default.StringArray);

    public static string Of(IEnumerable<long> values) => JsonSerializer.Serialize([.. values], ColumnJson.Default.Int64Array);

    public static string Of(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.Serialize(new(values), ColumnJson.Default.DictionaryStringString);

    public static string Of(IEnumerable<Party> parties) =>
        JsonSerializer.Serialize([.. parties.Select(p => new[] { p.Person, p.Role, p.Organisation })], ColumnJson.Default.StringArrayArray);

    public static string Of(IEnumerable<SourceSpan> spans) =>
        JsonSerializer.Serialize([.. spans.Select(s => new[] { s.Start, s.End })], ColumnJson.Default.Int32ArrayArray);

    public static string Of(IEnumerable<TextPart> parts) => JsonSerializer.Serialize([.. parts.Select(Row)], ColumnJson.Default.PartRowArray);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateOnly? Day(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), DayFormat, CultureInfo.InvariantCulture);

    public static T Named<T>(this DbDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column));

    public static string[] Strings(this DbDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), ColumnJson.Default.StringArray)!;

    public static Dictionary<string, string> Pairs(this DbDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), ColumnJson.Default.DictionaryStringString)!;

    public static Party[] Parties(this DbDataReader row, int column) =>
        [.. JsonSerializer.Deserialize(row.GetString(column), ColumnJson.Default.StringArrayArray)!.Select(p => new Party(p[0], p[1], p[2]))];

    public static SourceSpan[] Spans(this DbDataReader row, int column) =>
        [.. JsonSerializer.Deserialize(row.GetString(column), ColumnJson.Default.Int32ArrayArray)!.Select(s => new SourceSpan(s[0], s[1]))];

    public static TextPart[] Parts(string json) =>
        [.. JsonSerializer.Deserialize(json, ColumnJson.Default.PartRowArray)!.Select(Part)];

    public static string Of(TextPlaces places) => JsonSerializer.Serialize(new(places.Unit.ToString(), [.. places.Starts]), ColumnJson.Default.PlacesRow);

    public static TextPlaces Places(string json)
    {
        var row = JsonSerializer.Deserialize(json, ColumnJson.Default.PlacesRow)!;
        return new(Enum.Parse<PlaceUnit>(row.U), row.S);
    }

    private static PartRow Row(TextPart part) =>
        new(part.Kind.ToString(), part.Span.Start, part.Span.End, part.Speaker?.Start, part.Speaker?.End);

    private static TextPart Part(PartRow row) => new(
        Enum.Parse<TextPartKind>(row.K),
        new(row.S, row.E),
        row is { A: { } start, B: { } end } ? new SourceSpan(start, end) : null);
}

/// <summary>One part of a text, its names short because a transcript has thousands: kind, start, end, and the speaker's label from A to B.</summary>
internal sealed record PartRow(string K, int S, int E, int? A, int? B);

/// <summary>The unit and where each begins.</summary>
internal sealed record PlacesRow(string U, int[] S);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string?[][]))]
[JsonSerializable(typeof(int[][]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(PartRow[]))]
[JsonSerializable(typeof(PlacesRow))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ColumnJson : JsonSerializerContext;
