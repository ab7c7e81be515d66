using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Storage.Sql;

/// <summary>The audit trail: one row after the other, under a head that knows the last, from an anchor that stands for what was removed by its age.</summary>
internal static class AuditRows
{
    private const int Page = 500;

    private static AuditJson Json => field ??= new(new(AuditJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Append(SqlSession session, AuditEntry entry, long now)
    {
        // The head's row is locked from here on: two writers cannot follow the same row.
        var (sequence, before) = session.Query(
            "INSERT INTO audit_head (one, sequence, hash, anchor, anchor_hash) VALUES (1, 1, '', 0, '') ON CONFLICT (one) DO UPDATE SET sequence = audit_head.sequence + 1 RETURNING sequence, hash",
            row => (row.GetInt64(0), row.GetString(1))).Single();
        var row = new AuditRow(sequence, now, entry.Who, entry.Where, entry.RightsVersion, [.. entry.Records], entry.Model, entry.Question, entry.Answer, entry.Decision.ToString(), entry.Withheld);
        var body = JsonSerializer.Serialize(row, Json.AuditRow);
        var hash = Chain(before, body);
        session.Execute("INSERT INTO audit (sequence, at, body, hash) VALUES (@sequence, @at, @body, @hash)", ("@sequence", sequence), ("@at", now), ("@body", body), ("@hash", hash));
        session.Execute("UPDATE audit_head SET hash = @hash", ("@hash", hash));
    }

    public static AuditState Verify(SqlSession session)
    {
        var (head, last, removed, anchor) = session.Query(
            "SELECT sequence, hash, anchor, anchor_hash FROM audit_head", row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3))).SingleOrDefault();
        var (at, before) = (removed, anchor ?? "");
        while (Next(session, at) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                if (row.Sequence != at + 1 || row.Hash != Chain(before, row.Body) || !SaysSo(row)) return new(head - removed, removed, last ?? "", at + 1);
                (at, before) = (row.Sequence, row.Hash);
            }
        }

        return new(head - removed, removed, last ?? "", at != head || before != (last ?? "") ? at + 1 : null);
    }

    public static IReadOnlyList<(long Sequence, string Line)> Export(SqlSession session, long after) =>
        [.. Next(session, after).Select(row => (row.Sequence, $"{row.Body[..^1]},\"hash\":\"{row.Hash}\"}}"))];

    /// <summary>Removes what is older and leaves the last of it as the anchor: the rest can still be verified.</summary>
    public static int Remove(SqlSession session, long before)
    {
        var last = session.Query("SELECT sequence, hash FROM audit WHERE at < @before ORDER BY sequence DESC LIMIT 1", row => (Sequence: row.GetInt64(0), Hash: row.GetString(1)), ("@before", before)).SingleOrDefault();
        if (last.Sequence == 0) return 0;
        session.Execute("UPDATE audit_head SET anchor = @sequence, anchor_hash = @hash", ("@sequence", last.Sequence), ("@hash", last.Hash));
        return session.Execute("DELETE FROM audit WHERE sequence <= @sequence", ("@sequence", last.Sequence));
    }

    private static List<Written> Next(SqlSession session, long after) => session.Query(
        "SELECT sequence, at, body, hash FROM audit WHERE sequence > @after ORDER BY sequence LIMIT @page", Read, ("@after", after), ("@page", Page));

    private static Written Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3));

    // The time stands in a column too, by which rows are removed: it must not say something else.
    private static bool SaysSo(Written row) => row.Body.Contains(string.Create(CultureInfo.InvariantCulture, $"\"sequence\":{row.Sequence},\"at\":{row.At},"), StringComparison.Ordinal);

    private static string Chain(string before, string body) => TextHash.Of(before + "\n" + body);

    private sealed record Written(long Sequence, long At, string Body, string Hash);
}

internal sealed record AuditRow(long Sequence, long At, string Who, string Where, long Rights, string[] Records, string Model, string Question, string Answer, string Decision,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Withheld);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AuditRow))]
internal sealed partial class AuditJson : JsonSerializerContext;
