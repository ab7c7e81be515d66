using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>What the rules and a second reader see differently, with the record that it stands in.</summary>
internal static class DisagreementRows
{
    /// <summary>In the place of those of the version before.</summary>
    public static void Write(SqlSession session, long record, ReadRecord read)
    {
        session.Execute("DELETE FROM disagreements WHERE record = @record", ("@record", record));
        foreach (var (one, ordinal) in read.Disagreements.Select((d, i) => (d, i)))
        {
            var body = new DisagreementRow(one.Span.Start, one.Span.End, one.Span.Of(read.Record.Text), one.Proposed, one.Ruled);
            session.Execute(
                "INSERT INTO disagreements (record, ordinal, body) VALUES (@record, @ordinal, @body)",
                ("@record", record), ("@ordinal", ordinal), ("@body", JsonSerializer.Serialize(body, DisagreementJson.Default.DisagreementRow)));
        }
    }

    public static IReadOnlyList<StoredDisagreement> List(SqlSession session, Clearance clearance, int most)
    {
        var visible = new Visible(clearance);
        return session.Query(
            $"""
            SELECT r.id, r.title, r.published, r.grade, r.source, r.group_name, d.body FROM disagreements d JOIN records r ON r.key = d.record
            WHERE {visible.Of("r.")} ORDER BY r.key DESC, d.ordinal LIMIT @most
            """,
            Read,
            visible.Grade,
            visible.Groups,
            ("@most", most));
    }

    private static StoredDisagreement Read(DbDataReader row)
    {
        var body = JsonSerializer.Deserialize(row.GetString(6), DisagreementJson.Default.DisagreementRow)!;
        return new(RecordQuery.Summary(row, 0), body.Words, new(new(body.Start, body.End), body.Proposed, body.Ruled));
    }
}

internal sealed record DisagreementRow(int Start, int End, string Words, ReadAs Proposed, ReadAs? Ruled);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DisagreementRow))]
internal sealed partial class DisagreementJson : JsonSerializerContext;
